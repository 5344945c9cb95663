import { ROLES, type InvitationWithLink, type MemberResponse } from '@wheelhouse/contracts';
import {
  Button,
  DataTable,
  EmptyState,
  ListRow,
  NativeSelect,
  Page,
  PageHeader,
  SearchInput,
  Section,
  StatusTag,
} from '@wheelhouse/ui';
import { Failed, useApiPages, useDebounced, useFilters, useFormat, useSession, useT } from '@wheelhouse/web-core';
import { OrgUnitSelect } from '@wheelhouse/web-core/pickers';
import { SavedViews } from '@wheelhouse/web-core/saved-views';
import { useState } from 'react';
import { Link } from 'react-router';
import { GrantList } from '../parts/grant-list.js';
import { InvitationLink } from '../parts/invitation-link.js';
import { InviteMany } from '../parts/invite-many.js';
import { InviteMember } from '../parts/invite-member.js';
import { PendingInvitations } from '../parts/pending-invitations.js';
import { inviteManyTexts } from '../invite-many-texts.js';
import { peopleTexts } from '../people-texts.js';
import { texts } from '../texts.js';

const FILTERS = { q: '', role: '', status: '', scopeId: '' };

/** Everybody who works in the tenant, with roles; and who is invited. */
export function MembersPage() {
  const t = useT(texts);
  const people = useT(peopleTexts);
  const many = useT(inviteManyTexts);
  const f = useFormat();
  const { can } = useSession();
  const [filters, setFilters] = useFilters(FILTERS);
  const list = useApiPages<MemberResponse>('/members', { ...filters, q: useDebounced(filters.q.trim()) });
  const [inviting, setInviting] = useState(false);
  const [isMany, setMany] = useState(false);
  const [invited, setInvited] = useState<InvitationWithLink | null>(null);
  const manage = can('member.manage');
  const status = (row: MemberResponse) => (
    <StatusTag tone={row.status === 'active' ? 'good' : 'neutral'}>{t(`members.${row.status}`)}</StatusTag>
  );
  return (
    <Page>
      <PageHeader
        title={t('members.title')}
        lead={t('members.lead')}
        actions={
          manage && (
            <>
              <Button icon="people" onClick={() => setMany(true)}>
                {many('open')}
              </Button>
              <Button variant="primary" icon="plus" onClick={() => setInviting(true)}>
                {people('invite')}
              </Button>
            </>
          )
        }
      />
      <div className="id-filters">
        <SearchInput
          label={t('members.search')}
          value={filters.q}
          onChange={(e) => setFilters({ q: e.target.value })}
        />
        <NativeSelect
          aria-label={t('fields.role')}
          value={filters.role}
          placeholder={t('members.allRoles')}
          onChange={(e) => setFilters({ role: e.target.value })}
          options={ROLES.map((role) => ({ value: role, label: t(`roles.${role}`) }))}
        />
        <NativeSelect
          aria-label={t('members.status')}
          value={filters.status}
          placeholder={people('allStates')}
          onChange={(e) => setFilters({ status: e.target.value })}
          options={(['active', 'inactive'] as const).map((value) => ({ value, label: t(`members.${value}`) }))}
        />
        <OrgUnitSelect
          aria-label={people('place')}
          placeholder={people('anyPlace')}
          allowClear
          value={filters.scopeId || undefined}
          onChange={(id) => setFilters({ scopeId: id ?? '' })}
        />
        <SavedViews page="members" />
      </div>
      {manage && <PendingInvitations onSent={setInvited} />}
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
                width: '34%',
                render: (_, row) => (
                  <div className="id-long">
                    <Link to={`/members/${row.id}`} style={{ fontWeight: 550 }}>
                      {row.person.name}
                    </Link>
                    <div className="wh-small wh-muted">{row.person.email}</div>
                  </div>
                ),
              },
              {
                title: t('members.grants'),
                render: (_, row) =>
                  row.grants.length > 0 ? <GrantList grants={row.grants} /> : <span className="wh-muted">—</span>,
              },
              { title: t('members.status'), width: 120, render: (_, row) => status(row) },
            ]}
            phoneRow={(row) => (
              <ListRow
                key={row.id}
                to={`/members/${row.id}`}
                title={row.person.name}
                sub={row.grants
                  .map(({ role, scopeName }) =>
                    scopeName
                      ? people('grantIn', { role: t(`roles.${role}`), place: f.text(scopeName) })
                      : t(`roles.${role}`),
                  )
                  .join(' · ')}
                end={row.status === 'inactive' && status(row)}
              />
            )}
          />
        </Section>
      )}
      {inviting && (
        <InviteMember
          onClose={() => setInviting(false)}
          onInvited={(made) => {
            setInviting(false);
            setInvited(made);
          }}
        />
      )}
      {isMany && <InviteMany onClose={() => setMany(false)} />}
      {invited && <InvitationLink invitation={invited} onClose={() => setInvited(null)} />}
    </Page>
  );
}
