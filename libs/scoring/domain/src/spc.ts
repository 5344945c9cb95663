/** Limits of a chart of single values (I-MR, formulas 2.14). `sigma` 0: there is no variation, so nothing to chart. */
export interface IndividualsLimits {
  mean: number;
  meanMovingRange: number;
  sigma: number;
  upper: number;
  lower: number;
  movingRangeUpper: number;
}

/** Expected moving range of two values, in standard deviations. */
const D2 = 1.128;
const D4 = 3.267;
/** Weeks from which limits are made at all, and from which they are firm. */
export const PROVISIONAL_POINTS = 12;
export const FIRM_POINTS = 20;

/** Mean ± 3 sigma with sigma from the mean moving range. Null for fewer than two values. */
export function individualsLimits(values: readonly number[]): IndividualsLimits | null {
  if (values.length < 2) return null;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  let ranges = 0;
  for (let i = 1; i < values.length; i++) ranges += Math.abs((values[i] ?? 0) - (values[i - 1] ?? 0));
  const meanMovingRange = ranges / (values.length - 1);
  const sigma = meanMovingRange / D2;
  return {
    mean,
    meanMovingRange,
    sigma,
    upper: mean + 3 * sigma,
    lower: mean - 3 * sigma,
    movingRangeUpper: D4 * meanMovingRange,
  };
}

/** The rules that the product uses: more of them raise false alarms. */
export const SPC_RULES = ['N1', 'N2', 'N3', 'N5'] as const;
export type SpcRule = (typeof SPC_RULES)[number];

/** Whether the pattern of a rule ends at point `i` of the standardised values. */
const RULES: Record<SpcRule, (z: readonly number[], i: number) => boolean> = {
  N1: (z, i) => Math.abs(z[i] ?? 0) > 3,
  N2: (z, i) => sameSide(z, i, 9, 0) === 9,
  N3: (z, i) => {
    if (i < 5) return false;
    const steps = Array.from({ length: 5 }, (_, k) => Math.sign((z[i - k] ?? 0) - (z[i - k - 1] ?? 0)));
    return steps[0] !== 0 && steps.every((step) => step === steps[0]);
  },
  N5: (z, i) => Math.abs(z[i] ?? 0) > 2 && sameSide(z, i, 3, 2) >= 2,
};

/**
 * Where each rule's pattern ends, as indices from 0. `N1` one beyond 3 sigma, `N2` nine on one side, `N3` six steadily
 * rising or falling, `N5` two of three beyond 2 sigma on one side, the last among them. Strict inequalities; runs do not
 * reset after a signal (Nelson 1984, formulas 2.14).
 */
export function spcSignals(
  z: readonly number[],
  rules: readonly SpcRule[] = SPC_RULES,
): { rule: SpcRule; at: number }[] {
  return rules.flatMap((rule) => z.flatMap((_, at) => (RULES[rule](z, at) ? [{ rule, at }] : [])));
}

/** How many of the last `count` points up to `i` lie beyond `line` on the side of point `i`. */
function sameSide(z: readonly number[], i: number, count: number, line: number): number {
  const side = Math.sign(z[i] ?? 0);
  return z.slice(Math.max(0, i - count + 1), i + 1).filter((value) => value * side > line).length;
}
