import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { daysBetween, parseWeek, weekOf, type Week, type Weekday } from './periods.js';
import { isTimeZone, lastClosedWeek, localDateIn, weekClosesAt, type WeekCutoff } from './time-zones.js';

const cutoff = (timeZone: string, weekStart: number, cutoffWeekday: number, cutoffHour: number): WeekCutoff => ({
  timeZone,
  weekStart: weekStart as Weekday,
  cutoffWeekday: cutoffWeekday as Weekday,
  cutoffHour,
});
const week = (key: string, weekStart = 1): Week => parseWeek(key, weekStart as Weekday) as Week;

describe('the instant at which a week closes', () => {
  it.each([
    ['Shanghai, Monday at six', 'Asia/Shanghai', 1, 1, 6, '2026-W46', '2026-11-15T22:00:00.000Z'],
    ['midnight right after the last day', 'Asia/Shanghai', 1, 1, 0, '2026-W46', '2026-11-15T16:00:00.000Z'],
    ['two days later', 'Asia/Shanghai', 1, 3, 9, '2026-W46', '2026-11-18T01:00:00.000Z'],
    ['the last weekday there is', 'UTC', 1, 7, 23, '2026-W46', '2026-11-22T23:00:00.000Z'],
    ['weeks from Sunday', 'Asia/Shanghai', 7, 7, 6, '2026-W46', '2026-11-14T22:00:00.000Z'],
    ['weeks from Saturday', 'Asia/Dubai', 6, 6, 5, '2026-W46', '2026-11-14T01:00:00.000Z'],
    ['half an hour off', 'Asia/Kolkata', 1, 1, 6, '2026-W46', '2026-11-16T00:30:00.000Z'],
    ['far east of the date line', 'Pacific/Kiritimati', 1, 1, 0, '2026-W46', '2026-11-15T10:00:00.000Z'],
    ['over the year’s end', 'Asia/Shanghai', 1, 1, 6, '2026-W53', '2027-01-03T22:00:00.000Z'],
    ['summer time ended in the night before', 'Europe/Berlin', 1, 1, 6, '2026-W43', '2026-10-26T05:00:00.000Z'],
    ['summer time began in the night before', 'Europe/Berlin', 1, 1, 6, '2026-W13', '2026-03-30T04:00:00.000Z'],
    [
      'an hour that does not exist is the next that does',
      'Europe/Berlin',
      7,
      7,
      2,
      '2026-W13',
      '2026-03-29T01:00:00.000Z',
    ],
    ['an hour that comes twice is the first', 'Europe/Berlin', 7, 7, 2, '2026-W43', '2026-10-25T00:00:00.000Z'],
  ])('%s', (_, zone, start, weekday, hour, key, expected) => {
    expect(weekClosesAt(week(key, start), cutoff(zone, start, weekday, hour)).toISOString()).toBe(expected);
  });
});

describe('the newest closed week', () => {
  const shanghai = cutoff('Asia/Shanghai', 1, 1, 6);
  it.each([
    ['a second before', '2026-11-15T21:59:59Z', '2026-W45'],
    ['at the very instant', '2026-11-15T22:00:00Z', '2026-W46'],
    ['days later', '2026-11-20T00:00:00Z', '2026-W46'],
  ])('%s', (_, now, key) => {
    expect(lastClosedWeek(new Date(now), shanghai).key).toBe(key);
  });

  it('is decided in the tenant’s zone, not in the server’s', () => {
    const now = new Date('2026-11-16T01:00:00Z');
    expect(lastClosedWeek(now, cutoff('Asia/Shanghai', 1, 1, 6)).key).toBe('2026-W46');
    expect(lastClosedWeek(now, cutoff('America/New_York', 1, 1, 6)).key).toBe('2026-W45');
  });

  it('is closed, and the one after it is not', () => {
    const zones = fc.constantFrom(
      'Asia/Shanghai',
      'Europe/Berlin',
      'America/New_York',
      'Pacific/Kiritimati',
      'Pacific/Apia',
    );
    const day = fc.integer({ min: 1, max: 7 });
    const instant = fc.date({ min: new Date('2024-01-01'), max: new Date('2028-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(zones, day, day, fc.integer({ min: 0, max: 23 }), instant, (zone, start, weekday, hour, now) => {
        const settings = cutoff(zone, start, weekday, hour);
        const last = lastClosedWeek(now, settings);
        const next = weekOf(
          localDateIn(new Date(Date.parse(`${last.end}T12:00:00Z`) + 86_400_000), 'UTC'),
          settings.weekStart,
        );
        expect(daysBetween(last.start, next.start)).toBe(7);
        expect(weekClosesAt(last, settings).getTime()).toBeLessThanOrEqual(now.getTime());
        expect(weekClosesAt(next, settings).getTime()).toBeGreaterThan(now.getTime());
      }),
      { numRuns: 300 },
    );
  });
});

it('knows the zones of the IANA data base and nothing else', () => {
  for (const zone of ['Asia/Shanghai', 'Europe/Berlin', 'UTC']) expect(isTimeZone(zone)).toBe(true);
  for (const zone of ['Mars/Base', 'CST', '+08:00', '', null, 8]) expect(isTimeZone(zone)).toBe(false);
});
