import { betaQuantile } from './distributions.js';

/**
 * A rate of `k` in `n` with a beta prior of mean m that counts as C trials (formulas 2.9): Beta(k + m·C, n − k + (1 − m)·C),
 * its mean and equal-tailed 95 % interval. Null when neither data nor prior has weight.
 */
export function betaBinomial(input: { k: number; n: number; priorMean: number; priorN?: number }) {
  const { k, n, priorMean, priorN = 20 } = input;
  if (n + priorN <= 0) return null;
  const alpha = k + priorMean * priorN;
  const beta = n - k + (1 - priorMean) * priorN;
  return {
    estimate: alpha / (alpha + beta),
    low: betaQuantile(0.025, alpha, beta),
    high: betaQuantile(0.975, alpha, beta),
  };
}
