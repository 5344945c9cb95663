import { describe, expect, it } from 'vitest';
import { shiftWeek, weekOf } from '@wheelhouse/kernel';
import { regionSignal } from './region-signals.js';

const first = weekOf('2026-01-05');
const region = (values: (number | null)[]) => ({
  orgUnitId: 'east',
  name: { en: 'East', zh: '华东' },
  weeks: values.map((value, i) => ({
    week: shiftWeek(first, i),
    n: value === null ? 0 : 4,
    sum: value === null ? 0 : 4 * value,
  })),
});
const steady = (count: number) => Array.from({ length: count }, (_, i) => (i % 2 ? 84 : 82));

describe('when something changed in a region', () => {
  it('is a watched week outside limits from the weeks before', () => {
    const signal = regionSignal(region([...steady(20), 82, 84, 82, 84, 82, 60]));
    expect(signal).toMatchObject({ rule: 'N1', direction: 'down', period: '2026-W27', value: 60, baseline: 20 });
    expect(signal?.center).toBeCloseTo(83, 9);
    expect(signal?.low).toBeCloseTo(83 - (3 * 2) / 1.128, 9);
    expect(signal?.points).toHaveLength(26);
  });

  it('is nothing while all stays within its usual variation', () => {
    expect(regionSignal(region(steady(26)))).toBeNull();
  });

  it('is not said of an old change', () => {
    expect(regionSignal(region([...steady(18), 60, ...steady(7)]))).toBeNull();
  });

  it('names a steady fall by its direction', () => {
    expect(regionSignal(region([...steady(20), 84.5, 84.2, 84, 83.6, 83.3, 83.1]))).toMatchObject({
      rule: 'N3',
      direction: 'down',
    });
  });

  it('has no limits with fewer than twelve weeks, nor without variation', () => {
    expect(regionSignal(region([...steady(11), ...steady(6)]))).toBeUndefined();
    expect(regionSignal(region([...steady(12), ...steady(6)]))).toBeNull();
    expect(regionSignal(region(Array(26).fill(80)))).toBeUndefined();
    expect(regionSignal(region([...Array(15).fill(null), ...steady(8)]))).toBeUndefined();
  });
});
