import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { mulberry32 } from './bootstrap.js';
import { empiricalBayesOfValues, statisticsOf } from './empirical-bayes.js';
import { rankPeriod } from './rank-period.js';
import type { PeriodInput, PeriodOutlet, PeriodRow } from './rank-period.types.js';
import { expectFigures, vectorsOf } from './testing/vectors.js';

type Scheme = PeriodInput['scheme'];
const auditsOnly: Scheme = {
  sources: [{ source: 'audit', weight: 100, windowWeeks: 13, minN: 1 }],
  ...{ minCoverage: 0.6, minSample: 1, rankPartial: true, minPeers: 2 },
};
const threeSources: Scheme = {
  sources: [
    { source: 'self_check', weight: 15, windowWeeks: 4, minN: 1 },
    { source: 'audit', weight: 50, windowWeeks: 13, minN: 1 },
    { source: 'mystery_shop', weight: 35, windowWeeks: 26, minN: 1 },
  ],
  ...{ minCoverage: 0.6, minSample: 3, rankPartial: false, minPeers: 5 },
};

function outlet(outletId: string, audits: number[], more: Partial<PeriodOutlet> = {}): PeriodOutlet {
  const sources = { audit: statisticsOf(audits) };
  return { outletId, peerGroupId: 'P', sources, redLines: [], failedRedLine: false, ...more };
}
const byId = (rows: PeriodRow[], id: string) => rows.find((row) => row.outletId === id) as PeriodRow;

/** Some outlets whose audits scatter around their own level. */
function network(count: number, seed: number, groups = 4): PeriodOutlet[] {
  const random = mulberry32(seed);
  const around = (level: number, width: number) => Math.min(100, Math.max(0, level + (random() - 0.5) * width));
  return Array.from({ length: count }, (_, i) => {
    const level = around(80, 24);
    const draw = (n: number) => statisticsOf(Array.from({ length: n }, () => around(level, 12)));
    return {
      outletId: `O${i}`,
      peerGroupId: `P${i % groups}`,
      sources: { self_check: draw(4), audit: draw(1 + Math.floor(random() * 6)), mystery_shop: draw(2) },
      selfAuditGap: { pairs: 4, mad: random() * 10 },
      redLines: [],
      failedRedLine: false,
    };
  });
}

