import type { RankingRow } from '@wheelhouse/contracts';
import type { PeriodRow } from '@wheelhouse/scoring-domain';
import type { EditionRow, NetworkOutlet, OutletFacts, PeriodFigures } from './edition.types.js';

/** Weeks that a trend shows, this one included. */
export const TREND_WEEKS = 13;

const NOTHING: OutletFacts = {
  findings: 0,
  audits: 0,
  covered: false,
  missed: 0,
  selfAuditGap: null,
  weeksSinceVisit: null,
  repeatedItems: 0,
  trend: [],
};

/** What is known of an outlet; nothing, when nothing happened there. */
export function factsOf({ facts }: Pick<PeriodFigures, 'facts'>, outletId: string): OutletFacts {
  return facts.get(outletId) ?? NOTHING;
}

/**
 * The rows of every edition of the week, in the order in which a table shows them: ranked ones by peer group and rank,
 * then those listed apart, by code. An outlet has the same figures in the tenant's edition and in its region's.
 */
export function periodRows(period: PeriodFigures): EditionRow[] {
  const places = new Map(period.network.outlets.map((outlet) => [outlet.id, outlet]));
  const unitNames = new Map(period.network.units.map((unit) => [unit.id, unit.name]));
  const rows = period.ranking.rows.flatMap((ranked): EditionRow[] => {
    const outlet = places.get(ranked.outletId);
    if (!outlet) return [];
    const row = rankingRow(ranked, outlet, factsOf(period, outlet.id), (id) => unitNames.get(id) ?? outlet.name);
    return [{ row, orgUnitIds: [...outlet.orgUnitPath], comparedWith: ranked.comparedWith }];
  });
  return rows.sort((a, b) => inTableOrder(a.row, b.row));
}

function rankingRow(
  ranked: PeriodRow,
  outlet: NetworkOutlet,
  facts: OutletFacts,
  nameOf: (unitId: string) => RankingRow['name'],
): RankingRow {
  const { widened: _widened, comparedWith: _comparedWith, sd: _sd, ...figures } = ranked;
  const regionId = outlet.orgUnitPath[1] ?? null;
  return {
    ...figures,
    code: outlet.code,
    name: outlet.name,
    orgUnitId: outlet.orgUnitId,
    orgUnitName: nameOf(outlet.orgUnitId),
    regionId,
    regionName: regionId === null ? null : nameOf(regionId),
    peerGroupId: outlet.peerGroupId,
    peerGroupName: outlet.peerGroupName,
    findings: facts.findings,
    trend: trendOf(facts.trend, ranked.listing === 'ranked' ? ranked.estimate : null),
    selfAuditGap: facts.selfAuditGap?.bias ?? null,
    weeksSinceVisit: facts.weeksSinceVisit,
  };
}

/** Thirteen figures, oldest first, `now` last; what is missing at the beginning is null. */
function trendOf(past: readonly (number | null)[], now: number | null): (number | null)[] {
  const known = past.slice(-(TREND_WEEKS - 1));
  return [...Array<null>(TREND_WEEKS - 1 - known.length).fill(null), ...known, now];
}

const LISTINGS = ['ranked', 'failed_red_line', 'apart'] as const;

function inTableOrder(a: RankingRow, b: RankingRow): number {
  return (
    LISTINGS.indexOf(a.listing) - LISTINGS.indexOf(b.listing) ||
    (a.rank ?? 0) - (b.rank ?? 0) ||
    compareText(a.code, b.code)
  );
}

/** By code point, the same on every machine. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
