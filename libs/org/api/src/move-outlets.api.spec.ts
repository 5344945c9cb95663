import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { IDENTITY_ENTITIES, IdentityModule } from '@wheelhouse/identity-api';
import { aTenant, type Caller, type TestTenant } from '@wheelhouse/identity-api/testing';
import { newId } from '@wheelhouse/kernel';
import { startApp, type TestApp } from '@wheelhouse/testing';
import request from 'supertest';
import { ORG_ENTITIES } from './org.entities.js';
import { OrgModule } from './org.module.js';
import { anOrgUnit, anOutlet, aPeerGroup } from './testing/index.js';

let app: TestApp;
let t: TestTenant;
let admin: Caller;
let east: string;
let west: string;
let a: string;
let b: string;
const MOVE = '/api/v1/outlets/move';

beforeAll(async () => {
  app = await startApp({ imports: [IdentityModule, OrgModule], entities: [...IDENTITY_ENTITIES, ...ORG_ENTITIES] });
  app.clock.set('2026-11-22T08:00:00Z');
});
afterAll(() => app.close());
beforeEach(async () => {
  t = await aTenant(app);
  admin = await t.as('hq_admin');
  [east, west] = [(await anOrgUnit(t)).id, (await anOrgUnit(t)).id];
  a = (await anOutlet(t, { orgUnitId: east })).id;
  b = (await anOutlet(t, { orgUnitId: west, openedOn: '2026-11-10' })).id;
});
const places = () => t.sql<{ unit: string }>(`SELECT org_unit_id AS unit FROM outlets ORDER BY code`);
const trail = async () =>
  (await t.sql<{ action: string }>(`SELECT action FROM trail_entries WHERE object_type = 'outlet'`)).map(
    ({ action }) => action,
  );

describe('moving several outlets', () => {
  it('moves and regroups them together, says what happened to each, and leaves a trail for each', async () => {
    const peers = await aPeerGroup(t);
    const { body } = await admin
      .post(MOVE, { outletIds: [a, b, a], orgUnitId: west, peerGroupId: peers.id, from: '2026-11-15' })
      .expect(200);
    expect(body.results).toMatchObject([
      { outletId: a, moved: true, regrouped: true },
      { outletId: b, moved: false, regrouped: true },
    ]);
    expect(await places()).toEqual([{ unit: west }, { unit: west }]);
    expect((await trail()).sort()).toEqual(['outlet.move', 'outlet.update', 'outlet.update']);
    const history = (await admin.get(`/api/v1/outlets/${a}/placements`)).body;
    expect(history).toMatchObject([
      { orgUnitId: east, until: '2026-11-15' },
      { orgUnitId: west, from: '2026-11-15', until: null },
    ]);
    await admin.post(MOVE, { outletIds: [a], peerGroupId: null }).expect(200);
    expect(await t.sql(`SELECT 1 FROM outlets WHERE peer_group_id IS NOT NULL`)).toHaveLength(1);
  });

  it('moves none when one cannot go, and names it', async () => {
    const third = (await anOrgUnit(t)).id;
    const { body } = await admin
      .post(MOVE, { outletIds: [a, b], orgUnitId: third, from: '2026-11-05' })
      .set('Accept-Language', 'en')
      .expect(422);
    expect(body).toMatchObject({
      code: 'ORG.MOVE_REFUSED',
      detail: '1 of these outlets cannot be moved so. None was changed.',
    });
    expect(body.errors).toEqual([
      { field: 'outletIds[1]', code: 'MOVE.DATE', message: expect.stringContaining('2026-11-10') },
    ]);
    const unknown = (await admin.post(MOVE, { outletIds: [a, newId()], orgUnitId: west }).expect(422)).body;
    expect(unknown.errors).toMatchObject([{ field: 'outletIds[1]', code: 'FIELD.NOT_FOUND' }]);
    const foreign = (await anOutlet(await aTenant(app))).id;
    await admin.post(MOVE, { outletIds: [foreign], orgUnitId: west }).expect(422);
    expect(await places()).toEqual([{ unit: east }, { unit: west }]);
    expect(await trail()).toEqual([]);
  });

  it('refuses a bad target, nothing to do, too many, and who may not', async () => {
    const fields = async (body: object) =>
      (await admin.post(MOVE, body).expect(400)).body.errors.map((e: { field: string }) => e.field);
    expect(await fields({ outletIds: [a] })).toEqual(['orgUnitId']);
    expect(await fields({ outletIds: [a], orgUnitId: newId() })).toEqual(['orgUnitId']);
    expect(await fields({ outletIds: [a], peerGroupId: newId() })).toEqual(['peerGroupId']);
    expect(await fields({ outletIds: [], orgUnitId: west })).toEqual(['outletIds']);
    expect(await fields({ outletIds: Array.from({ length: 501 }, () => newId()), orgUnitId: west })).toEqual([
      'outletIds',
    ]);
    await (await t.as('quality_manager')).post(MOVE, { outletIds: [a], orgUnitId: west }).expect(403);
    await request(app.server)
      .post(MOVE)
      .send({ outletIds: [a], orgUnitId: west })
      .expect(401);
  });
});

