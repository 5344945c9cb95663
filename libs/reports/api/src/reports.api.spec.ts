import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReportSummary } from '@wheelhouse/contracts';
import { IdentityFacade } from '@wheelhouse/identity-api';
import { aTenant, type Caller, type TestTenant } from '@wheelhouse/identity-api/testing';
import { newId } from '@wheelhouse/kernel';
import { anOrgUnit, aScheme } from '@wheelhouse/org-api/testing';
import { aPublishedStandard, type TestStandard } from '@wheelhouse/standards-api/testing';
import { startApp, type TestApp } from '@wheelhouse/testing';
import request from 'supertest';
import { MakeReportJob } from './make-report.job.js';
import { RemakeWeekCommand } from './remake-week.command.js';
import { ReportByHand } from './report-by-hand.js';
import { aScoredOutlet, reportFeatures, scoresOf, theWeekClosed } from './testing/index.js';
import { TasksService } from '@wheelhouse/identity-api';
import { JobsService } from '@wheelhouse/platform-jobs';

let app: TestApp;
let t: TestTenant;
let standard: TestStandard;
let east: string;
let west: string;
let area: string;
let outlets: { east: string; west: string };
let quality: Caller;
let supervisor: Caller;

const byAudience = async (caller: Caller, query = '') => {
  const { body } = await caller.get(`/api/v1/reports${query}`).expect(200);
  return body.items as Pick<ReportSummary, 'id' | 'audienceKind' | 'audienceId' | 'period' | 'number' | 'madeAt'>[];
};
const editionOf = async (audienceId: string, period = '2026-W46') =>
  (
    await t.sql<{ id: string }>(
      `SELECT id FROM editions WHERE audience_id = $1 AND period = $2 ORDER BY number DESC LIMIT 1`,
      [audienceId, period],
    )
  )[0]?.id ?? '';

beforeAll(async () => {
  app = await startApp(reportFeatures);
  app.clock.set('2026-11-16T03:00:00Z');
  t = await aTenant(app);
  await aScheme(t, { minPeers: 2, minSample: 1, minCoverage: 0.4 });
  standard = await aPublishedStandard(t);
  east = (await anOrgUnit(t)).id;
  west = (await anOrgUnit(t)).id;
  area = (await anOrgUnit(t, { parentId: east, kind: 'area' })).id;
  const weeks = { '2026-W45': [80, 82], '2026-W46': [84] };
  outlets = {
    east: (await aScoredOutlet(t, { orgUnitId: area, standard, weeks })).id,
    west: (await aScoredOutlet(t, { orgUnitId: west, standard, weeks: { '2026-W45': [60, 63], '2026-W46': [61] } })).id,
  };
  for (const week of ['2026-W45', '2026-W46']) await theWeekClosed(t, week);
  quality = await t.as('quality_manager');
  supervisor = await t.as('supervisor', { scopeKind: 'org_unit', scopeId: east });
});
afterAll(() => app.close());

