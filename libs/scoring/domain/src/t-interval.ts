import { studentQuantile } from './distributions.js';

export interface MeanInterval {
  n: number;
  mean: number | null;
  /** Sample standard deviation (n − 1); null for fewer than two values. */
  sd: number | null;
  /** The t quantile that was used. */
  t: number | null;
  low: number | null;
  high: number | null;
  /** Every value is the same: the interval has no width and says nothing. */
  degenerate: boolean;
}

/**
 * The mean and its 95 % Student interval, x̄ ± t(0.975, n − 1)·s/√n (formulas 2.9). Not clamped: it may leave 0–100, clamp
 * for display only. One value has no interval.
 */
export function meanInterval(values: readonly number[]): MeanInterval {
  const n = values.length;
  const mean = n > 0 ? values.reduce((sum, x) => sum + x, 0) / n : null;
  if (mean === null || n < 2) return { n, mean, sd: null, t: null, low: null, high: null, degenerate: false };
  const sd = Math.sqrt(values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (n - 1));
  const t = studentQuantile(0.975, n - 1);
  const half = (t * sd) / Math.sqrt(n);
  return { n, mean, sd, t, low: mean - half, high: mean + half, degenerate: sd === 0 };
}
