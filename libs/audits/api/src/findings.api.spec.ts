import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FindingResponse, FindingSummaryResponse, Page } from '@wheelhouse/contracts';
import { aTenant, type Caller, type TestTenant } from '@wheelhouse/identity-api/testing';
import { newId } from '@wheelhouse/kernel';
import { anOrgUnit, anOutlet } from '@wheelhouse/org-api/testing';
import { aPublishedStandard, type TestStandard } from '@wheelhouse/standards-api/testing';
import { startApp, type TestApp } from '@wheelhouse/testing';
import { aSubmittedAudit, auditFeatures } from './testing/index.js';

let app: TestApp;
let t: TestTenant;
let standard: TestStandard;
let other: TestStandard;
let region: string;
let inside: { id: string };
let outside: { id: string; code: string };
let quality: Caller;
const made: Record<string, string> = {};

const MISS = { 'A-01': { value: false, note: '=cmd, "really"' } };

beforeAll(async () => {
  app = await startApp(auditFeatures);
  app.clock.set('2026-03-04T04:00:00Z');
  t = await aTenant(app);
  standard = await aPublishedStandard(t);
  other = await aPublishedStandard(t, { code: 'OTHER' });
  region = (await anOrgUnit(t)).id;
  inside = await anOutlet(t, { orgUnitId: region });
  outside = await anOutlet(t);
  quality = await t.as('quality_manager');
  const audit = async (name: string, outletId: string, visitDate: string, change: object = {}) =>
    (made[name] = (
      await aSubmittedAudit(t, { outletId, standard, by: quality, visitDate, answers: MISS, ...change })
    ).id);
  await audit('first', inside.id, '2026-02-10');
  await audit('again', inside.id, '2026-03-01', { answers: { ...MISS, 'A-03': { value: { ok: 6, n: 10 } } } });
  await audit('elsewhere', outside.id, '2026-03-02', { kind: 'supervisor_audit' });
  await audit('otherStandard', inside.id, '2026-03-03', { standard: other });
  await audit('clean', outside.id, '2026-03-03', { answers: {} });
  const manager = await t.as('franchise_manager', { scopeId: inside.id });
  const draft = { id: newId(), kind: 'self_check', outletId: inside.id, standardVersionId: standard.id };
  await manager.post('/api/v1/audits', { ...draft, visitDate: '2026-03-04' }).expect(201);
  await manager.patch(`/api/v1/audits/${draft.id}`, { answers: MISS }).expect(200);
});
afterAll(() => app.close());

const found = async (by: Caller, query = ''): Promise<[string, string][]> => {
  const { body } = (await by.get(`/api/v1/findings?${query}`).expect(200)) as { body: Page<FindingResponse> };
  const names = Object.fromEntries(Object.entries(made).map(([name, id]) => [id, name]));
  return body.items.map((row) => [names[row.auditId] ?? row.auditId, row.itemId]);
};
const summary = async (by: Caller, query = '') =>
  (await by.get(`/api/v1/findings/summary?${query}`).expect(200)).body as FindingSummaryResponse;

