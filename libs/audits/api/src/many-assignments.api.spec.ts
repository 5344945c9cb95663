import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AssignManyResponse } from '@wheelhouse/contracts';
import { aTenant, type Caller, type TestTenant } from '@wheelhouse/identity-api/testing';
import { newId } from '@wheelhouse/kernel';
import { anOrgUnit, anOutlet } from '@wheelhouse/org-api/testing';
import { aPublishedStandard, type TestStandard } from '@wheelhouse/standards-api/testing';
import { startApp, type TestApp } from '@wheelhouse/testing';
import { anAssignment, auditFeatures } from './testing/index.js';

let app: TestApp;
let t: TestTenant;
let standard: TestStandard;
let region: string;
let supervisor: Caller;
let outlets: string[];

beforeAll(async () => {
  app = await startApp(auditFeatures);
  app.clock.set('2026-03-04T04:00:00Z');
  t = await aTenant(app);
  standard = await aPublishedStandard(t);
  region = (await anOrgUnit(t)).id;
  outlets = [];
  for (let i = 0; i < 4; i++) outlets.push((await anOutlet(t, { orgUnitId: region, code: `R${i}` })).id);
  supervisor = await t.as('supervisor', { scopeId: region });
});
afterAll(() => app.close());

const MANY = '/api/v1/assignments/many';
const asked = (change: object = {}) => ({
  kind: 'supervisor_audit',
  outletIds: outlets,
  standardVersionId: standard.id,
  windowFrom: '2026-03-04',
  windowTo: '2026-03-10',
  ...change,
});
const waiting = async () =>
  (await t.sql<{ n: number }>(`SELECT count(*)::int AS n FROM assignments WHERE status = 'open'`))[0]?.n;
const skips = ({ skipped }: AssignManyResponse) => skipped.map(({ outlet, reason }) => [outlet.code, reason]);

describe('the same audit at several outlets', () => {
  it('is looked at first, then assigned once; what is skipped is named with its reason', async () => {
    const closed = (await anOutlet(t, { orgUnitId: region, code: 'R8', closedOn: '2026-03-01' })).id;
    const [first = ''] = outlets;
    const id = await anAssignment(t, {
      outletId: first,
      standard,
      kind: 'supervisor_audit',
      windowFrom: '2026-03-01',
      windowTo: '2026-03-04',
    });
    const body = asked({ outletIds: [...outlets, closed, first] });
    const plan: AssignManyResponse = (await supervisor.post(MANY, { ...body, dryRun: true }).expect(200)).body;
    expect(plan.assigned).toBe(3);
    expect(skips(plan)).toEqual([
      ['R0', 'already'],
      ['R8', 'closed'],
    ]);
    expect(await waiting()).toBe(1);
    expect((await supervisor.post(MANY, body).expect(200)).body).toEqual(plan);
    expect(await waiting()).toBe(4);
    const again: AssignManyResponse = (
      await supervisor.post(MANY, asked({ outletIds: undefined, orgUnitId: region })).expect(200)
    ).body;
    expect([again.assigned, skips(again).map(([code]) => code)]).toEqual([0, ['R0', 'R1', 'R2', 'R3']]);
    const ids = (await t.sql<{ id: string }>(`SELECT id FROM assignments WHERE status = 'open'`)).map((row) => row.id);
    await t.sql(`UPDATE assignments SET status = 'done' WHERE id = $1`, [id]);
    expect((await supervisor.post('/api/v1/assignments/cancel', { ids: [...ids, id] }).expect(200)).body).toEqual({
      cancelled: 3,
      skipped: [{ id, status: 'done' }],
    });
    expect(await waiting()).toBe(0);
  });

  it('skips where the assignee may not, and where the reader may only look', async () => {
    const other = (await anOutlet(t, { code: 'Z9' })).id;
    const [first = '', second = ''] = outlets;
    const half = await t.as('supervisor', { scopeKind: 'outlet', scopeId: first });
    const plan = (body: object, by = supervisor) => by.post(MANY, { ...asked(body), dryRun: true }).expect(200);
    expect(skips((await plan({ outletIds: [first, second], assigneeMemberId: half.memberId })).body)).toEqual([
      ['R1', 'assignee'],
    ]);
    await t.sql(
      `INSERT INTO role_grants (tenant_id, id, member_id, role, scope_kind, scope_id) VALUES ($1, $2, $3, 'viewer', 'outlet', $4)`,
      [t.id, newId(), half.memberId, other],
    );
    expect(skips((await plan({ outletIds: [first, other] }, half)).body)).toEqual([['Z9', 'not_yours']]);
  });

  it('is refused as a whole for what is wrong, unknown or not for the caller', async () => {
    const [far, stranger, manager] = [
      await t.as('supervisor', { scopeId: (await anOrgUnit(t)).id }),
      await (await aTenant(app)).as('hq_admin'),
      await t.as('franchise_manager', { scopeId: outlets[0] }),
    ];
    const id = await anAssignment(t, {
      outletId: outlets[0] ?? '',
      standard,
      windowFrom: '2026-03-04',
      windowTo: '2026-03-10',
    });
    for (const somebody of [far, stranger]) {
      await somebody.post(MANY, asked()).expect(404);
      await somebody.post(MANY, asked({ outletIds: undefined, orgUnitId: region })).expect(404);
      await somebody.post('/api/v1/assignments/cancel', { ids: [id] }).expect(404);
    }
    await manager.post(MANY, asked()).expect(403);
    await manager.post('/api/v1/assignments/cancel', { ids: [id] }).expect(403);
    for (const [change, status] of [
      [{ outletIds: [] }, 400],
      [{ outletIds: undefined }, 400],
      [{ outletIds: ['x'] }, 400],
      [{ outletIds: Array.from({ length: 501 }, () => newId()) }, 400],
      [{ outletIds: [newId()] }, 404],
      [{ outletIds: undefined, orgUnitId: newId() }, 404],
      [{ orgUnitId: region }, 400],
      [{ kind: 'mystery_shop' }, 400],
      [{ windowTo: '2026-03-03' }, 422],
      [{ windowFrom: '2026-02-01', windowTo: '2026-03-03' }, 400],
      [{ standardVersionId: newId() }, 404],
      [{ assigneeMemberId: newId() }, 404],
    ] as const)
      await supervisor.post(MANY, asked(change)).expect(status);
    await supervisor.post('/api/v1/assignments/cancel', { ids: [] }).expect(400);
    expect(await waiting()).toBe(1);
  });
});
