import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AssignmentResponse } from '@wheelhouse/contracts';
import { IdentityFacade } from '@wheelhouse/identity-api';
import { aTenant, type Caller, type TestTenant } from '@wheelhouse/identity-api/testing';
import { newId } from '@wheelhouse/kernel';
import { anOrgUnit, anOutlet } from '@wheelhouse/org-api/testing';
import { aPublishedStandard, type TestStandard } from '@wheelhouse/standards-api/testing';
import { startApp, type TestApp } from '@wheelhouse/testing';
import { AuditsFacade } from './index.js';
import { anAssignment, auditFeatures } from './testing/index.js';

let app: TestApp;
let t: TestTenant;
let standard: TestStandard;
let region: string;
let outletId: string;
let supervisor: Caller;

beforeAll(async () => {
  app = await startApp(auditFeatures);
  app.clock.set('2026-03-04T04:00:00Z');
  t = await aTenant(app);
  standard = await aPublishedStandard(t);
  region = (await anOrgUnit(t)).id;
  outletId = (await anOutlet(t, { orgUnitId: region })).id;
  supervisor = await t.as('supervisor', { scopeId: region });
});
afterAll(() => app.close());

const asked = (change: object = {}) => ({
  kind: 'self_check',
  outletId,
  standardVersionId: standard.id,
  windowFrom: '2026-03-04',
  windowTo: '2026-03-10',
  ...change,
});
const ids = (body: { items: AssignmentResponse[] }) => body.items.map((item) => item.id);

