/** How far self-checks lie from audits of the same outlet. Positive bias: the outlet rates itself higher. */
export interface SelfAuditGap {
  n: number;
  /** Mean of self − audit, in points. */
  bias: number | null;
  /** Mean of |self − audit|, in points. */
  mad: number | null;
  rmse: number | null;
  /** Share of pairs in which the self-check is higher, 0–1. */
  inflatedShare: number | null;
}

/** Pairs before which a self-check keeps its full weight. */
const MIN_PAIRS = 3;
/** Mean absolute difference, in points, at which a self-check loses all weight. */
const ZERO_AT_MAD = 20;

/** Bias, mean absolute difference and RMSE of (self-check, audit) pairs (formulas 2.12; after Bland & Altman 1986). */
export function selfAuditGap(pairs: readonly (readonly [self: number, audit: number])[]): SelfAuditGap {
  const n = pairs.length;
  if (n === 0) return { n, bias: null, mad: null, rmse: null, inflatedShare: null };
  const gaps = pairs.map(([self, audit]) => self - audit);
  const mean = (of: (gap: number) => number) => gaps.reduce((sum, gap) => sum + of(gap), 0) / n;
  return {
    n,
    bias: mean((gap) => gap),
    mad: mean(Math.abs),
    rmse: Math.sqrt(mean((gap) => gap * gap)),
    inflatedShare: mean((gap) => (gap > 0 ? 1 : 0)),
  };
}

/**
 * What a self-check's weight is multiplied with, 0–1 (formulas 2.12): clamp(1 − MAD/20, 0, 1); 1 before three pairs. An
 * outlet that rates itself too strictly loses nothing by it: its low self-checks merely count less.
 */
export function selfCheckCredibility(gap: { pairs: number; mad: number | null } | null | undefined): number {
  if (!gap || gap.mad === null || gap.pairs < MIN_PAIRS) return 1;
  return Math.min(1, Math.max(0, 1 - gap.mad / ZERO_AT_MAD));
}
