import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { audiencesOf } from './audiences.js';
import { buildEdition } from './build-edition.js';
import { editionFigures } from './edition-figures.js';
import type { Audience, AudienceFigures } from './edition.types.js';
import { periodRows } from './period-rows.js';
import { aPeriod, type OutletCase, text } from './testing/a-period.js';

const TENANT: Audience = { kind: 'tenant', id: 't', unitId: 'hq', name: text('Brand') };
const region = (id: string): Audience => ({ kind: 'org_unit', id, unitId: id, name: text(id) });
const alone = (audience: Audience, more: Partial<AudienceFigures> = {}): AudienceFigures => ({
  ...{ audience, previous: null, pastTrend: [], findings: [] },
  ...more,
});
const edition = (cases: readonly OutletCase[], audience = TENANT, more: Partial<AudienceFigures> = {}) => {
  const period = aPeriod(cases);
  return buildEdition(period, periodRows(period), alone(audience, more));
};

const NETWORK: OutletCase[] = [
  { id: 'e1', region: 'east', area: 'e-north', scores: [95, 93, 94], facts: { findings: 3, audits: 2 } },
  { id: 'e2', region: 'east', area: 'e-south', scores: [85, 87, 86], facts: { missed: 2 } },
  { id: 'e3', region: 'east', area: 'e-south', facts: { audits: 0, covered: false, weeksSinceVisit: 9 } },
  { id: 'n1', region: 'north', scores: [70, 72, 71] },
  { id: 'n2', region: 'north', scores: [80, 82, 81], redLines: ['F-05', 'F-07'] },
  { id: 'w1', region: 'west', scores: [60, 62, 61], facts: { covered: false, audits: 0 } },
];

describe('the edition of the tenant', () => {
  const { body, rows } = edition(NETWORK, TENANT, {
    previous: { score: 70, units: [{ orgUnitId: 'east', score: 88 }] },
  });

  it('says how the whole network did', () => {
    expect(body.head.score).toBeCloseTo((94 + 86 + 71 + 81 + 61) / 5, 9);
    expect(body.head.change).toBeCloseTo(78.6 - 70, 9);
    expect(body.head).toMatchObject({
      place: null,
      places: null,
      outlets: 6,
      covered: 4,
      missed: 2,
      redLines: 2,
      ranked: 4,
      apart: 2,
    });
    expect(body.head.low).toBeLessThan(body.head.score as number);
    expect(body.head.high).toBeGreaterThan(body.head.score as number);
    expect(body.head.trend.at(-1)).toMatchObject({ period: '2026-W46', score: body.head.score, n: 5 });
  });

  it('ranks its regions', () => {
    expect(body.units.map(({ orgUnitId, place, outlets, ranked }) => [orgUnitId, place, outlets, ranked])).toEqual([
      ['east', 1, 3, 2],
      ['north', 2, 2, 1],
      ['west', 3, 1, 1],
    ]);
    expect(body.units[0]?.change).toBeCloseTo(90 - 88, 9);
    expect(body.units[1]?.change).toBeNull();
  });

  it('lists the ranked first, then what failed a red line, then the rest', () => {
    expect(rows.map(({ row }) => [row.outletId, row.listing, row.rank])).toEqual([
      ['e1', 'ranked', 1],
      ['e2', 'ranked', 2],
      ['n1', 'ranked', 3],
      ['w1', 'ranked', 4],
      ['n2', 'failed_red_line', null],
      ['e3', 'apart', null],
    ]);
    expect(rows[0]?.row).toMatchObject({
      code: 'E1',
      regionId: 'east',
      orgUnitName: text('e-north'),
      peerGroupName: text('g'),
      findings: 3,
    });
    expect(rows[0]?.row.trend).toHaveLength(13);
    expect(rows[0]?.row.trend.slice(0, 12)).toEqual(Array(12).fill(null));
    expect(rows[5]?.row).toMatchObject({ apartReason: 'no_audit', score: null, weeksSinceVisit: 9 });
  });

  it('names how it was made', () => {
    expect(body.method).toMatchObject({
      formulaVersion: '1',
      audits: 15,
      standardVersions: [{ code: 'AS', version: '1.0.0' }],
    });
    expect(body.peerGroups).toMatchObject([{ id: 'g', name: text('g'), ranked: 4, distinguishable: true }]);
  });
});

