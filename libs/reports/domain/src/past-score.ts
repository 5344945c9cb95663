import { type RankingScheme, type ScoreSource, SCORE_SOURCES, type TrendPoint } from '@wheelhouse/contracts';
import { addDays, shiftWeek, type Week, type Weekday } from '@wheelhouse/kernel';
import { compositeScore, Z95 } from '@wheelhouse/scoring-domain';
import { TREND_WEEKS } from './period-rows.js';

/** Counted audits of one source in one week, over all outlets of an audience. */
export interface WeekSums {
  weekStart: string;
  source: ScoreSource;
  n: number;
  sum: number;
  sumsq: number;
}

/** The weeks before `week` that a trend shows, oldest first. */
export function weeksBefore(week: Week, weekStart: Weekday): Week[] {
  return Array.from({ length: TREND_WEEKS - 1 }, (_, i) => shiftWeek(week, i + 1 - TREND_WEEKS, weekStart));
}

/**
 * The audience's score in a past week of which there is no edition, from pooled weekly sums: each source's mean over its
 * window, mixed by the scheme, with its normal 95 % interval. Every audit counts once here, while an edition's score counts
 * every outlet once; it only fills the line of a tenant that has few editions yet.
 */
export function pooledTrendPoint(week: Week, scheme: RankingScheme, sums: readonly WeekSums[]): TrendPoint {
  const inWeek = sums.filter(({ weekStart }) => weekStart === week.start);
  const n = inWeek.reduce((total, one) => total + one.n, 0);
  const none = { period: week.key, score: null, low: null, high: null, n };
  const pooled = SCORE_SOURCES.flatMap((source) => {
    const setting = scheme.sources.find((one) => one.source === source);
    if (!setting) return [];
    const from = addDays(week.start, -7 * (setting.windowWeeks - 1));
    const within = sums.filter((s) => s.source === source && s.weekStart >= from && s.weekStart <= week.start);
    const total = within.reduce((t, s) => ({ n: t.n + s.n, sum: t.sum + s.sum, sumsq: t.sumsq + s.sumsq }), {
      n: 0,
      sum: 0,
      sumsq: 0,
    });
    return [{ source, weight: setting.weight, minN: setting.minN, ...total }];
  });
  const { composite, used } = compositeScore(
    pooled.map((s) => ({ id: s.source, weight: s.weight, score: s.n > 0 ? s.sum / s.n : null, n: s.n, minN: s.minN })),
    { minCoverage: scheme.minCoverage },
  );
  if (composite === null) return none;
  let variance: number | null = 0;
  for (const { id, share } of used) {
    const s = pooled.find(({ source }) => source === id);
    if (!s || s.n < 2) variance = null;
    else if (variance !== null)
      variance += (share * share * (Math.max(0, s.sumsq - (s.sum * s.sum) / s.n) / (s.n - 1))) / s.n;
  }
  const half = variance === null ? null : Z95 * Math.sqrt(variance);
  return {
    ...none,
    score: composite,
    low: half === null ? null : Math.max(0, composite - half),
    high: half === null ? null : Math.min(100, composite + half),
  };
}
