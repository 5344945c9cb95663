import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CycleResponse, ObjectiveResponse } from '@wheelhouse/contracts';
import { aTenant, type Caller, type TestTenant } from '@wheelhouse/identity-api/testing';
import { anOrgUnit } from '@wheelhouse/org-api/testing';
import type { TestApp } from '@wheelhouse/testing';
import { aCycle, anObjective, startPdcaApp } from './testing/index.js';

let app: TestApp;
let t: TestTenant;
let quality: Caller;

beforeAll(async () => {
  app = await startPdcaApp();
  t = await aTenant(app);
  quality = await t.as('quality_manager');
});
afterAll(() => app.close());

it('two people edit one objective: who comes second is told, and nothing of the first is overwritten', async () => {
  const { id, revision } = await anObjective(quality, (await aCycle(t, quality)).id);
  expect(revision).toBe(1);
  const other = await t.as('hq_admin');
  const answers = await Promise.all(
    [quality, other].map((who, i) => who.patch(`/api/v1/objectives/${id}`, { revision, target: 91 + i })),
  );
  const [first, second] = answers.sort((a, b) => a.status - b.status);
  expect([first?.status, second?.status, second?.body.code]).toEqual([200, 409, 'CONFLICT.STALE']);
  const saved: ObjectiveResponse = first?.body;
  expect(saved.revision).toBe(2);
  expect(await t.sql('SELECT target, revision FROM objectives WHERE id = $1', [id])).toEqual([
    { target: saved.target, revision: 2 },
  ]);
  const third = await quality.patch(`/api/v1/objectives/${id}`, { revision: 2, target: 95 }).expect(200);
  expect(third.body).toMatchObject({ revision: 3, target: 95 });
  // A computed baseline is no change by hand: whoever is editing goes on.
  expect((await quality.post(`/api/v1/objectives/${id}/baseline`).expect(200)).body.revision).toBe(3);
});

it.each([[0], [1.5], ['1'], [null], [2_147_483_648]])('revision %j is refused by name', async (revision) => {
  const { id } = await anObjective(quality, (await aCycle(t, quality)).id);
  const { body } = await quality.patch(`/api/v1/objectives/${id}`, { revision, target: 91 }).expect(400);
  expect(body.errors.map(({ field }: { field: string }) => field)).toEqual(['revision']);
});

it('whoever reads only one region sees of the wheel’s turns only those that may be read', async () => {
  const [east, west] = [await anOrgUnit(t), await anOrgUnit(t)];
  const first = await aCycle(t, quality, { orgUnitId: west.id });
  const second = await aCycle(t, quality, { orgUnitId: east.id, predecessorId: first.id });
  const third = await aCycle(t, quality, { orgUnitId: east.id, predecessorId: second.id });
  const turns = async (who: Caller): Promise<string[]> => {
    const { body }: { body: CycleResponse } = await who.get(`/api/v1/cycles/${second.id}`).expect(200);
    return body.turns.map((turn) => turn.id);
  };
  expect(await turns(quality)).toEqual([first.id, second.id, third.id]);
  const supervisor = await t.as('supervisor', { scopeKind: 'org_unit', scopeId: east.id });
  expect(await turns(supervisor)).toEqual([second.id, third.id]);
});