describe('findings', () => {
  it('are what failed in published audits, newest visit first, with how often it failed there before', async () => {
    const { body } = await quality.get('/api/v1/findings').expect(200);
    const { body: form } = standard;
    const section = form.sections[0];
    expect(body.items).toHaveLength(5);
    expect(body.items[2]).toEqual({
      id: `${made['again']}.A-01`,
      auditId: made['again'],
      auditKind: 'hq_audit',
      outlet: expect.objectContaining({ id: inside.id }),
      standardId: standard.standardId,
      standardVersionId: standard.id,
      standardName: form.name,
      sectionId: section?.id,
      sectionName: { en: section?.en, zh: section?.zh },
      itemId: 'A-01',
      itemText: { en: section?.items[0]?.en, zh: section?.items[0]?.zh },
      critical: expect.any(Boolean),
      triggered: expect.any(Boolean),
      pointsLost: expect.any(Number),
      note: MISS['A-01'].note,
      visitDate: '2026-03-01',
      repeated: 2,
    });
    // The same item of another standard is another item.
    expect(body.items.map((row: FindingResponse) => row.repeated)).toEqual([1, 1, 2, 1, 1]);
  });

  it('are narrowed by every filter', async () => {
    expect(await found(quality, `outletId=${outside.id}`)).toEqual([['elsewhere', 'A-01']]);
    expect(await found(quality, `orgUnitId=${region}&itemId=A-03`)).toEqual([['again', 'A-03']]);
    expect(await found(quality, `standardId=${other.standardId}`)).toEqual([['otherStandard', 'A-01']]);
    expect(await found(quality, 'from=2026-03-02&to=2026-03-02')).toEqual([['elsewhere', 'A-01']]);
    expect(await found(quality, 'kind=supervisor_audit')).toEqual([['elsewhere', 'A-01']]);
    expect(await found(quality, 'kind=self_check')).toEqual([]);
    expect(await found(quality, 'sectionId=nothing')).toEqual([]);
    await t.sql(`UPDATE audits SET updated_at = '2026-03-04T03:00:00Z' WHERE id <> $1`, [made.elsewhere]);
    expect(await found(quality, 'changedSince=2026-03-04T04:00:00Z')).toEqual([['elsewhere', 'A-01']]);
    expect(await summary(quality, 'changedSince=2026-03-04T04:00:00Z')).toMatchObject({ findings: 1, audits: 1 });
    const [red, plain] = [await found(quality, 'critical=true'), await found(quality, 'critical=false')];
    expect(red.length + plain.length).toBe(5);
    for (const bad of [
      'outletId=x',
      'kind=x',
      'from=yesterday',
      'critical=perhaps',
      'x=1',
      'cursor=x',
      'sort=item',
      'limit=0',
    ])
      await quality.get(`/api/v1/findings?${bad}`).expect(400);
  });

  it('are searched by item in both languages and by code, and by outlet', async () => {
    const item = standard.body.sections[0]?.items[0];
    const search = (text: string, rest = '') => found(quality, `q=${encodeURIComponent(text)}${rest}`);
    const first = (await found(quality)).filter(([, id]) => id === 'A-01');
    expect(await search('a-01')).toEqual(first);
    expect(await search(item?.en.slice(2, 12).toUpperCase() ?? '')).toEqual(first);
    expect(await search(item?.zh.slice(1, 5) ?? '')).toEqual(first);
    expect(await search('a_01')).toEqual([]);
    expect(await search('a-03', `&outletId=${outside.id}`)).toEqual([]);
    expect(await search(outside.code)).toEqual([['elsewhere', 'A-01']]);
    // A search for outlets narrows the audits that were asked too; one for items does not.
    expect(await summary(quality, `q=${outside.code}`)).toMatchObject({ findings: 1, audits: 2 });
    expect(await summary(quality, 'q=A-03')).toMatchObject({ findings: 1, audits: 5 });
    await quality.get(`/api/v1/findings?q=${'x'.repeat(101)}`).expect(400);
  });

  it.each(['', '&direction=asc', '&sort=lost', '&sort=lost&direction=asc'])(
    'are listed page by page in order (%s), also within one audit',
    async (order) => {
      const walked: FindingResponse[] = [];
      let cursor: string | null = '';
      while (cursor !== null) {
        const page: Page<FindingResponse> = (
          await quality.get(`/api/v1/findings?limit=1${order}${cursor && `&cursor=${cursor}`}`).expect(200)
        ).body;
        walked.push(...page.items);
        cursor = page.nextCursor;
      }
      const all: Page<FindingResponse> = (await quality.get(`/api/v1/findings?${order}`)).body;
      expect(walked).toEqual(all.items);
      expect(walked).toHaveLength(5);
      const keys = walked.map((row) => (order.includes('lost') ? row.pointsLost : Date.parse(row.visitDate)));
      expect(keys).toEqual([...keys].sort((a, b) => (order.includes('asc') ? a - b : b - a)));
    },
  );

  it('are read inside the scope only', async () => {
    const [supervisor, manager, staff, stranger] = [
      await t.as('supervisor', { scopeId: region }),
      await t.as('franchise_manager', { scopeId: outside.id }),
      await t.as('outlet_staff', { scopeId: inside.id }),
      await (await aTenant(app)).as('hq_admin'),
    ];
    expect((await found(supervisor)).map(([name]) => name)).toEqual(['otherStandard', 'again', 'again', 'first']);
    expect(await found(manager)).toEqual([['elsewhere', 'A-01']]);
    expect(await found(manager, `outletId=${inside.id}`)).toEqual([]);
    expect(await found(stranger, `outletId=${inside.id}`)).toEqual([]);
    expect(await summary(stranger)).toEqual({ findings: 0, outlets: 0, audits: 0, items: [] });
    expect(await summary(manager)).toMatchObject({ findings: 1, outlets: 1, audits: 2 });
    for (const path of ['', '/summary', '/rows.csv']) await staff.get(`/api/v1/findings${path}`).expect(403);
  });
});

describe('the summary of findings', () => {
  it('counts by item of a standard, with the share and the audits that asked it', async () => {
    const all = await summary(quality);
    expect(all).toMatchObject({ findings: 5, outlets: 2, audits: 5 });
    expect(
      all.items.map(({ standardId, itemId, ...n }) => [standardId, itemId, n.findings, n.outlets, n.audits]),
    ).toEqual([
      [standard.standardId, 'A-01', 3, 2, 4],
      [expect.any(String), 'A-01', 1, 1, 1],
      [standard.standardId, 'A-03', 1, 1, 4],
    ]);
    expect(all.items[0]?.share).toBeCloseTo(0.6);
    expect(await summary(quality, 'kind=supervisor_audit')).toMatchObject({ findings: 1, audits: 1 });
    expect(await summary(quality, `itemId=A-03&outletId=${inside.id}`)).toMatchObject({ findings: 1, audits: 3 });
  });
});

describe('the export of findings', () => {
  it('is CSV that no spreadsheet runs, and is written to the trail', async () => {
    const { text, headers } = await quality.get(`/api/v1/findings/rows.csv?outletId=${inside.id}`).expect(200);
    expect(headers['content-type']).toContain('text/csv');
    const lines = text.trimEnd().split('\r\n');
    expect(lines[0]).toMatch(/^\ufefffinding_id,visit_date,/);
    expect(lines).toHaveLength(5);
    expect(text).toContain(`"'=cmd, ""really"""`);
    const trail = await t.sql(
      `SELECT action, after -> 'rows' AS rows FROM trail_entries WHERE action = 'finding.export'`,
    );
    expect(trail).toEqual([{ action: 'finding.export', rows: 4 }]);
  });
});
