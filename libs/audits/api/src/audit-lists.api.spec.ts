import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AuditSummary, Page } from '@wheelhouse/contracts';
import { aTenant, type Caller, type TestTenant } from '@wheelhouse/identity-api/testing';
import { newId } from '@wheelhouse/kernel';
import { anOrgUnit, anOutlet } from '@wheelhouse/org-api/testing';
import { aPublishedStandard, type TestStandard } from '@wheelhouse/standards-api/testing';
import { startApp, type TestApp } from '@wheelhouse/testing';
import request from 'supertest';
import { aSubmittedAudit, auditFeatures } from './testing/index.js';

let app: TestApp;
let t: TestTenant;
let standard: TestStandard;
let quality: Caller;
let region: string;
let supervisor: Caller;
const made: Record<string, string> = {};

beforeAll(async () => {
  app = await startApp(auditFeatures);
  app.clock.set('2026-03-04T04:00:00Z');
  t = await aTenant(app);
  standard = await aPublishedStandard(t);
  quality = await t.as('quality_manager');
  region = (await anOrgUnit(t)).id;
  supervisor = await t.as('supervisor', { scopeId: region });
  const river = await anOutlet(t, { orgUnitId: region, code: 'RV_1', name: { en: 'Riverside', zh: '滨江店' } });
  const hill = await anOutlet(t, { code: 'HL-2', name: { en: 'Hill, “Top”', zh: '=山顶店' } });
  const audit = async (key: string, given: Partial<Parameters<typeof aSubmittedAudit>[1]>) => {
    made[key] = (await aSubmittedAudit(t, { outletId: river.id, standard, by: quality, ...given })).id;
  };
  await audit('first', { visitDate: '2026-03-01' });
  await audit('worse', { visitDate: '2026-03-02', answers: { 'A-01': { value: false } } });
  await audit('hill', { outletId: hill.id, visitDate: '2026-03-03' });
  await audit('bySupervisor', { by: supervisor, kind: 'supervisor_audit', visitDate: '2026-02-20' });
  await t.sql(`UPDATE people SET name = '王小明' WHERE id = $1`, [supervisor.personId]);
  made.draft = newId(app.clock.now());
  await quality
    .post('/api/v1/audits', {
      id: made.draft,
      kind: 'hq_audit',
      outletId: hill.id,
      standardVersionId: standard.id,
      visitDate: '2026-03-04',
    })
    .expect(201);
});
afterAll(() => app.close());

const keys = (rows: { id: string }[]) =>
  rows.map(({ id }) => Object.keys(made).find((key) => made[key] === id) ?? 'another');
const listed = async (by: Caller, query: string) => {
  const all: AuditSummary[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const page: Page<AuditSummary> = (
      await by.get(`/api/v1/audits?limit=2&${query}${cursor && `&cursor=${cursor}`}`).expect(200)
    ).body;
    all.push(...page.items);
    cursor = page.nextCursor;
  }
  return keys(all);
};

