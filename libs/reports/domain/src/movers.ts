import type { Mover, RankingRow } from '@wheelhouse/contracts';
import { compareText } from './period-rows.js';

const MOST = 10;

/** The outlets whose estimate rose or fell by more than noise since the week before, the largest change first. */
export function movers(rows: readonly RankingRow[]): { up: Mover[]; down: Mover[] } {
  const moved = rows.flatMap(({ outletId, name, change, score, n, beyondNoise }): Mover[] =>
    beyondNoise && change !== null && score !== null ? [{ outletId, name, change, score, n }] : [],
  );
  const pick = (direction: 1 | -1) =>
    moved
      .filter(({ change }) => change * direction > 0)
      .sort((a, b) => direction * (b.change - a.change) || compareText(a.outletId, b.outletId))
      .slice(0, MOST);
  return { up: pick(1), down: pick(-1) };
}
