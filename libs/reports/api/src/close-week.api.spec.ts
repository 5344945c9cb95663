import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { anAssignment, aSubmittedAudit } from '@wheelhouse/audits-api/testing';
import type { ReportResponse } from '@wheelhouse/contracts';
import { aTenant, type TestTenant } from '@wheelhouse/identity-api/testing';
import { anOrgUnit, anOutlet, aScheme, theOutletMoved } from '@wheelhouse/org-api/testing';
import { aPublishedStandard, type TestStandard } from '@wheelhouse/standards-api/testing';
import { startApp, type TestApp } from '@wheelhouse/testing';
import { setTimeout as delay } from 'node:timers/promises';
import { CloseWeekJob } from './close-week.job.js';
import { MakeEditionCommand } from './make-edition.command.js';
import { ReportsWorkerModule } from './reports.module.js';
import { aScoredOutlet, reportFeatures, scoresOf, theWeekClosed } from './testing/index.js';

let app: TestApp;
let other: TestApp;
let t: TestTenant;
let standard: TestStandard;
let east: string;
let west: string;

/** Monday after 2026-W46 in Shanghai, an hour after the week closed. */
const AFTER_W46 = '2026-11-15T23:00:00Z';

interface EditionLine {
  period: string;
  audience_kind: string;
  audience_id: string;
  number: number;
  rows: number;
}

const editions = () =>
  t.sql<EditionLine>(
    `SELECT period, audience_kind, audience_id, number,
       (SELECT count(*)::int FROM edition_rows r WHERE r.tenant_id = e.tenant_id AND r.edition_id = e.id) AS rows
     FROM editions e ORDER BY period_start, audience_kind DESC, audience_id, number`,
  );
const closedWeeks = async () =>
  (await t.sql<{ period: string }>(`SELECT period FROM closed_weeks ORDER BY week_start`)).map(({ period }) => period);
const mails = () =>
  t.sql<{ recipient: string; subject: string; html: string }>(
    `SELECT recipient, subject, html FROM mails ORDER BY recipient`,
  );
const job = (one = app) => one.get(CloseWeekJob);
const closing = (week: string, one = app) => job(one).handle({ tenantId: t.id, week });

beforeAll(async () => {
  const worker = {
    imports: [...reportFeatures.imports, ReportsWorkerModule],
    entities: reportFeatures.entities,
    role: 'worker' as const,
  };
  app = await startApp(worker);
  other = await startApp({ ...worker, database: app.database });
});
afterAll(async () => {
  await other.close();
  await app.close();
});
beforeEach(async () => {
  for (const one of [app, other]) one.clock.set(AFTER_W46);
  t = await aTenant(app);
  await aScheme(t, { minPeers: 2, minSample: 1, minCoverage: 0.4 });
  standard = await aPublishedStandard(t);
  east = (await anOrgUnit(t, { name: { en: 'East', zh: '华东' } })).id;
  west = (await anOrgUnit(t)).id;
});

describe('closing a week', () => {
  it('makes the tenant’s edition and one for each region, once', async () => {
    await aScoredOutlet(t, { orgUnitId: east, standard, weeks: { '2026-W46': [90, 92] } });
    await aScoredOutlet(t, { orgUnitId: west, standard, weeks: { '2026-W46': [70, 72, 71] } });
    await closing('2026-W46');
    await closing('2026-W46');
    const found = await editions();
    expect(
      found.map(({ audience_kind, audience_id, number, rows }) => [audience_kind, audience_id, number, rows]),
    ).toEqual([['tenant', t.id, 1, 2], ...[east, west].sort().map((id) => ['org_unit', id, 1, 1])]);
    expect(await closedWeeks()).toEqual(['2026-W46']);
  });

  it('twice at the same time makes each edition once', async () => {
    await aScoredOutlet(t, { orgUnitId: east, standard, weeks: { '2026-W46': [90, 92] } });
    await t.as('quality_manager');
    await Promise.all([closing('2026-W46'), closing('2026-W46', other), closing('2026-W46', other)]);
    expect(await editions()).toHaveLength(3);
    expect(await mails()).toHaveLength(2);
  });

  it('that dies after the second edition leaves nothing and is whole after the retry', async () => {
    await aScoredOutlet(t, { orgUnitId: east, standard, weeks: { '2026-W46': [90, 92] } });
    await t.as('supervisor', { scopeKind: 'org_unit', scopeId: east });
    const command = app.get(MakeEditionCommand);
    const real = command.run.bind(command);
    const made = vi.spyOn(command, 'run').mockImplementation(async (...args) => {
      if (made.mock.calls.length > 2) throw new Error('the worker died');
      return real(...args);
    });
    await expect(closing('2026-W46')).rejects.toThrow('the worker died');
    made.mockRestore();
    expect(await editions()).toEqual([]);
    expect(await closedWeeks()).toEqual([]);
    await closing('2026-W46');
    expect((await editions()).map(({ number }) => number)).toEqual([1, 1, 1]);
    expect((await mails()).map(({ recipient }) => recipient.split('-')[0])).toEqual(['first@t', 'supervisor']);
  });

  it('goes by itself from the tick to the mail', async () => {
    await aScoredOutlet(t, { orgUnitId: east, standard, weeks: { '2026-W46': [90, 92] } });
    await Promise.all([job().tick(), job(other).tick(), job().tick()]);
    for (let i = 0; i < 100 && (await closedWeeks()).length === 0; i++) await delay(100);
    expect(await editions()).toHaveLength(3);
    const [mail] = await mails();
    expect(mail).toMatchObject({
      recipient: `first@${t.slug}.test`,
      subject: `Tenant ${t.slug}: week 2026-W46 – 91.0`,
    });
  });
});

