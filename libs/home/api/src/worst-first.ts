import type { HomeOutlet } from '@wheelhouse/contracts';

/**
 * The order of somebody's outlets: a crossed red line first, then the lowest place among the own peers (as a share of
 * them, since peer groups differ in size), then those that are not ranked, by code.
 */
export function worstFirst(a: HomeOutlet, b: HomeOutlet): number {
  return weight(b) - weight(a) || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0);
}

/** From 3 (worst) to 0: red line 3, ranked 1 (best) to 2 (last), apart 0.5, unknown 0. */
function weight({ standing }: HomeOutlet): number {
  if (!standing) return 0;
  if (standing.listing === 'failed_red_line') return 3;
  if (standing.rank === null) return 0.5;
  return 1 + standing.rank / Math.max(standing.rank, standing.peers, 1);
}
