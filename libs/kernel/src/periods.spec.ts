import { describe, expect, it } from 'vitest';
import { DateTime } from 'luxon';
import { addDays, daysBetween, isLocalDate, parseWeek, shiftWeek, weekOf, type Weekday } from './periods.js';

const STARTS: Weekday[] = [1, 2, 3, 4, 5, 6, 7];
/** Every day of 2019 to 2032: all fourteen kinds of year, with and without week 53. */
const days = Array.from({ length: 5114 }, (_, i) => addDays('2019-01-01', i));

describe('calendar days', () => {
  it('move over months, years and leap days', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2026-02-28', 1)).toBe('2026-03-01');
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
    expect(daysBetween('2024-02-01', '2024-03-01')).toBe(29);
    expect(daysBetween('2026-11-22', '2026-11-15')).toBe(-7);
  });

  it.each([
    ['2026-11-22', true],
    ['2024-02-29', true],
    ['2026-02-29', false],
    ['2026-13-01', false],
    ['2026-00-10', false],
    ['2026-1-1', false],
    ['2026-11-22T00:00', false],
    [20261122, false],
  ])('%s exists: %s', (value, exists) => {
    expect(isLocalDate(value)).toBe(exists);
  });
});

describe('weeks', () => {
  it('begin on any weekday and carry the ISO name of their fourth day, as a calendar library counts', () => {
    for (const weekStart of STARTS) {
      const wrong = days.filter((date) => {
        const at = DateTime.fromISO(date, { zone: 'utc' });
        const start = at.minus({ days: (at.weekday - weekStart + 7) % 7 });
        const { weekYear, weekNumber } = start.plus({ days: 3 });
        const week = weekOf(date, weekStart);
        return (
          week.start !== start.toISODate() ||
          week.end !== start.plus({ days: 6 }).toISODate() ||
          week.key !== `${weekYear}-W${String(weekNumber).padStart(2, '0')}`
        );
      });
      expect(wrong).toEqual([]);
    }
  });

  it('are found by their name', () => {
    for (const weekStart of STARTS) {
      const wrong = days.filter((date) => {
        const week = weekOf(date, weekStart);
        return JSON.stringify(parseWeek(week.key, weekStart)) !== JSON.stringify(week);
      });
      expect(wrong).toEqual([]);
    }
  });

  it.each(['2026-W00', '2026-W54', '2025-W53', '2026-46', 'W46', ''])('“%s” is none', (key) => {
    expect(parseWeek(key)).toBeNull();
  });

  it('follow each other over a year’s end', () => {
    const last = weekOf('2026-12-31');
    expect(last.key).toBe('2026-W53');
    expect(shiftWeek(last, 1).key).toBe('2027-W01');
    expect(shiftWeek(last, -53).key).toBe('2025-W52');
  });
});