describe('an assignment', () => {
  it('is made in the own region, for a member or anybody', async () => {
    const manager = await t.as('franchise_manager', { scopeId: outletId });
    const { body } = await supervisor
      .post('/api/v1/assignments', asked({ assigneeMemberId: manager.memberId }))
      .expect(201);
    expect(body).toMatchObject({
      kind: 'self_check',
      status: 'open',
      assignee: { memberId: manager.memberId },
      auditId: null,
      waveId: null,
      can: { start: false, cancel: true },
    });
    expect((await manager.get(`/api/v1/assignments/${body.id}`).expect(200)).body.can).toEqual({
      start: true,
      cancel: false,
    });
    const anybody = await supervisor.post('/api/v1/assignments', asked({ windowTo: '2026-03-04' })).expect(201);
    expect(anybody.body.assignee).toBeNull();
    const waiting = await manager.get('/api/v1/assignments?mine=true').expect(200);
    expect(ids(waiting.body)).toEqual([anybody.body.id, body.id]);
  });

  it.each([
    [{ windowTo: '2026-03-03' }, 422, 'ASSIGNMENT.WINDOW'],
    [{ windowFrom: '2026-02-01', windowTo: '2026-03-03' }, 400, 'REQUEST.INVALID'],
    [{ kind: 'mystery_shop' }, 400, 'REQUEST.INVALID'],
    [{ outletId: 'x' }, 400, 'REQUEST.INVALID'],
    [{ outletId: newId() }, 404, 'NOT_FOUND'],
    [{ standardVersionId: newId() }, 404, 'NOT_FOUND'],
    [{ assigneeMemberId: newId() }, 404, 'NOT_FOUND'],
    [{ windowFrom: 20260304 }, 400, 'REQUEST.INVALID'],
    [{ status: 'done' }, 400, 'REQUEST.INVALID'],
  ])('with %j is refused', async (change, status, code) => {
    expect((await supervisor.post('/api/v1/assignments', asked(change)).expect(status)).body.code).toBe(code);
  });

  it('needs an assignee who may, a standard that fits and an open outlet', async () => {
    const elsewhere = await t.as('franchise_manager', { scopeId: (await anOutlet(t)).id });
    expect(
      (await supervisor.post('/api/v1/assignments', asked({ assigneeMemberId: elsewhere.memberId })).expect(422)).body
        .code,
    ).toBe('ASSIGNMENT.ASSIGNEE');
    const shop = await aPublishedStandard(t, { kind: 'mystery_shop' });
    expect(
      (await supervisor.post('/api/v1/assignments', asked({ standardVersionId: shop.id })).expect(422)).body.code,
    ).toBe('AUDIT.WRONG_STANDARD');
    const closed = await anOutlet(t, { orgUnitId: region, closedOn: '2026-03-01' });
    expect((await supervisor.post('/api/v1/assignments', asked({ outletId: closed.id })).expect(422)).body.code).toBe(
      'AUDIT.OUTLET_CLOSED',
    );
  });

  it('is made, seen and cancelled inside the scope only', async () => {
    const id = await anAssignment(t, { outletId, standard, windowFrom: '2026-03-04', windowTo: '2026-03-10' });
    const [manager, viewer, shopper] = [
      await t.as('franchise_manager', { scopeId: outletId }),
      await t.as('viewer'),
      await t.as('mystery_shopper'),
    ];
    const far = await t.as('supervisor', { scopeId: (await anOrgUnit(t)).id });
    const stranger = await (await aTenant(app)).as('hq_admin');
    await manager.post('/api/v1/assignments', asked()).expect(403);
    await manager.post(`/api/v1/assignments/${id}/cancel`).expect(403);
    await viewer.get('/api/v1/assignments').expect(403);
    for (const somebody of [far, stranger]) {
      await somebody.post('/api/v1/assignments', asked()).expect(404);
      await somebody.get(`/api/v1/assignments/${id}`).expect(404);
      await somebody.post(`/api/v1/assignments/${id}/cancel`).expect(404);
      expect(ids((await somebody.get('/api/v1/assignments').expect(200)).body)).not.toContain(id);
    }
    await shopper.get(`/api/v1/assignments/${id}`).expect(404);
    expect(ids((await shopper.get('/api/v1/assignments').expect(200)).body)).toEqual([]);
    expect((await supervisor.post(`/api/v1/assignments/${id}/cancel`).expect(200)).body.status).toBe('cancelled');
    expect((await supervisor.post(`/api/v1/assignments/${id}/cancel`).expect(409)).body.code).toBe('ASSIGNMENT.CLOSED');
  });

  it('is missed when its window has closed, with and without the job', async () => {
    const other = (await anOutlet(t, { orgUnitId: region })).id;
    const [over, ongoing] = [
      await anAssignment(t, { outletId: other, standard, windowFrom: '2026-02-20', windowTo: '2026-03-03' }),
      await anAssignment(t, { outletId: other, standard, windowFrom: '2026-02-20', windowTo: '2026-03-04' }),
    ];
    const listed = async (status: string) =>
      ids((await supervisor.get(`/api/v1/assignments?outletId=${other}&status=${status}`).expect(200)).body);
    expect(await listed('missed')).toEqual([over]);
    expect(await listed('open')).toEqual([ongoing]);
    const expire = () =>
      app.get(IdentityFacade).runAsSystem(t.id, 'en', (ctx) => app.get(AuditsFacade).expireAssignments(ctx));
    expect(await expire()).toBeGreaterThanOrEqual(1);
    expect(await expire()).toBe(0);
    expect(await t.sql(`SELECT id, status FROM assignments WHERE outlet_id = $1 ORDER BY window_to`, [other])).toEqual([
      { id: over, status: 'missed' },
      { id: ongoing, status: 'open' },
    ]);
    expect(
      await app
        .get(IdentityFacade)
        .runAsSystem(t.id, 'en', (ctx) => app.get(AuditsFacade).assignmentsDue(ctx, '2026-03-02', '2026-03-08')),
    ).toContainEqual({
      outletId: other,
      status: 'missed',
      count: 1,
    });
  });

  it('is found by outlet and by whose it is, inside the scope', async () => {
    const named = { orgUnitId: region, code: 'FIND-1', name: { en: 'Findable', zh: '可寻店' } };
    const place = (await anOutlet(t, named)).id;
    const manager = await t.as('franchise_manager', { scopeId: place });
    await t.sql(`UPDATE people SET name = '李寻' WHERE id = $1`, [manager.personId]);
    const given = { standard, windowFrom: '2026-03-04', windowTo: '2026-03-10', outletId: place };
    const his = await anAssignment(t, { ...given, assigneeMemberId: manager.memberId });
    const open = await anAssignment(t, given);
    const far = await t.as('supervisor', { scopeId: (await anOrgUnit(t)).id });
    const search = async (by: Caller, q: string) =>
      ids((await by.get(`/api/v1/assignments?q=${encodeURIComponent(q)}`).expect(200)).body).sort();
    expect(await search(supervisor, 'findab')).toEqual([his, open].sort());
    expect(await search(manager, '可寻')).toEqual([his, open].sort());
    expect(await search(supervisor, '李寻')).toEqual([his]);
    expect(await search(supervisor, 'find_1')).toEqual([]);
    expect(await search(far, '李寻')).toEqual([]);
  });

  it('is narrowed by kind, place, days and what changed', async () => {
    const unit = (await anOrgUnit(t, { parentId: region, kind: 'area' })).id;
    const place = (await anOutlet(t, { orgUnitId: unit })).id;
    const given = { standard, outletId: place };
    const early = await anAssignment(t, { ...given, windowFrom: '2026-03-04', windowTo: '2026-03-06' });
    const late = await anAssignment(t, { ...given, windowFrom: '2026-03-07', windowTo: '2026-03-09' });
    await t.sql(`UPDATE assignments SET updated_at = '2026-03-01T00:00:00Z' WHERE id = $1`, [early]);
    await t.sql(`UPDATE assignments SET updated_at = '2026-03-02T00:00:00Z' WHERE id = $1`, [late]);
    const list = async (query: string) =>
      ids((await supervisor.get(`/api/v1/assignments?orgUnitId=${unit}&${query}`).expect(200)).body);
    expect(await list('')).toEqual([late, early]);
    expect(await list('from=2026-03-06&to=2026-03-06')).toEqual([early]);
    expect(await list('from=2026-03-07')).toEqual([late]);
    expect(await list('to=2026-03-06')).toEqual([early]);
    expect(await list('changedSince=2026-03-01T00:00:01Z')).toEqual([late]);
    expect([await list('kind=self_check'), await list('kind=hq_audit')]).toEqual([[late, early], []]);
    const elsewhere = await supervisor.get(`/api/v1/assignments?orgUnitId=${(await anOrgUnit(t)).id}`).expect(200);
    expect(elsewhere.body.items).toEqual([]);
  });

  it('is listed page by page', async () => {
    const other = (await anOutlet(t, { orgUnitId: region })).id;
    const made: string[] = [];
    for (const day of ['2026-03-11', '2026-03-12', '2026-03-12'])
      made.push(await anAssignment(t, { outletId: other, standard, windowFrom: '2026-03-04', windowTo: day }));
    const first = await supervisor.get(`/api/v1/assignments?outletId=${other}&limit=2`).expect(200);
    const second = await supervisor
      .get(`/api/v1/assignments?outletId=${other}&limit=2&cursor=${first.body.nextCursor}`)
      .expect(200);
    expect([...ids(first.body), ...ids(second.body)]).toEqual([made[2], made[1], made[0]]);
    expect(second.body.nextCursor).toBeNull();
  });
});
