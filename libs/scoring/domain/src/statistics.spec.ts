import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { bayesianAverage } from './bayesian-average.js';
import { betaBinomial } from './beta-binomial.js';
import { bootstrapInterval, bootstrapMeans, mulberry32 } from './bootstrap.js';
import { empiricalBayes, empiricalBayesOfValues, statisticsOf } from './empirical-bayes.js';
import { jamesStein } from './james-stein.js';
import { quantile } from './quantile.js';
import { meanInterval } from './t-interval.js';
import { expectFigures, vectorsOf } from './testing/vectors.js';
import { wilsonInterval } from './wilson.js';

type Prior = { k: number; n: number; prior_mean: number; prior_n: number };
type Row = { id: string; n: number; mean: number; shrink_B: number; estimate: number; post_sd: number };
type Bayes = { sigma2_within: number; tau2_between: number; grand_mean: number; rows: Row[] };
const scores = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 12 });

describe('the worked cases of the statistics', () => {
  it.each(vectorsOf<{ values: number[]; p: number }, { q: number }>('quantile'))('quantile: $note', (test) => {
    expectFigures(quantile(test.input.values, test.input.p), test.expected.q);
  });

  it.each(vectorsOf<{ C: number; m: number; mean: number; n: number }, { estimate: number }>('bayesian_average'))(
    'Bayesian average: $note',
    ({ input, expected }) => {
      const { C, m, mean, n } = input;
      expectFigures(bayesianAverage({ priorN: C, priorMean: m, mean, n }), expected.estimate);
    },
  );

  it.each(vectorsOf<{ groups: { id: string; values: number[] }[] }, Bayes>('empirical_bayes_normal'))(
    'empirical Bayes: $note',
    ({ input, expected }) => {
      const { sigma2_within, tau2_between, grand_mean } = expected;
      const rows = expected.rows.map(({ shrink_B, post_sd, ...row }) => ({ ...row, shrinkage: shrink_B, sd: post_sd }));
      const figures = { withinVariance: sigma2_within, betweenVariance: tau2_between, mean: grand_mean, rows };
      expectFigures(empiricalBayesOfValues(input.groups), figures);
      const groups = input.groups.map(({ id, values }) => ({ id, ...statisticsOf(values) }));
      expectFigures(empiricalBayes(groups), { ...figures, distinguishable: tau2_between > 0 });
    },
  );

  it.each(
    vectorsOf<
      { hits: number[]; at_bats: number },
      { grand_mean: number; sigma2: number; c: number; first_estimate: number; last_estimate: number }
    >('james_stein_published'),
  )('James–Stein: $note', ({ input, expected }) => {
    const result = jamesStein(input.hits, input.at_bats);
    expectFigures(result, { mean: expected.grand_mean, variance: expected.sigma2, c: expected.c });
    expectFigures([result?.estimates[0], result?.estimates.at(-1)], [expected.first_estimate, expected.last_estimate]);
  });

  it.each(vectorsOf<Prior, { estimate: number; lo: number; hi: number }>('beta_binomial'))(
    'beta-binomial: $note',
    ({ input, expected }) => {
      const result = betaBinomial({ k: input.k, n: input.n, priorMean: input.prior_mean, priorN: input.prior_n });
      expectFigures(result, { estimate: expected.estimate, low: expected.lo, high: expected.hi });
    },
  );

  it.each(vectorsOf<{ values: number[] }, Record<string, number | null>>('mean_t_ci'))(
    't interval: $note',
    ({ input, expected }) => {
      const { lo, hi, ...rest } = expected;
      expectFigures(meanInterval(input.values), { ...rest, low: lo, high: hi });
    },
  );

  it.each(
    vectorsOf<{ values: number[]; B: number; seed: number }, { first3: number[]; lo: number; hi: number }>(
      'bootstrap_ci',
    ),
  )('bootstrap: $note', ({ input, expected }) => {
    const { values, B, seed } = input;
    expectFigures(bootstrapMeans(values, B, seed).slice(0, 3), expected.first3);
    const interval = bootstrapInterval(values, { resamples: B, seed });
    expectFigures(interval, { low: expected.lo, high: expected.hi, reliable: values.length >= 8 });
  });

  it.each(vectorsOf<{ k: number; n: number }, { p: number | null; lo: number; hi: number }>('wilson'))(
    'Wilson: $note',
    ({ input, expected }) => {
      const { p, lo, hi } = expected;
      expectFigures(wilsonInterval(input.k, input.n), { p, low: lo, high: hi });
    },
  );
});

