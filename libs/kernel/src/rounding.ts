/**
 * Rounds for display: first to 9 decimals, which removes binary noise, then half-up at `precision` decimals.
 * Grades, ties and thresholds use this value, so that what people see and what is decided agree.
 */
export function displayRound(value: number, precision = 2): number {
  const clean = Number(value.toFixed(9));
  const factor = 10 ** precision;
  return Math.floor(Number((clean * factor).toFixed(9)) + 0.5) / factor;
}