describe('which weeks', () => {
  it('after downtime: every missed one, oldest first, none before the first audit, each compared with the one before', async () => {
    await aScoredOutlet(t, { orgUnitId: east, standard, weeks: { '2026-W43': [80, 82], '2026-W45': [95] } });
    await aScoredOutlet(t, { orgUnitId: east, standard, weeks: { '2026-W43': [60, 61] } });
    await closing('2026-W46');
    expect(await closedWeeks()).toEqual(['2026-W43', '2026-W44', '2026-W45', '2026-W46']);
    const caller = await t.as('quality_manager');
    const { body }: { body: ReportResponse } = await caller.get('/api/v1/reports/latest').expect(200);
    expect(body.head.change).toBeCloseTo(0, 9);
    expect(body.head.trend.filter(({ score }) => score !== null).map(({ period, n }) => [period, n])).toEqual([
      ['2026-W43', 4],
      ['2026-W44', 0],
      ['2026-W45', 1],
      ['2026-W46', 0],
    ]);
    const { body: rows } = await caller.get(`/api/v1/reports/${body.id}/rows`).expect(200);
    expect(rows.items[0]).toMatchObject({ rank: 1, rankChange: 0, change: 0 });
    expect(rows.items[0].trend.filter((x: number | null) => x !== null)).toHaveLength(4);
  });

  it('at most eight back', async () => {
    await aScoredOutlet(t, { standard, weeks: { '2026-W30': [80, 82] } });
    await closing('2026-W46');
    expect(await closedWeeks()).toEqual(['39', '40', '41', '42', '43', '44', '45', '46'].map((n) => `2026-W${n}`));
  });

  it('not the one that is open, to the second', async () => {
    await aScoredOutlet(t, { standard, weeks: { '2026-W46': [80, 82] } });
    app.clock.set('2026-11-15T21:59:59Z');
    await closing('2026-W46');
    expect(await closedWeeks()).toEqual([]);
    app.clock.set('2026-11-15T22:00:00Z');
    await closing('2026-W46');
    expect(await closedWeeks()).toEqual(['2026-W46']);
  });

  it('in the tenant’s own zone and week', async () => {
    t = await aTenant(app, { timeZone: 'America/New_York', weekStart: 7 });
    const own = await aPublishedStandard(t);
    await aScoredOutlet(t, { standard: own, weeks: { '2026-W46': [80, 82] } });
    app.clock.set('2026-11-15T10:59:00Z');
    await closing('2026-W46');
    expect(await closedWeeks()).toEqual([]);
    app.clock.set('2026-11-15T11:00:00Z');
    await closing('2026-W46');
    const [edition] = await t.sql(`SELECT period, period_start::text, period_end::text FROM editions LIMIT 1`);
    expect(edition).toEqual({ period: '2026-W46', period_start: '2026-11-08', period_end: '2026-11-14' });
  });

  it('none of a tenant without audits', async () => {
    await anOutlet(t);
    await closing('2026-W46');
    expect(await closedWeeks()).toEqual([]);
  });
});

