// jstat ships no types; whoever compiles this file, server or web, needs the declaration.
// eslint-disable-next-line @typescript-eslint/triple-slash-reference
/// <reference path="./jstat.d.ts" />
import jStat from 'jstat';

/** The quantile `p` (0–1) of Student's t distribution. The only place, with {@link betaQuantile}, that loads jstat. */
export function studentQuantile(p: number, degreesOfFreedom: number): number {
  return jStat.studentt.inv(p, degreesOfFreedom);
}

/** The quantile `p` (0–1) of the beta distribution; 0 or 1 where all of the mass lies there. */
export function betaQuantile(p: number, alpha: number, beta: number): number {
  if (alpha <= 0) return 0;
  if (beta <= 0) return 1;
  return jStat.beta.inv(p, alpha, beta);
}