describe('shrinking within a period', () => {
  const cases = vectorsOf<{ groups: { id: string; values: number[] }[] }, { tau2_between: number }>(
    'empirical_bayes_normal',
  );

  it.each(cases)('reduces to empirical Bayes with one source: $note', ({ input, expected }) => {
    const bayes = empiricalBayesOfValues(input.groups);
    const { rows, groups } = rankPeriod({
      scheme: auditsOnly,
      outlets: input.groups.map(({ id, values }) => outlet(id, values)),
    });
    const { withinVariance, betweenVariance, mean } = bayes ?? {};
    expectFigures(groups, [{ id: 'P', withinVariance, betweenVariance, mean, peers: rows.length }]);
    for (const { id, estimate, sd } of bayes?.rows ?? []) {
      expectFigures(byId(rows, id), expected.tau2_between > 0 ? { estimate, sd } : { estimate });
    }
  });

  it('agrees with empirical Bayes for any outlets of unequal n', () => {
    const values = fc.array(fc.integer({ min: 40, max: 100 }), { minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(fc.array(values, { minLength: 3, maxLength: 10 }), (all) => {
        const bayes = empiricalBayesOfValues(all.map((own, i) => ({ id: String(i), values: own })));
        if (!bayes || bayes.withinVariance < 0.01) return;
        const { rows, groups } = rankPeriod({
          scheme: auditsOnly,
          outlets: all.map((own, i) => outlet(String(i), own)),
        });
        expect(groups[0]?.betweenVariance).toBeCloseTo(bayes.betweenVariance, 5);
        for (const row of bayes.rows) expect(byId(rows, row.id).estimate).toBeCloseTo(row.estimate, 5);
      }),
    );
  });

  it('supports no order when the outlets differ no more than chance', () => {
    const { rows, groups } = rankPeriod({
      scheme: auditsOnly,
      outlets: [outlet('A', [80, 90, 70, 85]), outlet('B', [82, 78, 88, 76])],
    });
    expect(groups[0]).toMatchObject({ betweenVariance: 0, distinguishable: false, ranked: 2 });
    for (const row of rows) {
      expect(row).toMatchObject({
        rank: 1,
        tied: true,
        percentile: 50,
        rankBest: 1,
        rankWorst: 2,
        bottomQuarter: false,
      });
      expect(row.high).toBeGreaterThan(row.estimate ?? 100);
    }
    expect(rows[0]?.estimate).toBe(rows[1]?.estimate);
  });

  it('pulls the outlet with fewer audits further toward the mean', () => {
    const many = [95, 97, 96, 94, 95, 96];
    const outlets = [outlet('few', [95.5]), outlet('many', many), outlet('C', [70, 75]), outlet('D', [80, 84])];
    const { rows } = rankPeriod({ scheme: auditsOnly, outlets });
    expect(byId(rows, 'few').score).toBeCloseTo(byId(rows, 'many').score ?? 0, 9);
    expect(byId(rows, 'few').estimate).toBeLessThan(byId(rows, 'many').estimate ?? 0);
    expect(byId(rows, 'few').rank).toBeGreaterThan(byId(rows, 'many').rank ?? 9);
  });
});

describe('who is listed where', () => {
  const good = (id: string, more: Partial<PeriodOutlet> = {}): PeriodOutlet => ({
    ...outlet(id, [80, 84, 88]),
    sources: {
      self_check: statisticsOf([90, 88]),
      audit: statisticsOf([80, 84, 88]),
      mystery_shop: statisticsOf([78, 74]),
    },
    ...more,
  });
  const peers = ['A', 'B', 'C', 'D', 'E'].map((id, i) =>
    good(id, { sources: { ...good(id).sources, audit: statisticsOf([70 + 5 * i, 74 + 5 * i]) } }),
  );

  it('names the reason of everybody who is not ranked', () => {
    const rows = rankPeriod({
      scheme: threeSources,
      outlets: [
        ...peers,
        good('red', { redLines: ['X-01'], failedRedLine: true }),
        good('capped', { redLines: ['X-02'] }),
        good('none', { sources: {} }),
        good('selfOnly', { sources: { self_check: statisticsOf([99, 99, 99]) } }),
        good('noShop', { sources: { self_check: statisticsOf([90, 91]), audit: statisticsOf([80, 82]) } }),
        good('thin', {
          sources: { self_check: statisticsOf([90]), audit: statisticsOf([80]), mystery_shop: statisticsOf([70]) },
        }),
      ],
    }).rows;
    expect(byId(rows, 'red')).toMatchObject({
      listing: 'failed_red_line',
      apartReason: 'red_line',
      rank: null,
      redLines: ['X-01'],
    });
    expect(byId(rows, 'capped')).toMatchObject({ listing: 'ranked', redLines: ['X-02'], peers: 7 });
    expect(byId(rows, 'none')).toMatchObject({
      listing: 'apart',
      apartReason: 'no_audit',
      score: null,
      estimate: null,
      n: 0,
    });
    expect(byId(rows, 'selfOnly')).toMatchObject({ apartReason: 'insufficient', score: null, coverage: 0.15 });
    expect(byId(rows, 'noShop')).toMatchObject({ apartReason: 'partial', coverage: 0.65 });
    expect(byId(rows, 'noShop').score).not.toBeNull();
    expect(byId(rows, 'thin')).toMatchObject({ listing: 'ranked', n: 3 });
    const stricter = rankPeriod({
      scheme: { ...threeSources, minSample: 4, minPeers: 1 },
      outlets: [good('thin', { sources: byIdSources() })],
    });
    expect(stricter.rows[0]).toMatchObject({ apartReason: 'min_sample', listing: 'apart', rank: null });
  });

  function byIdSources(): PeriodOutlet['sources'] {
    return { self_check: statisticsOf([90]), audit: statisticsOf([80]), mystery_shop: statisticsOf([70]) };
  }

  it('lists apart whoever’s scatter nobody knows', () => {
    const { rows, groups } = rankPeriod({ scheme: auditsOnly, outlets: [outlet('A', [80]), outlet('B', [90])] });
    expect(rows.map((row) => row.apartReason)).toEqual(['min_sample', 'min_sample']);
    expect(rows[0]).toMatchObject({ score: 80, estimate: null, low: null, peers: 0 });
    expect(groups).toEqual([
      expect.objectContaining({ id: null, ranked: 0, mean: null, distinguishable: false, widenedFrom: ['P'] }),
    ]);
  });

  it('lowers the share of a self-check that does not agree with audits', () => {
    const share = (mad: number) =>
      rankPeriod({ scheme: threeSources, outlets: [good('A', { selfAuditGap: { pairs: 3, mad } })] }).rows[0]
        ?.sources[0]?.share;
    expect(share(0)).toBeCloseTo(0.15, 9);
    expect(share(10)).toBeCloseTo(7.5 / 92.5, 9);
    expect(share(25)).toBe(0);
  });

  it('compares small groups and outlets without a group with the whole audience, and says so', () => {
    const small = [
      good('S1', { peerGroupId: 'S' }),
      good('S2', { peerGroupId: 'S' }),
      good('alone', { peerGroupId: null }),
    ];
    const { rows, groups } = rankPeriod({ scheme: threeSources, outlets: [...peers, ...small] });
    expect(byId(rows, 'A')).toMatchObject({ widened: false, comparedWith: 'P', peers: 5 });
    for (const id of ['S1', 'alone'])
      expect(byId(rows, id)).toMatchObject({ widened: true, comparedWith: null, peers: 8 });
    expect(groups.map(({ id, ranked, peers: k, widenedFrom }) => ({ id, ranked, k, widenedFrom }))).toEqual([
      { id: 'P', ranked: 5, k: 5, widenedFrom: [] },
      { id: null, ranked: 3, k: 8, widenedFrom: ['S', null] },
    ]);
  });
});

describe('movement since the previous edition', () => {
  const outlets = [0, 1, 2, 3, 4, 5, 6, 7].map((i) => outlet(`O${i}`, [60 + 5 * i, 61 + 5 * i, 62 + 5 * i]));
  const before = { rank: 4, estimate: 70, low: 69, high: 71, bottomQuarter: false };
  const withPrevious = (previous: PeriodOutlet['previous']) =>
    byId(
      rankPeriod({ scheme: auditsOnly, outlets: [{ ...(outlets[0] as PeriodOutlet), previous }, ...outlets.slice(1)] })
        .rows,
      'O0',
    );

  it('names rank change, change, noise and the bottom quarter', () => {
    const row = withPrevious(before);
    expect(row).toMatchObject({
      rank: 8,
      rankChange: -4,
      beyondNoise: true,
      bottomQuarter: true,
      newInBottomQuarter: true,
    });
    expect(row.change).toBeCloseTo((row.estimate ?? 0) - 70, 9);
    expect(withPrevious({ ...before, bottomQuarter: true }).newInBottomQuarter).toBe(false);
  });

  it('calls a change within both intervals noise, and recovers an interval clamped at 0 or 100', () => {
    expect(withPrevious({ ...before, estimate: 62, low: 55, high: 69 }).beyondNoise).toBe(false);
    expect(withPrevious({ ...before, estimate: 95, low: 45, high: 100 }).beyondNoise).toBe(false);
  });

  it('compares nothing with an edition in which the outlet was not ranked', () => {
    const nothing = { rankChange: null, change: null, beyondNoise: false, newInBottomQuarter: false };
    expect(withPrevious(null)).toMatchObject(nothing);
    expect(withPrevious({ ...before, rank: null })).toMatchObject(nothing);
  });

  it('compares ranks only within the same group', () => {
    expect(withPrevious({ ...before, comparedWith: 'P' }).rankChange).toBe(-4);
    const row = withPrevious({ ...before, comparedWith: null });
    expect(row.rankChange).toBeNull();
    expect(row.change).not.toBeNull();
  });
});

describe('properties of a period', () => {
  it('keeps ranks, intervals and estimates consistent, whatever the order of the input', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.integer(), (count, seed) => {
        const outlets = network(count, seed);
        const { rows } = rankPeriod({ scheme: threeSources, outlets });
        const turned = rankPeriod({ scheme: threeSources, outlets: outlets.toReversed() }).rows;
        for (const row of rows) {
          if (row.listing !== 'ranked') {
            // No outlet has two audits, so nobody knows how much single audits differ.
            expect(outlets.every(({ sources }) => sources.audit?.n === 1)).toBe(true);
            expect(row).toMatchObject({ apartReason: 'min_sample', rank: null, estimate: null });
            continue;
          }
          const { rank, rankBest, rankWorst, estimate, low, high, score } = row as unknown as Record<
            keyof PeriodRow,
            number
          >;
          expect(1 <= rankBest && rankBest <= rank && rank <= rankWorst && rankWorst <= row.peers).toBe(true);
          expect(0 <= low && low <= estimate && estimate <= high && high <= 100).toBe(true);
          expect(score >= 0 && score <= 100).toBe(true);
          const other = byId(turned, row.outletId);
          expect(other.estimate).toBeCloseTo(estimate, 9);
          for (const peer of rows.filter(
            (one) => one.comparedWith === row.comparedWith && one.widened === row.widened,
          )) {
            if ((peer.rank ?? 0) < rank) expect(peer.estimate).toBeGreaterThan(estimate);
          }
        }
        for (const group of new Set(rows.filter((row) => !row.widened).map((row) => row.comparedWith))) {
          const members = rows.filter((row) => row.comparedWith === group && row.listing === 'ranked');
          const lowest = members.filter((row) => row.bottomQuarter).length;
          expect(lowest).toBeLessThanOrEqual(Math.ceil((members.length - 1) / 4));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('ranks 10,000 outlets of one peer group, nobody left out and no place skipped', () => {
    const { rows } = rankPeriod({ scheme: threeSources, outlets: network(10_000, 7, 1) });
    const places = rows.flatMap(({ rank }) => rank ?? []).sort((a, b) => a - b);
    expect(rows).toHaveLength(10_000);
    expect(places.length).toBeGreaterThan(5_000);
    // Those who share a place take those after it too: the next one is as far away as they are many.
    expect(places.every((place, i) => place === i + 1 || place === places[i - 1])).toBe(true);
  });
});