describe('a list of audits', () => {
  it('is searched by outlet in both languages, by code and by auditor, inside the scope', async () => {
    expect(await listed(quality, 'q=river')).toEqual(['worse', 'first', 'bySupervisor']);
    expect(await listed(quality, `q=${encodeURIComponent('山顶')}`)).toEqual(['draft', 'hill']);
    expect(await listed(quality, 'q=HL-2')).toEqual(['draft', 'hill']);
    expect(await listed(quality, 'q=RV_')).toEqual(['worse', 'first', 'bySupervisor']);
    expect(await listed(quality, 'q=L_2')).toEqual([]);
    expect(await listed(quality, `q=${encodeURIComponent('小明')}`)).toEqual(['bySupervisor']);
    expect(await listed(quality, `q=${encodeURIComponent('小明')}&kind=hq_audit`)).toEqual([]);
    expect(await listed(supervisor, 'q=HL-2')).toEqual([]);
    await quality.get(`/api/v1/audits?q=${'x'.repeat(101)}`).expect(400);
  });

  it('is asked what changed since a moment, of audits and of assignments', async () => {
    await t.sql(`UPDATE audits SET updated_at = '2026-03-04T03:00:00Z' WHERE id <> ALL($1)`, [[made.hill, made.first]]);
    expect(await listed(quality, 'changedSince=2026-03-04T04:00:00Z')).toEqual(['hill', 'first']);
    expect(await listed(quality, `changedSince=${encodeURIComponent('2026-03-04T12:00:00+08:00')}`)).toEqual([
      'hill',
      'first',
    ]);
    expect(await listed(quality, 'changedSince=2026-03-04T04:00:00.001Z')).toEqual([]);
    for (const path of ['audits', 'assignments', 'findings', 'outlets'])
      for (const bad of ['2026-03-04', '2026-02-30T00:00:00Z', '2026-03-04T04:00:00', '2026-W10'])
        await quality.get(`/api/v1/${path}?changedSince=${bad}`).expect(400);
  });

  it('does not tell who was the mystery shopper, neither by name nor by order', async () => {
    const shopper = await t.as('mystery_shopper');
    await t.sql(`UPDATE people SET name = 'Sam Shopper' WHERE id = $1`, [shopper.personId]);
    const id = (made.shop = made.worse as string);
    await t.sql(`UPDATE audits SET kind = 'mystery_shop', auditor_member_id = $2 WHERE id = $1`, [
      id,
      shopper.memberId,
    ]);
    expect(await listed(quality, 'q=sam')).toEqual(['worse']);
    expect(await listed(supervisor, 'q=sam')).toEqual([]);
    await t.sql(`UPDATE audits SET status = 'in_review' WHERE id = $1`, [id]);
    const { body } = await shopper.get('/api/v1/audits?sort=score&limit=1').expect(200);
    expect(body.items).toMatchObject([{ id, score: null }]);
    expect(await listed(quality, 'sort=score&direction=asc&from=2026-03-02&to=2026-03-03')).toEqual(['worse', 'hill']);
    await t.sql(`UPDATE audits SET kind = 'hq_audit', status = 'published', auditor_member_id = $2 WHERE id = $1`, [
      id,
      quality.memberId,
    ]);
    delete made.shop;
  });

  it('is sorted either way, page by page; what has no score comes last', async () => {
    expect(await listed(quality, 'direction=asc')).toEqual(['bySupervisor', 'first', 'worse', 'hill', 'draft']);
    const up = await listed(quality, 'sort=score&direction=asc');
    const down = await listed(quality, 'sort=score');
    expect([up[0], up.at(-1), down.at(-2), down.at(-1)]).toEqual(['worse', 'draft', 'worse', 'draft']);
    expect([up.length, new Set(up).size, new Set(down).size]).toEqual([5, 5, 5]);
    for (const bad of [
      'sort=outlet',
      'direction=up',
      `sort=score&cursor=${Buffer.from('["2026-03-01","x"]').toString('base64url')}`,
    ])
      await quality.get(`/api/v1/audits?${bad}`).expect(400);
  });
});

describe('audits as CSV', () => {
  it('has the rows of the filter, in stable columns, without formulas, and is written to the trail', async () => {
    const { text, headers } = await quality.get('/api/v1/audits/rows.csv?q=HL-2&status=published').expect(200);
    expect(headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="audits.csv"',
    });
    const lines = text.trimEnd().split('\r\n');
    expect(lines).toHaveLength(2);
    expect(lines[0]).toBe(
      '\ufeffaudit_id,kind,status,visit_date,outlet_id,outlet_code,outlet_name_en,outlet_name_zh,standard_version_id,standard_name_en,standard_name_zh,auditor,score,grade,findings,red_lines,submitted_at,published_at',
    );
    expect(lines[1]).toContain(`${made.hill},hq_audit,published,2026-03-03`);
    expect(lines[1]).toContain(`HL-2,"Hill, “Top”",'=山顶店`);
    expect(
      await t.sql(
        `SELECT after -> 'rows' AS rows, after -> 'filter' ->> 'q' AS q FROM trail_entries WHERE action = 'audit.export'`,
      ),
    ).toEqual([{ rows: 1, q: 'HL-2' }]);
  });

  it('goes on past the first page that is read, and stays inside the scope', async () => {
    await t.sql(
      `INSERT INTO audits (tenant_id, id, kind, status, outlet_id, standard_version_id, auditor_member_id, visit_date, score, published_at)
       SELECT a.tenant_id, gen_random_uuid(), a.kind, 'final', a.outlet_id, a.standard_version_id, a.auditor_member_id, '2025-06-01', 80, now()
       FROM audits a, generate_series(1, 1001) WHERE a.id = $1`,
      [made.first],
    );
    const file = async (by: Caller, query: string) =>
      (await by.get(`/api/v1/audits/rows.csv?${query}`).expect(200)).text.trimEnd().split('\r\n').slice(1);
    const all = await file(supervisor, 'to=2025-12-31');
    expect(new Set(all.map((line) => line.split(',')[0])).size).toBe(1001);
    expect(await file(supervisor, 'q=HL-2')).toEqual([]);
    await request(app.server).get('/api/v1/audits/rows.csv').expect(401);
    await (await t.as('mystery_shopper')).get('/api/v1/audits/rows.csv').expect(403);
    await quality.get('/api/v1/audits/rows.csv?limit=1').expect(400);
  });
});
