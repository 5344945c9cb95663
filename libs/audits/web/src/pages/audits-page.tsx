import type { AuditSummary, HomeResponse } from '@wheelhouse/contracts';
import { Button, ButtonLink, DataTable, EmptyState, Page, PageHeader, Section, StatusTag } from '@wheelhouse/ui';
import {
  Failed,
  useApi,
  useApiPages,
  useDebounced,
  useFilters,
  useFormat,
  useSession,
  useT,
  withQuery,
} from '@wheelhouse/web-core';
import { Explained } from '@wheelhouse/web-core/definitions';
import { Link } from 'react-router';
import { AuditFilters } from '../filters/audit-filters.js';
import { auditQuery, filtersOn, NO_AUDIT_FILTERS } from '../filters/list-filters.js';
import { ResultRow } from '../shared/result-row.js';
import { listTexts } from '../lists.texts.js';
import { STATUS_TONE } from '../shared/words.js';
import { texts } from '../texts.js';
import '../shared.css';
import '../pages.css';

/** Every audit that the reader may see, with search, order and filters that live in the address; the same as a file. */
export function AuditsPage() {
  const t = useT(listTexts);
  const tc = useT(texts);
  const f = useFormat();
  const { can } = useSession();
  const [filters, set] = useFilters(NO_AUDIT_FILTERS);
  const clear = () => set({ ...NO_AUDIT_FILTERS, sort: filters.sort });
  const on = filtersOn(filters);
  const query = auditQuery(filters, useDebounced(filters.q.trim()));
  const list = useApiPages<AuditSummary>('/audits', query);
  const { sort: _sort, direction: _direction, ...asFile } = query;
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
      <AuditFilters filters={filters} set={set} onClear={clear} file={withQuery('/audits/rows.csv', asFile)} />
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
                action={on > 0 && <Button onClick={clear}>{t('clearFilters')}</Button>}
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
                title: <Explained label={t('score')} of="auditScore" />,
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
                title: <Explained label={t('findings')} of="auditFindings" />,
                key: 'findings',
                align: 'right',
                render: (_, row) =>
                  row.status === 'draft' ? <span className="wh-muted">—</span> : f.number(row.findings),
              },
              {
                title: <Explained label={t('redLines')} of="auditRedLines" />,
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
