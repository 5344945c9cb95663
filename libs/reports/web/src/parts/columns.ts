import type { Term } from '@wheelhouse/web-core/definitions';
import type { RowSort } from './table-rows.js';

/** Columns of the ranked table, in their order, with their width in pixels at the usual text size. */
export const COLUMNS = {
  rank: { width: 64, sort: 'rank' },
  range: { width: 82 },
  outlet: { width: 180, sort: 'name' },
  peer: { width: 130 },
  estimate: { width: 96, sort: 'estimate' },
  score: { width: 80, sort: 'score' },
  interval: { width: 150 },
  n: { width: 54, sort: 'n' },
  rankChange: { width: 58 },
  change: { width: 96, sort: 'change' },
  trend: { width: 108 },
  findings: { width: 96, sort: 'findings' },
  redLines: { width: 92 },
  visit: { width: 96 },
  coverage: { width: 96 },
} as const satisfies Record<string, { width: number; sort?: RowSort }>;

export type Column = keyof typeof COLUMNS;
/** What each column's figure means. */
export const MEANINGS: Record<Exclude<Column, 'outlet'>, Term> = {
  rank: 'rank',
  range: 'rankRange',
  peer: 'peerGroup',
  estimate: 'estimate',
  score: 'score',
  interval: 'intervalBar',
  n: 'sample',
  rankChange: 'rankChange',
  change: 'change',
  trend: 'trend',
  findings: 'findingsOfWeek',
  redLines: 'openRedLines',
  visit: 'lastVisit',
  coverage: 'weightCovered',
};
export const ALL_COLUMNS = Object.keys(COLUMNS) as Column[];

/** Always there: without them a row says nothing. */
export const FIXED: readonly Column[] = ['rank', 'outlet', 'estimate'];
const USUAL: readonly Column[] = [
  ...FIXED,
  'range',
  'score',
  'interval',
  'n',
  'rankChange',
  'change',
  'trend',
  'findings',
];
/** The button that opens a row. */
export const MORE_WIDTH = 52;
/** What goes first when the window is too narrow for the usual columns. */
const DISPENSABLE: readonly Column[] = ['findings', 'rankChange', 'trend', 'range', 'score', 'n'];

const inOrder = (chosen: ReadonlySet<Column>) => ALL_COLUMNS.filter((column) => chosen.has(column));

/** The columns that an address names; null when it leaves the choice to the page. */
export function chosenColumns(address: string): Column[] | null {
  if (!address) return null;
  const known = address.split(',').filter((name): name is Column => name in COLUMNS);
  return inOrder(new Set([...FIXED, ...known]));
}

/** What stands in the address for a choice; nothing for the usual one. */
export function columnsAddress(columns: readonly Column[]): string {
  const names = inOrder(new Set(columns));
  if (names.join() === inOrder(new Set(USUAL)).join()) return '';
  return names.filter((column) => !FIXED.includes(column)).join(',') || FIXED[0] || '';
}

export const widthOf = (columns: readonly Column[]) =>
  columns.reduce((sum, column) => sum + COLUMNS[column].width, MORE_WIDTH);

/** As many of the usual columns as fit into that many pixels. */
export function fittingColumns(width: number): Column[] {
  const columns = new Set(USUAL);
  for (const column of DISPENSABLE) {
    if (widthOf([...columns]) <= width) break;
    columns.delete(column);
  }
  return inOrder(columns);
}
