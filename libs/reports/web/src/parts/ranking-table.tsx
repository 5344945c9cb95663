import type { ReportResponse, TableRow } from '@wheelhouse/contracts';
import { useFormat, useT } from '@wheelhouse/web-core';
import { useEffect, useImperativeHandle, useLayoutEffect, useMemo, useRef, useState, type Ref } from 'react';
import { rankingTexts } from '../texts/ranking.texts.js';
import { chosenColumns, fittingColumns, widthOf } from './columns.js';
import { RankingHead } from './ranking-head.js';
import { RankingRow } from './ranking-row.js';
import { RowBehind } from './row-behind.js';
import type { RankedRows, RankingState } from './use-ranking.js';
import { useRowKeys } from './use-row-keys.js';
import { useHeight, useVirtualRows } from './use-virtual-rows.js';

/** Heights of a row at the usual text size, in pixels. */
const COMFORTABLE = 52;
const COMPACT = 36;
/** An A4 page between its margins, as wide as it is for the small print on it. */
const PAPER = 860;

/** What the page can ask of the table or list. */
export interface RowsHandle {
  show: (index: number) => void;
}

export interface RankingViewProps {
  rows: TableRow[];
  ranked: RankedRows;
  report: ReportResponse;
  state: RankingState;
  onToggle: (outletId: string) => void;
  /** Everything is drawn. */
  printing: boolean;
  handle: Ref<RowsHandle>;
}

/** The ranked table at a desk: its head stays in sight, and only the rows in sight are drawn. */
export function RankingTable({ rows, ranked, report, state, onToggle, printing, handle }: RankingViewProps) {
  const t = useT(rankingTexts);
  const wrap = useRef<HTMLDivElement>(null);
  const width = useWidth(wrap);
  const { cols } = state.filters;
  const columns = useMemo(
    () => chosenColumns(cols) ?? fittingColumns(printing ? PAPER : width),
    [cols, width, printing],
  );
  const { unitName, groupName } = useNames(ranked);
  const open = rows.findIndex((row) => row.outletId === state.filters.open);
  const { list, first, last, before, after, row, setDetail, show } = useVirtualRows<HTMLTableSectionElement>({
    count: rows.length,
    size: state.compact ? COMPACT : COMFORTABLE,
    open,
    all: printing,
  });
  useImperativeHandle(handle, () => ({ show: (i: number) => show(i, 'center') }));
  const onKeyDown = useRowKeys(rows.length, row, show);
  const span = columns.length + 1;
  const wider = !printing && widthOf(columns) > width;
  return (
    <div ref={wrap} className={wider ? 'rep-tablewrap is-wide' : 'rep-tablewrap'}>
      <table
        className={state.compact ? 'rep-table is-compact' : 'rep-table'}
        aria-label={t('title')}
        aria-rowcount={rows.length + 1}
        style={wider ? { minWidth: `${widthOf(columns) / 16}rem` } : undefined}
      >
        <RankingHead columns={columns} state={state} scale={ranked.scale} printing={printing} />
        <tbody ref={list} onKeyDown={onKeyDown}>
          <Space height={before} span={span} />
          {rows.slice(first, last + 1).flatMap((one, i) => {
            const shown = first + i === open;
            const line = (
              <RankingRow
                key={one.outletId}
                row={one}
                index={first + i}
                columns={columns}
                report={report}
                scale={ranked.scale}
                unitName={unitName}
                groupName={groupName}
                wide={state.peer === 'all'}
                compact={state.compact}
                height={row}
                open={shown}
                onToggle={onToggle}
              />
            );
            return shown
              ? [line, <Behind key={`${one.outletId} behind`} row={one} report={report} span={span} tell={setDetail} />]
              : [line];
          })}
          <Space height={after} span={span} />
        </tbody>
      </table>
    </div>
  );
}

/** The height of the rows that are not drawn. */
function Space({ height, span }: { height: number; span: number }) {
  if (height <= 0) return null;
  return (
    <tr aria-hidden="true" className="rep-table__space">
      <td colSpan={span} style={{ height }} />
    </tr>
  );
}

function Behind({
  row,
  report,
  span,
  tell,
}: {
  row: TableRow;
  report: ReportResponse;
  span: number;
  tell: (height: number) => void;
}) {
  const ref = useHeight<HTMLTableRowElement>(tell);
  return (
    <tr ref={ref} className="rep-table__detail">
      <td colSpan={span}>
        <RowBehind row={row} report={report} />
      </td>
    </tr>
  );
}

/** Names of units and peer groups by id. */
export function useNames({ table }: RankedRows) {
  const f = useFormat();
  return useMemo(() => {
    const units = new Map(table.units.map((unit) => [unit.id, f.text(unit.name)]));
    const groups = new Map(table.peerGroups.map((group) => [group.id, f.text(group.name)]));
    return {
      unitName: (id: string) => units.get(id) ?? '—',
      groupName: (id: string | null) => (id === null ? '—' : (groups.get(id) ?? '—')),
    };
  }, [table, f]);
}

function useWidth(box: { current: HTMLElement | null }): number {
  const [width, setWidth] = useState(1136);
  useLayoutEffect(() => {
    if (box.current) setWidth(box.current.clientWidth);
  }, [box]);
  useEffect(() => {
    if (!box.current) return;
    const watch = new ResizeObserver(([entry]) => entry && setWidth(entry.contentRect.width));
    watch.observe(box.current);
    return () => watch.disconnect();
  }, [box]);
  return width;
}
