import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AuditSummary, Page } from '@wheelhouse/contracts';
import { aTenant, type Caller, type TestTenant } from '@wheelhouse/identity-api/testing';
import { anOrgUnit, anOutlet } from '@wheelhouse/org-api/testing';
import { aPublishedStandard, type TestStandard } from '@wheelhouse/standards-api/testing';
import { startApp, type TestApp } from '@wheelhouse/testing';
import { aSubmittedAudit, auditFeatures } from './testing/index.js';

let app: TestApp;
let t: TestTenant;
let standard: TestStandard;
let quality: Caller;

beforeAll(async () => {
  app = await startApp(auditFeatures);
  app.clock.set('2026-03-04T04:00:00Z');
  t = await aTenant(app);
  standard = await aPublishedStandard(t);
  quality = await t.as('quality_manager');
});
afterAll(() => app.close());

const ids = (body: { items: AuditSummary[] }) => body.items.map((item) => item.id);

describe('an audit that was submitted', () => {
  it('shows its findings and what is repeated', async () => {
    const a = await anOutlet(t);
    const miss = { 'A-01': { value: false } };
    const before = await aSubmittedAudit(t, {
      outletId: a.id,
      standard,
      by: quality,
      visitDate: '2026-02-10',
      answers: miss,
    });
    const now = await aSubmittedAudit(t, {
      outletId: a.id,
      standard,
      by: quality,
      answers: { ...miss, 'B-01': { value: 5 } },
    });
    const { body } = await quality.get(`/api/v1/audits/${now.id}`).expect(200);
    expect(body.findingList.map((f: { itemId: string; repeated: number }) => [f.itemId, f.repeated])).toEqual([
      ['A-01', 2],
      ['B-01', 1],
    ]);
    expect(body.can).toEqual({ edit: false, submit: false, discard: false, review: false });
    expect(body).not.toHaveProperty('contentHash');
    expect((await quality.get(`/api/v1/audits/${before.id}`)).body).toMatchObject({
      findingList: [{ itemId: 'A-01', repeated: 1 }],
    });
  });

  it('is read inside the scope only', async () => {
    const region = await anOrgUnit(t);
    const [inside, outside] = [await anOutlet(t, { orgUnitId: region.id }), await anOutlet(t)];
    const [one, two] = [
      await aSubmittedAudit(t, { outletId: inside.id, standard, by: quality }),
      await aSubmittedAudit(t, { outletId: outside.id, standard, by: quality }),
    ];
    const [supervisor, manager, staff, viewer] = [
      await t.as('supervisor', { scopeId: region.id }),
      await t.as('franchise_manager', { scopeId: inside.id }),
      await t.as('outlet_staff', { scopeId: inside.id }),
      await t.as('viewer'),
    ];
    for (const reader of [supervisor, manager]) {
      expect((await reader.get(`/api/v1/audits/${one.id}`).expect(200)).body.auditor.memberId).toBe(quality.memberId);
      await reader.get(`/api/v1/audits/${two.id}`).expect(404);
      expect(ids((await reader.get('/api/v1/audits').expect(200)).body)).toEqual([one.id]);
    }
    await staff.get(`/api/v1/audits/${one.id}`).expect(403);
    await staff.get(`/api/v1/audits/${two.id}`).expect(404);
    expect(ids((await staff.get('/api/v1/audits').expect(200)).body)).toEqual([]);
    await viewer.get(`/api/v1/audits/${one.id}`).expect(403);
    const stranger = await (await aTenant(app)).as('hq_admin');
    await stranger.get(`/api/v1/audits/${one.id}`).expect(404);
    expect(ids((await stranger.get('/api/v1/audits').expect(200)).body)).toEqual([]);
    await quality.get('/api/v1/audits/nonsense').expect(400);
    expect((await quality.get(`/api/v1/audits?orgUnitId=${region.id}`).expect(200)).body.items).toHaveLength(1);
  });

  it('is listed newest visit first, page by page, by every filter', async () => {
    const own = await aTenant(app);
    const [sheet, outlet, other, q] = [
      await aPublishedStandard(own),
      await anOutlet(own),
      await anOutlet(own),
      await own.as('quality_manager'),
    ];
    const days = ['2026-03-01', '2026-03-03', '2026-03-02', '2026-03-03', '2026-02-01'];
    const made: string[] = [];
    for (const visitDate of days)
      made.push((await aSubmittedAudit(own, { outletId: outlet.id, standard: sheet, by: q, visitDate })).id);
    await aSubmittedAudit(own, {
      outletId: other.id,
      standard: sheet,
      by: q,
      kind: 'supervisor_audit',
      visitDate: '2026-01-20',
    });
    const walked: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: Page<AuditSummary> = (
        await q.get(`/api/v1/audits?limit=2&kind=hq_audit${cursor && `&cursor=${cursor}`}`).expect(200)
      ).body;
      walked.push(...ids(page));
      cursor = page.nextCursor;
    }
    expect(walked).toEqual([3, 1, 2, 0, 4].map((i) => made[i]));
    expect(ids((await q.get('/api/v1/audits?from=2026-03-02&to=2026-03-02')).body)).toEqual([made[2]]);
    expect((await q.get(`/api/v1/audits?outletId=${other.id}`)).body.items).toHaveLength(1);
    expect((await q.get('/api/v1/audits?status=draft')).body.items).toEqual([]);
    for (const bad of [
      'cursor=x',
      `cursor=${Buffer.from('["a","b"]').toString('base64url')}`,
      'limit=0',
      'limit=1000',
      'kind=x',
      'from=yesterday',
      'mine=perhaps',
      'x=1',
    ]) {
      await q.get(`/api/v1/audits?${bad}`).expect(400);
    }
  });
});
