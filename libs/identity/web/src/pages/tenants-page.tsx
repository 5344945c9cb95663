import '../identity.css';
import type { CreateTenantBody, TenantResponse } from '@wheelhouse/contracts';
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
import { FormModal } from '@wheelhouse/ui/antd';
import {
  api,
  Failed,
  FormProblem,
  useApiPages,
  useDebounced,
  useFilters,
  useFormat,
  useSave,
  useT,
} from '@wheelhouse/web-core';
import { useState } from 'react';
import { Link } from 'react-router';
import { emptyTenant, NewPersonFields, NewTenantFields } from '../parts/new-tenant-fields.js';
import { Operators } from '../parts/operators.js';
import { texts } from '../texts.js';

const STATES = ['active', 'suspended', 'closing'] as const;
const FILTERS = { q: '', status: '' };
const TONE = { active: 'good', suspended: 'watch', closing: 'bad' } as const;

/** The operator's list: which organisations exist, nothing of what is in them. */
export function TenantsPage() {
  const t = useT(texts);
  const f = useFormat();
  const [filters, setFilters] = useFilters(FILTERS);
  const list = useApiPages<TenantResponse>('/tenants', { ...filters, q: useDebounced(filters.q.trim()) });
  const isFiltered = Object.values(filters).some(Boolean);
  const [adding, setAdding] = useState(false);
  const status = (row: TenantResponse) => <StatusTag tone={TONE[row.status]}>{t(`tenants.${row.status}`)}</StatusTag>;
  return (
    <Page>
      <PageHeader
        title={t('tenants.title')}
        lead={t('tenants.lead')}
        actions={
          <Button variant="primary" icon="plus" onClick={() => setAdding(true)}>
            {t('tenants.add')}
          </Button>
        }
      />
      <div className="id-filters id-filters--two">
        <SearchInput
          label={t('tenants.search')}
          value={filters.q}
          onChange={(e) => setFilters({ q: e.target.value })}
        />
        <NativeSelect
          aria-label={t('tenants.status')}
          value={filters.status}
          placeholder={t('tenants.allStates')}
          onChange={(e) => setFilters({ status: e.target.value })}
          options={STATES.map((value) => ({ value, label: t(`tenants.${value}`) }))}
        />
      </div>
      {list.error && !list.data ? (
        <Failed error={list.error} onRetry={() => void list.refetch()} />
      ) : (
        <Section flush>
          <DataTable
            label={t('tenants.title')}
            rows={list.rows}
            hasMore={list.hasNextPage}
            onMore={list.more}
            loadingMore={list.isFetchingNextPage}
            rowKey={(row) => row.id}
            empty={
              isFiltered ? (
                <EmptyState icon="building" title={t('tenants.noneFits')} />
              ) : (
                <EmptyState icon="building" title={t('tenants.empty')} text={t('tenants.emptyText')} />
              )
            }
            columns={[
              {
                title: t('tenants.name'),
                width: '40%',
                render: (_, row) => (
                  <>
                    <Link style={{ fontWeight: 550 }} to={`/tenants/${row.id}`}>
                      {f.text(row.name)}
                    </Link>
                    <div className="wh-small wh-muted">{row.slug}</div>
                  </>
                ),
              },
              { title: t('tenants.members'), align: 'right', render: (_, row) => f.number(row.members) },
              {
                title: t('tenants.timeZone'),
                render: (_, row) => <span className="wh-nowrap">{row.timeZone}</span>,
              },
              {
                title: t('tenants.created'),
                render: (_, row) => <span className="wh-nowrap">{f.date(row.createdAt)}</span>,
              },
              { title: t('tenants.status'), render: (_, row) => status(row) },
            ]}
            phoneRow={(row) => (
              <ListRow
                key={row.id}
                title={<Link to={`/tenants/${row.id}`}>{f.text(row.name)}</Link>}
                sub={`${row.slug} · ${row.timeZone} · ${t('tenants.members')} ${f.number(row.members)}`}
                end={status(row)}
              />
            )}
          />
        </Section>
      )}
      <Operators />
      {adding && <AddTenant onClose={() => setAdding(false)} />}
    </Page>
  );
}

function AddTenant({ onClose }: { onClose: () => void }) {
  const t = useT(texts);
  const f = useFormat();
  const [form, setForm] = useState<CreateTenantBody>(emptyTenant);
  const save = useSave((body: CreateTenantBody) => api.post<TenantResponse>('/tenants', body), {
    changes: ['/tenants'],
    quiet: true,
    done: (made) => t('tenants.saved', { name: f.text(made.name) }),
    onDone: onClose,
  });
  return (
    <FormModal
      open
      width={640}
      title={t('tenants.add')}
      submit={t('tenants.save')}
      busy={save.isPending}
      onSubmit={() => save.mutate(form)}
      onClose={onClose}
      problem={<FormProblem problem={save.problem} shown={['slug', 'name', 'timeZone', 'weekStart', 'admin']} />}
    >
      <NewTenantFields at="" value={form} onChange={setForm} problem={save.problem} />
      <h3 style={{ fontSize: 'var(--wh-text-md)' }}>{t('tenants.admin')}</h3>
      <NewPersonFields
        at="admin."
        value={form.admin}
        onChange={(admin) => setForm({ ...form, admin })}
        problem={save.problem}
      />
    </FormModal>
  );
}
