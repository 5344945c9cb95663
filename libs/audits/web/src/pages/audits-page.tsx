import { AUDIT_KINDS, AUDIT_STATUSES, type AuditSummary, type HomeResponse } from '@wheelhouse/contracts';
import {
  Button,
  ButtonLink,
  DataTable,
  EmptyState,
  FormField,
  NativeSelect,
  Page,
  PageHeader,
  Section,
  StatusTag,
  TextInput,
} from '@wheelhouse/ui';
import { Failed, useApi, useApiPages, useFilters, useFormat, useSession, useT } from '@wheelhouse/web-core';
import { OrgUnitSelect, OutletSelect } from '@wheelhouse/web-core/pickers';
import { Link } from 'react-router';
import { ResultRow } from '../shared/result-row.js';
import { listTexts } from '../lists.texts.js';
import { FilterFold } from '../shared/filter-fold.js';
import { STATUS_TONE } from '../shared/words.js';
import { texts } from '../texts.js';
import '../shared.css';
import '../pages.css';

const NO_FILTERS = { outletId: '', orgUnitId: '', kind: '', status: '', from: '', to: '' };
type Filters = typeof NO_FILTERS;

/** Every audit that the reader may see, newest visit first, with filters that live in the address. */
export function AuditsPage() {
  const t = useT(listTexts);
  const tc = useT(texts);
  const f = useFormat();
  const { can } = useSession();
  const [filters, set] = useFilters(NO_FILTERS);
  const on = Object.values(filters).filter(Boolean).length;
  const list = useApiPages<AuditSummary>('/audits', filters);
  const home = useApi<HomeResponse>('/home');
  const starts =
    home.data?.startable.some(({ kind }) => kind !== 'mystery_shop') &&
    can('supervisor_audit.submit', 'hq_audit.submit');
  return (
    <Page>
      <PageHeader
        title={t('audits')}
        lead={t('auditsLead')}
        actions={
          starts && (
            <ButtonLink variant="primary" icon="plus" to="/audits/new">
              {t('startNew')}
            </ButtonLink>
          )
        }
      />
      <FilterBar filters={filters} set={set} on={on} />
      {list.error && !list.rows ? (
        <Failed error={list.error} onRetry={() => void list.refetch()} />
      ) : (
        <Section flush>
          <DataTable<AuditSummary>
            label={t('audits')}
            rows={list.rows}
            rowKey={(row) => row.id}
            phoneRow={(row) => <ResultRow key={row.id} audit={row} outlet />}
            hasMore={list.hasNextPage}
            onMore={list.more}
            loadingMore={list.isFetchingNextPage}
            empty={
              <EmptyState
                icon="clipboard"
                title={t(on > 0 ? 'noneFound' : 'noAudits')}
                text={t(on > 0 ? 'noneFoundText' : 'noAuditsText')}
                action={on > 0 && <Button onClick={() => set(NO_FILTERS)}>{t('clearFilters')}</Button>}
              />
            }
            columns={[
              {
                title: t('visit'),
                key: 'visit',
                render: (_, row) => <span className="wh-nowrap">{f.date(row.visitDate)}</span>,
              },
              {
                title: t('outlet'),
                key: 'outlet',
                render: (_, row) => (
                  <Link to={`/audits/${row.id}`}>
                    {f.text(row.outlet.name)} <span className="wh-muted wh-small">{row.outlet.code}</span>
                  </Link>
                ),
              },
              { title: t('kind'), key: 'kind', render: (_, row) => tc(`kind.${row.kind}`) },
              {
                title: t('auditor'),
                key: 'auditor',
                render: (_, row) => row.auditor?.name ?? <span className="wh-muted">—</span>,
              },
              {
                title: t('score'),
                key: 'score',
                align: 'right',
                render: (_, row) => (
                  <>
                    <strong>{f.score(row.score)}</strong>{' '}
                    <span className="wh-muted">{row.grade === 'FAIL' ? tc('failed') : row.grade}</span>
                  </>
                ),
              },
              {
                title: t('findings'),
                key: 'findings',
                align: 'right',
                render: (_, row) =>
                  row.status === 'draft' ? <span className="wh-muted">—</span> : f.number(row.findings),
              },
              {
                title: t('redLines'),
                key: 'redLines',
                align: 'right',
                render: (_, row) => (
                  <span className={row.redLines > 0 ? 'au-late' : 'wh-muted'}>{f.number(row.redLines)}</span>
                ),
              },
              {
                title: t('status'),
                key: 'status',
                render: (_, row) => <StatusTag tone={STATUS_TONE[row.status]}>{tc(`status.${row.status}`)}</StatusTag>,
              },
            ]}
          />
        </Section>
      )}
    </Page>
  );
}

function FilterBar({ filters, set, on }: { filters: Filters; set: (change: Partial<Filters>) => void; on: number }) {
  const t = useT(listTexts);
  const tc = useT(texts);
  return (
    <FilterFold on={on}>
      <FormField label={t('outlet')}>
        {(bind) => (
          <OutletSelect
            {...bind}
            aria-label={t('outlet')}
            allowClear
            placeholder={t('chooseOutlet')}
            value={filters.outletId || undefined}
            onChange={(id) => set({ outletId: id ?? '' })}
          />
        )}
      </FormField>
      <FormField label={t('orgUnit')}>
        {(bind) => (
          <OrgUnitSelect
            {...bind}
            aria-label={t('orgUnit')}
            allowClear
            placeholder={tc('all')}
            value={filters.orgUnitId || undefined}
            onChange={(id) => set({ orgUnitId: id ?? '' })}
          />
        )}
      </FormField>
      <FormField label={t('kind')}>
        {(bind) => (
          <NativeSelect
            {...bind}
            value={filters.kind}
            placeholder={tc('all')}
            onChange={(e) => set({ kind: e.target.value })}
            options={AUDIT_KINDS.map((kind) => ({ value: kind, label: tc(`kind.${kind}`) }))}
          />
        )}
      </FormField>
      <FormField label={t('status')}>
        {(bind) => (
          <NativeSelect
            {...bind}
            value={filters.status}
            placeholder={tc('all')}
            onChange={(e) => set({ status: e.target.value })}
            options={AUDIT_STATUSES.map((status) => ({ value: status, label: tc(`status.${status}`) }))}
          />
        )}
      </FormField>
      <FormField label={t('from')}>
        {(bind) => (
          <TextInput
            {...bind}
            type="date"
            max={filters.to || undefined}
            value={filters.from}
            onChange={(e) => set({ from: e.target.value })}
          />
        )}
      </FormField>
      <FormField label={t('to')}>
        {(bind) => (
          <TextInput
            {...bind}
            type="date"
            min={filters.from || undefined}
            value={filters.to}
            onChange={(e) => set({ to: e.target.value })}
          />
        )}
      </FormField>
    </FilterFold>
  );
}