describe('the edition of a region', () => {
  const whole = edition(NETWORK);
  const east = edition(NETWORK, region('east'));

  it('has its outlets alone, with the figures of the tenant’s edition', () => {
    expect(east.rows.map(({ row }) => row.outletId)).toEqual(['e1', 'e2', 'e3']);
    for (const { row } of east.rows)
      expect(row).toEqual(whole.rows.find((other) => other.row.outletId === row.outletId)?.row);
  });

  it('has its place among the regions and its areas below', () => {
    expect(east.body.head).toMatchObject({ place: 1, places: 3, outlets: 3, covered: 2, missed: 2, redLines: 0 });
    expect(east.body.units.map(({ orgUnitId, place }) => [orgUnitId, place])).toEqual([
      ['e-north', 1],
      ['e-south', 2],
    ]);
    expect(edition(NETWORK, region('west')).body.head).toMatchObject({ place: 3, places: 3, low: null, high: null });
  });

  it('of which nothing is known has neither score nor place', () => {
    const { body } = edition([{ id: 'x', region: 'south' }, ...NETWORK], region('south'));
    expect(body.head).toMatchObject({
      score: null,
      low: null,
      place: null,
      places: 3,
      ranked: 0,
      apart: 1,
      change: null,
    });
  });
});

it('every audience: the tenant, then the regions under headquarters, no areas', () => {
  const { network } = aPeriod(NETWORK);
  const audiences = audiencesOf({ id: 't', name: text('Brand') }, network);
  expect(audiences.map(({ kind, id }) => [kind, id])).toEqual([
    ['tenant', 't'],
    ['org_unit', 'east'],
    ['org_unit', 'north'],
    ['org_unit', 'west'],
  ]);
});

describe('any network', () => {
  const outlet = fc.record({
    region: fc.constantFrom('east', 'west', 'north'),
    group: fc.constantFrom('a', 'b', null),
    scores: fc.array(fc.integer({ min: 0, max: 100 }), { maxLength: 5 }),
    redLines: fc.constantFrom<string[]>([], [], [], ['R-1']),
    facts: fc.record({ weeksSinceVisit: fc.option(fc.integer({ min: 0, max: 30 })), repeatedItems: fc.nat(6) }),
  });
  const networks = fc
    .array(outlet, { minLength: 1, maxLength: 30 })
    .map((list) => list.map((one, i) => ({ ...one, id: `o${i}` })));

  it('adds up', () => {
    fc.assert(
      fc.property(networks, (cases) => {
        const { body, rows } = edition(cases);
        expect(rows).toHaveLength(cases.length);
        expect(body.head.ranked + body.head.apart).toBe(body.head.outlets);
        expect(body.units.reduce((sum, unit) => sum + unit.outlets, 0)).toBe(cases.length);
        expect(body.units.reduce((sum, unit) => sum + unit.ranked, 0)).toBe(body.head.ranked);
        const scored = body.units.filter(({ score }) => score !== null);
        for (const unit of scored) {
          const better = scored.filter(
            (other) => Math.round((other.score ?? 0) * 100) > Math.round((unit.score ?? 0) * 100) + 1,
          );
          expect(unit.place).toBeGreaterThan(better.length);
          const own = edition(cases, region(unit.orgUnitId)).body.head;
          expect([own.place, own.places, own.score]).toEqual([unit.place, scored.length, unit.score]);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('is the same edition whatever the order of its outlets', () => {
    fc.assert(
      fc.property(networks, (cases) => {
        const [a, b] = [edition(cases), edition([...cases])];
        expect(JSON.stringify(editionFigures(a))).toBe(JSON.stringify(editionFigures(b)));
        const ids = (cases2: readonly OutletCase[]) => edition(cases2).body.visits.map(({ outletId }) => outletId);
        expect(ids([...cases].reverse())).toEqual(ids(cases));
      }),
      { numRuns: 50 },
    );
  });
});

it('figures change with figures, not with names', () => {
  const a = aPeriod(NETWORK);
  const renamed = {
    ...a,
    network: { ...a.network, outlets: a.network.outlets.map((o) => ({ ...o, name: text('New') })) },
  };
  const figures = (period: typeof a) =>
    JSON.stringify(editionFigures(buildEdition(period, periodRows(period), alone(TENANT))));
  expect(figures(renamed)).toBe(figures(a));
  expect(figures(aPeriod([...NETWORK.slice(1), { id: 'e1', scores: [95, 93, 94.5] }]))).not.toBe(figures(a));
});
