import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AuditComparisonResponse } from '@wheelhouse/contracts';
import { aTenant, type Caller, type TestTenant } from '@wheelhouse/identity-api/testing';
import { newId } from '@wheelhouse/kernel';
import { anOutlet, aPeerGroup } from '@wheelhouse/org-api/testing';
import { aPublishedStandard, type TestStandard } from '@wheelhouse/standards-api/testing';
import { startApp, type TestApp } from '@wheelhouse/testing';
import { aSubmittedAudit, auditFeatures } from './testing/index.js';

let app: TestApp;
let t: TestTenant;
let standard: TestStandard;
let quality: Caller;
let group: string;

const MISS = { 'A-01': { value: false } };

beforeAll(async () => {
  app = await startApp(auditFeatures);
  app.clock.set('2026-03-04T04:00:00Z');
  t = await aTenant(app);
  standard = await aPublishedStandard(t);
  quality = await t.as('quality_manager');
  group = (await aPeerGroup(t)).id;
});
afterAll(() => app.close());

const audit = (outletId: string, change: object = {}) =>
  aSubmittedAudit(t, { outletId, standard, by: quality, ...change });
const compared = async (id: string, by = quality): Promise<AuditComparisonResponse> =>
  (await by.get(`/api/v1/audits/${id}/comparison`).expect(200)).body;

describe('the comparison of an audit', () => {
  it('is with the previous published one of the same kind and standard here, section by section', async () => {
    const outlet = await anOutlet(t, { peerGroupId: group });
    const other = await aPublishedStandard(t, { code: 'OTHER' });
    const first = await audit(outlet.id, { visitDate: '2026-02-01', answers: MISS });
    await audit(outlet.id, { visitDate: '2026-02-10', standard: other });
    await audit(outlet.id, { visitDate: '2026-02-11', kind: 'supervisor_audit' });
    const now = await audit(outlet.id);
    const { previous, history } = await compared(now.id);
    expect(previous).toMatchObject({ id: first.id, visitDate: '2026-02-01', score: first.score });
    expect(previous?.sections).toEqual(first.result.sections);
    expect(history.map(({ id }) => id)).toEqual([first.id, now.id]);
    expect((await compared(first.id)).previous).toBeNull();
  });

  it('is with the means of at least five other outlets, each counted once', async () => {
    const peers = (await aPeerGroup(t)).id;
    const outlets = await Promise.all(Array.from({ length: 6 }, () => anOutlet(t, { peerGroupId: peers })));
    const [own, ...others] = outlets.map(({ id }) => id);
    for (const id of others.slice(0, 4)) await audit(id, { visitDate: '2026-02-20' });
    await audit(others[0] ?? '', { visitDate: '2026-02-21' });
    const now = await audit(own ?? '', { answers: MISS });
    expect((await compared(now.id)).peers).toEqual({ outlets: 4, audits: 5, score: null, sections: [] });
    const low = await audit(others[4] ?? '', { visitDate: '2026-03-01', answers: MISS });
    const { peers: five } = await compared(now.id);
    expect(five).toMatchObject({ outlets: 5, audits: 6 });
    expect(five?.score).toBeCloseTo((400 + (low.score ?? 0)) / 5);
    const section = low.result.sections.find(({ id }) => id === five?.sections[0]?.id);
    expect(five?.sections[0]).toMatchObject({ outlets: 5 });
    expect(five?.sections[0]?.mean).toBeCloseTo((400 + (section?.score ?? 0)) / 5);
  });

  it('is for who may read the outlet’s audits only', async () => {
    const outlet = await anOutlet(t);
    const done = await audit(outlet.id);
    const [manager, neighbour, staff] = [
      await t.as('franchise_manager', { scopeId: outlet.id }),
      await t.as('franchise_manager', { scopeId: (await anOutlet(t)).id }),
      await t.as('outlet_staff', { scopeId: outlet.id }),
    ];
    expect((await compared(done.id, manager)).peers).toBeNull();
    await neighbour.get(`/api/v1/audits/${done.id}/comparison`).expect(404);
    await staff.get(`/api/v1/audits/${done.id}/comparison`).expect(403);
    await (await (await aTenant(app)).as('hq_admin')).get(`/api/v1/audits/${done.id}/comparison`).expect(404);
    const id = newId();
    const target = { kind: 'self_check', outletId: outlet.id, standardVersionId: standard.id, visitDate: '2026-03-04' };
    await staff.post('/api/v1/audits', { id, ...target }).expect(201);
    await staff.get(`/api/v1/audits/${id}/comparison`).expect(403);
  });
});