it('goes from submitted audits to whom to visit and what fails', async () => {
  app.clock.set('2026-11-12T03:00:00Z');
  const [good, bad] = [await anOutlet(t, { orgUnitId: east }), await anOutlet(t, { orgUnitId: east })];
  await aSubmittedAudit(t, { outletId: good.id, standard });
  await aSubmittedAudit(t, {
    outletId: bad.id,
    standard,
    answers: { 'A-01': { value: false }, 'B-04': { value: false } },
  });
  await aSubmittedAudit(t, {
    outletId: bad.id,
    standard,
    visitDate: '2026-11-10',
    answers: { 'A-01': { value: false } },
  });
  await anAssignment(t, { outletId: good.id, standard, windowFrom: '2026-11-09', windowTo: '2026-11-15' });
  app.clock.set(AFTER_W46);
  await closing('2026-W46');
  const supervisor = await t.as('supervisor', { scopeKind: 'org_unit', scopeId: east });
  const { body }: { body: ReportResponse } = await supervisor.get('/api/v1/reports/latest').expect(200);
  expect(body).toMatchObject({
    audienceKind: 'org_unit',
    audienceName: { en: 'East', zh: '华东' },
    number: 1,
    period: '2026-W46',
  });
  expect(body.head).toMatchObject({ outlets: 2, covered: 2, missed: 1, redLines: 1, place: 1, places: 1 });
  expect(body.pareto.map(({ itemId, count, outlets, text }) => [itemId, count, outlets, text.en])).toEqual([
    ['A-01', 2, 1, 'Greeted at once'],
    ['B-04', 1, 1, expect.any(String)],
  ]);
  expect(body.pareto[0]?.worst).toEqual([{ outletId: bad.id, name: bad.name, count: 2 }]);
  expect(body.visits[0]).toMatchObject({
    outletId: bad.id,
    reasons: [{ reason: 'red_line', params: { count: 1, items: 'B-04' } }],
  });
  expect(body.method).toMatchObject({ audits: 3, standardVersions: [{ id: standard.id, code: standard.code }] });
});

it('keeps the past tree in editions of past periods', async () => {
  const outlet = await aScoredOutlet(t, {
    orgUnitId: east,
    standard,
    weeks: { '2026-W45': [80, 82], '2026-W46': [81] },
  });
  await theOutletMoved(t, outlet.id, west, '2026-11-11');
  await closing('2026-W46');
  const found = (await editions()).filter(({ audience_kind }) => audience_kind === 'org_unit');
  const rows = Object.fromEntries(
    found.map(({ period, audience_id, rows: n }) => [`${period} ${audience_id === east ? 'east' : 'west'}`, n]),
  );
  expect(rows).toEqual({ '2026-W45 east': 1, '2026-W45 west': 0, '2026-W46 east': 0, '2026-W46 west': 1 });
});

describe('mails', () => {
  it('go to headquarters and to each region’s supervisors, in their language, with names as text', async () => {
    const name = { en: '<img src=x onerror=alert(1)> & Sons', zh: '<b>甲</b>店' };
    await aScoredOutlet(t, { name, orgUnitId: east, standard, weeks: { '2026-W46': [40, 42] } });
    const supervisor = await t.as('supervisor', { scopeKind: 'org_unit', scopeId: east });
    await t.sql(`UPDATE people SET locale = 'zh-CN' WHERE id = $1`, [supervisor.personId]);
    await t.as('quality_manager');
    await t.as('viewer');
    await t.as('franchise_manager', { scopeKind: 'outlet', scopeId: (await anOutlet(t)).id });
    await closing('2026-W46');
    const [first, quality, region, ...more] = await mails();
    expect(more).toEqual([]);
    expect([first, quality, region].map((mail) => mail?.recipient.split(/[-@]/)[0])).toEqual([
      'first',
      'quality_manager',
      'supervisor',
    ]);
    expect(region?.subject).toBe('华东：2026-W46 周 – 41.0');
    expect(region?.html).toContain('&lt;b&gt;甲&lt;/b&gt;店');
    expect(first?.html).toContain('&lt;img src&#x3D;x onerror&#x3D;alert(1)&gt; &amp; Sons');
    expect(`${first?.html}${region?.html}`).not.toMatch(/<img|<b>甲/);
    const [edition] = await t.sql<{ id: string }>(`SELECT id FROM editions WHERE audience_kind = 'tenant'`);
    expect(first?.html).toContain(`${app.config.publicUrl}/reports/${edition?.id}`);
  });

  it('are not written again by a correction', async () => {
    const outlet = await aScoredOutlet(t, { standard, weeks: { '2026-W46': [80, 82] } });
    await theWeekClosed(t, '2026-W46');
    await scoresOf(t, { outletId: outlet.id, standard, week: '2026-W46', scores: [20] });
    expect(await theWeekClosed(t, '2026-W46')).toBe(false);
    expect(await mails()).toHaveLength(1);
  });
});
