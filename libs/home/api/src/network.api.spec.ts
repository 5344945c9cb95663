import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anAssignment } from '@wheelhouse/audits-api/testing';
import type { CoverageResponse, HeatResponse, NetworkHomeResponse } from '@wheelhouse/contracts';
import { aTenant, type Caller, type TestTenant } from '@wheelhouse/identity-api/testing';
import { anOrgUnit, anOutlet } from '@wheelhouse/org-api/testing';
import { aCycle, anObservedAudit } from '@wheelhouse/pdca-api/testing';
import { scoresOf, theWeekClosed } from '@wheelhouse/reports-api/testing';
import { aPublishedStandard, type TestStandard } from '@wheelhouse/standards-api/testing';
import { startApp, type TestApp } from '@wheelhouse/testing';
import { homeFeatures } from './testing/home-features.js';

let app: TestApp;
let t: TestTenant;
let standard: TestStandard;
let quality: Caller;
let viewer: Caller;
let supervisor: Caller;
let manager: Caller;
let north: { id: string };
let south: { id: string };
let outlets: { id: string }[];

beforeAll(async () => {
  app = await startApp(homeFeatures);
  app.clock.set('2026-03-04T04:00:00Z');
  t = await aTenant(app);
  standard = await aPublishedStandard(t);
  north = await anOrgUnit(t, { kind: 'region' });
  south = await anOrgUnit(t, { kind: 'region' });
  outlets = [
    await anOutlet(t, { orgUnitId: north.id }),
    await anOutlet(t, { orgUnitId: north.id }),
    await anOutlet(t, { orgUnitId: south.id }),
  ];
  quality = await t.as('quality_manager');
  viewer = await t.as('viewer');
  supervisor = await t.as('supervisor', { scopeKind: 'org_unit', scopeId: north.id });
  manager = await t.as('franchise_manager', { scopeId: at(0) });
});
afterAll(() => app.close());

const at = (i: number) => outlets[i]?.id ?? '';
const coverageOf = async (by: Caller, query = ''): Promise<CoverageResponse> =>
  (await by.get(`/api/v1/home/coverage${query}`).expect(200)).body;
const networkOf = async (by: Caller): Promise<NetworkHomeResponse> =>
  (await by.get('/api/v1/home/network').expect(200)).body;

describe('coverage', () => {
  beforeAll(async () => {
    const window = { windowFrom: '2026-02-23', windowTo: '2026-03-01' };
    await anAssignment(t, { outletId: at(0), standard, ...window });
    await anAssignment(t, { outletId: at(1), standard, ...window });
    await anAssignment(t, { outletId: at(2), standard, kind: 'supervisor_audit', ...window });
    await anAssignment(t, { outletId: at(0), standard, windowFrom: '2026-03-02', windowTo: '2026-03-08' });
    await t.sql(`UPDATE assignments SET status = 'done' WHERE outlet_id = $1 AND window_to = '2026-03-01'`, [at(0)]);
    await scoresOf(t, { outletId: at(0), standard, week: '2026-W09', scores: [82], source: 'self_check' });
  });

  it('counts who was due, audited and missed in a week, by source', async () => {
    const { coverage, items, total } = await coverageOf(quality, '?week=2026-W09');
    expect(coverage).toEqual({
      period: '2026-W09',
      start: '2026-02-23',
      end: '2026-03-01',
      over: true,
      open: 3,
      audited: 1,
      bySource: [
        { source: 'self_check', audited: 1, due: 2, missed: 1 },
        { source: 'audit', audited: 0, due: 1, missed: 1 },
        { source: 'mystery_shop', audited: 0, due: null, missed: null },
      ],
    });
    expect(total).toBe(3);
    expect(items.map(({ outletId, audits, due, missed }) => [outletId, audits, due, missed])).toEqual([
      [at(0), 1, 1, 0],
      [at(1), 0, 1, 1],
      [at(2), 0, 1, 1],
    ]);
    expect(Object.keys(items[0] ?? {}).sort()).toEqual(
      ['audits', 'code', 'due', 'missed', 'name', 'outletId', 'regionName'].sort(),
    );
  });

  it('takes the running week when none is named, in which nothing is missed yet', async () => {
    const { coverage } = await coverageOf(viewer);
    expect(coverage).toMatchObject({ period: '2026-W10', over: false, audited: 0 });
    expect(coverage.bySource[0]).toEqual({ source: 'self_check', audited: 0, due: 1, missed: 0 });
  });

  it('lists the outlets behind each count, a page at a time', async () => {
    const ids = async (query: string) =>
      (await coverageOf(quality, `?week=2026-W09&${query}`)).items.map(({ outletId }) => outletId);
    expect(await ids('show=audited')).toEqual([at(0)]);
    expect(await ids('show=unaudited')).toEqual([at(1), at(2)]);
    expect(await ids('show=missed&source=self_check')).toEqual([at(1)]);
    expect(await ids('show=due&source=audit')).toEqual([at(2)]);
    const first = await coverageOf(quality, '?week=2026-W09&limit=2');
    expect(first.items).toHaveLength(2);
    const next = await coverageOf(quality, `?week=2026-W09&limit=2&cursor=${first.nextCursor}`);
    expect(next).toMatchObject({ items: [{ outletId: at(2) }], nextCursor: null, total: 3 });
  });

  it('ends at the reader’s scope', async () => {
    const { coverage, items } = await coverageOf(supervisor, '?week=2026-W09');
    expect(coverage.open).toBe(2);
    expect(items.map(({ outletId }) => outletId)).toEqual([at(0), at(1)]);
    expect((await coverageOf(manager, '?week=2026-W09')).items.map(({ outletId }) => outletId)).toEqual([at(0)]);
    await (await t.as('outlet_staff', { scopeId: at(0) })).get('/api/v1/home/coverage').expect(403);
  });

  it('refuses a week that is none or to come, and an unknown filter', async () => {
    for (const bad of ['week=2026-W99', 'week=2026-W40', 'week=9', 'show=some', 'source=rumour', 'cursor=x'])
      await quality.get(`/api/v1/home/coverage?${bad}`).expect(400);
  });
});

