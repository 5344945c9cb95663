import { Z95 } from './normal.js';

/**
 * A rate of `k` in `n` with Wilson's 95 % interval (formulas 2.10; Wilson 1927): centre (p + z²/2n)/(1 + z²/n), half
 * z/(1 + z²/n)·√(p(1 − p)/n + z²/4n²). k = 0 begins at exactly 0, k = n ends at exactly 1; n = 0 is [0, 1], "no data".
 */
export function wilsonInterval(k: number, n: number): { p: number | null; low: number; high: number } {
  if (n <= 0) return { p: null, low: 0, high: 1 };
  const p = k / n;
  const z2 = Z95 * Z95;
  const scale = 1 + z2 / n;
  const centre = (p + z2 / (2 * n)) / scale;
  const half = (Z95 / scale) * Math.sqrt((p * (1 - p)) / n + z2 / (4 * n * n));
  return { p, low: k === 0 ? 0 : Math.max(0, centre - half), high: k === n ? 1 : Math.min(1, centre + half) };
}