describe('who reads which editions', () => {
  it('headquarters: all, newest period first, page by page', async () => {
    const all = await byAudience(quality);
    expect(all).toHaveLength(6);
    expect(all.map(({ period }) => period)).toEqual([...Array(3).fill('2026-W46'), ...Array(3).fill('2026-W45')]);
    const first = (await quality.get('/api/v1/reports?limit=4').expect(200)).body;
    const second = (await quality.get(`/api/v1/reports?limit=4&cursor=${first.nextCursor}`).expect(200)).body;
    expect([...first.items, ...second.items]).toEqual(all);
    expect(second.nextCursor).toBeNull();
    expect(await byAudience(quality, '?period=2026-W45&audienceKind=org_unit')).toHaveLength(2);
    expect(await byAudience(quality, `?audienceId=${west}`)).toHaveLength(2);
    expect(await byAudience(quality, '?from=2026-11-02&to=2026-11-08')).toEqual(all.slice(3));
    expect(await byAudience(quality, '?from=2026-11-03')).toEqual(all.slice(0, 3));
    expect(await byAudience(quality, `?changedSince=${all[0]?.madeAt}`)).toHaveLength(6);
    expect(await byAudience(quality, '?changedSince=2026-11-16T03:00:00.001Z')).toEqual([]);
  });

  it('a supervisor: the own region and no other', async () => {
    expect((await byAudience(supervisor)).map(({ audienceId }) => audienceId)).toEqual([east, east]);
    await supervisor.get(`/api/v1/reports/${await editionOf(east)}`).expect(200);
    for (const id of [await editionOf(west), await editionOf(t.id)]) {
      await supervisor.get(`/api/v1/reports/${id}`).expect(404);
      await supervisor.get(`/api/v1/reports/${id}/rows`).expect(404);
      await supervisor.get(`/api/v1/reports/${id}/rows.csv`).expect(404);
    }
    await supervisor.get(`/api/v1/reports/latest?audienceKind=org_unit&audienceId=${west}`).expect(404);
    await supervisor.get('/api/v1/reports/latest?audienceKind=tenant').expect(404);
  });

  it('a supervisor of an area: not the region that reaches beyond it', async () => {
    const below = await t.as('supervisor', { scopeKind: 'org_unit', scopeId: area });
    expect(await byAudience(below)).toEqual([]);
    await below.get(`/api/v1/reports/${await editionOf(east)}`).expect(404);
    const { body } = await below.get('/api/v1/reports/mine').expect(200);
    expect(body.rows.map((row: { outletId: string }) => row.outletId)).toEqual([outlets.east]);
  });

  it('a franchise manager: the own outlets’ rows and nothing of others', async () => {
    const manager = await t.as('franchise_manager', { scopeKind: 'outlet', scopeId: outlets.west });
    expect(await byAudience(manager)).toEqual([]);
    await manager.get('/api/v1/reports/latest').expect(404);
    await manager.get(`/api/v1/reports/${await editionOf(t.id)}`).expect(404);
    const { body, text } = await manager.get('/api/v1/reports/mine').expect(200);
    expect(body).toMatchObject({ period: '2026-W46', periodStart: '2026-11-09', periodEnd: '2026-11-15' });
    expect(body.rows).toMatchObject([{ outletId: outlets.west, rank: 2, peers: 2 }]);
    expect(body.rows[0]).not.toHaveProperty('comparedWith');
    expect(text).not.toContain(outlets.east);
  });

  it('standings of outlets: only of those inside the scope', async () => {
    const path = `/api/v1/reports/standings?outletIds=${outlets.east},${outlets.west},${newId()}`;
    const seen = async (caller: Caller) =>
      (await caller.get(path).expect(200)).body.rows.map((row: { outletId: string }) => row.outletId).sort();
    expect(await seen(quality)).toEqual([outlets.east, outlets.west].sort());
    expect(await seen(supervisor)).toEqual([outlets.east]);
    expect(await seen(await t.as('franchise_manager', { scopeKind: 'outlet', scopeId: outlets.west }))).toEqual([
      outlets.west,
    ]);
    expect(await seen(await (await aTenant(app)).as('viewer'))).toEqual([]);
    await (await t.as('outlet_staff', { scopeKind: 'outlet', scopeId: outlets.west })).get(path).expect(403);
    await quality.get('/api/v1/reports/standings').expect(400);
  });

  it('others: nothing', async () => {
    for (const path of ['', '/latest', '/mine', `/${newId()}`, `/${newId()}/rows`, `/${newId()}/rows.csv`]) {
      await request(app.server).get(`/api/v1/reports${path}`).expect(401);
      await (await t.as('mystery_shopper')).get(`/api/v1/reports${path}`).expect(403);
    }
    const stranger = await (await aTenant(app)).as('hq_admin');
    await stranger.get(`/api/v1/reports/${await editionOf(t.id)}`).expect(404);
    await stranger.get(`/api/v1/reports/${await editionOf(t.id)}/rows`).expect(404);
    await stranger.get('/api/v1/reports/latest').expect(404);
    expect(await byAudience(stranger)).toEqual([]);
    expect((await stranger.get('/api/v1/reports/mine').expect(200)).body).toMatchObject({ period: null, rows: [] });
  });
});

describe('the newest edition', () => {
  it.each([
    ['of headquarters is the tenant’s', () => quality, '', () => t.id],
    ['of a supervisor is the own region’s', () => supervisor, '', () => east],
    ['of a named unit', () => quality, '?audienceId=', () => west],
    ['of a tenant-wide viewer is the tenant’s', () => quality, '?audienceKind=tenant', () => t.id],
  ])('%s', async (_, caller, query, audience) => {
    const { body } = await caller()
      .get(`/api/v1/reports/latest${query.endsWith('=') ? query + audience() : query}`)
      .expect(200);
    expect(body).toMatchObject({ audienceId: audience(), period: '2026-W46', number: 1, editions: [] });
    expect(body).not.toHaveProperty('digest');
  });
});

describe('bad input names its field', () => {
  it.each([
    ['/api/v1/reports?period=last', 'period'],
    ['/api/v1/reports?audienceKind=outlet', 'audienceKind'],
    ['/api/v1/reports?limit=1000', 'limit'],
    ['/api/v1/reports?cursor=nonsense', 'cursor'],
    ['/api/v1/reports?what=1', 'what'],
    ['/api/v1/reports/not-an-id', 'id'],
    [`/api/v1/reports/${newId()}/rows?sort=luck`, 'sort'],
    [`/api/v1/reports/${newId()}/rows?limit=501`, 'limit'],
    [`/api/v1/reports/${newId()}/rows?peerGroupId=x`, 'peerGroupId'],
  ])('%s', async (path, field) => {
    const { body } = await quality.get(path).expect(400);
    expect(body.errors[0].field).toBe(field);
  });
});

