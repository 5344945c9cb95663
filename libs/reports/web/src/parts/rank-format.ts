import type { RankingRow } from '@wheelhouse/contracts';

export { movedBeyondNoise, ordinal, rangeText } from '@wheelhouse/ui/reader';

/** A rank as the table shows it: `2`, `2=` when shared, `—` without one. */
export function rankText({ rank, tied }: Pick<RankingRow, 'rank' | 'tied'>): string {
  return rank === null ? '—' : `${rank}${tied ? '=' : ''}`;
}

/** Lower end of the scale that all interval bars share: the lowest bound, down to a full ten, at most 90. */
export function scaleFrom(lowest: number | null | undefined): number {
  return lowest == null ? 0 : Math.max(0, Math.min(90, Math.floor(lowest / 10) * 10));
}

export interface Scale {
  min: number;
  max: number;
}

/** Two to four round marks for an axis that holds `low` to `high`, and the axis' ends. */
export function roundScale(low: number, high: number): Scale & { marks: number[] } {
  const step = [0.5, 1, 2, 5, 10, 20, 50].find((size) => (high - low) / size <= 3) ?? 50;
  const min = Math.max(0, Math.floor(low / step) * step);
  const max = Math.min(100, Math.max(min + step, Math.ceil(high / step) * step));
  const marks: number[] = [];
  for (let mark = min; mark <= max + 1e-9; mark += step) marks.push(mark);
  return { min, max, marks };
}

/** How a self-check compares with audits. `inflated` from six points on: the size from which a visit is proposed. */
export function gapKind(gap: number | null): 'inflated' | 'high' | 'low' | 'even' | 'unknown' {
  if (gap === null) return 'unknown';
  if (Math.abs(gap) < 1) return 'even';
  return gap < 0 ? 'low' : gap >= 6 ? 'inflated' : 'high';
}

/** The usable source with the lowest score, when there are at least two to compare. */
export function weakestSource(sources: RankingRow['sources']): RankingRow['sources'][number] | null {
  const usable = sources.filter((one) => one.score !== null && one.share > 0);
  if (usable.length < 2) return null;
  return usable.reduce((worst, one) => ((one.score ?? 0) < (worst.score ?? 0) ? one : worst));
}
