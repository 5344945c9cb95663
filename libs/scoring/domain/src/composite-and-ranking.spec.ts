import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { complaintScore, compositeScore } from './composite-score.js';
import { vitalFew } from './pareto.js';
import { rankOutlets } from './ranking.js';
import { selfAuditGap, selfCheckCredibility } from './self-audit-gap.js';
import { smartAttainment } from './smart-attainment.js';
import { expectFigures, vectorsOf } from './testing/vectors.js';

interface VectorSource {
  id: string;
  weight: number;
  score?: number | null;
  age_days?: number;
  max_age_days?: number;
  credibility?: number;
  complaints?: {
    count: Record<string, number>;
    severity_weight: Record<string, number>;
    visits: number;
    zero_at_rate: number;
  };
}
interface VectorComposite {
  coverage: number;
  used: { id: string; score: number; eff_weight: number }[];
  composite: number | null;
  status: string;
}

function scoreOf({ score = null, complaints }: VectorSource): number | null {
  if (!complaints) return score;
  const { count, severity_weight, visits, zero_at_rate } = complaints;
  return complaintScore({ count, severityWeight: severity_weight, visits, zeroAtRate: zero_at_rate });
}

describe('the worked cases of scores and ranks', () => {
  it.each(vectorsOf<{ sources: VectorSource[]; cap?: number }, VectorComposite>('composite_score'))(
    'composite: $note',
    ({ input, expected }) => {
      const sources = input.sources.map((source) => {
        const { id, weight, age_days, max_age_days, credibility } = source;
        return { id, weight, score: scoreOf(source), ageDays: age_days, maxAgeDays: max_age_days, credibility };
      });
      const used = expected.used.map(({ eff_weight, ...rest }) => ({ ...rest, share: eff_weight }));
      expectFigures(compositeScore(sources, { cap: input.cap }), { ...expected, used });
    },
  );

  it.each(
    vectorsOf<
      {
        outlets: { id: string; score: number | null; n?: number }[];
        min_n?: number;
        previous_rank?: Record<string, number>;
      },
      { ranked: number; rows: { rank_change: number | null }[] }
    >('ranking'),
  )('ranking: $note', ({ input, expected }) => {
    const actual = rankOutlets(input.outlets, { minN: input.min_n, previousRanks: input.previous_rank });
    const rows = expected.rows.map(({ rank_change, ...row }) => ({ ...row, rankChange: rank_change }));
    expectFigures(actual, { ranked: expected.ranked, rows });
  });

  it.each(
    vectorsOf<
      { counts: Record<string, number> },
      { total: number; rows: { key: string; pct: number; cum_pct: number }[]; vital_few: string[] }
    >('pareto'),
  )('Pareto: $note', ({ input, expected }) => {
    const actual = vitalFew(Object.entries(input.counts).map(([key, count]) => ({ key, count })));
    const rows = expected.rows.map(({ pct, cum_pct, ...row }) => ({
      ...row,
      percent: pct,
      cumulativePercent: cum_pct,
    }));
    expectFigures(actual, { total: expected.total, rows });
    expect(actual.rows.filter((row) => row.vital).map((row) => row.key)).toEqual(expected.vital_few);
  });

  it.each(vectorsOf<{ pairs: [number, number][] }, Record<string, number | null>>('self_audit_gap'))(
    'self-check and audit: $note',
    ({ input, expected }) => {
      const { inflated_share, ...rest } = expected;
      expectFigures(selfAuditGap(input.pairs), { ...rest, inflatedShare: inflated_share });
    },
  );

  it.each(
    vectorsOf<
      { actual: number; target: number; direction: 'up' | 'down'; elapsed?: number },
      Record<string, number | null>
    >('smart_attainment'),
  )('attainment: $note', ({ input, expected }) => expectFigures(smartAttainment(input), expected));
});

const score = fc.double({ min: 0, max: 100, noNaN: true });
const source = fc.record({
  id: fc.constantFrom('self_check', 'audit', 'mystery_shop'),
  weight: fc.integer({ min: 0, max: 100 }),
  score: fc.option(score),
  credibility: fc.double({ min: 0, max: 1, noNaN: true }),
});

