import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anAssignment, aSubmittedAudit } from '@wheelhouse/audits-api/testing';
import type { HomeResponse } from '@wheelhouse/contracts';
import { aTenant, type Caller, type TestTenant } from '@wheelhouse/identity-api/testing';
import { newId } from '@wheelhouse/kernel';
import { anOutlet } from '@wheelhouse/org-api/testing';
import { theWeekClosed } from '@wheelhouse/reports-api/testing';
import { aPublishedStandard, type TestStandard } from '@wheelhouse/standards-api/testing';
import { startApp, type TestApp } from '@wheelhouse/testing';
import { homeFeatures } from './testing/home-features.js';

let app: TestApp;
let t: TestTenant;
let standard: TestStandard;
let quality: Caller;

beforeAll(async () => {
  app = await startApp(homeFeatures);
  app.clock.set('2026-03-04T04:00:00Z');
  t = await aTenant(app);
  standard = await aPublishedStandard(t);
  quality = await t.as('quality_manager');
});
afterAll(() => app.close());

const homeOf = async (caller: Caller, query = ''): Promise<HomeResponse> =>
  (await caller.get(`/api/v1/home${query}`).expect(200)).body;
const march = (from: number, to: number) => ({
  windowFrom: `2026-03-0${from}`,
  windowTo: `2026-03-0${to}`,
});

describe('home of a franchise manager', () => {
  it('shows what waits, what was missed and how the outlet did', async () => {
    const outlet = await anOutlet(t);
    const manager = await t.as('franchise_manager', { scopeId: outlet.id });
    const given = { outletId: outlet.id, standard };
    const assignment = await anAssignment(t, { ...given, ...march(1, 7) });
    const later = await anAssignment(t, { ...given, ...march(8, 9) });
    await anAssignment(t, { ...given, kind: 'supervisor_audit', ...march(1, 7) });
    const missed = await anAssignment(t, { ...given, windowFrom: '2026-02-10', windowTo: '2026-02-20' });
    const newer = await anAssignment(t, { ...given, windowFrom: '2026-02-20', windowTo: '2026-03-03' });
    await anAssignment(t, { ...given, windowFrom: '2026-02-01', windowTo: '2026-02-17' });
    const last = await aSubmittedAudit(t, { ...given, by: quality, answers: { 'A-01': { value: false } } });
    const id = newId();
    await manager
      .post('/api/v1/audits', {
        id,
        kind: 'self_check',
        outletId: outlet.id,
        standardVersionId: standard.id,
        visitDate: '2026-03-04',
      })
      .expect(201);
    const home = await homeOf(manager);
    expect(home.today).toBe('2026-03-04');
    expect(home.assignments.map((a) => [a.id, a.can.start])).toEqual([
      [assignment, true],
      [later, false],
    ]);
    expect(home.missed.map((a) => [a.id, a.status])).toEqual([
      [newer, 'missed'],
      [missed, 'missed'],
    ]);
    expect(home.drafts.map((d) => d.id)).toEqual([id]);
    expect(home).toMatchObject({ reviews: [], cycles: [], waves: [], standards: [], cut: [], week: null });
    expect(home.outlets).toMatchObject([{ id: outlet.id, standing: null, lastAudits: [{ id: last.id }] }]);
    expect(home.help).toMatchObject({ outletId: outlet.id, audit: { id: last.id }, repairs: [{ itemId: 'A-01' }] });
    expect(home.help?.repairs[0]?.gain).toBeCloseTo(100 - (last.score ?? 0), 6);
    expect(new Set(home.startable.map((s) => s.kind))).toEqual(new Set(['self_check']));
  });

  it('has several outlets, the worst first, and says more of the one that is asked for', async () => {
    const [good, bad] = [await anOutlet(t), await anOutlet(t)];
    const miss = { 'A-01': { value: false } };
    const manager = await t.as('franchise_manager', { scopeId: good.id });
    await t.sql(
      `INSERT INTO role_grants (tenant_id, id, member_id, role, scope_kind, scope_id) VALUES ($1, $2, $3, 'franchise_manager', 'outlet', $4)`,
      [t.id, newId(), manager.memberId, bad.id],
    );
    for (const visitDate of ['2026-02-24', '2026-02-25']) {
      for (const given of [
        { by: manager, kind: 'self_check' as const },
        { by: quality, kind: 'hq_audit' as const },
      ]) {
        await aSubmittedAudit(t, { ...given, outletId: good.id, standard, visitDate });
        await aSubmittedAudit(t, { ...given, outletId: bad.id, standard, visitDate, answers: miss });
      }
    }
    await theWeekClosed(t, '2026-W09');
    const home = await homeOf(manager);
    expect(home.week).toEqual({ period: '2026-W09', start: '2026-02-23', end: '2026-03-01' });
    expect(home.outlets.map(({ id }) => id)).toEqual([bad.id, good.id]);
    expect(home.outlets[0]?.standing).toMatchObject({ outletId: bad.id });
    expect(home.help?.outletId).toBe(bad.id);
    expect((await homeOf(manager, `?outletId=${good.id}`)).help).toBeNull();
    const stranger = await anOutlet(t);
    await manager.get(`/api/v1/home?outletId=${stranger.id}`).expect(404);
    await manager.get('/api/v1/home?outletId=no-id').expect(400);
  });

  it('shows outlet staff what is assigned, without results', async () => {
    const outlet = await anOutlet(t);
    const staff = await t.as('outlet_staff', { scopeId: outlet.id });
    const assignment = await anAssignment(t, { outletId: outlet.id, standard, ...march(1, 7) });
    await aSubmittedAudit(t, { outletId: outlet.id, standard, by: quality });
    const home = await homeOf(staff);
    expect(home.assignments.map(({ id }) => id)).toEqual([assignment]);
    expect(home).toMatchObject({
      outlets: [{ id: outlet.id, standing: null, lastAudits: [] }],
      help: null,
      week: null,
    });
  });
});

describe('home of the others', () => {
  it('is nearly empty for who only reads, and closed without a session', async () => {
    const empty = {
      assignments: [],
      missed: [],
      drafts: [],
      reviews: [],
      cycles: [],
      waves: [],
      standards: [],
      cut: [],
    };
    expect(await homeOf(await t.as('viewer'))).toEqual({
      today: '2026-03-04',
      ...empty,
      week: null,
      outlets: [],
      help: null,
      startable: [],
    });
    const { default: request } = await import('supertest');
    await request(app.server).get('/api/v1/home').expect(401);
  });
});
