import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { individualsLimits, SPC_RULES, spcSignals } from './spc.js';
import { expectFigures, vectorsOf } from './testing/vectors.js';

type Limits = { mean: number; mr_bar: number; sigma: number; ucl: number; lcl: number; mr_ucl: number; out: number[] };

describe('control charts of single values', () => {
  it.each(vectorsOf<{ values: number[] }, Limits>('spc_i_mr'))('limits: $note', ({ input, expected }) => {
    const limits = individualsLimits(input.values);
    const { mean, mr_bar, sigma, ucl, lcl, mr_ucl } = expected;
    expectFigures(limits, {
      mean,
      meanMovingRange: mr_bar,
      sigma,
      upper: ucl,
      lower: lcl,
      movingRangeUpper: mr_ucl,
    });
    if (!limits || limits.sigma === 0) return;
    const z = input.values.map((value) => (value - limits.mean) / limits.sigma);
    expect(spcSignals(z, ['N1']).map(({ at }) => at + 1)).toEqual(expected.out);
  });

  it.each(vectorsOf<{ z: number[] }, Record<string, number[]>>('spc_rules'))('rules: $note', ({ input, expected }) => {
    const found = spcSignals(input.z);
    for (const rule of SPC_RULES)
      expect(found.filter((one) => one.rule === rule).map(({ at }) => at + 1)).toEqual(expected[rule] ?? []);
  });

  it('has no limits for a single value', () => {
    expect(individualsLimits([80])).toBeNull();
  });

  it('sees the same whichever way is up', () => {
    const values = fc.array(fc.float({ min: -4, max: 4, noNaN: true }), { maxLength: 30 });
    fc.assert(
      fc.property(values, (z) => {
        expect(spcSignals(z.map((value) => -value))).toEqual(spcSignals(z));
      }),
    );
  });

  it('is not moved by shift or scale', () => {
    const values = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 2, maxLength: 30 });
    fc.assert(
      fc.property(values, fc.integer({ min: -50, max: 50 }), (scores, shift) => {
        const [a, b] = [individualsLimits(scores), individualsLimits(scores.map((value) => value + shift))];
        expect(b?.sigma).toBeCloseTo(a?.sigma ?? NaN, 9);
        expect(b?.upper).toBeCloseTo((a?.upper ?? NaN) + shift, 9);
      }),
    );
  });
});
