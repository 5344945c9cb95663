/** One outlet's measured value and the variance with which it was measured. */
export interface Measured {
  value: number;
  /** Sampling variance, above 0. */
  variance: number;
}

/** The common mean of a group of outlets, and how much they truly differ. */
export interface RandomEffects {
  mean: number;
  /** Variance between outlets; 0 when their differences are no larger than chance. */
  tau2: number;
  /** Variance of `mean` itself, 1 / Σ1/(v + τ²). */
  meanVariance: number;
}

/** An estimate after shrinking toward the common mean. */
export interface Shrunk {
  estimate: number;
  sd: number;
}

/** Below this a sampling variance is taken as this: a thousandth of a point. */
const MIN_VARIANCE = 1e-6;

/**
 * Mean and between variance of values with known, unequal sampling variances, by the method of moments (DerSimonian &
 * Laird 1986): w = 1/v, Q = Σw(y − ȳ_w)², τ² = max(0, (Q − (k − 1)) / (Σw − Σw²/Σw)), μ = the mean weighted by 1/(v + τ²).
 * With one source, v = s²/n, it is exactly the empirical Bayes of formulas 2.9. Null without values.
 */
export function fitRandomEffects(outlets: readonly Measured[]): RandomEffects | null {
  const k = outlets.length;
  if (k === 0) return null;
  const fixed = weightedMean(outlets, 0);
  let q = 0;
  let squares = 0;
  for (const { value, variance } of outlets) {
    const weight = 1 / Math.max(variance, MIN_VARIANCE);
    q += weight * (value - fixed.mean) ** 2;
    squares += weight * weight;
  }
  const scale = fixed.weights - squares / fixed.weights;
  const tau2 = k > 1 && scale > 0 ? Math.max(0, (q - (k - 1)) / scale) : 0;
  const { mean, weights } = weightedMean(outlets, tau2);
  return { mean, tau2, meanVariance: 1 / weights };
}

/**
 * One outlet's value shrunk toward the common mean: B = v/(v + τ²), estimate = μ + (1 − B)(y − μ), sd = √(τ²·B) (formulas
 * 2.9). When τ² = 0 everybody gets μ, and the sd is that of μ, the only uncertainty that is left.
 */
export function shrink({ value, variance }: Measured, { mean, tau2, meanVariance }: RandomEffects): Shrunk {
  if (tau2 === 0) return { estimate: mean, sd: Math.sqrt(meanVariance) };
  const v = Math.max(variance, MIN_VARIANCE);
  const b = v / (v + tau2);
  return { estimate: mean + (1 - b) * (value - mean), sd: Math.sqrt(tau2 * b) };
}

function weightedMean(outlets: readonly Measured[], tau2: number) {
  let weights = 0;
  let sum = 0;
  for (const { value, variance } of outlets) {
    const weight = 1 / (Math.max(variance, MIN_VARIANCE) + tau2);
    weights += weight;
    sum += weight * value;
  }
  return { mean: sum / weights, weights };
}
