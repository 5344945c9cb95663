export interface TargetProgress {
  actual: number;
  target: number;
  /** Whether more or less of the metric is better. */
  direction: 'up' | 'down';
  /** Share of the time that has passed, 0–1. */
  elapsed?: number | null;
  /** Highest attainment that scores, default 1.2. */
  cap?: number;
}

/**
 * How much of a target is reached (formulas 2.24): up actual/target; down 1 if actual ≤ target, else target/actual.
 * Score 100·clamp(attainment, 0, cap); pace = attainment / elapsed share (above 1: ahead of time). Null where an upward
 * target is not above 0, or a downward one is negative and missed.
 */
export function smartAttainment({ actual, target, direction, elapsed, cap = 1.2 }: TargetProgress) {
  const attainment = direction === 'up' ? upward(actual, target) : downward(actual, target);
  if (attainment === null) return { attainment, score: null, pace: null };
  const score = 100 * Math.min(cap, Math.max(0, attainment));
  return { attainment, score, pace: elapsed ? attainment / elapsed : null };
}

function upward(actual: number, target: number): number | null {
  return target > 0 ? actual / target : null;
}

function downward(actual: number, target: number): number | null {
  if (actual <= target) return 1;
  return target >= 0 ? target / actual : null;
}
