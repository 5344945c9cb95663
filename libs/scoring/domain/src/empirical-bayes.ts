/** What is kept of a group's observations: count, sum and sum of squares. They add up over weeks and sources. */
export interface SufficientStatistics {
  n: number;
  sum: number;
  sumsq: number;
}

/** One group's mean and what remains of it after shrinking toward the common mean. */
export interface ShrunkGroup {
  id: string;
  n: number;
  mean: number;
  /** B, 0–1: the share of the way to the common mean. */
  shrinkage: number;
  estimate: number;
  /** Standard deviation of the estimate; ignores the uncertainty of the common mean and of tau². */
  sd: number;
}

export interface EmpiricalBayes {
  withinVariance: number;
  betweenVariance: number;
  /** Precision-weighted mean of the group means. */
  mean: number;
  /** False when the between variance is 0: the data do not support a ranking, everybody gets the mean. */
  distinguishable: boolean;
  rows: ShrunkGroup[];
}

/** n, Σx and Σx² of some values. */
export function statisticsOf(values: readonly number[]): SufficientStatistics {
  let sum = 0;
  let sumsq = 0;
  for (const x of values) {
    sum += x;
    sumsq += x * x;
  }
  return { n: values.length, sum, sumsq };
}

/** Σ(x − x̄)² of one group, never below 0. */
export function squaresWithin({ n, sum, sumsq }: SufficientStatistics): number {
  return n > 1 ? Math.max(0, sumsq - (sum * sum) / n) : 0;
}

/**
 * Empirical Bayes for group means with unequal n, by the method of moments (formulas 2.9; Searle's one-way random-effects
 * estimator; Efron & Morris 1975): s² = SSW / (N − k), τ² = max(0, (SSB − (k − 1)·s²) / (N − Σn²/N)),
 * B = (s²/n) / (s²/n + τ²), estimate = μ + (1 − B)(mean − μ), sd = √(τ²·B).
 *
 * Null when there is nothing to estimate from: fewer than two groups, or no group with two observations.
 */
export function empiricalBayes(groups: readonly ({ id: string } & SufficientStatistics)[]): EmpiricalBayes | null {
  const filled = groups.filter((group) => group.n > 0);
  const k = filled.length;
  const total = filled.reduce((sum, group) => sum + group.n, 0);
  if (k < 2 || total <= k) return null;
  const grand = filled.reduce((sum, group) => sum + group.sum, 0) / total;
  const ssw = filled.reduce((sum, group) => sum + squaresWithin(group), 0);
  const ssb = filled.reduce((sum, group) => sum + group.n * (group.sum / group.n - grand) ** 2, 0);
  const within = ssw / (total - k);
  const scale = total - filled.reduce((sum, group) => sum + group.n ** 2, 0) / total;
  const between = Math.max(0, (ssb - (k - 1) * within) / scale);
  const mean = centre(filled, within, between);
  const rows = filled.map(({ id, n, sum }) => {
    const variance = within / n;
    const shrinkage = between > 0 ? variance / (variance + between) : 1;
    const estimate = mean + (1 - shrinkage) * (sum / n - mean);
    return { id, n, mean: sum / n, shrinkage, estimate, sd: Math.sqrt(between * shrinkage) };
  });
  return { withinVariance: within, betweenVariance: between, mean, distinguishable: between > 0, rows };
}

/** {@link empiricalBayes} from the observations themselves. */
export function empiricalBayesOfValues(
  groups: readonly { id: string; values: readonly number[] }[],
): EmpiricalBayes | null {
  return empiricalBayes(groups.map(({ id, values }) => ({ id, ...statisticsOf(values) })));
}

function centre(groups: readonly SufficientStatistics[], within: number, between: number): number {
  const weight = (n: number) => (within + between > 0 ? 1 / (within / n + between) : n);
  const weights = groups.reduce((sum, group) => sum + weight(group.n), 0);
  return groups.reduce((sum, group) => sum + weight(group.n) * (group.sum / group.n), 0) / weights;
}
