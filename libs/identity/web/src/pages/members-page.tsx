import { ROLES, type MemberResponse } from '@wheelhouse/contracts';
import {
  Button,
  EmptyState,
  ListRow,
  NativeSelect,
  Page,
  PageHeader,
  SearchInput,
  Section,
  StatusTag,
} from '@wheelhouse/ui';
import { DataTable } from '@wheelhouse/ui/antd';
import { Failed, useApiPages, useDebounced, useFilters, useSession, useT } from '@wheelhouse/web-core';
import { SavedViews } from '@wheelhouse/web-core/saved-views';
import { useState } from 'react';
import { AddMember } from '../parts/add-member.js';
import { GrantList } from '../parts/grant-list.js';
import { ManageMember } from '../parts/manage-member.js';
import { texts } from '../texts.js';

/** Everybody who works in the tenant, with roles. */
export function MembersPage() {
  const t = useT(texts);
  const { can } = useSession();
  const [filters, setFilters] = useFilters({ q: '', role: '' });
  const list = useApiPages<MemberResponse>('/members', { q: useDebounced(filters.q.trim()), role: filters.role });
  const [adding, setAdding] = useState(false);
  const [managed, setManaged] = useState<string | null>(null);
  const member = list.rows?.find(({ id }) => id === managed);
  const status = (row: MemberResponse) => (
    <StatusTag tone={row.status === 'active' ? 'good' : 'neutral'}>{t(`members.${row.status}`)}</StatusTag>
  );
  return (
    <Page>
      <PageHeader
        title={t('members.title')}
        lead={t('members.lead')}
        actions={
          can('member.manage') && (
            <Button variant="primary" icon="plus" onClick={() => setAdding(true)}>
              {t('members.add')}
            </Button>
          )
        }
      />
      <div className="wh-row">
        <div className="wh-grow" style={{ maxWidth: 420, flexBasis: 240 }}>
          <SearchInput
            label={t('members.search')}
            value={filters.q}
            onChange={(e) => setFilters({ q: e.target.value })}
          />
        </div>
        <div style={{ flexBasis: 200 }}>
          <NativeSelect
            aria-label={t('fields.role')}
            value={filters.role}
            placeholder={t('members.allRoles')}
            onChange={(e) => setFilters({ role: e.target.value })}
            options={ROLES.map((role) => ({ value: role, label: t(`roles.${role}`) }))}
          />
        </div>
        <SavedViews page="members" />
      </div>
      {list.error && !list.rows ? (
        <Failed error={list.error} onRetry={() => void list.refetch()} />
      ) : (
        <Section flush>
          <DataTable
            label={t('members.title')}
            rows={list.rows}
            rowKey={(row) => row.id}
            hasMore={list.hasNextPage}
            onMore={list.more}
            loadingMore={list.isFetchingNextPage}
            empty={<EmptyState icon="people" title={t('members.empty')} text={t('members.emptyText')} />}
            columns={[
              {
                title: t('members.name'),
                render: (_, row) => (
                  <>
                    <div style={{ fontWeight: 550 }}>{row.person.name}</div>
                    <div className="wh-small wh-muted">{row.person.email}</div>
                  </>
                ),
              },
              { title: t('members.grants'), render: (_, row) => <GrantList grants={row.grants} /> },
              { title: t('members.status'), render: (_, row) => status(row) },
              {
                title: '',
                align: 'right',
                render: (_, row) =>
                  row.can.manage && (
                    <Button
                      variant="quiet"
                      icon="edit"
                      aria-label={t('members.manage', { name: row.person.name })}
                      onClick={() => setManaged(row.id)}
                    />
                  ),
              },
            ]}
            phoneRow={(row) => (
              <ListRow
                key={row.id}
                title={row.person.name}
                sub={[...new Set(row.grants.map((grant) => t(`roles.${grant.role}`)))].join(' · ')}
                end={row.status === 'inactive' && status(row)}
                onPress={() => setManaged(row.id)}
              />
            )}
          />
        </Section>
      )}
      {adding && <AddMember onClose={() => setAdding(false)} />}
      {member && <ManageMember member={member} onClose={() => setManaged(null)} />}
    </Page>
  );
}