describe('making a report by hand', () => {
  const work = async (week: string) => {
    const { body: queued } = await quality.post('/api/v1/reports', { period: week }).expect(202);
    expect(queued).toMatchObject({ kind: 'make-report', status: 'queued', progress: 0 });
    const job = new MakeReportJob(
      app.get(JobsService),
      app.get(TasksService),
      app.get(IdentityFacade),
      app.get(RemakeWeekCommand),
    );
    await job.handle({ tenantId: t.id, week, taskId: queued.id });
    return (await quality.get(`/api/v1/jobs/${queued.id}`).expect(200)).body;
  };

  it('answers the existing edition while figures are the same, and a new number when they differ', async () => {
    expect(await work('2026-W45')).toMatchObject({ status: 'done', progress: 1, error: null });
    expect((await byAudience(quality, '?period=2026-W45')).map(({ number }) => number)).toEqual([1, 1, 1]);
    const before = (await quality.get(`/api/v1/reports/${await editionOf(t.id, '2026-W45')}`)).body;
    await scoresOf(t, { outletId: outlets.west, standard, week: '2026-W45', scores: [10] });
    await work('2026-W45');
    const after = (await quality.get(`/api/v1/reports/${await editionOf(t.id, '2026-W45')}`)).body;
    expect([before.number, after.number]).toEqual([1, 2]);
    expect(after.score).toBeLessThan(before.score);
    expect(after.editions).toMatchObject([{ id: before.id, number: 1 }]);
    expect((await quality.get(`/api/v1/reports/${before.id}`)).body).toEqual({
      ...before,
      editions: [{ id: after.id, number: 2, madeAt: after.madeAt }],
    });
    expect(await byAudience(quality, `?period=2026-W45&audienceId=${west}`)).toHaveLength(2);
    const [east45] = await byAudience(quality, `?period=2026-W45&audienceId=${east}`);
    expect(east45?.number).toBeGreaterThanOrEqual(1);
  });

  it('two at once make one number', async () => {
    await scoresOf(t, { outletId: outlets.west, standard, week: '2026-W46', scores: [15] });
    const make = () =>
      app.get(IdentityFacade).runAsSystem(t.id, 'en', (ctx) => app.get(RemakeWeekCommand).run(ctx, '2026-W46'));
    const [a, b] = await Promise.all([make(), make()]);
    expect(a.map(({ number, id }) => [number, id])).toEqual(b.map(({ number, id }) => [number, id]));
    expect([...a, ...b].filter(({ isNew, audience }) => isNew && audience.kind === 'tenant')).toHaveLength(1);
  });

  it('from the command line, by the tenant’s slug', async () => {
    const lines = await app.get(ReportByHand).make(t.slug, '2026-W46');
    expect(lines.map(({ isNew, period, outlets: n }) => [isNew, period, n])).toEqual([
      [false, '2026-W46', 2],
      [false, '2026-W46', 1],
      [false, '2026-W46', 1],
    ]);
    await expect(app.get(ReportByHand).make('nobody', '2026-W46')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(app.get(ReportByHand).make(t.slug, 'W46')).rejects.toMatchObject({ code: 'REPORT.WEEK' });
  });

  it.each([
    [{ period: '2026-W47' }, 409, 'REPORT.NOT_CLOSED'],
    [{ period: '2026-W44' }, 409, 'REPORT.EMPTY'],
    [{ period: '2026-W54' }, 422, 'REPORT.WEEK'],
    [{ period: 'W46' }, 422, 'REPORT.WEEK'],
    [{ period: 46 }, 400, 'REQUEST.INVALID'],
    [{}, 400, 'REQUEST.INVALID'],
    [{ period: '2026-W46', audienceId: 'x' }, 400, 'REQUEST.INVALID'],
  ])('%j is refused with %i %s', async (body, status, code) => {
    const answer = await quality.post('/api/v1/reports', body).expect(status);
    expect(answer.body.code).toBe(code);
  });

  it('is for headquarters only', async () => {
    await request(app.server).post('/api/v1/reports').send({ period: '2026-W46' }).expect(401);
    await supervisor.post('/api/v1/reports', { period: '2026-W46' }).expect(403);
    await (await t.as('viewer')).post('/api/v1/reports', { period: '2026-W46' }).expect(403);
  });
});
