import { displayRound } from '@wheelhouse/kernel';
import { countBelow, countUpTo } from './sorted.js';

export interface RankCandidate {
  id: string;
  /** Null: not ranked. */
  score: number | null;
  /** Observations behind it; compared with `minN` where given. */
  n?: number;
}

export interface Rank {
  id: string;
  /** Standard competition rank 1, 2, 2, 4; null when not eligible. */
  rank: number | null;
  tied: boolean;
  /** Mid-rank percentile, 0–100 (100 best). */
  percentile: number | null;
  /** Previous rank − rank (positive: up); null when not ranked in both. */
  rankChange: number | null;
}

/**
 * Ranks outlets by score, highest first (formulas 2.8). Scores that are equal at display precision are tied:
 * rank = 1 + #{score > mine}; percentile = 100·(B + 0.5·E)/N with B below and E equal, itself included. Without a score,
 * or with n < minN, an outlet is not ranked. Rows come in the order of the input.
 */
export function rankOutlets(
  outlets: readonly RankCandidate[],
  options: { minN?: number; precision?: number; previousRanks?: Readonly<Record<string, number | null>> } = {},
): { ranked: number; rows: Rank[] } {
  const { minN = 0, precision = 2, previousRanks = {} } = options;
  const shown = outlets.map(({ score, n }) =>
    score === null || (n !== undefined && n < minN) ? null : displayRound(score, precision),
  );
  const sorted = Float64Array.from(shown.filter((score) => score !== null)).sort();
  const rows = outlets.map(({ id }, i) => {
    const score = shown[i] ?? null;
    if (score === null) return { id, rank: null, tied: false, percentile: null, rankChange: null };
    const place = placeOf(score, sorted);
    const previous = Object.hasOwn(previousRanks, id) ? previousRanks[id] : null;
    return { id, ...place, rankChange: previous == null ? null : previous - place.rank };
  });
  return { ranked: rows.filter((row) => row.rank !== null).length, rows };
}

export interface Place {
  rank: number;
  tied: boolean;
  percentile: number;
}

/** The place of a displayed score among ascending displayed scores that hold it. */
export function placeOf(score: number, sorted: Float64Array): Place {
  const n = sorted.length;
  const below = countBelow(sorted, score);
  const upTo = countUpTo(sorted, score);
  const equal = upTo - below;
  return { rank: 1 + n - upTo, tied: equal > 1, percentile: (100 * (below + 0.5 * equal)) / n };
}
