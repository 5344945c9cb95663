import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OrgUnitResponse, ProblemDetails } from '@wheelhouse/contracts';
import { IDENTITY_ENTITIES, IdentityModule } from '@wheelhouse/identity-api';
import { aTenant, type Caller, type TestTenant } from '@wheelhouse/identity-api/testing';
import { newId } from '@wheelhouse/kernel';
import { startApp, type TestApp } from '@wheelhouse/testing';
import request from 'supertest';
import { ORG_ENTITIES } from './org.entities.js';
import { OrgModule } from './org.module.js';
import { anOrgUnit, anOutlet } from './testing/index.js';

let app: TestApp;
let t: TestTenant;
let admin: Caller;
let stranger: Caller;
const name = { en: 'North', zh: '华北' };
const fieldsOf = (body: unknown) => (body as ProblemDetails).errors?.map((e) => e.field);

beforeAll(async () => {
  app = await startApp({ imports: [IdentityModule, OrgModule], entities: [...IDENTITY_ENTITIES, ...ORG_ENTITIES] });
  app.clock.set('2026-11-22T08:00:00Z');
  t = await aTenant(app);
  admin = await t.as('hq_admin');
  stranger = await (await aTenant(app)).as('hq_admin');
});
afterAll(() => app.close());

describe('a new tenant', () => {
  it('has headquarters as its root and the default scheme', async () => {
    const { body } = await (await (await aTenant(app)).as('hq_admin')).get('/api/v1/org-units').expect(200);
    expect(body).toHaveLength(1);
    expect(body[0]).toMatchObject({
      parentId: null,
      kind: 'hq',
      code: 'HQ',
      depth: 0,
      outlets: 0,
      can: { manage: true },
    });
    const schemes = await t.sql<{ version: number; made_by: string | null }>(`SELECT version, made_by FROM schemes`);
    expect(schemes).toEqual([{ version: 1, made_by: null }]);
  });
});

describe('the tree', () => {
  it('shows everybody the part in their scope, with open outlets at or below', async () => {
    const own = await aTenant(app);
    const east = await anOrgUnit(own, { code: 'EAST' });
    const south = await anOrgUnit(own, { code: 'SOUTH', parentId: east.id, kind: 'area' });
    await anOrgUnit(own, { code: 'WEST' });
    const outlet = await anOutlet(own, { orgUnitId: south.id });
    await anOutlet(own, { orgUnitId: east.id });
    await anOutlet(own, { orgUnitId: east.id, closedOn: '2026-11-22' });
    await anOutlet(own, { orgUnitId: east.id, openedOn: '2026-11-23' });

    const all: OrgUnitResponse[] = (await (await own.as('viewer')).get('/api/v1/org-units').expect(200)).body;
    expect(all.map((u) => [u.code, u.depth, u.outlets])).toEqual([
      ['HQ', 0, 2],
      ['EAST', 1, 2],
      ['SOUTH', 2, 1],
      ['WEST', 1, 0],
    ]);
    expect(all.some((u) => u.can.manage)).toBe(false);

    const supervisor = await own.as('supervisor', { scopeKind: 'org_unit', scopeId: east.id });
    const part: OrgUnitResponse[] = (await supervisor.get('/api/v1/org-units').expect(200)).body;
    expect(part.map((u) => u.code)).toEqual(['EAST', 'SOUTH']);

    const manager = await own.as('franchise_manager', { scopeKind: 'outlet', scopeId: outlet.id });
    expect((await manager.get('/api/v1/org-units').expect(200)).body).toEqual([]);
    await (await own.as('mystery_shopper')).get('/api/v1/org-units').expect(403);
  });

  it('takes a new unit, and refuses a taken code', async () => {
    const body = { parentId: t.rootId, kind: 'region', code: 'NORTH', name };
    const made = await admin.post('/api/v1/org-units', body).expect(201);
    expect(made.body).toMatchObject({ parentId: t.rootId, code: 'NORTH', name, depth: 1, outlets: 0 });
    const placements = await t.sql(
      `SELECT parent_id, valid_from::text AS since FROM org_unit_placements WHERE org_unit_id = $1`,
      [made.body.id],
    );
    expect(placements).toEqual([{ parent_id: t.rootId, since: '2026-11-22' }]);

    const again = await admin.post('/api/v1/org-units', body).expect(409);
    expect(again.body).toMatchObject({
      code: 'CONFLICT.DUPLICATE',
      errors: [{ field: 'code', code: 'FIELD.DUPLICATE' }],
    });
    expect(again.body.detail).toContain('NORTH');
    await admin.patch(`/api/v1/org-units/${made.body.id}`, { code: 'HQ' }).expect(409);
    await (await t.as('quality_manager')).post('/api/v1/org-units', body).expect(403);
    await request(app.server).post('/api/v1/org-units').send(body).expect(401);
  });

  it.each([
    ['an unknown parent', { parentId: newId() }, ['parentId']],
    ['a second headquarters', { kind: 'hq' }, ['kind']],
    ['no code', { code: undefined }, ['code']],
    ['a code with spaces', { code: 'A B' }, ['code']],
    ['a name in one language', { name: { en: 'North' } }, ['name.zh']],
    ['a name that hides its end', { name: { en: 'abc\u202e', zh: '华' } }, ['name.en']],
    ['an unknown field', { colour: 'red' }, ['colour']],
  ])('refuses %s, naming the field', async (_, change, fields) => {
    const body = { parentId: t.rootId, kind: 'region', code: 'BAD', name, ...change };
    const answer = await admin.post('/api/v1/org-units', body).expect(400);
    expect(fieldsOf(answer.body)).toEqual(fields);
    expect(await t.sql(`SELECT 1 FROM org_units WHERE code = 'BAD'`)).toEqual([]);
  });

  it('changes code, name and kind, but headquarters stays headquarters', async () => {
    const unit = await anOrgUnit(t);
    const changed = await admin.patch(`/api/v1/org-units/${unit.id}`, { kind: 'area', name }).expect(200);
    expect(changed.body).toMatchObject({ code: unit.code, kind: 'area', name });
    expect((await admin.patch(`/api/v1/org-units/${t.rootId}`, { kind: 'area' }).expect(409)).body.code).toBe(
      'ORG.ROOT',
    );
    expect(fieldsOf((await admin.patch(`/api/v1/org-units/${unit.id}`, { name: null }).expect(400)).body)).toEqual([
      'name',
    ]);
  });
});

