import type { FindingResponse, FindingSummaryResponse } from '@wheelhouse/contracts';
import {
  Button,
  DataTable,
  EmptyState,
  Figure,
  Figures,
  ListRow,
  Page,
  PageHeader,
  Section,
  StatusTag,
} from '@wheelhouse/ui';
import {
  Failed,
  QueryState,
  useApi,
  useApiPages,
  useBelowFold,
  useDebounced,
  useFilters,
  useFormat,
  useT,
  withQuery,
} from '@wheelhouse/web-core';
import { Explained, Meaning } from '@wheelhouse/web-core/definitions';
import { Link } from 'react-router';
import { FindingFilters } from '../filters/finding-filters.js';
import { filtersOn, findingQuery, NO_FINDING_FILTERS } from '../filters/list-filters.js';
import { findingsTexts } from '../findings/findings.texts.js';
import { ParetoList } from '../findings/pareto-list.js';
import { listTexts } from '../lists.texts.js';
import { texts } from '../texts.js';
import '../findings/findings.css';
import '../shared.css';

/** Where a finding is read: its audit's result, at the item. */
export const findingPath = (row: Pick<FindingResponse, 'auditId' | 'itemId'>): string =>
  `/audits/${row.auditId}#item-${row.itemId}`;

/** What failed across audits: what fails most, then every finding, with filters that live in the address. */
export function FindingsPage() {
  const t = useT(findingsTexts);
  const f = useFormat();
  const [filters, set] = useFilters(NO_FINDING_FILTERS);
  const clear = () => set({ ...NO_FINDING_FILTERS, sort: filters.sort });
  const asked = findingQuery(filters, useDebounced(filters.q.trim()));
  const { sort: _sort, direction: _direction, ...query } = asked;
  const list = useApiPages<FindingResponse>('/findings', { ...asked });
  const summary = useApi<FindingSummaryResponse>('/findings/summary', query, { keep: true });
  const named = summary.data?.items[0];
  const names = {
    item: named && named.itemId === filters.itemId ? f.text(named.itemText) : null,
    section: named && named.sectionId === filters.sectionId ? f.text(named.sectionName) : null,
  };
  const on = filtersOn(filters);
  // The totals and what fails most first.
  const below = useBelowFold();
  return (
    <Page>
      <PageHeader title={t('title')} lead={t('lead')} />
      <FindingFilters
        filters={filters}
        set={set}
        onClear={clear}
        names={names}
        file={withQuery('/findings/rows.csv', query)}
      />
      {summary.data?.findings === 0 ? (
        <Section flush>
          <EmptyState
            icon="check"
            title={t(on > 0 ? 'noneFound' : 'none')}
            text={t(on > 0 ? 'noneFoundText' : 'noneText')}
            action={on > 0 && <ClearButton onClick={clear} />}
          />
        </Section>
      ) : (
        <>
          <QueryState query={summary}>
            {(data) => (
              <>
                <Totals summary={data} />
                {!filters.itemId && (
                  <ParetoList
                    summary={data}
                    onItem={({ standardId, itemId }) => set({ standardId, itemId, sectionId: '' })}
                  />
                )}
              </>
            )}
          </QueryState>
          {list.error && !list.rows ? (
            <Failed error={list.error} onRetry={() => void list.refetch()} />
          ) : (
            below && <FindingList list={list} />
          )}
        </>
      )}
    </Page>
  );
}

function ClearButton({ onClick }: { onClick: () => void }) {
  const t = useT(listTexts);
  return <Button onClick={onClick}>{t('clearFilters')}</Button>;
}

function Totals({ summary }: { summary: FindingSummaryResponse }) {
  const t = useT(findingsTexts);
  const f = useFormat();
  return (
    <Figures>
      <Figure
        label={t('count')}
        value={f.number(summary.findings)}
        definition={<Meaning of="findings" n={summary.audits} />}
      />
      <Figure label={t('outlets')} value={f.number(summary.outlets)} definition={<Meaning of="findingOutlets" />} />
      <Figure label={t('audits')} value={f.number(summary.audits)} definition={<Meaning of="findingAudits" />} />
      <Figure
        label={t('each')}
        value={summary.audits > 0 ? f.number(summary.findings / summary.audits, 1) : '—'}
        definition={<Meaning of="findingsEach" n={summary.audits} />}
      />
    </Figures>
  );
}

function FindingList({ list }: { list: ReturnType<typeof useApiPages<FindingResponse>> }) {
  const t = useT(findingsTexts);
  const tl = useT(listTexts);
  const tc = useT(texts);
  const f = useFormat();
  return (
    <Section title={t('list')} lead={t('listLead')} flush>
      <DataTable<FindingResponse>
        label={t('list')}
        rows={list.rows}
        rowKey={(row) => row.id}
        hasMore={list.hasNextPage}
        onMore={list.more}
        loadingMore={list.isFetchingNextPage}
        empty={<EmptyState icon="check" title={t('noneFound')} text={t('noneFoundText')} />}
        phoneRow={(row) => (
          <ListRow
            key={row.id}
            title={f.text(row.itemText)}
            sub={`${f.text(row.outlet.name)} · ${f.date(row.visitDate)} · ${tc(`kind.${row.auditKind}`)}`}
            below={row.triggered || row.repeated > 1 ? <Marks row={row} /> : undefined}
            to={findingPath(row)}
          />
        )}
        columns={[
          {
            title: tl('visit'),
            key: 'visit',
            render: (_, row) => <span className="wh-nowrap">{f.date(row.visitDate)}</span>,
          },
          {
            title: t('item'),
            key: 'item',
            render: (_, row) => (
              <span className="fi-item">
                <Link to={findingPath(row)}>{f.text(row.itemText)}</Link>{' '}
                <span className="wh-muted wh-small">{row.itemId}</span>
                {row.note && (
                  <span className="fi-note wh-muted wh-small" title={row.note}>
                    {row.note}
                  </span>
                )}
              </span>
            ),
          },
          {
            title: tl('outlet'),
            key: 'outlet',
            render: (_, row) => (
              <>
                {f.text(row.outlet.name)} <span className="wh-muted wh-small">{row.outlet.code}</span>
              </>
            ),
          },
          {
            title: tl('kind'),
            key: 'kind',
            render: (_, row) => <span className="wh-nowrap">{tc(`kind.${row.auditKind}`)}</span>,
          },
          {
            title: <Explained label={t('lost')} of="pointsLost" />,
            key: 'lost',
            align: 'right',
            render: (_, row) => <span className="wh-num">{f.number(row.pointsLost, 1)}</span>,
          },
          {
            title: <Explained label={t('repeated')} of="repeated" />,
            key: 'repeated',
            render: (_, row) => <Marks row={row} />,
          },
        ]}
      />
    </Section>
  );
}

/** Red line crossed, and how often before. */
function Marks({ row }: { row: FindingResponse }) {
  const t = useT(findingsTexts);
  const tc = useT(texts);
  return (
    <span className="wh-row">
      {row.triggered && (
        <StatusTag tone="bad" icon="flag">
          {tc('redLine')}
        </StatusTag>
      )}
      {row.repeated > 1 && (
        <span title={t('repeatedLong', { count: row.repeated })}>
          <StatusTag tone="watch" icon="refresh">
            {t('repeatedTag', { count: row.repeated })}
          </StatusTag>
        </span>
      )}
    </span>
  );
}
