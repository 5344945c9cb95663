import type { RankingRow } from '@wheelhouse/contracts';
import { meanInterval } from '@wheelhouse/scoring-domain';

/** The score of many outlets together, 0–100, with its 95 % interval. */
export interface AudienceScore {
  score: number | null;
  low: number | null;
  high: number | null;
}

/**
 * The mean of the outlets' composite scores, each outlet counting once, with its Student interval over outlets (formulas
 * 2.9), clamped to 0–100. Outlets without a score stay out; a single one has no interval.
 */
export function audienceScore(rows: readonly Pick<RankingRow, 'score'>[]): AudienceScore {
  const { mean, low, high } = meanInterval(rows.flatMap(({ score }) => (score === null ? [] : [score])));
  return {
    score: mean,
    low: low === null ? null : Math.max(0, low),
    high: high === null ? null : Math.min(100, high),
  };
}

/** `now` − `before`; null unless both are known. */
export function difference(now: number | null, before: number | null | undefined): number | null {
  return now === null || before == null ? null : now - before;
}
