import { DateTime, IANAZone } from 'luxon';
import { addDays, weekOf, type LocalDate, type Week, type Weekday } from './periods.js';

/** When a tenant closes its week: the first such weekday and full hour after the week's last day. */
export interface WeekCutoff {
  weekStart: Weekday;
  cutoffWeekday: Weekday;
  cutoffHour: number;
  timeZone: string;
}

/** True for a time zone of the IANA data base, such as `Asia/Shanghai`. */
export function isTimeZone(value: unknown): value is string {
  return typeof value === 'string' && (value === 'UTC' || value.includes('/')) && IANAZone.isValidZone(value);
}

/** The calendar day that it is at `instant` in `timeZone`. */
export function localDateIn(instant: Date, timeZone: string): LocalDate {
  return DateTime.fromJSDate(instant, { zone: timeZone }).toFormat('yyyy-MM-dd');
}

/** The instant at which `week` closes: the first cut-off weekday and hour that follows its last day. */
export function weekClosesAt(week: Week, cutoff: WeekCutoff): Date {
  const dayAfter = addDays(week.end, 1);
  const first = DateTime.fromISO(dayAfter, { zone: cutoff.timeZone });
  const wait = (cutoff.cutoffWeekday - first.weekday + 7) % 7;
  return DateTime.fromISO(addDays(dayAfter, wait), { zone: cutoff.timeZone })
    .set({ hour: cutoff.cutoffHour })
    .toJSDate();
}

/** The newest week that is closed at `now`. */
export function lastClosedWeek(now: Date, cutoff: WeekCutoff): Week {
  let week = weekOf(localDateIn(now, cutoff.timeZone), cutoff.weekStart);
  while (weekClosesAt(week, cutoff) > now) week = weekOf(addDays(week.start, -7), cutoff.weekStart);
  return week;
}
