import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { meanDifference, rateDifference } from './difference.js';
import { attainmentOf, effect, isMeasured, isReached } from './effect.js';
import { measurementOf, type Sample } from './sample.js';

const mean = (n: number, value: number, sd: number | null) => ({ kind: 'mean' as const, n, mean: value, sd });
const rate = (passed: number, n: number) => ({ kind: 'rate' as const, n, passed });
const WINDOW = { from: '2026-05-11', to: '2026-07-05' };
const on = (sample: Sample) => ({ sample, window: WINDOW });

describe('difference of means', () => {
  it('is Welch’s: Student’s sleep data, as R’s t.test gives it', () => {
    const { change, low, high } = meanDifference(mean(10, 0.75, 1.7890096577), mean(10, 2.33, 2.0022487));
    expect(change).toBeCloseTo(1.58, 6);
    expect(low).toBeCloseTo(-0.2054832, 4);
    expect(high).toBeCloseTo(3.3654832, 4);
  });

  it('has no interval with a single value, and one without width where nothing varies', () => {
    expect(meanDifference(mean(1, 70, null), mean(10, 80, 3))).toEqual({ change: 10, low: null, high: null });
    expect(meanDifference(mean(3, 70, 0), mean(4, 80, 0))).toEqual({ change: 10, low: 10, high: 10 });
    expect(meanDifference(mean(3, 70, 0), mean(4, 80, 2)).low).toBeLessThan(10);
  });
});

describe('difference of proportions', () => {
  // Newcombe 1998, table II, method 10 (score intervals without continuity correction).
  it.each([
    [48, 80, 56, 70, 0.0524, 0.3339],
    [3, 10, 9, 10, 0.1705, 0.809],
    [2, 7, 6, 7, 0.0582, 0.8062],
    [0, 29, 5, 56, -0.0381, 0.1926],
    [0, 20, 0, 10, -0.1611, 0.2775],
    [0, 10, 0, 10, -0.2775, 0.2775],
    [0, 20, 10, 10, 0.6791, 1],
    [0, 10, 10, 10, 0.6075, 1],
  ])('%d/%d → %d/%d', (k1, n1, k2, n2, low, high) => {
    const change = rateDifference(rate(k1, n1), rate(k2, n2));
    expect(change.change).toBeCloseTo(100 * (k2 / n2 - k1 / n1), 9);
    expect(change.low).toBeCloseTo(100 * low, 1);
    expect(change.high).toBeCloseTo(100 * high, 1);
  });

  it('holds the change, stays within ±100 and turns round with its sides', () => {
    const sample = fc.integer({ min: 1, max: 500 }).chain((n) => fc.integer({ min: 0, max: n }).map((k) => rate(k, n)));
    fc.assert(
      fc.property(sample, sample, (a, b) => {
        const there = rateDifference(a, b);
        const back = rateDifference(b, a);
        expect(there.low!).toBeLessThanOrEqual(there.change + 1e-9);
        expect(there.high!).toBeGreaterThanOrEqual(there.change - 1e-9);
        expect(there.low!).toBeGreaterThanOrEqual(-100 - 1e-9);
        expect(there.high!).toBeLessThanOrEqual(100 + 1e-9);
        expect(back.low!).toBeCloseTo(-there.high!, 9);
      }),
    );
  });
});

describe('measurementOf', () => {
  it('is nothing for an empty sample and has no interval for a single score', () => {
    expect(measurementOf(rate(0, 0), WINDOW)).toBeNull();
    expect(measurementOf(mean(1, 80, null), WINDOW)).toEqual({ value: 80, low: null, high: null, n: 1, ...WINDOW });
  });

  it('gives a rate Wilson’s interval and a mean Student’s, both inside 0–100', () => {
    const wilson = measurementOf(rate(6, 32), WINDOW);
    expect(wilson?.value).toBeCloseTo(18.75, 9);
    expect(wilson?.low).toBeCloseTo(8.88954, 3);
    expect(wilson?.high).toBeCloseTo(35.3092, 3);
    expect(measurementOf(mean(2, 98, 4), WINDOW)?.high).toBe(100);
    expect(measurementOf(mean(10, 80, 5), WINDOW)?.low).toBeCloseTo(80 - (2.262157 * 5) / Math.sqrt(10), 4);
  });
});

describe('effect', () => {
  const input = {
    before: on(rate(61, 100)),
    after: on(rate(88, 100)),
    controlBefore: on(rate(300, 500)),
    controlAfter: on(rate(305, 500)),
    target: 85,
    direction: 'up' as const,
    trend: [],
  };

  it('sets before beside after, and the control group beside both', () => {
    const result = effect(input);
    expect(result).toMatchObject({ reached: true, before: { value: 61, n: 100 }, after: { value: 88, n: 100 } });
    expect(result.change).toBeCloseTo(27, 9);
    expect(result.changeLow).toBeGreaterThan(14);
    expect(result.changeHigh).toBeLessThan(39);
    expect(result.control?.change).toBeCloseTo(1, 9);
    expect(result.attainment).toBeCloseTo(27 / 24, 9);
    expect(isMeasured(result)).toBe(true);
  });

  it('says nothing about what has not been seen', () => {
    expect(effect({ ...input, after: null })).toMatchObject({
      after: null,
      change: null,
      changeLow: null,
      reached: null,
      attainment: null,
    });
    expect(effect({ ...input, after: on(rate(0, 0)) })).toMatchObject({ after: null, change: null, reached: null });
    expect(effect({ ...input, target: null })).toMatchObject({ reached: null, attainment: null });
    expect(isMeasured(effect({ ...input, before: on(mean(1, 61, null)), after: on(mean(9, 80, 3)) }))).toBe(false);
    expect(isMeasured(null)).toBe(false);
  });

  it.each([
    ['up', 60, 72, 80, 0.6],
    ['up', 60, 80, 80, 1],
    ['up', 60, 99, 80, 1.2],
    ['up', 60, 55, 80, 0],
    ['down', 40, 30, 20, 0.5],
    ['down', 40, 10, 20, 1.2],
    ['up', 60, 70, 60, null],
    ['down', 40, 30, 50, null],
  ] as const)('%s from %d to %d of %d is %s of the way', (direction, baseline, value, target, expected) => {
    const attained = attainmentOf(baseline, value, target, direction);
    if (expected === null) expect(attained).toBeNull();
    else expect(attained).toBeCloseTo(expected, 9);
  });

  it('reaches a target with the figure that people see', () => {
    expect(isReached(84.996, 85, 'up')).toBe(true);
    expect(isReached(84.99, 85, 'up')).toBe(false);
    expect(isReached(10, 10, 'down')).toBe(true);
    expect(isReached(10.01, 10, 'down')).toBe(false);
  });
});