describe('properties of the statistics', () => {
  it('quantiles lie between the smallest and the largest value, rise with p and ignore the order', () => {
    fc.assert(
      fc.property(
        scores,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (values, p, q) => {
          const [low, high] = [quantile(values, Math.min(p, q)) as number, quantile(values, Math.max(p, q)) as number];
          expect(low).toBeLessThanOrEqual(high + 1e-9);
          expect(low).toBeGreaterThanOrEqual(Math.min(...values));
          expect(high).toBeLessThanOrEqual(Math.max(...values));
          expect(quantile(values.toReversed(), p)).toBe(quantile(values, p));
        },
      ),
    );
  });

  it('a shrunk estimate lies between the own and the common mean', () => {
    fc.assert(
      fc.property(fc.array(scores, { minLength: 2, maxLength: 8 }), (groups) => {
        const result = empiricalBayesOfValues(groups.map((values, i) => ({ id: String(i), values })));
        for (const { mean, estimate, shrinkage } of result?.rows ?? []) {
          const common = result?.mean ?? 0;
          expect(estimate).toBeGreaterThanOrEqual(Math.min(mean, common) - 1e-9);
          expect(estimate).toBeLessThanOrEqual(Math.max(mean, common) + 1e-9);
          expect(shrinkage >= 0 && shrinkage <= 1).toBe(true);
        }
      }),
    );
  });

  it('intervals hold their estimate and stay within 0–1', () => {
    const trials = fc.nat(200).chain((n) => fc.record({ n: fc.constant(n), k: fc.nat(n) }));
    fc.assert(
      fc.property(trials, ({ k, n }) => {
        const { p, low, high } = wilsonInterval(k, n);
        expect(low >= 0 && low <= (p ?? 0) + 1e-12 && (p ?? 1) <= high + 1e-12 && high <= 1).toBe(true);
        const beta = betaBinomial({ k, n, priorMean: 0.8, priorN: 20 });
        expect((beta?.low ?? 1) <= (beta?.estimate ?? 0) && (beta?.estimate ?? 1) <= (beta?.high ?? 0)).toBe(true);
      }),
    );
    fc.assert(
      fc.property(scores, (values) => {
        const { mean, low, high } = meanInterval(values);
        if (low !== null && high !== null) expect(low <= (mean ?? NaN) && (mean ?? NaN) <= high).toBe(true);
        else expect(values).toHaveLength(1);
      }),
    );
  });

  it('the generator repeats itself for a seed and stays in [0, 1)', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const [one, other] = [mulberry32(seed), mulberry32(seed)];
        for (let i = 0; i < 20; i++) {
          const value = one();
          expect(value).toBe(other());
          expect(value >= 0 && value < 1).toBe(true);
        }
      }),
    );
  });
});

describe('without enough data', () => {
  it('there is no figure', () => {
    expect(quantile([], 0.5)).toBeNull();
    expect(bayesianAverage({ mean: 0, n: 0, priorMean: 80, priorN: 0 })).toBeNull();
    expect(empiricalBayesOfValues([{ id: 'A', values: [1, 2] }])).toBeNull();
    expect(
      empiricalBayesOfValues([
        { id: 'A', values: [1] },
        { id: 'B', values: [2] },
      ]),
    ).toBeNull();
    expect(jamesStein([1, 2, 3], 10)).toBeNull();
    expect(betaBinomial({ k: 0, n: 0, priorMean: 0.5, priorN: 0 })).toBeNull();
    expect(meanInterval([])).toMatchObject({ n: 0, mean: null, low: null });
    expect(bootstrapInterval([], { seed: 1 })).toBeNull();
  });

  it('values that are all the same need no spread', () => {
    const same = empiricalBayesOfValues([
      { id: 'A', values: [80, 80] },
      { id: 'B', values: [80, 80, 80] },
    ]);
    expect(same).toMatchObject({ withinVariance: 0, betweenVariance: 0, mean: 80, distinguishable: false });
    expect(meanInterval([80, 80]).degenerate).toBe(true);
  });
});
