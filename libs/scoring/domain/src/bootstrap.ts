import { quantileOfSorted } from './quantile.js';

/** Values below which the percentile bootstrap is too narrow to be shown. */
export const BOOTSTRAP_MIN_N = 8;

/** The generator mulberry32: the same seed gives the same numbers, 0 up to (not including) 1, everywhere. */
export function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Means of `resamples` samples drawn with replacement, in the order of drawing. */
export function bootstrapMeans(values: readonly number[], resamples: number, seed: number): number[] {
  const random = mulberry32(seed);
  const n = values.length;
  if (n === 0) return [];
  return Array.from({ length: resamples }, () => {
    let sum = 0;
    for (let i = 0; i < n; i++) sum += values[Math.floor(random() * n)] as number;
    return sum / n;
  });
}

/**
 * The 95 % percentile bootstrap interval of a mean (formulas 2.9; Efron), reproducible by its seed. `reliable` is false
 * below {@link BOOTSTRAP_MIN_N} values. Null without values.
 */
export function bootstrapInterval(values: readonly number[], options: { resamples?: number; seed: number }) {
  const means = bootstrapMeans(values, options.resamples ?? 2000, options.seed).sort((a, b) => a - b);
  const low = quantileOfSorted(means, 0.025);
  const high = quantileOfSorted(means, 0.975);
  if (low === null || high === null) return null;
  return { low, high, reliable: values.length >= BOOTSTRAP_MIN_N };
}
