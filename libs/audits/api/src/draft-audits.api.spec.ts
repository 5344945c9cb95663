import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AuditSummary, SavedAuditResponse } from '@wheelhouse/contracts';
import { aTenant, type Caller, callsWith, type TestTenant } from '@wheelhouse/identity-api/testing';
import { newId } from '@wheelhouse/kernel';
import { anOutlet } from '@wheelhouse/org-api/testing';
import { aPublishedStandard, fullAnswers, type TestStandard } from '@wheelhouse/standards-api/testing';
import { startApp, type TestApp } from '@wheelhouse/testing';
import { anAssignment, auditFeatures } from './testing/index.js';

let app: TestApp;
let t: TestTenant;
let outletId: string;
let standard: TestStandard;
let manager: Caller;

beforeAll(async () => {
  app = await startApp(auditFeatures);
  app.clock.set('2026-03-04T04:00:00Z');
  t = await aTenant(app);
  outletId = (await anOutlet(t)).id;
  standard = await aPublishedStandard(t);
  manager = await t.as('franchise_manager', { scopeId: outletId });
});
afterAll(() => app.close());

const draft = (change: object = {}) => ({
  id: newId(),
  kind: 'self_check',
  outletId,
  standardVersionId: standard.id,
  visitDate: '2026-03-04',
  ...change,
});
const started = async (by = manager, change: object = {}): Promise<string> =>
  (await by.post('/api/v1/audits', draft(change)).expect(201)).body.id;

describe('the shop of somebody who also audits otherwise', () => {
  const DAYS = { windowFrom: '2026-03-01', windowTo: '2026-03-31' };
  it('is out of reach for a token without that permission, and ends with the role', async () => {
    const shopper = await t.as('mystery_shopper');
    const grant = (role: string) =>
      t.sql(
        `INSERT INTO role_grants (tenant_id, id, member_id, role, scope_kind, scope_id) VALUES ($1, $2, $3, $4, 'outlet', $5)`,
        [t.id, newId(), shopper.memberId, role, outletId],
      );
    await grant('franchise_manager');
    const shopStandard = await aPublishedStandard(t, { kind: 'mystery_shop' });
    const assignmentId = await anAssignment(t, {
      ...{ outletId, standard: shopStandard, assigneeMemberId: shopper.memberId, ...DAYS },
    });
    await t.sql(
      `WITH wave AS (INSERT INTO waves (tenant_id, id, name, standard_version_id, scenario, window_from, window_to, release_on)
         VALUES ($1, $2, $5, $3, $5, '2026-03-01', '2026-03-31', '2026-04-15') RETURNING id)
       UPDATE assignments SET kind = 'mystery_shop', wave_id = wave.id FROM wave WHERE assignments.id = $4`,
      [t.id, newId(), shopStandard.id, assignmentId, { en: 'A wave', zh: '一批' }],
    );
    const token = async (...permissions: string[]) => {
      const { body } = await shopper.post('/api/v1/auth/tokens', { name: 'x', permissions }).expect(201);
      return callsWith(app, body.token);
    };
    const [narrow, right] = [await token('self_check.submit', 'audit.read'), await token('mystery_shop.submit')];
    const id = newId();
    const start = { id, assignmentId, visitDate: '2026-03-04' };
    await narrow.post('/api/v1/audits', start).expect(403);
    await right.post('/api/v1/audits', start).expect(201);
    await right.get(`/api/v1/audits/${id}`).expect(200);
    await narrow.get(`/api/v1/audits/${id}`).expect(404);
    await narrow.delete(`/api/v1/audits/${id}`).expect(404);
    const answers = fullAnswers(shopStandard.body);
    await narrow.post(`/api/v1/audits/${id}/submit`, { visitDate: '2026-03-04', answers }).expect(404);
    expect((await narrow.get('/api/v1/audits?mine=true').expect(200)).body.items).toEqual([]);
    expect((await right.get('/api/v1/audits?mine=true').expect(200)).body.items).toMatchObject([{ id }]);

    await t.sql(`DELETE FROM role_grants WHERE member_id = $1 AND role = 'mystery_shopper'`, [shopper.memberId]);
    await shopper.post(`/api/v1/audits/${id}/submit`, { visitDate: '2026-03-04', answers }).expect(404);
    await shopper.delete(`/api/v1/audits/${id}`).expect(404);
  });
});

