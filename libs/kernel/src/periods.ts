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

// Days are counted from 1 January 1970, a Thursday; UTC has no days of 23 or 25 hours. No library: the web's frame
// carries this file.
const DAY_MS = 86_400_000;
const numberOf = (date: LocalDate) => Date.parse(`${date}T00:00:00Z`) / DAY_MS;
const dayOf = (number: number): LocalDate => new Date(number * DAY_MS).toISOString().slice(0, 10);
/** ISO weekday of a day's number. */
const weekdayOf = (number: number) => ((((number + 3) % 7) + 7) % 7) + 1;

/** `date` moved by whole days. */
export function addDays(date: LocalDate, days: number): LocalDate {
  return dayOf(numberOf(date) + days);
}

/** Whole days from `from` to `to` (negative when `to` is earlier). */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return numberOf(to) - numberOf(from);
}

/** True for an existing calendar day written `YYYY-MM-DD`. */
export function isLocalDate(value: unknown): value is LocalDate {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const number = numberOf(value);
  // 30 February reads as 2 March.
  return !Number.isNaN(number) && dayOf(number) === value;
}

/** ISO 8601 name of the week that holds a day's number: the year and number of its Thursday. */
function isoWeek(number: number): string {
  const thursday = number - weekdayOf(number) + 4;
  const year = dayOf(thursday).slice(0, 4);
  const week = Math.floor((thursday - numberOf(`${year}-01-01`)) / 7) + 1;
  return `${year}-W${String(week).padStart(2, '0')}`;
}

/**
 * The week that holds `date` for a tenant whose weeks begin on `weekStart`. Its key is the ISO 8601 week of its fourth
 * day, so weeks that begin on Monday carry exactly their ISO name and others the name of the ISO week they mostly share.
 */
export function weekOf(date: LocalDate, weekStart: Weekday = 1): Week {
  const number = numberOf(date);
  const start = number - ((weekdayOf(number) - weekStart + 7) % 7);
  return { key: isoWeek(start + 3), start: dayOf(start), end: dayOf(start + 6) };
}

/** The week named `key` (`2026-W46`), or null when there is no such week. */
export function parseWeek(key: string, weekStart: Weekday = 1): Week | null {
  const match = /^(\d{4})-W(\d{2})$/.exec(key);
  if (!match) return null;
  // 4 January lies in week 1; the fourth day of the tenant's week gives it its name.
  const fourth = numberOf(`${match[1]}-01-04`);
  const monday = fourth - weekdayOf(fourth) + 1 + 7 * (Number(match[2]) - 1);
  const week = weekOf(dayOf(monday + ((weekStart + 2) % 7)), weekStart);
  return week.key === key ? week : null;
}

/** The week `count` weeks after `week` (before, when negative). */
export function shiftWeek(week: Week, count: number, weekStart: Weekday = 1): Week {
  return weekOf(addDays(week.start, 7 * count), weekStart);
}
