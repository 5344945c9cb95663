import { lastClosedWeek, shiftWeek, type LocalDate, type Week, type WeekCutoff } from '@wheelhouse/kernel';

/** How many weeks back a tenant is caught up after downtime. */
export const CATCH_UP_WEEKS = 8;

/**
 * The weeks that should be closed at `now` and are not, oldest first: from the newest week whose closing instant has
 * passed, up to eight back, none before the week of the tenant's first counted audit (null: there was none yet).
 */
export function dueWeeks(
  now: Date,
  cutoff: WeekCutoff,
  firstCounted: LocalDate | null,
  closed: ReadonlySet<LocalDate>,
): Week[] {
  if (firstCounted === null) return [];
  const last = lastClosedWeek(now, cutoff);
  return Array.from({ length: CATCH_UP_WEEKS }, (_, i) =>
    shiftWeek(last, i + 1 - CATCH_UP_WEEKS, cutoff.weekStart),
  ).filter(({ start }) => start >= firstCounted && !closed.has(start));
}
