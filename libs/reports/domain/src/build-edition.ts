import type { PeerGroupSummary, ReportHead, TrendPoint } from '@wheelhouse/contracts';
import { audienceScore, difference } from './audience-score.js';
import type { Audience, AudienceFigures, Edition, EditionRow, PeriodFigures } from './edition.types.js';
import { findingPareto } from './finding-pareto.js';
import { movers } from './movers.js';
import { factsOf, TREND_WEEKS } from './period-rows.js';
import { unitScores } from './unit-scores.js';
import { visitProposals } from './visit-proposals.js';

/** Printed on every report; grows when a formula changes what the same audits lead to. */
export const FORMULA_VERSION = '1';

/**
 * One edition: the rows of the audience's outlets, cut from those of the whole tenant (`periodRows`), and what they mean.
 * Pure and deterministic: the same figures give the same edition.
 */
export function buildEdition(period: PeriodFigures, allRows: readonly EditionRow[], figures: AudienceFigures): Edition {
  const { audience, previous, findings } = figures;
  const mine = allRows.filter(({ orgUnitIds }) => audience.kind === 'tenant' || orgUnitIds.includes(audience.unitId));
  const rows = mine.map(({ row }) => row);
  const names = new Map(rows.map((row) => [row.outletId, row.name]));
  return {
    rows: mine,
    body: {
      head: head(period, allRows, mine, figures),
      visits: visitProposals(rows, (outletId) => factsOf(period, outletId)),
      pareto: findingPareto(findings, (outletId) => names.get(outletId)),
      movers: movers(rows),
      units: unitScores(audience.unitId, period.network, mine, previous?.units),
      peerGroups: peerGroups(period, mine),
      method: {
        scheme: period.scheme,
        formulaVersion: FORMULA_VERSION,
        standardVersions: period.standardVersions,
        audits: rows.reduce((sum, row) => sum + row.sources.reduce((n, source) => n + source.n, 0), 0),
      },
    },
  };
}

function head(
  period: PeriodFigures,
  allRows: readonly EditionRow[],
  mine: readonly EditionRow[],
  { audience, previous, pastTrend }: AudienceFigures,
): ReportHead {
  const rows = mine.map(({ row }) => row);
  const facts = rows.map(({ outletId }) => factsOf(period, outletId));
  const total = (of: (one: (typeof facts)[number]) => number) => facts.reduce((sum, one) => sum + of(one), 0);
  const score = audienceScore(rows);
  const ranked = rows.filter(({ listing }) => listing === 'ranked').length;
  const now: TrendPoint = { period: period.week.key, ...score, n: total((one) => one.audits) };
  return {
    ...score,
    change: difference(score.score, previous?.score),
    ...placeAmongSiblings(period, allRows, audience),
    outlets: rows.length,
    covered: total((one) => (one.covered ? 1 : 0)),
    missed: total((one) => one.missed),
    redLines: rows.reduce((sum, { redLines }) => sum + redLines.length, 0),
    ranked,
    apart: rows.length - ranked,
    trend: [...pastTrend.slice(-(TREND_WEEKS - 1)), now],
  };
}

/** Place of the unit among those that have the same parent and a score; none for the tenant. */
function placeAmongSiblings(
  { network }: PeriodFigures,
  allRows: readonly EditionRow[],
  audience: Audience,
): Pick<ReportHead, 'place' | 'places'> {
  const parentId = network.units.find(({ id }) => id === audience.unitId)?.parentId;
  if (audience.kind === 'tenant' || !parentId) return { place: null, places: null };
  const siblings = unitScores(parentId, network, allRows);
  return {
    place: siblings.find(({ orgUnitId }) => orgUnitId === audience.unitId)?.place ?? null,
    places: siblings.filter(({ place }) => place !== null).length,
  };
}

/** The peer groups that the audience's outlets are compared in; the figures are those of the whole group. */
function peerGroups({ ranking, network }: PeriodFigures, mine: readonly EditionRow[]): PeerGroupSummary[] {
  const names = new Map(network.peerGroups.map((group) => [group.id, group.name]));
  const compared = new Set(mine.map(({ comparedWith }) => comparedWith));
  return ranking.groups
    .filter(({ id }) => compared.has(id))
    .map(({ id, ranked, mean, withinVariance, betweenVariance, distinguishable }) => ({
      ...{ id, name: id === null ? null : (names.get(id) ?? null) },
      ...{ ranked, mean, withinVariance, betweenVariance, distinguishable },
    }));
}
