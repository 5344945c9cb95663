import { addDays, type LocalDate, type Week, type Weekday, weekOf } from '@wheelhouse/kernel';
import type { Window } from './sample.js';

/** Days before the do phase that a baseline covers: 8 weeks. */
export const BASELINE_DAYS = 56;
/** Weeks before the do phase that a trend begins. */
export const TREND_WEEKS_BEFORE = 13;
/** No trend is longer than two years; the newest weeks are kept. */
const TREND_WEEKS_MAX = 104;

/** The 8 weeks before the do phase; before today while the do phase is not set or has yet to come. */
export function baselineWindow(doFrom: LocalDate | null, today: LocalDate): Window {
  const anchor = doFrom !== null && doFrom < today ? doFrom : today;
  return { from: addDays(anchor, -BASELINE_DAYS), to: addDays(anchor, -1) };
}

/** From the first day of the do phase until today; null before that day. */
export function afterWindow(doFrom: LocalDate | null, today: LocalDate): Window | null {
  return doFrom !== null && doFrom <= today ? { from: doFrom, to: today } : null;
}

/** The tenant's weeks from 13 before the do phase (or before today) until the current one, the oldest first. */
export function trendWeeks(doFrom: LocalDate | null, today: LocalDate, weekStart: Weekday): Week[] {
  const anchor = doFrom !== null && doFrom < today ? doFrom : today;
  const last = weekOf(today, weekStart).start;
  const longest = addDays(last, -7 * (TREND_WEEKS_MAX - 1));
  const wanted = addDays(weekOf(anchor, weekStart).start, -7 * TREND_WEEKS_BEFORE);
  const weeks: Week[] = [];
  for (let start = wanted > longest ? wanted : longest; start <= last; start = addDays(start, 7))
    weeks.push(weekOf(start, weekStart));
  return weeks;
}
