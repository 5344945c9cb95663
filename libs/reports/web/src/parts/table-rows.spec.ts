import { describe, expect, it } from 'vitest';
import type { EditionTableResponse, TableRow } from '@wheelhouse/contracts';
import { chosenColumns, columnsAddress, fittingColumns, widthOf } from './columns.js';
import { byListing, compared, filterRows, sortRows } from './table-rows.js';

const row = (code: string, more: Partial<TableRow> = {}): TableRow => ({
  ...{ outletId: code, code, name: { en: `Outlet ${code}`, zh: `${code}店` }, orgUnitId: 'a', regionId: 'r' },
  ...{ peerGroupId: 'g', listing: 'ranked', apartReason: null, score: 80, estimate: 80, low: 76, high: 84, n: 5 },
  ...{ rank: 1, tied: false, rankBest: 1, rankWorst: 3, rankChange: null, change: null, beyondNoise: false },
  ...{ coverage: 1, redLines: [], findings: 0, trend: [], weeksSinceVisit: 1, under: [0, 1] },
  ...more,
});
const table = (rows: TableRow[]): EditionTableResponse => ({
  ...{ total: rows.length, rows, peerGroups: [] },
  units: ['hq', 'east', 'west'].map((id) => ({ id, name: null })),
});
const codes = (rows: TableRow[]) => rows.map(({ code }) => code);

describe('the rows of a table', () => {
  const rows = [
    row('A'),
    row('B', { peerGroupId: 'h', under: [0, 2] }),
    row('C', { name: { en: 'Pier', zh: '码头店' } }),
  ];

  it('are narrowed by group, unit and words in either language', () => {
    expect(codes(filterRows(table(rows), { peerGroupId: 'g' }))).toEqual(['A', 'C']);
    expect(codes(filterRows(table(rows), { orgUnitId: 'west' }))).toEqual(['B']);
    expect(codes(filterRows(table(rows), { orgUnitId: 'hq' }))).toEqual(['A', 'B', 'C']);
    expect(codes(filterRows(table(rows), { orgUnitId: 'nowhere' }))).toEqual([]);
    expect(codes(filterRows(table(rows), { q: ' pier ' }))).toEqual(['C']);
    expect(codes(filterRows(table(rows), { q: '码头' }))).toEqual(['C']);
  });

  it('are sorted both ways, what is missing last, equal ones by code', () => {
    const some = [row('D', { score: null }), row('C', { score: 70 }), row('B', { score: 90 }), row('A', { score: 70 })];
    expect(codes(sortRows(some, 'score', 'desc'))).toEqual(['B', 'A', 'C', 'D']);
    expect(codes(sortRows(some, 'score', 'asc'))).toEqual(['A', 'C', 'B', 'D']);
    expect(codes(sortRows(some, 'name', 'desc', ({ code }) => code))).toEqual(['D', 'C', 'B', 'A']);
  });

  it('are parted by listing', () => {
    const lists = byListing([row('A'), row('B', { listing: 'apart' }), row('C', { listing: 'failed_red_line' })]);
    expect(Object.values(lists).map(codes)).toEqual([['A'], ['B'], ['C']]);
  });

  it('move against another edition only where they were ranked in both; rank only among the same peers', () => {
    const now = [
      row('A', { rank: 2 }),
      row('B', { estimate: 90, low: 88, high: 92 }),
      row('C', { peerGroupId: 'h' }),
      row('D', { listing: 'apart', rank: null }),
      row('E'),
    ];
    const then = [
      row('A', { rank: 5, estimate: 79 }),
      row('B', { estimate: 82, low: 80, high: 84 }),
      row('C', { rank: 4 }),
      row('D'),
    ];
    const [a, b, c, d, e] = compared(now, then);
    expect(a).toMatchObject({ rankChange: 3, change: 1, beyondNoise: false });
    expect(b).toMatchObject({ change: 8, beyondNoise: true });
    expect(c).toMatchObject({ rankChange: null, change: 0 });
    expect(d).toMatchObject({ rankChange: null, change: null });
    expect(e).toMatchObject({ rankChange: null, change: null });
  });
});

describe('the columns of a table', () => {
  it('stand in the address only when they are not the usual ones', () => {
    expect(chosenColumns('')).toBeNull();
    expect(columnsAddress(fittingColumns(Infinity))).toBe('');
    const address = columnsAddress(['n', 'peer', 'outlet']);
    expect(address).toBe('peer,n');
    expect(chosenColumns(address)).toEqual(['rank', 'outlet', 'peer', 'estimate', 'n']);
    expect(chosenColumns(columnsAddress([]))).toEqual(['rank', 'outlet', 'estimate']);
    expect(chosenColumns('nonsense,n')).toEqual(['rank', 'outlet', 'estimate', 'n']);
  });

  it('fit into what there is, dearest last', () => {
    expect(fittingColumns(1130)).toContain('findings');
    const narrow = fittingColumns(760);
    expect(widthOf(narrow)).toBeLessThanOrEqual(760);
    expect(narrow).toEqual(expect.arrayContaining(['rank', 'outlet', 'estimate', 'interval', 'change']));
  });
});
