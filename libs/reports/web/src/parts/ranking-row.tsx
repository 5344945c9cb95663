import type { ReportResponse, TableRow } from '@wheelhouse/contracts';
import { Change, Icon, IntervalBar, Sparkline } from '@wheelhouse/ui';
import { useFormat, useT } from '@wheelhouse/web-core';
import { memo, type ReactNode } from 'react';
import { Link } from 'react-router';
import { rankingTexts } from '../texts/ranking.texts.js';
import type { Column } from './columns.js';
import { weekFindingsPath } from './evidence.js';
import { RankChange } from './rank-change.js';
import { rangeText, rankText, type Scale } from './rank-format.js';
import { isNumeric } from './ranking-head.js';
import { meanOf } from './use-ranking.js';
import { ROW } from './use-row-keys.js';

export interface RankingRowProps {
  row: TableRow;
  /** Place in the list, from 0. */
  index: number;
  columns: Column[];
  report: ReportResponse;
  scale: Scale;
  /** Names of units and peer groups. */
  unitName: (id: string) => string;
  groupName: (id: string | null) => string;
  /** Ranks of several peer groups stand below each other. */
  wide: boolean;
  compact: boolean;
  height: number;
  open: boolean;
  onToggle: (outletId: string) => void;
}

type Format = ReturnType<typeof useFormat>;

/** One outlet of the ranked table. */
export const RankingRow = memo(function RankingRow(props: RankingRowProps) {
  const { row, index, columns, height, open, onToggle } = props;
  const t = useT(rankingTexts);
  const f = useFormat();
  return (
    <tr className={open ? 'is-open' : undefined} style={{ height }} aria-rowindex={index + 2} {...{ [ROW]: index }}>
      {columns.map((column) =>
        column === 'outlet' ? (
          <th key={column} scope="row">
            {nameCell(props, f)}
          </th>
        ) : (
          <td
            key={column}
            className={`rep-table__${column}${isNumeric(column) ? ' wh-num' : ''}`}
            title={column === 'rank' && row.tied ? t('rankTied', { rank: row.rank ?? '' }) : undefined}
          >
            {cell(column, props, t, f)}
          </td>
        ),
      )}
      <td className="rep-table__more">
        <button
          type="button"
          aria-expanded={open}
          aria-label={`${t('col.more')}: ${f.text(row.name)}`}
          onClick={() => onToggle(row.outletId)}
        >
          <Icon name={open ? 'up' : 'down'} size={16} />
        </button>
      </td>
    </tr>
  );
});

function nameCell({ row, unitName, groupName, wide, compact }: RankingRowProps, f: Format): ReactNode {
  const name = f.text(row.name);
  return (
    <>
      <Link to={`/outlets/${row.outletId}`} title={name}>
        {name}
      </Link>
      {compact ? (
        <span className="rep-table__code">{row.code}</span>
      ) : (
        <span className="rep-table__sub">
          {row.code} · {unitName(row.orgUnitId)}
          {wide && row.peerGroupId && ` · ${groupName(row.peerGroupId)}`}
        </span>
      )}
    </>
  );
}

/** A plain function: hooks in every cell would cost more than the cells. */
function cell(
  column: Column,
  { row, report, scale, groupName }: RankingRowProps,
  t: ReturnType<typeof useT<typeof rankingTexts.en>>,
  f: Format,
): ReactNode {
  switch (column) {
    case 'rank':
      return rankText(row);
    case 'range':
      return rangeText(row);
    case 'peer':
      return <span className="rep-table__line">{groupName(row.peerGroupId)}</span>;
    case 'estimate':
      return f.score(row.estimate);
    case 'score':
      return f.score(row.score);
    case 'interval':
      return (
        <IntervalBar
          value={row.estimate}
          low={row.low}
          high={row.high}
          min={scale.min}
          max={scale.max}
          reference={meanOf(report, row)}
          tone="neutral"
        />
      );
    case 'n':
      return f.number(row.n);
    case 'rankChange':
      return <RankChange value={row.rankChange} />;
    case 'change':
      return <Change value={row.change} beyondNoise={row.beyondNoise} />;
    case 'trend':
      return <Sparkline values={row.trend} width={88} height={24} />;
    case 'findings':
      return row.findings === 0 ? (
        f.number(0)
      ) : (
        <Link to={weekFindingsPath(report, row.outletId)} aria-label={t('findings', { count: row.findings })}>
          {f.number(row.findings)}
        </Link>
      );
    case 'redLines':
      return row.redLines.length === 0 ? f.number(0) : <span className="wh-bad">{f.number(row.redLines.length)}</span>;
    case 'visit':
      return row.weeksSinceVisit === null ? t('detail.visitNever') : t('weeksShort', { count: row.weeksSinceVisit });
    case 'coverage':
      return f.percent(row.coverage);
    case 'outlet':
      return null;
  }
}
