import type { ReportResponse, TableRow } from '@wheelhouse/contracts';
import { Change, Icon, IntervalBar, Sample, ScoreText } from '@wheelhouse/ui';
import { useFormat, useT } from '@wheelhouse/web-core';
import { memo, useImperativeHandle, type ReactNode } from 'react';
import { rankingTexts } from '../texts/ranking.texts.js';
import { RankChange } from './rank-change.js';
import { rangeText, rankText, type Scale } from './rank-format.js';
import { useNames, type RankingViewProps } from './ranking-table.js';
import { RowBehind } from './row-behind.js';
import { meanOf } from './use-ranking.js';
import { ROW, useRowKeys } from './use-row-keys.js';
import { useHeight, useVirtualRows } from './use-virtual-rows.js';

/** Height of a row of two lines at the usual text size, in pixels. */
const TWO_LINES = 66;

/** The ranked table on a phone: two lines for each outlet; a press opens what is behind it. */
export function RankingList({ rows, ranked, report, state, onToggle, printing, handle }: RankingViewProps) {
  const t = useT(rankingTexts);
  const { groupName } = useNames(ranked);
  const wide = state.peer === 'all';
  return (
    <TwoLineRows
      label={t('title')}
      rows={rows}
      report={report}
      open={state.filters.open}
      onToggle={onToggle}
      printing={printing}
      handle={handle}
      line={(row, open) => (
        <Lines
          row={row}
          open={open}
          report={report}
          scale={ranked.scale}
          group={wide && row.peerGroupId ? groupName(row.peerGroupId) : null}
        />
      )}
    />
  );
}

export interface TwoLineRowsProps extends Pick<RankingViewProps, 'rows' | 'report' | 'onToggle' | 'printing'> {
  label: string;
  open: string;
  handle?: RankingViewProps['handle'];
  className?: string;
  line: (row: TableRow, open: boolean) => ReactNode;
}

/** A long list of rows that open, of which only those in sight are drawn. */
export function TwoLineRows(props: TwoLineRowsProps) {
  const { label, rows, report, open, onToggle, printing, handle, className = '', line } = props;
  const opened = rows.findIndex((row) => row.outletId === open);
  const virtual = useVirtualRows<HTMLUListElement>({
    count: rows.length,
    size: TWO_LINES,
    open: opened,
    all: printing,
  });
  const { list, first, last, before, after, row: height, setDetail, show } = virtual;
  useImperativeHandle(handle, () => ({ show: (i: number) => show(i, 'center') }));
  const onKeyDown = useRowKeys(rows.length, height, show);
  return (
    <ul
      ref={list}
      className={`rep-rows ${className}`}
      aria-label={label}
      style={{ paddingBlock: `${before}px ${after}px` }}
      onKeyDown={onKeyDown}
    >
      {rows.slice(first, last + 1).map((row, i) => (
        <li key={row.outletId} aria-setsize={rows.length} aria-posinset={first + i + 1} {...{ [ROW]: first + i }}>
          <button
            type="button"
            className="rep-row"
            style={{ height }}
            aria-expanded={first + i === opened}
            onClick={() => onToggle(row.outletId)}
          >
            {line(row, first + i === opened)}
          </button>
          {first + i === opened && <Behind row={row} report={report} tell={setDetail} />}
        </li>
      ))}
    </ul>
  );
}

function Behind({ row, report, tell }: { row: TableRow; report: ReportResponse; tell: (height: number) => void }) {
  const ref = useHeight<HTMLDivElement>(tell);
  return (
    <div ref={ref} className="rep-row__detail">
      <RowBehind row={row} report={report} />
    </div>
  );
}

interface LinesProps {
  row: TableRow;
  open: boolean;
  report: ReportResponse;
  scale: Scale;
  group: string | null;
}

const Lines = memo(function Lines({ row, open, report, scale, group }: LinesProps) {
  const t = useT(rankingTexts);
  const f = useFormat();
  return (
    <>
      <span className="rep-row__rank" title={row.tied ? t('rankTied', { rank: row.rank ?? '' }) : undefined}>
        {rankText(row)}
      </span>
      <span className="rep-row__name">{f.text(row.name)}</span>
      <span className="rep-row__score">
        <ScoreText value={row.estimate} />
        <Icon name={open ? 'up' : 'down'} size={14} />
      </span>
      <span className="rep-row__facts">
        <span role="img" aria-label={`${t('col.range')} ${rangeText(row)}`}>
          {rangeText(row)}
        </span>
        <Sample n={row.n} />
        <RankChange value={row.rankChange} />
        <Change value={row.change} beyondNoise={row.beyondNoise} />
        {group && <span className="rep-row__long">{group}</span>}
      </span>
      <span className="rep-row__bar">
        <IntervalBar
          value={row.estimate}
          low={row.low}
          high={row.high}
          min={scale.min}
          max={scale.max}
          reference={meanOf(report, row)}
          tone="neutral"
        />
      </span>
    </>
  );
});
