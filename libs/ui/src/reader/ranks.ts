import type { RankingRow, TrendPoint } from '@wheelhouse/contracts';

/** A place in words: `1st`, `2nd`, `3rd`, `11th` in English, `第 3` in Chinese. */
export function ordinal(place: number, locale: string): string {
  if (locale !== 'en') return `第 ${place}`;
  const endings: Record<string, string> = { one: 'st', two: 'nd', few: 'rd', other: 'th' };
  return `${place}${endings[new Intl.PluralRules('en', { type: 'ordinal' }).select(place)]}`;
}

/** The places that the uncertainty leaves open: `1–4`, or `3` when there is but one. */
export function rangeText({ rankBest, rankWorst }: Pick<RankingRow, 'rankBest' | 'rankWorst'>): string {
  if (rankBest === null || rankWorst === null) return '—';
  return rankBest === rankWorst ? String(rankBest) : `${rankBest}–${rankWorst}`;
}

/**
 * Whether the newest point of a trend moved by more than the uncertainty of the last two together (95 %): the change
 * against the root of both half intervals squared. False while either has no interval.
 */
export function movedBeyondNoise(trend: readonly Pick<TrendPoint, 'score' | 'low' | 'high'>[]): boolean {
  const [before, now] = [trend.at(-2), trend.at(-1)];
  const half = (point: typeof now) =>
    point?.score == null || point.low === null || point.high === null
      ? null
      : Math.max(point.high - point.score, point.score - point.low);
  const [a, b] = [half(before), half(now)];
  if (a === null || b === null || before?.score == null || now?.score == null) return false;
  return Math.abs(now.score - before.score) > Math.hypot(a, b);
}
