import { DateTime } from 'luxon';

/** A calendar day without time or zone, `YYYY-MM-DD`. */
export type LocalDate = string;

/** ISO weekday: 1 Monday … 7 Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** One week of a tenant. `start` and `end` are its first and last day, both inside; `key` names it: `2026-W46`. */
export interface Week {
  key: string;
  start: LocalDate;
  end: LocalDate;
}

const day = (date: LocalDate) => DateTime.fromISO(date, { zone: 'utc' });
const iso = (date: DateTime): LocalDate => date.toFormat('yyyy-MM-dd');

/** `date` moved by whole days. */
export function addDays(date: LocalDate, days: number): LocalDate {
  return iso(day(date).plus({ days }));
}

/** Whole days from `from` to `to` (negative when `to` is earlier). */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return Math.round(day(to).diff(day(from), 'days').days);
}

/** True for an existing calendar day written `YYYY-MM-DD`. */
export function isLocalDate(value: unknown): value is LocalDate {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && day(value).isValid;
}

/**
 * The week that holds `date` for a tenant whose weeks begin on `weekStart`. Its key is the ISO 8601 week of its fourth
 * day, so weeks that begin on Monday carry exactly their ISO name and others the name of the ISO week they mostly share.
 */
export function weekOf(date: LocalDate, weekStart: Weekday = 1): Week {
  const d = day(date);
  const start = d.minus({ days: (d.weekday - weekStart + 7) % 7 });
  const middle = start.plus({ days: 3 });
  return {
    key: `${middle.weekYear}-W${String(middle.weekNumber).padStart(2, '0')}`,
    start: iso(start),
    end: iso(start.plus({ days: 6 })),
  };
}

/** The week named `key` (`2026-W46`), or null when there is no such week. */
export function parseWeek(key: string, weekStart: Weekday = 1): Week | null {
  const match = /^(\d{4})-W(\d{2})$/.exec(key);
  if (!match) return null;
  const middleDay = ((weekStart + 2) % 7) + 1;
  const middle = DateTime.fromObject(
    { weekYear: Number(match[1]), weekNumber: Number(match[2]), weekday: middleDay as Weekday },
    { zone: 'utc' },
  );
  if (!middle.isValid) return null;
  const week = weekOf(iso(middle), weekStart);
  return week.key === key ? week : null;
}

/** The week `count` weeks after `week` (before, when negative). */
export function shiftWeek(week: Week, count: number, weekStart: Weekday = 1): Week {
  return weekOf(addDays(week.start, 7 * count), weekStart);
}
