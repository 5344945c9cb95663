import { type RankingRow, VISIT_REASONS, type VisitProposal, type VisitReason } from '@wheelhouse/contracts';
import type { OutletFacts } from './edition.types.js';
import { compareText } from './period-rows.js';

/** Proposals that fit into a week of visits. */
export const MOST_VISITS = 10;
/** Weeks without anybody from outside, from which an outlet should be visited. */
export const NO_VISIT_WEEKS = 8;
/** Audits in which the same item failed (within `REPEAT_WEEKS`), from which it counts as repeated … */
export const REPEAT_TIMES = 3;
export const REPEAT_WEEKS = 13;
/** … and repeated items, from which an outlet should be visited. */
export const REPEATED_ITEMS = 3;
/** Points by which self-checks lie above audits, and pairs behind it, from which they are looked into (formulas 2.12). */
export const INFLATED_POINTS = 6;
export const INFLATED_PAIRS = 3;

type Reason = VisitProposal['reasons'][number];

/**
 * Whom to visit this week, and why: every outlet with at least one reason, most pressing first, at most ten. The most
 * pressing reason decides (order of `VISIT_REASONS`), then the number of reasons, then the lower estimate, then the code.
 */
export function visitProposals(
  rows: readonly RankingRow[],
  factsOf: (outletId: string) => Pick<OutletFacts, 'repeatedItems' | 'selfAuditGap'>,
): VisitProposal[] {
  return rows
    .map((row) => ({ row, reasons: visitReasons(row, factsOf(row.outletId)) }))
    .filter(({ reasons }) => reasons.length > 0)
    .sort(
      (a, b) =>
        severity(a.reasons) - severity(b.reasons) ||
        b.reasons.length - a.reasons.length ||
        height(a.row) - height(b.row) ||
        compareText(a.row.code, b.row.code),
    )
    .slice(0, MOST_VISITS)
    .map(({ row: { outletId, code, name, score, estimate, low, high, n }, reasons }) => ({
      ...{ outletId, code, name, score, estimate, low, high, n },
      reasons,
    }));
}

/** Why this outlet should be visited, most pressing first; empty when nothing speaks for it. */
export function visitReasons(row: RankingRow, facts: Pick<OutletFacts, 'repeatedItems' | 'selfAuditGap'>): Reason[] {
  const { redLines, rank, peers, change, weeksSinceVisit } = row;
  const { selfAuditGap: gap, repeatedItems } = facts;
  const found: Partial<Record<VisitReason, Reason['params']>> = {};
  if (redLines.length > 0) found.red_line = { count: redLines.length, items: redLines.join(', ') };
  if (row.beyondNoise && change !== null && change < 0) found.fell_beyond_noise = { points: -change };
  if (row.newInBottomQuarter) found.new_in_bottom_quarter = { rank: rank ?? 0, peers };
  else if (row.bottomQuarter) found.bottom_quarter = { rank: rank ?? 0, peers };
  if (repeatedItems >= REPEATED_ITEMS) found.repeat_findings = { items: repeatedItems, times: REPEAT_TIMES };
  if (weeksSinceVisit === null) found.no_visit = { never: 1 };
  else if (weeksSinceVisit >= NO_VISIT_WEEKS) found.no_visit = { weeks: weeksSinceVisit };
  if (gap && gap.bias !== null && gap.pairs >= INFLATED_PAIRS && gap.bias >= INFLATED_POINTS) {
    found.self_check_inflated = { points: gap.bias, pairs: gap.pairs };
  }
  return VISIT_REASONS.flatMap((reason) => {
    const params = found[reason];
    return params ? [{ reason, params }] : [];
  });
}

const severity = (reasons: readonly Reason[]): number =>
  Math.min(...reasons.map(({ reason }) => VISIT_REASONS.indexOf(reason)));

/** The estimate as it orders: without the last digits, which depend on the order in which numbers were added up. */
const height = ({ estimate }: RankingRow): number => (estimate === null ? 101 : Number(estimate.toFixed(6)));
