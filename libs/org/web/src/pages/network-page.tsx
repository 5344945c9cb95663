import '../org.css';
import '../network.css';
import type { OrgUnitResponse, OutletResponse } from '@wheelhouse/contracts';
import {
  Button,
  ButtonLink,
  ChooseButton,
  EmptyState,
  Page,
  PageHeader,
  Section,
  SkeletonRows,
  useChosen,
  useIsPhone,
} from '@wheelhouse/ui';
import { Failed, useApi, useApiPages, useDebounced, useFilters, useSession, useT } from '@wheelhouse/web-core';
import { lazy, Suspense, useState } from 'react';
import { useNavigate } from 'react-router';
import { networkTexts } from '../network.texts.js';
import { ExportMenu } from '../parts/export-menu.js';
import { filtersOn, NO_FILTERS, outletQuery } from '../parts/network-filters.js';
import { OrgTree } from '../parts/org-tree.js';
import { OutletFilters } from '../parts/outlet-filters.js';
import { OutletTable } from '../parts/outlet-table.js';
import { SelectionBar } from '../parts/selection-bar.js';
import { UnitBar } from '../parts/unit-bar.js';
import { UnitDrill } from '../parts/unit-drill.js';
import { useStandings } from '../parts/use-standings.js';
import { texts } from '../texts.js';

const OutletForm = lazy(() => import('../parts/outlet-form.js').then((m) => ({ default: m.OutletForm })));
const PAGE_SIZE = 100;

/** The tree at the left (on a phone: one step at a time), the outlets of the chosen unit at the right. */
export function NetworkPage() {
  const t = useT(texts);
  const tn = useT(networkTexts);
  const { can } = useSession();
  const phone = useIsPhone();
  const navigate = useNavigate();
  const [filters, setFilters] = useFilters(NO_FILTERS);
  const [adding, setAdding] = useState(false);
  const chosen = useChosen<OutletResponse>((row) => row.id);
  const units = useApi<OrgUnitResponse[]>('/org-units');
  const query = outletQuery(filters, useDebounced(filters.q.trim()));
  const list = useApiPages<OutletResponse>('/outlets', { ...query, limit: PAGE_SIZE });
  const standings = useStandings((list.rows ?? []).map(({ id }) => id));
  const root = units.data?.find((unit) => !unit.parentId) ?? units.data?.[0];
  const unit = units.data?.find(({ id }) => id === filters.unit) ?? root;
  const select = (id: string) => setFilters({ unit: id === root?.id ? '' : id });
  const manage = can('org.manage');
  const filtered = filtersOn(filters) > 0 || Boolean(filters.unit);

  return (
    <Page>
      <PageHeader
        title={t('network.title')}
        lead={t('network.lead')}
        actions={
          <>
            {manage && (
              <Button variant="primary" icon="plus" onClick={() => setAdding(true)}>
                {t('actions.addOutlet')}
              </Button>
            )}
            {manage && (
              <ButtonLink icon="upload" to="/network/import">
                {tn('import')}
              </ButtonLink>
            )}
            <ExportMenu filters={filters} />
            <ButtonLink to="/network/peer-groups">{t('peers.title')}</ButtonLink>
          </>
        }
      />
      <div className={units.data?.length === 0 ? 'org-network org-network--bare' : 'org-network'}>
        {!phone && units.data?.length !== 0 && (
          <nav className="org-tree" aria-label={t('network.tree')}>
            {units.data ? (
              <OrgTree label={t('network.tree')} units={units.data} selected={unit?.id ?? ''} onSelect={select} />
            ) : (
              <SkeletonRows rows={5} />
            )}
          </nav>
        )}
        <div className="wh-stack">
          {units.data?.length === 0 && <p className="wh-muted">{tn('noUnits')}</p>}
          {unit && <UnitBar key={unit.id} unit={unit} onSelect={select} />}
          {phone && unit && units.data && <UnitDrill units={units.data} unit={unit} onSelect={select} />}
          <OutletFilters filters={filters} set={setFilters} />
          {phone && manage && (list.rows?.length ?? 0) > 0 && (
            <div>
              <ChooseButton chosen={chosen} />
            </div>
          )}
          {list.error && !list.rows ? (
            <Failed error={list.error} onRetry={() => void list.refetch()} />
          ) : (
            <Section flush>
              {!list.rows ? (
                <SkeletonRows rows={10} />
              ) : list.rows.length === 0 ? (
                <EmptyState
                  icon="shop"
                  title={t(filtered ? 'network.empty' : 'network.none')}
                  text={t(filtered ? 'network.emptyText' : 'network.noneText')}
                  action={
                    filtersOn(filters) > 0 && (
                      <Button onClick={() => setFilters({ ...NO_FILTERS, unit: filters.unit })}>{tn('clear')}</Button>
                    )
                  }
                />
              ) : (
                <OutletTable
                  rows={list.rows}
                  total={list.total}
                  standings={standings}
                  filters={filters}
                  onSort={(sort) => setFilters({ sort })}
                  selection={manage ? chosen : undefined}
                  hasMore={list.hasNextPage}
                  loadingMore={list.isFetchingNextPage}
                  onMore={list.more}
                />
              )}
            </Section>
          )}
          <SelectionBar outlets={chosen.rows} onClear={chosen.clear} />
        </div>
      </div>
      <Suspense>
        {adding && (
          <OutletForm
            orgUnitId={unit?.id}
            onClose={() => setAdding(false)}
            onDone={(made) => void navigate(`/outlets/${made.id}`)}
          />
        )}
      </Suspense>
    </Page>
  );
}