describe('the network', () => {
  it('is nearly empty before there is an edition', async () => {
    const network = await networkOf(quality);
    expect(network).toMatchObject({ report: null, redLines: { outlets: 0, newest: [] }, signals: [], unwatched: 2 });
    expect(network.coverage.map(({ period, over }) => [period, over])).toEqual([
      ['2026-W09', true],
      ['2026-W10', false],
    ]);
  });

  it('says the newest edition, red lines and running cycles', async () => {
    for (const [i, score] of [92, 84, 70].entries()) {
      await scoresOf(t, { outletId: at(i), standard, week: '2026-W09', scores: [score, score - 2] });
      await scoresOf(t, { outletId: at(i), standard, week: '2026-W09', scores: [score], source: 'self_check' });
    }
    await scoresOf(t, { outletId: at(2), standard, week: '2026-W10', scores: [60], redLines: ['A-01', 'gone'] });
    await aCycle(t, quality, { orgUnitId: north.id });
    await theWeekClosed(t, '2026-W09');
    const network = await networkOf(viewer);
    expect(network.report).toMatchObject({
      period: '2026-W09',
      regions: 2,
      best: { orgUnitId: north.id, place: 1 },
      worst: { orgUnitId: south.id, place: 2 },
    });
    expect(network.report?.best?.trend).toHaveLength(13);
    expect(network.redLines.outlets).toBe(1);
    expect(network.redLines.newest).toMatchObject([
      { outletId: at(2), since: '2026-03-02', items: [{ itemId: 'A-01' }, { itemId: 'gone', text: null }] },
    ]);
    expect(network.redLines.newest[0]?.items[0]?.text).not.toBeNull();
    expect(network.cyclesRunning).toBe(1);
  });

  it('signals a region whose audits changed', async () => {
    const weeks = Array.from({ length: 20 }, (_, i) => (i < 13 ? `2025-W${40 + i}` : `2026-W0${i - 12}`));
    for (const [i, week] of weeks.entries())
      await scoresOf(t, { outletId: at(0), standard, week, scores: i % 2 ? [90, 90] : [88, 88] });
    app.clock.set('2026-03-10T04:00:00Z');
    await scoresOf(t, { outletId: at(0), standard, week: '2026-W10', scores: [50, 50] });
    const { signals, unwatched } = await networkOf(quality);
    expect(signals).toMatchObject([
      { orgUnitId: north.id, rule: 'N1', direction: 'down', period: '2026-W10', value: 50 },
    ]);
    expect(unwatched).toBe(1);
    app.clock.set('2026-03-04T04:00:00Z');
  });

  it('is for who reads of all of it', async () => {
    for (const path of ['network', 'heat']) {
      await supervisor.get(`/api/v1/home/${path}`).expect(404);
      await manager.get(`/api/v1/home/${path}`).expect(404);
      await (await t.as('mystery_shopper')).get(`/api/v1/home/${path}`).expect(403);
    }
  });
});

describe('the heat map', () => {
  it('shows each region’s mean by section, the worst region first', async () => {
    const other = await aTenant(app);
    const own = await aPublishedStandard(other);
    const regions = [await anOrgUnit(other, { kind: 'region' }), await anOrgUnit(other, { kind: 'region' })];
    const by = await other.as('quality_manager');
    const empty: HeatResponse = (await by.get('/api/v1/home/heat').expect(200)).body;
    expect(empty).toMatchObject({ standard: null, sections: [], regions: [], to: '2026-03-04', from: '2025-12-04' });
    for (const [i, score] of [90, 60].entries()) {
      const outlet = await anOutlet(other, { orgUnitId: regions[i]?.id });
      for (const visitDate of ['2026-02-10', '2026-02-20', '2025-11-01'])
        await anObservedAudit(other, {
          outletId: outlet.id,
          standardVersionId: own.id,
          auditorMemberId: by.memberId,
          visitDate,
          sectionScores: { A: score, B: null },
        });
    }
    const heat: HeatResponse = (await by.get('/api/v1/home/heat').expect(200)).body;
    expect(heat.standard?.id).toBeDefined();
    expect(heat.sections[0]?.id).toBe('A');
    expect(heat.regions.map(({ orgUnitId, mean, cells }) => [orgUnitId, mean, cells[0], cells[1]])).toEqual([
      [regions[1]?.id, 60, { score: 60, n: 2 }, null],
      [regions[0]?.id, 90, { score: 90, n: 2 }, null],
    ]);
  });
});
