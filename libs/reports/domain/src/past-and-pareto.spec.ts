import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import type { ItemFindings } from './edition.types.js';
import { CATCH_UP_WEEKS, dueWeeks } from './due-weeks.js';
import { findingPareto } from './finding-pareto.js';
import { pooledTrendPoint, weeksBefore } from './past-score.js';
import { SCHEME, text, WEEK } from './testing/a-period.js';

const item = (itemId: string, count: number, worst: ItemFindings['worst'] = []): ItemFindings => ({
  ...{ itemId, text: text(itemId), critical: false, count, outlets: worst.length, worst },
});

describe('Pareto', () => {
  it('marks the vital few and names the outlets', () => {
    const rows = findingPareto(
      [
        item('b', 20),
        item('a', 60, [
          { outletId: 'o1', count: 40 },
          { outletId: 'gone', count: 20 },
        ]),
        item('c', 20),
        item('zero', 0),
      ],
      (id) => (id === 'o1' ? text('One') : undefined),
    );
    expect(
      rows.map(({ itemId, percent, cumulativePercent, vital }) => [itemId, percent, cumulativePercent, vital]),
    ).toEqual([
      ['a', 60, 60, true],
      ['b', 20, 80, true],
      ['c', 20, 100, false],
    ]);
    expect(rows[0]?.worst).toEqual([{ outletId: 'o1', name: text('One'), count: 40 }]);
  });

  it('adds up to 100 %, falling', () => {
    const counts = fc.uniqueArray(fc.record({ id: fc.string({ minLength: 1 }), n: fc.integer({ min: 1, max: 999 }) }), {
      selector: ({ id }) => id,
      minLength: 1,
      maxLength: 30,
    });
    fc.assert(
      fc.property(counts, (list) => {
        const rows = findingPareto(
          list.map(({ id, n }) => item(id, n)),
          () => undefined,
        );
        expect(rows.reduce((sum, { percent }) => sum + percent, 0)).toBeCloseTo(100, 6);
        expect(rows.at(-1)?.cumulativePercent).toBeCloseTo(100, 6);
        expect(rows.map(({ count }) => count)).toEqual(rows.map(({ count }) => count).sort((a, b) => b - a));
        expect(rows[0]?.vital).toBe(true);
      }),
    );
  });
});

describe('the line before the first edition', () => {
  const weeks = weeksBefore(WEEK, 1);
  it('reaches back twelve weeks, oldest first', () => {
    expect(weeks.map(({ key }) => key)).toHaveLength(12);
    expect([weeks[0]?.key, weeks.at(-1)?.key]).toEqual(['2026-W34', '2026-W45']);
  });

  it('mixes the sources of their windows as the scheme says', () => {
    const sums = [
      { weekStart: '2026-11-02', source: 'audit' as const, n: 2, sum: 160, sumsq: 12_850 },
      { weekStart: '2026-10-05', source: 'audit' as const, n: 2, sum: 180, sumsq: 16_250 },
      { weekStart: '2026-11-02', source: 'self_check' as const, n: 4, sum: 380, sumsq: 36_104 },
      { weekStart: '2026-10-05', source: 'self_check' as const, n: 9, sum: 100, sumsq: 5_000 },
      { weekStart: '2026-11-09', source: 'audit' as const, n: 9, sum: 9, sumsq: 9 },
    ];
    const point = pooledTrendPoint({ ...WEEK, key: '2026-W45', start: '2026-11-02' }, SCHEME, sums);
    expect(point.score).toBeCloseTo(0.8 * 85 + 0.2 * 95, 9);
    expect(point.n).toBe(6);
    expect(point.low).toBeLessThan(87);
    expect(point.high).toBeGreaterThan(87);
  });

  it('has a gap where nothing was measured', () => {
    const point = pooledTrendPoint(WEEK, SCHEME, []);
    expect(point).toEqual({ period: '2026-W46', score: null, low: null, high: null, n: 0 });
  });
});

describe('weeks that are due', () => {
  const cutoff = { timeZone: 'Asia/Shanghai', weekStart: 1, cutoffWeekday: 1, cutoffHour: 6 } as const;
  const now = new Date('2026-11-16T00:00:00Z');
  const keys = (first: string | null, closed: string[] = []) =>
    dueWeeks(now, cutoff, first, new Set(closed)).map(({ key }) => key);

  it.each([
    ['none before the first counted audit', keys(null), []],
    ['from the week of the first audit', keys('2026-11-02'), ['2026-W45', '2026-W46']],
    ['not the open week', keys('2026-11-16'), []],
    ['not what is closed', keys('2026-10-26', ['2026-11-02']), ['2026-W44', '2026-W46']],
    ['at most eight, the newest', keys('2025-01-06').slice(0, 1), ['2026-W39']],
  ])('%s', (_, actual, expected) => {
    expect(actual).toEqual(expected);
  });

  it('come oldest first', () => {
    expect(keys('2025-01-06')).toHaveLength(CATCH_UP_WEEKS);
    expect(keys('2025-01-06').at(-1)).toBe('2026-W46');
  });
});
