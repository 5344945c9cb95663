import type { EditionTableResponse, TableRow } from '@wheelhouse/contracts';
import { displayRound, type LocalizedText } from '@wheelhouse/kernel';
import type { StoredRow } from './edition-rows.repository.js';

/** A row of an edition with every unit above its outlet, root first. */
export interface PlacedRow {
  row: StoredRow;
  orgUnitIds: string[];
}

/** Four decimals are more than any screen shows. */
const short = (value: number | null): number | null => (value === null ? null : Math.round(value * 1e4) / 1e4);

/** The whole table: names of units and peer groups once, rows with what the table shows. */
export function presentTable(total: number, placed: readonly PlacedRow[]): EditionTableResponse {
  const places = new Map<string, number>();
  const names = new Map<string, LocalizedText>();
  const groups = new Map<string, LocalizedText>();
  const placeOf = (id: string): number => {
    const known = places.get(id);
    if (known !== undefined) return known;
    places.set(id, places.size);
    return places.size - 1;
  };
  const rows = placed.map(({ row, orgUnitIds }): TableRow => {
    names.set(row.orgUnitId, row.orgUnitName);
    if (row.regionId && row.regionName) names.set(row.regionId, row.regionName);
    if (row.peerGroupId && row.peerGroupName) groups.set(row.peerGroupId, row.peerGroupName);
    return { ...tableRow(row), under: orgUnitIds.map(placeOf) };
  });
  return {
    total,
    units: [...places.keys()].map((id) => ({ id, name: names.get(id) ?? null })),
    peerGroups: [...groups].map(([id, name]) => ({ id, name })),
    rows,
  };
}

function tableRow(row: StoredRow): Omit<TableRow, 'under'> {
  const missing = row.sources.filter(({ share }) => share === 0).map(({ source }) => source);
  return {
    outletId: row.outletId,
    code: row.code,
    name: row.name,
    orgUnitId: row.orgUnitId,
    regionId: row.regionId,
    peerGroupId: row.peerGroupId,
    listing: row.listing,
    apartReason: row.apartReason,
    score: short(row.score),
    estimate: short(row.estimate),
    low: short(row.low),
    high: short(row.high),
    n: row.n,
    rank: row.rank,
    tied: row.tied,
    rankBest: row.rankBest,
    rankWorst: row.rankWorst,
    rankChange: row.rankChange,
    change: short(row.change),
    beyondNoise: row.beyondNoise,
    coverage: short(row.coverage) ?? 0,
    redLines: row.redLines,
    findings: row.findings,
    trend: row.trend.map((value) => (value === null ? null : displayRound(value, 1))),
    weeksSinceVisit: row.weeksSinceVisit,
    ...(row.apartReason === 'partial' && { missing }),
  };
}
