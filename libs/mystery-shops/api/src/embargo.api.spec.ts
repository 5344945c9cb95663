import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { AssignmentResponse, AuditSummary, WaveResponse } from '@wheelhouse/contracts';
import { aTenant, type Caller, type TestTenant } from '@wheelhouse/identity-api/testing';
import { newId } from '@wheelhouse/kernel';
import { anOutlet } from '@wheelhouse/org-api/testing';
import { startApp, type TestApp } from '@wheelhouse/testing';
import { aShoppedOutlet, aWave, mysteryShopFeatures, shopContent } from './testing/index.js';

let app: TestApp;
let t: TestTenant;
let manager: Caller;
let shopper: Caller;
let outletId: string;
let wave: WaveResponse;

beforeAll(async () => {
  app = await startApp(mysteryShopFeatures);
  t = await aTenant(app);
  manager = await t.as('quality_manager');
});
afterAll(() => app.close());
beforeEach(async () => {
  app.clock.set('2026-03-04T04:00:00Z');
  shopper = await t.as('mystery_shopper', { name: 'Secret Shopper' });
  outletId = (await anOutlet(t)).id;
  ({ wave } = await aWave(t, manager));
});

const shopped = () => aShoppedOutlet(t, manager, shopper, wave.id, outletId);
const review = (id: string, body: object, by = manager) => by.post(`/api/v1/audits/${id}/review`, body);
const statusOf = async (id: string) =>
  (await t.sql<{ status: string }>(`SELECT status FROM audits WHERE id = $1`, [id]))[0]?.status;
const weeks = () => t.sql(`SELECT n, total FROM outlet_weeks WHERE outlet_id = $1`, [outletId]);

