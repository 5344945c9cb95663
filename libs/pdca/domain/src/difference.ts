import { studentQuantile, wilsonInterval } from '@wheelhouse/scoring-domain';
import { type Sample, valueOf } from './sample.js';

/** A change in points (of the score, or of percent), with its 95 % interval where the samples allow one. */
export interface Change {
  change: number;
  low: number | null;
  high: number | null;
}

/** How much `after` lies above `before`; null when either is empty or they are not of one kind. */
export function differenceOf(before: Sample | null, after: Sample | null): Change | null {
  if (!before || !after || before.n <= 0 || after.n <= 0) return null;
  if (before.kind === 'mean' && after.kind === 'mean') return meanDifference(before, after);
  if (before.kind === 'rate' && after.kind === 'rate') return rateDifference(before, after);
  return null;
}

type Mean = Extract<Sample, { kind: 'mean' }>;
type Rate = Extract<Sample, { kind: 'rate' }>;

/**
 * Difference of two means with unequal variances (Welch, B. L. 1947, The generalization of Student's problem, Biometrika
 * 34, 28–35): d ± t(0.975, ν)·√(s₁²/n₁ + s₂²/n₂), ν = (v₁ + v₂)² / (v₁²/(n₁ − 1) + v₂²/(n₂ − 1)) with v = s²/n. Fewer than
 * two values on a side: no interval. No variance on either side: an interval without width.
 */
export function meanDifference(before: Mean, after: Mean): Change {
  const change = after.mean - before.mean;
  if (before.n < 2 || after.n < 2 || before.sd === null || after.sd === null) return { change, low: null, high: null };
  const v1 = before.sd ** 2 / before.n;
  const v2 = after.sd ** 2 / after.n;
  if (v1 + v2 === 0) return { change, low: change, high: change };
  const degreesOfFreedom = (v1 + v2) ** 2 / (v1 ** 2 / (before.n - 1) + v2 ** 2 / (after.n - 1));
  const half = studentQuantile(0.975, degreesOfFreedom) * Math.sqrt(v1 + v2);
  return { change, low: change - half, high: change + half };
}

/**
 * Difference of two independent proportions from their Wilson intervals (Newcombe, R. G. 1998, Interval estimation for
 * the difference between independent proportions: comparison of eleven methods, Statistics in Medicine 17, 873–890,
 * method 10): d − √((p₂ − l₂)² + (u₁ − p₁)²) to d + √((u₂ − p₂)² + (p₁ − l₁)²), 1 = before, 2 = after; here in percent.
 */
export function rateDifference(before: Rate, after: Rate): Change {
  const one = wilsonInterval(before.passed, before.n);
  const two = wilsonInterval(after.passed, after.n);
  const p1 = valueOf(before) / 100;
  const p2 = valueOf(after) / 100;
  const d = p2 - p1;
  return {
    change: 100 * d,
    low: 100 * (d - Math.hypot(p2 - two.low, one.high - p1)),
    high: 100 * (d + Math.hypot(two.high - p2, p1 - one.low)),
  };
}