describe('what is not mine', () => {
  it('is 404 for a stranger and outside the scope, 403 inside it', async () => {
    const [east, west] = [await anOrgUnit(t), await anOrgUnit(t)];
    const supervisor = await t.as('supervisor', { scopeKind: 'org_unit', scopeId: east.id });
    const attempts = (caller: Caller, id: string) => [
      caller.patch(`/api/v1/org-units/${id}`, { name }),
      caller.post(`/api/v1/org-units/${id}/move`, { orgUnitId: t.rootId }),
      caller.delete(`/api/v1/org-units/${id}`),
    ];
    for (const attempt of attempts(stranger, east.id)) expect((await attempt).status).toBe(404);
    for (const attempt of attempts(supervisor, west.id)) expect((await attempt).status).toBe(404);
    for (const attempt of attempts(supervisor, east.id)) expect((await attempt).status).toBe(403);
    await supervisor.get(`/api/v1/org-units/${west.id}/placements`).expect(404);
    await supervisor.get(`/api/v1/org-units/${east.id}/placements`).expect(200);
    await stranger.get(`/api/v1/org-units/${east.id}/placements`).expect(404);
    await admin.get(`/api/v1/org-units/not-an-id/placements`).expect(400);
    const foreign = await stranger
      .post('/api/v1/org-units', { parentId: east.id, kind: 'area', code: 'X', name })
      .expect(400);
    expect(fieldsOf(foreign.body)).toEqual(['parentId']);
  });
});

