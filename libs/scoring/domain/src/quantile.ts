/**
 * The quantile `p` (0–1) of some values, Hyndman & Fan's type 7, the default of R, NumPy and Excel's PERCENTILE.INC
 * (formulas 2.8): h = (n − 1)·p, x[⌊h⌋] + (h − ⌊h⌋)·(x[⌊h⌋ + 1] − x[⌊h⌋]). Null without values.
 */
export function quantile(values: readonly number[], p: number): number | null {
  return quantileOfSorted(
    [...values].sort((a, b) => a - b),
    p,
  );
}

/** {@link quantile} of values that are ascending already. */
export function quantileOfSorted(sorted: ArrayLike<number>, p: number): number | null {
  if (sorted.length === 0) return null;
  const h = (sorted.length - 1) * Math.min(1, Math.max(0, p));
  const below = Math.floor(h);
  const low = sorted[below] as number;
  const high = sorted[Math.min(below + 1, sorted.length - 1)] as number;
  return low + (h - below) * (high - low);
}