describe('a draft', () => {
  it('begins empty with its form, and is the same when begun twice, also at once', async () => {
    const body = draft();
    const answers = await Promise.all([1, 2, 3, 4].map(() => manager.post('/api/v1/audits', body)));
    expect(answers.map((answer) => answer.status)).toEqual([201, 201, 201, 201]);
    expect(answers[0]?.body).toMatchObject({
      id: body.id,
      status: 'draft',
      answers: {},
      score: null,
      can: { edit: true, submit: true, discard: true, review: false },
    });
    expect(answers[0]?.body.form.sections).toHaveLength(2);
    expect(answers[0]?.body.result).toMatchObject({ complete: false, display: 0 });
    expect(await t.sql(`SELECT count(*)::int AS n FROM audits WHERE id = $1`, [body.id])).toEqual([{ n: 1 }]);
    const taken = await manager
      .post('/api/v1/audits', { ...body, standardVersionId: (await aPublishedStandard(t)).id })
      .expect(409);
    expect(taken.body.code).toBe('CONFLICT.DUPLICATE');
  });

  it('merges what is saved, takes answers back, and shows the live score', async () => {
    const id = await started();
    await manager
      .patch(`/api/v1/audits/${id}`, { answers: { 'A-01': { value: true }, 'A-02': { value: 2 } } })
      .expect(200);
    await manager
      .patch(`/api/v1/audits/${id}`, {
        answers: { 'A-02': null, 'A-03': { value: { ok: 9, n: 10 } } },
        visitDate: '2026-03-03',
      })
      .expect(200);
    await manager.patch(`/api/v1/audits/${id}`, {}).expect(200);
    const { body } = await manager.get(`/api/v1/audits/${id}`).expect(200);
    expect(body.answers).toEqual({ 'A-01': { value: true }, 'A-03': { value: { ok: 9, n: 10 } } });
    expect(body).toMatchObject({ visitDate: '2026-03-03', score: null });
    expect(body.result.display).toBeCloseTo(35.25, 4);
  });

  it('worked on with two devices loses nothing: what changed elsewhere is told, and a conflict is not overwritten', async () => {
    const id = await started();
    const { updatedAt: seen } = (await manager.get(`/api/v1/audits/${id}`)).body;
    const staff = await t.as('outlet_staff', { scopeId: outletId });
    const save = async (by: Caller, body: object): Promise<SavedAuditResponse> => {
      app.clock.set(new Date(app.clock.now().getTime() + 1000).toISOString());
      return (await by.patch(`/api/v1/audits/${id}`, body).expect(200)).body;
    };
    const [yes, no] = [{ value: true }, { value: false }];
    const first = await save(manager, { answers: { 'A-01': yes }, before: { 'A-01': null }, seen });
    expect(first).toMatchObject({ answers: null, conflicts: {} });
    const late = await save(staff, {
      answers: { 'A-01': no, 'A-02': { value: 2 } },
      before: { 'A-01': null, 'A-02': null },
      seen,
    });
    expect(late.conflicts).toEqual({ 'A-01': yes });
    expect(late.answers).toEqual({ 'A-01': yes, 'A-02': { value: 2 } });
    const idle = await save(manager, { seen: first.updatedAt });
    expect(idle).toMatchObject({ answers: late.answers, conflicts: {}, updatedAt: late.updatedAt });
    expect((await save(manager, { seen: idle.updatedAt })).answers).toBeNull();
    const whole = { visitDate: '2026-03-04', answers: fullAnswers(standard.body) };
    const stale = await manager.post(`/api/v1/audits/${id}/submit`, { ...whole, seen: first.updatedAt }).expect(409);
    expect(stale.body.code).toBe('AUDIT.CHANGED_ELSEWHERE');
    for (const again of [idle.updatedAt, first.updatedAt])
      await manager.post(`/api/v1/audits/${id}/submit`, { ...whole, seen: again }).expect(200);
    await manager.patch(`/api/v1/audits/${newId()}`, { seen: 'yesterday' }).expect(400);
    app.clock.set('2026-03-04T04:00:00Z');
  });

  it.each([
    [{ answers: { 'A-01': { value: 7 } } }, 'answers.A-01'],
    [{ answers: { 'X-01': { value: true } } }, 'answers.X-01'],
    [{ answers: { 'X-01': null } }, 'answers.X-01'],
    [{ answers: { 'A-01': { value: true, note: 'x'.repeat(2001) } } }, 'answers.A-01'],
    [{ visitRecord: { U1: 'x' } }, 'visitRecord.U1'],
    [{ visitDate: '2026-3-4' }, 'visitDate'],
    [{ status: 'published' }, 'status'],
    [{ answers: 'x' }, 'answers'],
  ])('refuses %j', async (change, field) => {
    const id = await started();
    const { body } = await manager.patch(`/api/v1/audits/${id}`, change).expect(400);
    expect(body.errors[0].field).toBe(field);
    expect((await manager.get(`/api/v1/audits/${id}`)).body.answers).toEqual({});
  });

  it('keeps a visit date within its limits', async () => {
    const id = await started();
    await manager.patch(`/api/v1/audits/${id}`, { visitDate: '2026-03-05' }).expect(422);
    await manager.post('/api/v1/audits', draft({ visitDate: '2025-12-01' })).expect(422);
    await manager.post('/api/v1/audits', draft({ id: '0b2d9a4e-7a36-4b8e-9d1e-3f1f5c0f7a11' })).expect(400);
  });

  it('of a self-check is gone on with by anybody of the outlet; the auditor is who submits', async () => {
    const id = await started();
    const staff = await t.as('outlet_staff', { scopeId: outletId });
    await staff.patch(`/api/v1/audits/${id}`, { answers: { 'A-01': { value: true } } }).expect(200);
    await staff.delete(`/api/v1/audits/${id}`).expect(403);
    const { body } = await staff
      .post(`/api/v1/audits/${id}/submit`, { visitDate: '2026-03-04', answers: fullAnswers(standard.body) })
      .expect(200);
    const auditor = { memberId: staff.memberId, name: 'A outlet_staff' };
    expect(body.auditor).toEqual(auditor);
    expect(body.score).toBe(100);
    await manager.patch(`/api/v1/audits/${id}`, { answers: {} }).expect(409);
    await manager
      .post(`/api/v1/audits/${id}/submit`, { visitDate: '2026-03-04', answers: fullAnswers(standard.body) })
      .expect(200);
    const mine = await staff.get('/api/v1/audits?mine=true').expect(200);
    expect(mine.body.items.map((item: AuditSummary) => item.id)).toEqual([id]);
  });

  it('of another kind is for nobody else', async () => {
    const supervisor = await t.as('supervisor', { scopeId: t.rootId });
    const [other, admin, stranger] = [
      await t.as('supervisor', { scopeId: t.rootId }),
      await t.as('hq_admin'),
      await (await aTenant(app)).as('hq_admin'),
    ];
    const id = await started(supervisor, { kind: 'supervisor_audit' });
    for (const somebody of [other, admin, manager, stranger]) {
      await somebody.get(`/api/v1/audits/${id}`).expect(404);
      await somebody.patch(`/api/v1/audits/${id}`, { answers: {} }).expect(404);
      await somebody.delete(`/api/v1/audits/${id}`).expect(404);
      const submitted = await somebody.post(`/api/v1/audits/${id}/submit`, {
        visitDate: '2026-03-04',
        answers: fullAnswers(standard.body),
      });
      expect(submitted.status).toBe(somebody === stranger ? 400 : 404);
      const list = await somebody.get('/api/v1/audits?status=draft').expect(200);
      expect(list.body.items.map((item: AuditSummary) => item.id)).not.toContain(id);
    }
    await supervisor.delete(`/api/v1/audits/${id}`).expect(204);
    await supervisor.get(`/api/v1/audits/${id}`).expect(404);
  });

  it('needs somebody signed in who may', async () => {
    await (await t.as('viewer')).post('/api/v1/audits', draft()).expect(403);
    const elsewhere = await t.as('franchise_manager', { scopeId: (await anOutlet(t)).id });
    await elsewhere.post('/api/v1/audits', draft()).expect(404);
    const { default: request } = await import('supertest');
    await request(app.server).post('/api/v1/audits').send(draft()).expect(401);
  });
});

