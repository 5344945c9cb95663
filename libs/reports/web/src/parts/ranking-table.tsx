import type { RankingRow, ReportResponse } from '@wheelhouse/contracts';
import { Change, Hint, Icon, IntervalBar, Sparkline } from '@wheelhouse/ui';
import { useFormat, useT } from '@wheelhouse/web-core';
import { memo, useMemo, type ReactNode } from 'react';
import { Link } from 'react-router';
import { rankingTexts } from '../texts/ranking.texts.js';
import { rangeText, rankText, type Scale } from './rank-format.js';
import { RankChange } from './rank-change.js';
import { RowDetail } from './row-detail.js';
import { portionsOf, useNear } from './use-near.js';
import { meanOf, startsUp, type RankingState, type RowSort } from './use-ranking.js';

const COLUMNS = 12;
/** About the height of a row, in pixels. */
const ROW = 53;

export interface RankingViewProps {
  pages: RankingRow[][];
  report: ReportResponse;
  state: RankingState;
  scale: Scale;
  open: string | null;
  onToggle: (outletId: string) => void;
  printing: boolean;
}

/** The ranked table at a desk. */
export function RankingTable({ pages, report, state, scale, open, onToggle, printing }: RankingViewProps) {
  const t = useT(rankingTexts);
  const portions = useMemo(() => pages.flatMap(portionsOf), [pages]);
  const head = (
    key: 'rank' | 'range' | 'outlet' | 'estimate' | 'score' | 'n' | 'rankChange' | 'change' | 'trend' | 'findings',
    sort?: RowSort,
    numeric = true,
  ) => (
    <Th state={state} sort={sort} numeric={numeric} hint={key === 'outlet' ? undefined : t(`col.${key}Def`)}>
      {t(`col.${key}`)}
    </Th>
  );
  return (
    <div className="rep-tablewrap">
      <table className="rep-table" aria-label={t('title')}>
        <thead>
          <tr>
            {head('rank', 'rank')}
            {head('range')}
            {head('outlet', 'name', false)}
            {head('estimate')}
            {head('score', 'score')}
            <Th state={state} hint={t('col.intervalDef', { min: scale.min, max: scale.max })}>
              {t('col.interval')}
            </Th>
            {head('n', 'n')}
            {head('rankChange')}
            {head('change', 'change')}
            {head('trend', undefined, false)}
            {head('findings', 'findings')}
            <th className="rep-table__more">
              <span className="wh-sr">{t('col.more')}</span>
            </th>
          </tr>
        </thead>
        {portions.map((rows, i) => (
          <Chunk
            key={`${i}-${rows[0]?.outletId}`}
            first={i === 0}
            rows={rows}
            report={report}
            scale={scale}
            wide={state.peer === 'all'}
            open={rows.some((row) => row.outletId === open) ? open : null}
            onToggle={onToggle}
            printing={printing}
          />
        ))}
      </table>
    </div>
  );
}

function Th({
  state,
  sort,
  hint,
  numeric,
  children,
}: {
  state: RankingState;
  sort?: RowSort;
  hint?: string;
  numeric?: boolean;
  children: string;
}) {
  const on = sort !== undefined && state.sort === sort;
  const press = () => {
    if (!sort) return;
    const dir = on ? (state.direction === 'asc' ? 'desc' : 'asc') : '';
    state.set({ sort, dir: dir === (startsUp(sort) ? 'asc' : 'desc') ? '' : dir });
  };
  let label: ReactNode = children;
  if (sort)
    label = (
      <button type="button" onClick={press}>
        {children}
        {on && <Icon name={state.direction === 'asc' ? 'up' : 'down'} size={12} />}
      </button>
    );
  return (
    <th
      scope="col"
      className={numeric ? 'wh-num' : undefined}
      aria-sort={on ? (state.direction === 'asc' ? 'ascending' : 'descending') : undefined}
    >
      <span className="rep-table__th">
        {label}
        {hint && <Hint label={children}>{hint}</Hint>}
      </span>
    </th>
  );
}

interface ChunkProps extends Pick<RankingViewProps, 'report' | 'scale' | 'open' | 'onToggle' | 'printing'> {
  rows: RankingRow[];
  /** Drawn at once, without waiting to be near. */
  first: boolean;
  wide: boolean;
}

const Chunk = memo(function Chunk({ rows, first, report, scale, wide, open, onToggle, printing }: ChunkProps) {
  const { ref, drawn, height } = useNear<HTMLTableSectionElement>({
    first,
    always: printing,
    guess: rows.length * ROW,
  });
  if (!drawn)
    return (
      <tbody ref={ref} aria-hidden="true">
        <tr>
          <td colSpan={COLUMNS} style={{ height, padding: 0 }} />
        </tr>
      </tbody>
    );
  return (
    <tbody ref={ref}>
      {rows.map((row) => (
        <Row
          key={row.outletId}
          row={row}
          report={report}
          scale={scale}
          wide={wide}
          open={row.outletId === open}
          onToggle={onToggle}
        />
      ))}
    </tbody>
  );
});

interface RowProps extends Pick<ChunkProps, 'report' | 'scale' | 'wide' | 'onToggle'> {
  row: RankingRow;
  open: boolean;
}

const Row = memo(function Row({ row, report, scale, wide, open, onToggle }: RowProps) {
  const t = useT(rankingTexts);
  const f = useFormat();
  const name = f.text(row.name);
  return (
    <>
      <tr className={open ? 'is-open' : undefined}>
        <td className="wh-num rep-table__rank" title={row.tied ? t('rankTied', { rank: row.rank ?? '' }) : undefined}>
          {rankText(row)}
        </td>
        <td className="wh-num wh-muted">{rangeText(row)}</td>
        <th scope="row">
          <Link to={`/outlets/${row.outletId}`}>{name}</Link>
          <span className="rep-table__sub">
            {row.code} · {f.text(row.orgUnitName)}
            {wide && row.peerGroupName && ` · ${f.text(row.peerGroupName)}`}
          </span>
        </th>
        <td className="wh-num rep-table__estimate">{f.score(row.estimate)}</td>
        <td className="wh-num">{f.score(row.score)}</td>
        <td className="rep-table__interval">
          <IntervalBar
            value={row.estimate}
            low={row.low}
            high={row.high}
            min={scale.min}
            max={scale.max}
            reference={meanOf(report, row)}
            tone="neutral"
          />
        </td>
        <td className="wh-num">{f.number(row.n)}</td>
        <td className="wh-num">
          <RankChange value={row.rankChange} />
        </td>
        <td className="wh-num">
          <Change value={row.change} beyondNoise={row.beyondNoise} />
        </td>
        <td>
          <Sparkline values={row.trend} width={88} height={24} />
        </td>
        <td className="wh-num">{f.number(row.findings)}</td>
        <td className="rep-table__more">
          <button
            type="button"
            aria-expanded={open}
            aria-label={`${t('col.more')}: ${name}`}
            onClick={() => onToggle(row.outletId)}
          >
            <Icon name={open ? 'up' : 'down'} size={16} />
          </button>
        </td>
      </tr>
      {open && (
        <tr className="rep-table__detail">
          <td colSpan={COLUMNS}>
            <RowDetail row={row} scheme={report.method.scheme} />
          </td>
        </tr>
      )}
    </>
  );
});
