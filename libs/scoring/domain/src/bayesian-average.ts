/**
 * The mean of `n` observations pulled toward a prior mean that counts as `priorN` observations (formulas 2.9):
 * (C·m + n·x̄) / (C + n). Null when neither data nor prior has weight. The form of IMDb's weighted rating.
 */
export function bayesianAverage(input: { mean: number; n: number; priorMean: number; priorN?: number }): number | null {
  const { mean, n, priorMean, priorN = 20 } = input;
  if (priorN + n <= 0) return null;
  return (priorN * priorMean + n * mean) / (priorN + n);
}
