import '../org.css';
import type { OrgUnitResponse, OutletResponse, PeerGroupResponse } from '@wheelhouse/contracts';
import {
  Button,
  ButtonLink,
  Checkbox,
  EmptyState,
  ListRow,
  NativeSelect,
  Page,
  PageHeader,
  SearchInput,
  Section,
  SkeletonRows,
  StatusTag,
} from '@wheelhouse/ui';
import { DataTable } from '@wheelhouse/ui/antd';
import {
  Failed,
  useApi,
  useApiPages,
  useDebounced,
  useFilters,
  useFormat,
  useSession,
  useT,
} from '@wheelhouse/web-core';
import { OrgUnitSelect } from '@wheelhouse/web-core/pickers';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { OrgTree } from '../parts/org-tree.js';
import { OutletForm } from '../parts/outlet-form.js';
import { UnitBar } from '../parts/unit-bar.js';
import { texts } from '../texts.js';

/** The tree at the left, the outlets of the chosen unit at the right. */
export function NetworkPage() {
  const t = useT(texts);
  const f = useFormat();
  const { can } = useSession();
  const navigate = useNavigate();
  const [filters, setFilters] = useFilters({ unit: '', q: '', peers: '', closed: '' });
  const [adding, setAdding] = useState(false);
  const units = useApi<OrgUnitResponse[]>('/org-units');
  const groups = useApi<PeerGroupResponse[]>('/peer-groups');
  const list = useApiPages<OutletResponse>('/outlets', {
    q: useDebounced(filters.q.trim()),
    orgUnitId: filters.unit,
    peerGroupId: filters.peers,
    includeClosed: filters.closed === '1' || undefined,
  });
  const root = units.data?.find((unit) => !unit.parentId) ?? units.data?.[0];
  const unit = units.data?.find(({ id }) => id === filters.unit) ?? root;
  const select = (id: string) => setFilters({ unit: id === root?.id ? '' : id });
  const filtered = Boolean(filters.q || filters.peers || filters.unit);
  const closedTag = (row: OutletResponse) => row.closedOn && <StatusTag>{t('outlet.closedTag')}</StatusTag>;

  return (
    <Page>
      <PageHeader
        title={t('network.title')}
        lead={t('network.lead')}
        actions={
          <>
            {can('org.manage') && (
              <Button variant="primary" icon="plus" onClick={() => setAdding(true)}>
                {t('actions.addOutlet')}
              </Button>
            )}
            <ButtonLink to="/network/peer-groups">{t('peers.title')}</ButtonLink>
          </>
        }
      />
      <div className="org-network">
        <nav className="org-tree" aria-label={t('network.tree')}>
          {units.data ? (
            <OrgTree units={units.data} selected={unit?.id ?? ''} onSelect={select} />
          ) : (
            <SkeletonRows rows={5} />
          )}
        </nav>
        <div className="wh-stack">
          {unit && (
            <div className="org-unitpicker">
              <OrgUnitSelect aria-label={t('network.unit')} value={unit.id} onChange={(id) => select(id ?? '')} />
            </div>
          )}
          {unit && <UnitBar key={unit.id} unit={unit} onSelect={select} />}
          <div className="org-filters">
            <SearchInput
              label={t('network.search')}
              value={filters.q}
              onChange={(e) => setFilters({ q: e.target.value })}
            />
            <NativeSelect
              aria-label={t('network.peerGroup')}
              value={filters.peers}
              placeholder={t('network.allPeers')}
              onChange={(e) => setFilters({ peers: e.target.value })}
              options={(groups.data ?? []).map((group) => ({ value: group.id, label: f.text(group.name) }))}
            />
            <Checkbox
              label={t('network.closed')}
              checked={filters.closed === '1'}
              onChange={(e) => setFilters({ closed: e.target.checked ? '1' : '' })}
            />
          </div>
          {list.error && !list.rows ? (
            <Failed error={list.error} onRetry={() => void list.refetch()} />
          ) : (
            <Section flush>
              <DataTable
                label={t('network.outlets')}
                rows={list.rows}
                rowKey={(row) => row.id}
                hasMore={list.hasNextPage}
                onMore={list.more}
                loadingMore={list.isFetchingNextPage}
                empty={
                  <EmptyState
                    icon="shop"
                    title={t(filtered ? 'network.empty' : 'network.none')}
                    text={t(filtered ? 'network.emptyText' : 'network.noneText')}
                  />
                }
                columns={[
                  {
                    title: t('network.code'),
                    render: (_, row) => <span className="wh-muted wh-nowrap">{row.code}</span>,
                  },
                  {
                    title: t('network.name'),
                    render: (_, row) => (
                      <>
                        <span className="wh-row">
                          <Link to={`/outlets/${row.id}`}>{f.text(row.name)}</Link>
                          {closedTag(row)}
                        </span>
                        {row.city && <span className="wh-small wh-muted">{f.text(row.city)}</span>}
                      </>
                    ),
                  },
                  { title: t('network.place'), render: (_, row) => f.text(row.orgUnitName) },
                  { title: t('network.peerGroup'), render: (_, row) => f.text(row.peerGroupName) },
                ]}
                phoneRow={(row) => (
                  <ListRow
                    key={row.id}
                    to={`/outlets/${row.id}`}
                    title={f.text(row.name)}
                    sub={[row.code, f.text(row.orgUnitName), row.city && f.text(row.city)].filter(Boolean).join(' · ')}
                    end={closedTag(row)}
                  />
                )}
              />
            </Section>
          )}
        </div>
      </div>
      {adding && (
        <OutletForm
          orgUnitId={unit?.id}
          onClose={() => setAdding(false)}
          onDone={(made) => void navigate(`/outlets/${made.id}`)}
        />
      )}
    </Page>
  );
}
