import type { CreateTenantBody, TenantResponse } from '@wheelhouse/contracts';
import {
  Button,
  ConfirmButton,
  DataTable,
  EmptyState,
  ListRow,
  Page,
  PageHeader,
  Section,
  StatusTag,
} from '@wheelhouse/ui';
import { FormModal } from '@wheelhouse/ui/antd';
import { api, Failed, FormProblem, useApiPages, useFormat, useSave, useT } from '@wheelhouse/web-core';
import { useState } from 'react';
import { Link } from 'react-router';
import { emptyTenant, NewPersonFields, NewTenantFields } from '../parts/new-tenant-fields.js';
import { texts } from '../texts.js';

const TONE = { active: 'good', suspended: 'watch', closing: 'bad' } as const;

/** The operator's list: which organisations exist, nothing of what is in them. */
export function TenantsPage() {
  const t = useT(texts);
  const f = useFormat();
  const list = useApiPages<TenantResponse>('/tenants');
  const [adding, setAdding] = useState(false);
  const change = useSave(
    ({ id, status }: Pick<TenantResponse, 'id' | 'status'>) => api.patch(`/tenants/${id}`, { status }),
    { changes: ['/tenants'] },
  );
  const status = (row: TenantResponse) => <StatusTag tone={TONE[row.status]}>{t(`tenants.${row.status}`)}</StatusTag>;
  const action = (row: TenantResponse) =>
    row.status === 'closing' ? null : row.status === 'active' ? (
      <ConfirmButton
        variant="quiet"
        question={t('tenants.suspendQuestion', { name: f.text(row.name) })}
        detail={t('tenants.suspendDetail')}
        confirm={t('tenants.suspend')}
        onConfirm={() => change.mutateAsync({ id: row.id, status: 'suspended' })}
      >
        {t('tenants.suspend')}
      </ConfirmButton>
    ) : (
      <Button variant="quiet" onClick={() => change.mutate({ id: row.id, status: 'active' })}>
        {t('tenants.resume')}
      </Button>
    );
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
            empty={<EmptyState icon="building" title={t('tenants.empty')} text={t('tenants.emptyText')} />}
            columns={[
              {
                title: t('tenants.name'),
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
              { title: t('tenants.timeZone'), dataIndex: 'timeZone' },
              { title: t('tenants.created'), render: (_, row) => f.date(row.createdAt) },
              { title: t('tenants.status'), render: (_, row) => status(row) },
              { title: '', align: 'right', render: (_, row) => action(row) },
            ]}
            phoneRow={(row) => (
              <ListRow
                key={row.id}
                title={<Link to={`/tenants/${row.id}`}>{f.text(row.name)}</Link>}
                sub={`${row.slug} · ${row.timeZone} · ${t('tenants.members')} ${f.number(row.members)}`}
                end={
                  <span className="wh-stack" style={{ gap: 0, alignItems: 'flex-end' }}>
                    {status(row)}
                    {action(row)}
                  </span>
                }
              />
            )}
          />
        </Section>
      )}
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