describe('properties of scores and ranks', () => {
  it('a composite lies between its sources, shares add up to 1, coverage decides', () => {
    fc.assert(
      fc.property(fc.array(source, { maxLength: 6 }), (sources) => {
        const { composite, coverage, status, used } = compositeScore(sources);
        expect(coverage >= 0 && coverage <= 1).toBe(true);
        expect(composite === null).toBe(status === 'insufficient');
        if (composite === null) return;
        expect(composite).toBeGreaterThanOrEqual(Math.min(...used.map((u) => u.score)) - 1e-9);
        expect(composite).toBeLessThanOrEqual(Math.max(...used.map((u) => u.score)) + 1e-9);
        expect(used.reduce((sum, u) => sum + u.share, 0)).toBeCloseTo(1, 9);
      }),
    );
  });

  it('a higher score never stands lower, equal ranks mean equal scores, and the order of the input does not matter', () => {
    const outlets = fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(outlets, (values) => {
        const input = values.map((value, i) => ({ id: String(i), score: value * 1.5 }));
        const { rows } = rankOutlets(input);
        rows.forEach((a, i) =>
          rows.forEach((b, j) => {
            expect(Math.sign((b.rank ?? 0) - (a.rank ?? 0))).toBe(Math.sign((values[i] ?? 0) - (values[j] ?? 0)));
            expect(Math.sign((a.percentile ?? 0) - (b.percentile ?? 0))).toBe(Math.sign((b.rank ?? 0) - (a.rank ?? 0)));
          }),
        );
        const mean = rows.reduce((sum, row) => sum + (row.percentile ?? 0), 0) / rows.length;
        expect(mean).toBeCloseTo(50, 9);
        expect(rankOutlets(input.toReversed()).rows.toReversed()).toEqual(rows);
      }),
    );
  });

  it('the vital few make up at least 80 %, and without the last of them less', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(50), { maxLength: 15 }), (counts) => {
        const { total, rows } = vitalFew(counts.map((count, i) => ({ key: `item-${i}`, count })));
        const vital = rows.filter((row) => row.vital).map((row) => row.count);
        const sum = vital.reduce((a, b) => a + b, 0);
        if (total === 0) {
          expect(rows).toEqual([]);
          return;
        }
        expect(sum * 10).toBeGreaterThanOrEqual(total * 8);
        expect((sum - (vital.at(-1) ?? 0)) * 10).toBeLessThan(total * 8);
        expect(rows.at(-1)?.cumulativePercent).toBeCloseTo(100, 9);
      }),
    );
  });
});

describe('edges', () => {
  it('a source without enough observations is missing', () => {
    const sources = [
      { id: 'audit', weight: 70, score: 80, n: 2, minN: 1 },
      { id: 'mystery_shop', weight: 30, score: 60, n: 1, minN: 2 },
    ];
    expect(compositeScore(sources)).toMatchObject({ composite: 80, coverage: 0.7, status: 'partial' });
    expect(compositeScore([])).toMatchObject({ composite: null, coverage: 0, status: 'insufficient' });
    expect(compositeScore([{ id: 'x', weight: 1, score: 90, credibility: 0 }]).status).toBe('insufficient');
  });

  it('a credibility next to nothing still leaves the score that it weighs', () => {
    const sources = [{ id: 'self_check', weight: 1, score: 0.4, credibility: 5e-324 }];
    expect(compositeScore(sources).composite).toBeCloseTo(0.4, 9);
  });

  it('coverage of exactly the minimum is enough, whatever the binary noise', () => {
    const sources = [0.1, 0.2, 0.3].map((weight, i) => ({ id: String(i), weight, score: 50 }));
    expect(compositeScore([...sources, { id: 'missing', weight: 0.4, score: null }]).status).toBe('partial');
  });

  it('complaints without visits are no score', () => {
    expect(complaintScore({ count: { minor: 1 }, severityWeight: { minor: 1 }, visits: 0, zeroAtRate: 20 })).toBeNull();
  });

  it('credibility falls with the difference, after three pairs', () => {
    expect(selfCheckCredibility(null)).toBe(1);
    expect(selfCheckCredibility({ pairs: 2, mad: 30 })).toBe(1);
    expect(selfCheckCredibility({ pairs: 3, mad: 5 })).toBe(0.75);
    expect(selfCheckCredibility({ pairs: 9, mad: 40 })).toBe(0);
  });

  it('a downward target of 0 is reached by 0 only', () => {
    expect(smartAttainment({ actual: 0, target: 0, direction: 'down' }).attainment).toBe(1);
    expect(smartAttainment({ actual: 3, target: 0, direction: 'down' }).attainment).toBe(0);
  });
});