describe('the trail of the network', () => {
  it('holds who made and changed units, outlets and peer groups, and what', async () => {
    const name = { en: 'New', zh: '新' };
    const unit = (await admin.post('/api/v1/org-units', { parentId: t.rootId, kind: 'region', code: 'U', name })).body;
    await admin.patch(`/api/v1/org-units/${unit.id}`, { code: 'V' }).expect(200);
    await admin.patch(`/api/v1/org-units/${unit.id}`, { code: 'V' }).expect(200);
    const group = (await admin.post('/api/v1/peer-groups', { code: 'P', name })).body;
    await admin.patch(`/api/v1/peer-groups/${group.id}`, { code: 'Q' }).expect(200);
    await admin.delete(`/api/v1/peer-groups/${group.id}`).expect(204);
    const outlet = (await admin.post('/api/v1/outlets', { code: 'O', name, kind: '4s', orgUnitId: unit.id })).body;
    await admin.patch(`/api/v1/outlets/${outlet.id}`, { kind: 'tea_shop', name: { zh: '新', en: 'New' } }).expect(200);
    await admin.patch(`/api/v1/outlets/${outlet.id}`, { closedOn: '2026-11-22' }).expect(200);
    await admin.patch(`/api/v1/outlets/${outlet.id}`, { closedOn: null }).expect(200);
    const rows = await t.sql<{ action: string; before: object; after: object }>(
      `SELECT action, before, after FROM trail_entries WHERE object_type IN ('org_unit', 'outlet', 'peer_group') ORDER BY id`,
    );
    expect(rows.map(({ action }) => action)).toEqual([
      'org_unit.create',
      'org_unit.update',
      'peer_group.create',
      'peer_group.update',
      'peer_group.delete',
      'outlet.create',
      'outlet.update',
      'outlet.close',
      'outlet.reopen',
    ]);
    expect(rows[1]).toMatchObject({ before: { code: 'U' }, after: { code: 'V' } });
    expect(rows[6]).toMatchObject({ before: { kind: '4s' }, after: { kind: 'tea_shop' } });
  });

  it('a unit that is needed says what for', async () => {
    await anOrgUnit(t, { parentId: east });
    await t.as('supervisor', { scopeKind: 'org_unit', scopeId: east });
    const { body } = await admin.delete(`/api/v1/org-units/${east}`).set('Accept-Language', 'en').expect(409);
    expect(body.code).toBe('ORG.UNIT_IN_USE');
    expect(
      body.errors.map(({ code, message }: { code: string; message: string }) => [code, message.slice(0, 2)]),
    ).toEqual([
      ['UNIT.HAS_UNITS', '1 '],
      ['UNIT.HAS_OUTLETS', '1 '],
      ['UNIT.HAS_ROLES', '1 '],
    ]);
    const empty = (await anOrgUnit(t)).id;
    await admin.post(MOVE, { outletIds: [b], orgUnitId: empty, from: '2026-11-12' }).expect(200);
    const past = (await admin.delete(`/api/v1/org-units/${west}`).expect(409)).body;
    expect(past.errors.map(({ code }: { code: string }) => code)).toEqual(['UNIT.HAD_OTHERS']);
  });
});