describe('a mystery shop', () => {
  it('shows its shopper the own assignment, its form, and nothing else', async () => {
    const other = await t.as('mystery_shopper');
    await manager
      .post(`/api/v1/waves/${wave.id}/assignments`, {
        shops: [
          { outletId, shopperMemberId: shopper.memberId },
          { outletId, shopperMemberId: other.memberId },
        ],
      })
      .expect(201);
    const { body } = await shopper.get('/api/v1/assignments?mine=true').expect(200);
    expect(body.items).toHaveLength(1);
    const [mine] = body.items as AssignmentResponse[];
    expect(mine).toMatchObject({
      kind: 'mystery_shop',
      outlet: { id: outletId },
      status: 'open',
      scenario: wave.scenario,
      can: { start: true, cancel: false },
    });
    const id = newId();
    const started = await shopper
      .post('/api/v1/audits', { id, assignmentId: mine?.id, visitDate: '2026-03-04' })
      .expect(201);
    expect(started.body).toMatchObject({ status: 'draft', scenario: wave.scenario });
    expect(started.body.form.visit_record_unscored).toHaveLength(9);
    await shopper.patch(`/api/v1/audits/${id}`, { visitRecord: { U03: 'a car' } }).expect(200);
    expect((await shopper.get('/api/v1/audits').expect(200)).body).toMatchObject({ items: [{ id, status: 'draft' }] });
    await shopper.get(`/api/v1/audits/${id}/comparison`).expect(403);
    for (const path of ['/api/v1/outlets', '/api/v1/org-units', `/api/v1/outlets/${outletId}`, '/api/v1/waves'])
      expect((await shopper.get(path)).status).toBeGreaterThanOrEqual(403);
    const [theirs] = (await other.get('/api/v1/assignments').expect(200)).body.items as AssignmentResponse[];
    await shopper.get(`/api/v1/assignments/${theirs?.id}`).expect(404);
    await shopper
      .post('/api/v1/audits', { id: newId(), assignmentId: theirs?.id, visitDate: '2026-03-04' })
      .expect(404);
    await other.get(`/api/v1/audits/${id}`).expect(404);
    const done = await shopper.post(`/api/v1/audits/${id}/submit`, shopContent()).expect(200);
    expect(done.body).toMatchObject({
      status: 'in_review',
      score: null,
      grade: null,
      findings: 0,
      result: { display: null, sections: [] },
    });
    const after = (await shopper.get(`/api/v1/audits/${id}`).expect(200)).body;
    expect(after).toMatchObject({
      status: 'in_review',
      score: null,
      findingList: [],
      result: { display: null },
    });
  });

  it('needs its whole visit record, its window and its own shopper', async () => {
    const id = await shopped();
    const [row] = await t.sql<{ assignment_id: string }>(`SELECT assignment_id FROM audits WHERE id = $1`, [id]);
    const place = (await anOutlet(t)).id;
    await manager
      .post(`/api/v1/waves/${wave.id}/assignments`, { shops: [{ outletId: place, shopperMemberId: shopper.memberId }] })
      .expect(201);
    const [open] = (await shopper.get('/api/v1/assignments?mine=true')).body.items as AssignmentResponse[];
    const send = (change: object, by = shopper) =>
      by.post(`/api/v1/audits/${newId()}/submit`, { assignmentId: open?.id, ...shopContent(), ...change });
    const facts = await send({ visitRecord: { ...shopContent().visitRecord, U08: 'short', U07: undefined } }).expect(
      422,
    );
    expect(facts.body.errors.map((e: { field: string }) => e.field)).toEqual(['visitRecord.U08', 'visitRecord.U07']);
    await send({ visitDate: '2026-03-01' }).expect(400);
    await send({}, manager).expect(403);
    await send({}, await t.as('franchise_manager', { scopeId: place })).expect(404);
    await send({ assignmentId: row?.assignment_id }).expect(409);
    app.clock.set('2026-03-16T04:00:00Z');
    expect((await send({}).expect(409)).body.code).toBe('ASSIGNMENT.CLOSED');
  });

  it('is nothing to the outlet and its region while it waits, and never tells who did it', async () => {
    const id = await shopped();
    const outside = [
      await t.as('franchise_manager', { scopeId: outletId }),
      await t.as('supervisor', { scopeId: t.rootId }),
    ];
    for (const somebody of outside) {
      await somebody.get(`/api/v1/audits/${id}`).expect(404);
      expect((await somebody.get(`/api/v1/audits?outletId=${outletId}`)).body.items).toEqual([]);
      for (const filter of [`outletId=${outletId}`, `waveId=${wave.id}`])
        expect((await somebody.get(`/api/v1/assignments?${filter}`)).body.items).toEqual([]);
      expect((await somebody.post(`/api/v1/audits/${id}/submit`, shopContent())).status).toBe(404);
      await review(id, { decision: 'approve' }, somebody).expect(403);
    }
    expect(await t.sql(`SELECT status FROM observations WHERE id = $1`, [id])).toEqual([{ status: 'held' }]);
    expect(await weeks()).toEqual([]);
    const shops = (await manager.get(`/api/v1/assignments?waveId=${wave.id}`).expect(200)).body.items;
    expect(shops).toMatchObject([{ outlet: { id: outletId }, assignee: { name: 'Secret Shopper' }, auditId: id }]);
    await review(id, { decision: 'approve' }).expect(200);
    for (const somebody of outside) await somebody.get(`/api/v1/audits/${id}`).expect(404);
    const held = await manager.get(`/api/v1/audits/${id}`).expect(200);
    expect(held.body).toMatchObject({
      status: 'in_review',
      score: 100,
      auditor: { name: 'Secret Shopper' },
      can: { review: false },
    });
    await manager.post(`/api/v1/waves/${wave.id}/release`).expect(200);
    for (const somebody of outside) {
      const { body } = await somebody.get(`/api/v1/audits/${id}`).expect(200);
      expect(body).toMatchObject({ status: 'published', score: 100, auditor: null, review: null });
      expect(JSON.stringify(body)).not.toMatch(new RegExp(`Secret Shopper|${shopper.memberId}|badge 17|invoice-0042`));
      const list = (await somebody.get(`/api/v1/audits?outletId=${outletId}`)).body.items as AuditSummary[];
      expect(list).toMatchObject([{ id, auditor: null }]);
      expect((await somebody.get(`/api/v1/assignments?outletId=${outletId}`)).body.items).toEqual([]);
    }
    expect(await weeks()).toEqual([{ n: 1, total: 100 }]);
  });

  it('goes back to its shopper when rejected, with a comment, and comes again', async () => {
    const id = newId();
    await manager
      .post(`/api/v1/waves/${wave.id}/assignments`, { shops: [{ outletId, shopperMemberId: shopper.memberId }] })
      .expect(201);
    const [mine] = (await shopper.get('/api/v1/assignments?mine=true')).body.items as AssignmentResponse[];
    const content = { assignmentId: mine?.id, ...shopContent() };
    const [first = ''] = Object.entries(content.answers).find(([, answer]) => answer.value === true) ?? [];
    await shopper
      .post(`/api/v1/audits/${id}/submit`, { ...content, answers: { ...content.answers, [first]: { value: false } } })
      .expect(200);
    expect(await t.sql(`SELECT counted FROM findings WHERE audit_id = $1`, [id])).toEqual([{ counted: false }]);
    expect((await manager.get(`/api/v1/findings?outletId=${outletId}`)).body.items).toEqual([]);
    expect((await review(id, { decision: 'reject', comment: '  ' }).expect(400)).body.errors[0].field).toBe('comment');
    await review(id, { decision: 'perhaps' }).expect(400);
    expect((await review(id, { decision: 'reject', comment: 'Which advisor? <script>' }).expect(200)).body.status).toBe(
      'draft',
    );
    for (const table of ['findings', 'section_scores'])
      expect(await t.sql(`SELECT 1 FROM ${table} WHERE audit_id = $1`, [id])).toEqual([]);
    expect(await t.sql(`SELECT 1 FROM observations WHERE id = $1`, [id])).toEqual([]);
    await manager.get(`/api/v1/audits/${id}`).expect(404);
    app.clock.set('2026-03-16T04:00:00Z');
    const back = (await shopper.get(`/api/v1/audits/${id}`).expect(200)).body;
    expect(back).toMatchObject({
      status: 'draft',
      review: { decision: 'rejected', comment: 'Which advisor? <script>' },
      can: { edit: true, discard: false },
    });
    expect(back.answers).toHaveProperty([first]);
    expect((await shopper.get('/api/v1/assignments?mine=true')).body.items).toMatchObject([
      { status: 'in_progress', auditId: id },
    ]);
    await shopper.delete(`/api/v1/audits/${id}`).expect(409);
    await shopper.post(`/api/v1/audits/${id}/submit`, content).expect(200);
    await review(id, { decision: 'approve' }).expect(200);
    expect((await review(id, { decision: 'approve' }).expect(409)).body.code).toBe('AUDIT.NOT_IN_REVIEW');
    const trail = await t.sql(`SELECT action FROM trail_entries WHERE object_id = $1 ORDER BY id`, [id]);
    expect(trail.map((entry) => entry.action)).toEqual([
      'audit.submit',
      'audit.reject',
      'audit.submit',
      'audit.approve',
    ]);
  });

  it('of a recognised shopper is not approved', async () => {
    await manager
      .post(`/api/v1/waves/${wave.id}/assignments`, { shops: [{ outletId, shopperMemberId: shopper.memberId }] })
      .expect(201);
    const [mine] = (await shopper.get('/api/v1/assignments?mine=true')).body.items as AssignmentResponse[];
    const id = newId();
    await shopper
      .post(`/api/v1/audits/${id}/submit`, {
        assignmentId: mine?.id,
        ...shopContent(),
        visitRecord: { ...shopContent().visitRecord, U09: true },
      })
      .expect(200);
    expect((await review(id, { decision: 'approve' }).expect(409)).body.code).toBe('AUDIT.VISIT_INVALID');
    expect(await statusOf(id)).toBe('in_review');
  });

  it('is published at once when it is approved after the release', async () => {
    const id = await shopped();
    await manager.post(`/api/v1/waves/${wave.id}/release`).expect(200);
    expect(await statusOf(id)).toBe('in_review');
    expect((await review(id, { decision: 'approve' }).expect(200)).body).toMatchObject({
      status: 'published',
      score: 100,
    });
    expect(await weeks()).toEqual([{ n: 1, total: 100 }]);
  });

  it('is not reviewed by a stranger or by who did it', async () => {
    const id = await shopped();
    const stranger = await (await aTenant(app)).as('hq_admin');
    await review(id, { decision: 'approve' }, stranger).expect(404);
    await t.sql(
      `INSERT INTO role_grants (tenant_id, id, member_id, role, scope_kind) VALUES ($1, $2, $3, 'quality_manager', 'tenant')`,
      [t.id, newId(), shopper.memberId],
    );
    expect((await review(id, { decision: 'approve' }, shopper).expect(409)).body.code).toBe('AUDIT.OWN_REVIEW');
  });
});

describe('releasing a wave', () => {
  it('by hand is done once, early, and stands in the trail', async () => {
    const id = await shopped();
    await review(id, { decision: 'approve' }).expect(200);
    expect((await manager.get(`/api/v1/waves/${wave.id}`)).body).toMatchObject({
      inReview: 0,
      approved: 1,
      counts: { done: 1 },
    });
    const answers = await Promise.all([1, 2, 3].map(() => manager.post(`/api/v1/waves/${wave.id}/release`)));
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409, 409]);
    expect(await weeks()).toEqual([{ n: 1, total: 100 }]);
    const trail = await t.sql(
      `SELECT action, before, after FROM trail_entries WHERE object_id = $1 AND action = 'wave.release'`,
      [wave.id],
    );
    expect(trail).toEqual([
      { action: 'wave.release', before: { releaseOn: '2026-03-20' }, after: { early: true, published: 1 } },
    ]);
  });
});