describe('moving a unit', () => {
  it('keeps its history and leaves a trail', async () => {
    const [east, west] = [await anOrgUnit(t), await anOrgUnit(t)];
    const area = await anOrgUnit(t, { parentId: east.id, kind: 'area' });
    const moved = await admin
      .post(`/api/v1/org-units/${area.id}/move`, { orgUnitId: west.id, from: '2026-10-01' })
      .expect(200);
    expect(moved.body).toMatchObject({ id: area.id, parentId: west.id, depth: 2 });
    const { body } = await admin.get(`/api/v1/org-units/${area.id}/placements`).expect(200);
    expect(body).toEqual([
      { orgUnitId: east.id, orgUnitName: east.name, from: '1970-01-01', until: '2026-10-01' },
      { orgUnitId: west.id, orgUnitName: west.name, from: '2026-10-01', until: null },
    ]);
    const trail = await t.sql(
      `SELECT before, after FROM trail_entries WHERE action = 'org_unit.move' AND object_id = $1`,
      [area.id],
    );
    expect(trail).toEqual([{ before: { orgUnitId: east.id }, after: { orgUnitId: west.id, from: '2026-10-01' } }]);
    expect((await admin.get(`/api/v1/org-units/${t.rootId}/placements`)).body).toEqual([]);
  });

  it('refuses a cycle, the root, and days out of range', async () => {
    const east = await anOrgUnit(t, { from: '2026-01-05' });
    const area = await anOrgUnit(t, { parentId: east.id, kind: 'area' });
    const move = (id: string, body: object) => admin.post(`/api/v1/org-units/${id}/move`, body);
    expect((await move(east.id, { orgUnitId: area.id }).expect(409)).body.code).toBe('ORG.CYCLE');
    expect((await move(east.id, { orgUnitId: east.id }).expect(409)).body.code).toBe('ORG.CYCLE');
    expect((await move(t.rootId, { orgUnitId: area.id }).expect(409)).body.code).toBe('ORG.ROOT');
    const other = await anOrgUnit(t);
    for (const from of ['2026-01-04', '2026-11-23']) {
      const refused = await move(east.id, { orgUnitId: other.id, from }).expect(422);
      expect(refused.body).toMatchObject({ code: 'ORG.MOVE_DATE', errors: [{ field: 'from' }] });
    }
    expect(fieldsOf((await move(east.id, { orgUnitId: other.id, from: '2026-02-30' }).expect(400)).body)).toEqual([
      'from',
    ]);
    expect(fieldsOf((await move(east.id, { orgUnitId: newId() }).expect(400)).body)).toEqual(['orgUnitId']);
    expect(await t.sql(`SELECT 1 FROM org_unit_placements WHERE org_unit_id = $1`, [east.id])).toHaveLength(1);
  });

  it('lets only one of two moves below each other happen', async () => {
    const [a, b] = [await anOrgUnit(t), await anOrgUnit(t)];
    const answers = await Promise.all([
      admin.post(`/api/v1/org-units/${a.id}/move`, { orgUnitId: b.id }),
      admin.post(`/api/v1/org-units/${b.id}/move`, { orgUnitId: a.id }),
    ]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409]);
  });
});

describe('removing a unit', () => {
  it('goes while it was never used', async () => {
    const unit = await anOrgUnit(t);
    await admin.delete(`/api/v1/org-units/${unit.id}`).expect(204);
    await admin.delete(`/api/v1/org-units/${unit.id}`).expect(404);
    expect(await t.sql(`SELECT 1 FROM org_unit_placements WHERE org_unit_id = $1`, [unit.id])).toEqual([]);
  });

  it('is refused with anything at, below, or ever below it', async () => {
    const [holdsUnit, holdsOutlet, heldOnce, scoped] = [
      await anOrgUnit(t),
      await anOrgUnit(t),
      await anOrgUnit(t),
      await anOrgUnit(t),
    ];
    await anOrgUnit(t, { parentId: holdsUnit.id });
    await anOutlet(t, { orgUnitId: holdsOutlet.id, closedOn: '2021-01-01' });
    const gone = await anOutlet(t, { orgUnitId: heldOnce.id });
    await admin.post(`/api/v1/outlets/${gone.id}/move`, { orgUnitId: holdsOutlet.id }).expect(200);
    await t.as('supervisor', { scopeKind: 'org_unit', scopeId: scoped.id });
    for (const unit of [holdsUnit, holdsOutlet, heldOnce, scoped]) {
      expect((await admin.delete(`/api/v1/org-units/${unit.id}`).expect(409)).body.code).toBe('ORG.UNIT_IN_USE');
    }
    expect((await admin.delete(`/api/v1/org-units/${t.rootId}`).expect(409)).body.code).toBe('ORG.ROOT');
  });
});
