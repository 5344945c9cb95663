import {
  IMPORT_OUTCOMES,
  type ImportCounts,
  type ImportOutcome,
  outletColumnLabel,
  type OutletImportResponse,
  type OutletImportRow,
} from '@wheelhouse/contracts';
import { Button, EmptyState, Icon, Section, Segments, SkeletonRows } from '@wheelhouse/ui';
import { Failed, useApiPages, useFilters, useFormat, useT } from '@wheelhouse/web-core';
import { Link } from 'react-router';
import { FileLink } from './import-page.js';
import { importTexts } from './texts.js';

const ORDER: ImportOutcome[] = ['wrong', 'changed', 'new', 'unchanged'];
const PAGE = 200;

/** The rows by outcome, wrong ones first; which are shown stands in the address. */
export function ImportRows({ one, counts }: { one: OutletImportResponse; counts: ImportCounts }) {
  const t = useT(importTexts);
  const f = useFormat();
  const first = ORDER.find((outcome) => counts[outcome] > 0) ?? 'wrong';
  const [filters, setFilters] = useFilters({ show: first as string });
  const show = IMPORT_OUTCOMES.find((outcome) => outcome === filters.show) ?? first;
  const list = useApiPages<OutletImportRow>(
    `/outlet-imports/${one.id}/rows`,
    { outcome: show, limit: PAGE },
    { keep: false },
  );
  const rows = list.rows ?? [];
  return (
    <Section
      title={t('result')}
      flush
      lead={show === 'wrong' && counts.wrong > 0 ? t('problemsHint') : undefined}
      actions={
        show === 'wrong' &&
        counts.wrong > 0 && <FileLink href={`/api/v1/outlet-imports/${one.id}/problems.csv`}>{t('problems')}</FileLink>
      }
    >
      <div className="imp-segments">
        <Segments
          label={t('show')}
          value={show}
          onChange={(next) => setFilters({ show: next })}
          options={ORDER.map((outcome) => ({
            value: outcome,
            label: `${t(`outcome.${outcome}`)} ${f.number(counts[outcome])}`,
          }))}
        />
      </div>
      {list.error && <Failed error={list.error} onRetry={() => void list.refetch()} />}
      {!list.rows && !list.error && <SkeletonRows rows={6} />}
      {list.rows?.length === 0 && <EmptyState icon="check" title={t('noneOfKind')} />}
      {rows.length > 0 && (
        <ul className="imp-rows" aria-label={t(`outcome.${show}`)}>
          {rows.map((row) => (
            <ImportRowItem key={row.row} row={row} />
          ))}
        </ul>
      )}
      {list.hasNextPage && (
        <div className="imp-more">
          <Button busy={list.isFetchingNextPage} onClick={list.more}>
            {t('more')}
          </Button>
          <span className="wh-muted wh-num">
            {t('shown', { shown: f.number(rows.length), all: f.number(counts[show]) })}
          </span>
        </div>
      )}
    </Section>
  );
}

function ImportRowItem({ row }: { row: OutletImportRow }) {
  const t = useT(importTexts);
  const f = useFormat();
  const name = row.name ? f.text(row.name) : '';
  return (
    <li className="imp-row">
      <div className="imp-row__head">
        <span className="imp-row__number wh-num">{t('row', { row: f.number(row.row) })}</span>
        <span className="imp-row__code">{row.code || t('noCode')}</span>
        {row.outletId ? (
          <Link to={`/outlets/${row.outletId}`} className="imp-row__name">
            {name}
          </Link>
        ) : (
          <span className="imp-row__name">{name}</span>
        )}
      </div>
      {row.problems.length > 0 && (
        <ul className="imp-facts">
          {row.problems.map((problem) => (
            <li key={problem.column + problem.code}>
              <strong>{f.text(outletColumnLabel(problem.column))}</strong>{' '}
              <span className="wh-muted imp-value">
                {problem.value === '' ? t('emptyCell') : t('wrongCell', { value: problem.value })}
              </span>
              <span className="imp-facts__said">
                <Icon name="alert" size={16} className="wh-bad" />
                {problem.message}
              </span>
            </li>
          ))}
        </ul>
      )}
      {row.changes.length > 0 && (
        <ul className="imp-facts">
          {row.changes.map(({ column, before, after }) => (
            <li key={column}>
              <strong>{f.text(outletColumnLabel(column))}</strong> <span className="wh-sr">{t('from')} </span>
              <del className="imp-value">{before || t('nothing')}</del>
              <Icon name="right" size={14} />
              <span className="wh-sr">{t('to')} </span>
              <ins className="imp-value">{after || t('nothing')}</ins>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}
