import type { Signal } from '@wheelhouse/contracts';
import type { LocalizedText, Week } from '@wheelhouse/kernel';
import { FIRM_POINTS, individualsLimits, PROVISIONAL_POINTS, spcSignals } from '@wheelhouse/scoring-domain';

/** How far back a chart looks, and how many of its newest weeks are watched against limits from those before. */
export const CHART_WEEKS = 26;
export const WATCHED_WEEKS = 6;
/** A week's mean of fewer audits is no point of a chart. */
const LEAST_AUDITS = 2;

/** One region's weeks, oldest first. */
export interface RegionWeeks {
  orgUnitId: string;
  name: LocalizedText;
  weeks: { week: Week; n: number; sum: number }[];
}

/**
 * Where a region's weekly mean of audits changed by more than its usual variation (formulas 2.14: I-MR, rules N1, N2, N3,
 * N5). Limits come from the up to 20 points before the six watched weeks and are frozen; with fewer than 12 there are
 * none (`undefined`). Of each region the newest pattern counts; null when nothing signals.
 */
export function regionSignal({ orgUnitId, name, weeks }: RegionWeeks): Signal | null | undefined {
  const watched = new Set(weeks.slice(-WATCHED_WEEKS).map(({ week }) => week.key));
  const points = weeks
    .filter(({ n }) => n >= LEAST_AUDITS)
    .map(({ week, n, sum }) => ({ period: week.key, value: sum / n, n }));
  const base = points.filter(({ period }) => !watched.has(period)).slice(-FIRM_POINTS);
  const limits = base.length < PROVISIONAL_POINTS ? null : individualsLimits(base.map(({ value }) => value));
  if (!limits || limits.sigma === 0) return undefined;
  const chart = points.slice(points.findIndex(({ period }) => period === base[0]?.period));
  const z = chart.map(({ value }) => (value - limits.mean) / limits.sigma);
  const found = spcSignals(z)
    .filter(({ at }) => watched.has(chart[at]?.period ?? ''))
    .reduce<{ rule: Signal['rule']; at: number } | null>((last, one) => (!last || one.at > last.at ? one : last), null);
  const point = found && chart[found.at];
  if (!found || !point) return null;
  const before = chart[found.at - 1];
  const up = found.rule === 'N3' ? point.value > (before?.value ?? 0) : point.value > limits.mean;
  return {
    orgUnitId,
    name,
    rule: found.rule,
    direction: up ? 'up' : 'down',
    period: point.period,
    value: point.value,
    center: limits.mean,
    low: Math.max(0, limits.lower),
    high: Math.min(100, limits.upper),
    baseline: base.length,
    points: chart,
  };
}