describe('a draft for an assignment', () => {
  const assigned = (change: object = {}) =>
    anAssignment(t, { outletId, standard, windowFrom: '2026-03-01', windowTo: '2026-03-07', ...change });
  const statusOf = async (id: string) => (await manager.get(`/api/v1/assignments/${id}`).expect(200)).body;

  it('moves it on: in progress, open again when discarded, done when submitted', async () => {
    const assignmentId = await assigned();
    const first = { id: newId(), assignmentId, visitDate: '2026-03-04' };
    await manager.post('/api/v1/audits', first).expect(201);
    expect(await statusOf(assignmentId)).toMatchObject({
      status: 'in_progress',
      auditId: first.id,
      can: { start: false },
    });
    await manager.post('/api/v1/audits', first).expect(201);
    const { body } = await manager.post('/api/v1/audits', { ...first, id: newId() }).expect(409);
    expect(body.code).toBe('ASSIGNMENT.CLOSED');
    await manager.delete(`/api/v1/audits/${first.id}`).expect(204);
    expect(await statusOf(assignmentId)).toMatchObject({ status: 'open', auditId: null, can: { start: true } });
    const id = newId();
    const whole = { assignmentId, visitDate: '2026-03-04', answers: fullAnswers(standard.body) };
    const answers = await Promise.all([1, 2, 3].map(() => manager.post(`/api/v1/audits/${id}/submit`, whole)));
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200]);
    expect(await statusOf(assignmentId)).toMatchObject({ status: 'done', auditId: id });
    await manager.post(`/api/v1/audits/${newId()}/submit`, whole).expect(409);
  });

  it('keeps to its window, its assignee and what it asks for', async () => {
    const [late, early, other] = [
      await assigned({ windowFrom: '2026-02-01', windowTo: '2026-03-03' }),
      await assigned({ windowFrom: '2026-03-05', windowTo: '2026-03-09' }),
      await assigned({ assigneeMemberId: (await t.as('franchise_manager', { scopeId: outletId })).memberId }),
    ];
    const begin = (assignmentId: string, change: object = {}) =>
      manager.post('/api/v1/audits', { id: newId(), assignmentId, visitDate: '2026-03-03', ...change });
    expect((await begin(late).expect(409)).body).toMatchObject({ code: 'ASSIGNMENT.CLOSED' });
    expect((await begin(early).expect(409)).body).toMatchObject({ code: 'ASSIGNMENT.NOT_YET' });
    await begin(other).expect(403);
    const open = await assigned();
    expect((await begin(open, { outletId: newId() }).expect(400)).body.errors[0].field).toBe('outletId');
    expect((await begin(open, { visitDate: '2026-02-28' }).expect(400)).body.errors[0].field).toBe('visitDate');
    expect(await statusOf(late)).toMatchObject({ status: 'missed', can: { start: false, cancel: false } });
  });
});
