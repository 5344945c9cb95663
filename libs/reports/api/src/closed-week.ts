import { DomainError, parseWeek, type Week, weekClosesAt, type WeekCutoff } from '@wheelhouse/kernel';

/**
 * The week that `key` names, when editions may be made of it. Throws `REPORT.WEEK` (no such week), `REPORT.NOT_CLOSED`
 * (it closes later), `REPORT.EMPTY` (no counted audit up to then).
 */
export function closedWeek(key: string, cutoff: WeekCutoff, now: Date, firstWeek: string | null): Week {
  const week = parseWeek(key, cutoff.weekStart);
  if (!week) throw new DomainError('REPORT.WEEK', { week: key });
  const closes = weekClosesAt(week, cutoff);
  if (closes > now) throw new DomainError('REPORT.NOT_CLOSED', { week: key, closes: closes.toISOString() });
  if (firstWeek === null || week.start < firstWeek) throw new DomainError('REPORT.EMPTY', { week: key });
  return week;
}
