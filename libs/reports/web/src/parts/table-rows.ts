import type { EditionTableResponse, Listing, TableRow } from '@wheelhouse/contracts';

export type RowSort = 'rank' | 'estimate' | 'score' | 'change' | 'n' | 'findings' | 'name';

export interface RowQuery {
  peerGroupId?: string;
  orgUnitId?: string;
  q?: string;
}

/** The rows that a filter leaves, in their order. */
export function filterRows(table: EditionTableResponse, query: RowQuery): TableRow[] {
  const unit = query.orgUnitId ? table.units.findIndex(({ id }) => id === query.orgUnitId) : null;
  const q = query.q?.trim().toLowerCase();
  return table.rows.filter(
    (row) =>
      (!query.peerGroupId || row.peerGroupId === query.peerGroupId) &&
      (unit === null || row.under.includes(unit)) &&
      (!q || `${row.code} ${row.name.en} ${row.name.zh}`.toLowerCase().includes(q)),
  );
}

const VALUES: Record<RowSort, (row: TableRow) => number | string | null> = {
  rank: (row) => row.rank,
  estimate: (row) => row.estimate,
  score: (row) => row.score,
  change: (row) => row.change,
  n: (row) => row.n,
  findings: (row) => row.findings,
  name: (row) => row.name.en.toLowerCase(),
};

/** Sorted anew; a missing figure comes last in both directions, equal ones stand by code. */
export function sortRows(
  rows: readonly TableRow[],
  sort: RowSort,
  direction: 'asc' | 'desc',
  nameOf?: (row: TableRow) => string,
): TableRow[] {
  const value = sort === 'name' && nameOf ? nameOf : VALUES[sort];
  const sign = direction === 'asc' ? 1 : -1;
  const compare = (a: number | string, b: number | string) =>
    typeof a === 'string' && typeof b === 'string' ? a.localeCompare(b) : Number(a) - Number(b);
  return rows
    .map((row) => ({ row, key: value(row) }))
    .sort((a, b) => {
      if (a.key === null || b.key === null)
        return Number(a.key === null) - Number(b.key === null) || byCode(a.row, b.row);
      return sign * compare(a.key, b.key) || byCode(a.row, b.row);
    })
    .map(({ row }) => row);
}

const byCode = (a: TableRow, b: TableRow) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0);

/** Rows by listing. */
export function byListing(rows: readonly TableRow[]): Record<Listing, TableRow[]> {
  const lists: Record<Listing, TableRow[]> = { ranked: [], apart: [], failed_red_line: [] };
  for (const row of rows) lists[row.listing].push(row);
  return lists;
}

/**
 * The rows with their movement against another edition of the same audience instead of the week before: only where an
 * outlet was ranked in both, its rank only within the same peer group. Beyond noise when the change is larger than both
 * half intervals together (root of the squares), as everywhere in a report.
 */
export function compared(rows: readonly TableRow[], before: readonly TableRow[]): TableRow[] {
  const old = new Map(before.map((row) => [row.outletId, row]));
  return rows.map((row) => {
    const then = old.get(row.outletId);
    if (
      !then ||
      row.listing !== 'ranked' ||
      then.listing !== 'ranked' ||
      row.estimate === null ||
      then.estimate === null
    )
      return { ...row, change: null, rankChange: null, beyondNoise: false };
    const change = row.estimate - then.estimate;
    const same = row.peerGroupId === then.peerGroupId && row.rank !== null && then.rank !== null;
    return {
      ...row,
      change,
      rankChange: same ? (then.rank ?? 0) - (row.rank ?? 0) : null,
      beyondNoise: Math.abs(change) > Math.hypot(half(row), half(then)),
    };
  });
}

const half = ({ low, high, estimate }: TableRow): number =>
  low === null || high === null || estimate === null ? Infinity : Math.max(high - estimate, estimate - low);
