export interface JamesStein {
  mean: number;
  /** Binomial variance of one share, at the grand mean. */
  variance: number;
  /** What is left of a distance from the mean, 0–1. */
  c: number;
  estimates: number[];
}

/**
 * Shares of `trials` equal trials each, shrunk toward their grand mean (formulas 2.9; Efron & Morris 1977, "Stein's
 * paradox in statistics", whose c = 0.212 it reproduces): σ² = ȳ(1 − ȳ)/n, c = max(0, 1 − (k − 3)·σ² / Σ(y − ȳ)²),
 * estimate = ȳ + c(y − ȳ). Null for fewer than four groups or without trials.
 */
export function jamesStein(successes: readonly number[], trials: number): JamesStein | null {
  const k = successes.length;
  if (k < 4 || trials <= 0) return null;
  const shares = successes.map((count) => count / trials);
  const mean = shares.reduce((sum, share) => sum + share, 0) / k;
  const variance = (mean * (1 - mean)) / trials;
  const spread = shares.reduce((sum, share) => sum + (share - mean) ** 2, 0);
  const c = spread > 0 ? Math.max(0, 1 - ((k - 3) * variance) / spread) : 0;
  return { mean, variance, c, estimates: shares.map((share) => mean + c * (share - mean)) };
}
