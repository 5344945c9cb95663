import { describe, expect, it } from 'vitest';
import { type RankingRow, VISIT_REASONS } from '@wheelhouse/contracts';
import fc from 'fast-check';
import { movers } from './movers.js';
import { periodRows } from './period-rows.js';
import { aPeriod } from './testing/a-period.js';
import { MOST_VISITS, visitProposals, visitReasons } from './visit-proposals.js';

const BASE = periodRows(aPeriod([{ id: 'o', scores: [80, 82, 84] }]))[0]?.row as RankingRow;
const row = (change: Partial<RankingRow>): RankingRow => ({ ...BASE, ...change });
const QUIET = { repeatedItems: 0, selfAuditGap: null };

describe('why an outlet should be visited', () => {
  it.each([
    ['nothing', {}, QUIET, []],
    [
      'a red line',
      { redLines: ['F-05', 'F-07'] },
      QUIET,
      [{ reason: 'red_line', params: { count: 2, items: 'F-05, F-07' } }],
    ],
    [
      'a fall beyond noise',
      { change: -7.4, beyondNoise: true },
      QUIET,
      [{ reason: 'fell_beyond_noise', params: { points: 7.4 } }],
    ],
    ['a fall within noise', { change: -7.4, beyondNoise: false }, QUIET, []],
    ['a rise beyond noise', { change: 7.4, beyondNoise: true }, QUIET, []],
    [
      'new at the bottom',
      { bottomQuarter: true, newInBottomQuarter: true, rank: 30, peers: 40 },
      QUIET,
      [{ reason: 'new_in_bottom_quarter', params: { rank: 30, peers: 40 } }],
    ],
    [
      'still at the bottom',
      { bottomQuarter: true, rank: 31, peers: 40 },
      QUIET,
      [{ reason: 'bottom_quarter', params: { rank: 31, peers: 40 } }],
    ],
    ['two items again and again', {}, { ...QUIET, repeatedItems: 2 }, []],
    [
      'three of them',
      {},
      { ...QUIET, repeatedItems: 3 },
      [{ reason: 'repeat_findings', params: { items: 3, times: 3 } }],
    ],
    ['seven weeks alone', { weeksSinceVisit: 7 }, QUIET, []],
    ['eight weeks alone', { weeksSinceVisit: 8 }, QUIET, [{ reason: 'no_visit', params: { weeks: 8 } }]],
    ['never visited', { weeksSinceVisit: null }, QUIET, [{ reason: 'no_visit', params: { never: 1 } }]],
    ['strict self-checks', {}, { ...QUIET, selfAuditGap: { pairs: 9, bias: -12 } }, []],
    ['inflated, but too few pairs', {}, { ...QUIET, selfAuditGap: { pairs: 2, bias: 12 } }, []],
    [
      'inflated',
      {},
      { ...QUIET, selfAuditGap: { pairs: 3, bias: 6 } },
      [{ reason: 'self_check_inflated', params: { points: 6, pairs: 3 } }],
    ],
  ] as const)('%s', (_, change, facts, expected) => {
    expect(visitReasons(row({ weeksSinceVisit: 0, ...change } as Partial<RankingRow>), facts)).toEqual(expected);
  });
});

describe('whom to visit', () => {
  const figures = fc.record({
    redLines: fc.constantFrom<string[]>([], [], ['R-1']),
    change: fc.option(fc.double({ min: -20, max: 20, noNaN: true })),
    beyondNoise: fc.boolean(),
    bottomQuarter: fc.boolean(),
    weeksSinceVisit: fc.option(fc.nat(20)),
    estimate: fc.option(fc.double({ min: 0, max: 100, noNaN: true })),
  });
  const rows = fc
    .array(figures, { maxLength: 40 })
    .map((list) => list.map((one, i) => row({ ...one, outletId: `o${i}`, code: `C${String(i).padStart(3, '0')}` })));
  const severity = (reason: string | undefined) => VISIT_REASONS.findIndex((one) => one === reason);

  it('nobody without a reason, at most ten, most pressing first, each once', () => {
    fc.assert(
      fc.property(rows, (list) => {
        const visits = visitProposals(list, () => QUIET);
        expect(visits.length).toBeLessThanOrEqual(MOST_VISITS);
        expect(new Set(visits.map(({ outletId }) => outletId)).size).toBe(visits.length);
        for (const { reasons } of visits) {
          expect(reasons.length).toBeGreaterThan(0);
          const order = reasons.map(({ reason }) => severity(reason));
          expect(order).toEqual([...order].sort((a, b) => a - b));
        }
        const first = visits.map(({ reasons }) => severity(reasons[0]?.reason));
        expect(first).toEqual([...first].sort((a, b) => a - b));
        const left = list.filter(({ outletId }) => !visits.some((visit) => visit.outletId === outletId));
        const last = first.at(-1) ?? VISIT_REASONS.length;
        for (const one of left) {
          const reason = visitReasons(one, QUIET)[0]?.reason;
          if (reason && visits.length < MOST_VISITS) throw new Error('left out although there was room');
          if (reason) expect(severity(reason)).toBeGreaterThanOrEqual(last);
        }
        expect(visitProposals([...list].reverse(), () => QUIET)).toEqual(visits);
      }),
    );
  });
});

describe('movers', () => {
  it('are those beyond noise only, the largest first', () => {
    const list = [
      row({ outletId: 'a', change: 2, beyondNoise: true }),
      row({ outletId: 'b', change: 9, beyondNoise: true }),
      row({ outletId: 'c', change: 12, beyondNoise: false }),
      row({ outletId: 'd', change: -3, beyondNoise: true }),
      row({ outletId: 'e', change: -8, beyondNoise: true }),
      row({ outletId: 'f', change: null, beyondNoise: false }),
    ];
    const { up, down } = movers(list);
    expect(up.map(({ outletId }) => outletId)).toEqual(['b', 'a']);
    expect(down.map(({ outletId }) => outletId)).toEqual(['e', 'd']);
  });
});
