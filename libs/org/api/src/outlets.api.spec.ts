import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OutletResponse, Page, ProblemDetails } from '@wheelhouse/contracts';
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
let stranger: Caller;
const name = { en: 'Pudong', zh: '浦东店' };
const fieldsOf = (body: unknown) => (body as ProblemDetails).errors?.map((e) => e.field);
const codes = (body: unknown) => (body as Page<OutletResponse>).items.map((o) => o.code);

beforeAll(async () => {
  app = await startApp({ imports: [IdentityModule, OrgModule], entities: [...IDENTITY_ENTITIES, ...ORG_ENTITIES] });
  app.clock.set('2026-11-22T20:00:00Z'); // the 23rd in Shanghai
  t = await aTenant(app);
  admin = await t.as('hq_admin');
  stranger = await (await aTenant(app)).as('hq_admin');
});
afterAll(() => app.close());

describe('the list of outlets', () => {
  it('pages by code, filters, and keeps to the reader’s scope', async () => {
    const own = await aTenant(app);
    const east = await anOrgUnit(own, { code: 'EAST' });
    const area = await anOrgUnit(own, { code: 'AREA', parentId: east.id, kind: 'area' });
    const west = await anOrgUnit(own, { code: 'WEST' });
    const peers = await aPeerGroup(own);
    await anOutlet(own, { code: 'A1', orgUnitId: east.id, name: { en: 'River 100%', zh: '江边店' } });
    const a2 = await anOutlet(own, { code: 'A2', orgUnitId: area.id, peerGroupId: peers.id });
    await anOutlet(own, { code: 'B1', orgUnitId: west.id, kind: 'tea_shop' });
    await anOutlet(own, { code: 'B2', orgUnitId: west.id, closedOn: '2026-11-23' });
    const viewer = await own.as('viewer');
    const list = async (query = '', caller = viewer) => (await caller.get(`/api/v1/outlets${query}`).expect(200)).body;

    expect(codes(await list())).toEqual(['A1', 'A2', 'B1']);
    expect(codes(await list('?includeClosed=true'))).toEqual(['A1', 'A2', 'B1', 'B2']);
    expect(codes(await list(`?orgUnitId=${east.id}`))).toEqual(['A1', 'A2']);
    expect(codes(await list(`?orgUnitId=${newId()}`))).toEqual([]);
    expect(codes(await list(`?peerGroupId=${peers.id}`))).toEqual(['A2']);
    expect(codes(await list('?kind=tea_shop'))).toEqual(['B1']);
    expect(codes(await list('?q=b'))).toEqual(['B1']);
    expect(codes(await list(`?q=${encodeURIComponent('江边')}`))).toEqual(['A1']);
    expect(codes(await list('?q=100%25'))).toEqual(['A1']);
    expect(codes(await list('?q=_'))).toEqual([]);

    await own.sql(`UPDATE outlets SET updated_at = '2026-01-01T00:00:00Z' WHERE code <> 'A2'`);
    expect(codes(await list('?changedSince=2026-01-01T00:00:01Z'))).toEqual(['A2']);
    expect(codes(await list('?changedSince=2026-01-01T00:00:00Z&status=all'))).toEqual(['A1', 'A2', 'B1', 'B2']);

    const first = await list('?limit=2');
    expect(codes(first)).toEqual(['A1', 'A2']);
    const second = await list(`?limit=2&cursor=${first.nextCursor}`);
    expect([codes(second), second.nextCursor]).toEqual([['B1'], null]);

    const supervisor = await own.as('supervisor', { scopeKind: 'org_unit', scopeId: east.id });
    expect(codes(await list('', supervisor))).toEqual(['A1', 'A2']);
    expect(codes(await list(`?orgUnitId=${own.rootId}`, supervisor))).toEqual(['A1', 'A2']);
    expect(codes(await list(`?orgUnitId=${west.id}`, supervisor))).toEqual([]);
    const manager = await own.as('franchise_manager', { scopeKind: 'outlet', scopeId: a2.id });
    const mine: Page<OutletResponse> = await list('', manager);
    expect(mine.items).toHaveLength(1);
    expect(mine.items[0]).toMatchObject({
      id: a2.id,
      orgUnitName: area.name,
      peerGroupName: peers.name,
      openedOn: '2020-01-01',
      can: { manage: false },
    });
    expect(codes(await list('', stranger))).toEqual([]);
    await (await own.as('mystery_shopper')).get('/api/v1/outlets').expect(403);
    await request(app.server).get('/api/v1/outlets').expect(401);
  });

  it.each([
    ['limit=0', ['limit']],
    ['limit=201', ['limit']],
    ['orgUnitId=1', ['orgUnitId']],
    ['includeClosed=maybe', ['includeClosed']],
    ['cursor=nonsense', ['cursor']],
    ['sort=rank', ['sort']],
  ])('refuses ?%s', async (query, fields) => {
    expect(fieldsOf((await admin.get(`/api/v1/outlets?${query}`).expect(400)).body)).toEqual(fields);
  });
});

describe('an outlet', () => {
  it('opens with its first place, and refuses a taken code', async () => {
    const east = await anOrgUnit(t);
    const peers = await aPeerGroup(t);
    const body = {
      code: 'SH-001',
      name,
      kind: '4s',
      orgUnitId: east.id,
      peerGroupId: peers.id,
      cityTier: '1',
      latitude: 31.2,
      longitude: 121.5,
      attributes: { bays: 12, evReady: true },
    };
    const made = await admin.post('/api/v1/outlets', body).expect(201);
    expect(made.body).toMatchObject({
      ...body,
      orgUnitName: east.name,
      city: null,
      timeZone: 'Asia/Shanghai',
      openedOn: '2026-11-23',
      closedOn: null,
      can: { manage: true },
    });
    expect((await admin.get(`/api/v1/outlets/${made.body.id}`).expect(200)).body).toEqual(made.body);
    expect((await admin.get(`/api/v1/outlets/${made.body.id}/placements`).expect(200)).body).toEqual([
      { orgUnitId: east.id, orgUnitName: east.name, from: '2026-11-23', until: null },
    ]);
    const again = await admin.post('/api/v1/outlets', body).expect(409);
    expect(again.body).toMatchObject({ code: 'CONFLICT.DUPLICATE', errors: [{ field: 'code' }] });
    expect(await t.sql(`SELECT 1 FROM outlets WHERE code = 'SH-001'`)).toHaveLength(1);
  });

  it.each([
    [{ orgUnitId: newId() }, 'orgUnitId'],
    [{ peerGroupId: newId() }, 'peerGroupId'],
    [{ cityTier: '5' }, 'cityTier'],
    [{ latitude: 91 }, 'latitude'],
    [{ longitude: '121' }, 'longitude'],
    [{ timeZone: 'Mars/Base' }, 'timeZone'],
    [{ openedOn: '2026-02-30' }, 'openedOn'],
    [{ openedOn: '0000-01-01' }, 'openedOn'],
    [{ attributes: { deep: { er: 1 } } }, 'attributes'],
    [{ kind: 'Tea Shop' }, 'kind'],
    [{ city: { en: 'X' } }, 'city.zh'],
    [{ closedOn: '2027-01-01' }, 'closedOn'],
  ])('refuses %j, naming the field', async (change, field) => {
    const body = { code: 'BAD', name, kind: '4s', orgUnitId: t.rootId, ...change };
    expect(fieldsOf((await admin.post('/api/v1/outlets', body).expect(400)).body)).toEqual([field]);
    expect(await t.sql(`SELECT 1 FROM outlets WHERE code = 'BAD'`)).toEqual([]);
  });

  it('changes, closes and opens again', async () => {
    const outlet = await anOutlet(t, { openedOn: '2024-05-01' });
    const patch = (body: object) => admin.patch(`/api/v1/outlets/${outlet.id}`, body);
    expect((await patch({ name, cityTier: '2' }).expect(200)).body).toMatchObject({
      name,
      cityTier: '2',
      code: outlet.code,
    });
    expect((await patch({ cityTier: null, closedOn: '2026-11-30' }).expect(200)).body).toMatchObject({
      cityTier: null,
      closedOn: '2026-11-30',
    });
    expect(fieldsOf((await patch({ closedOn: '2024-04-30' }).expect(400)).body)).toEqual(['closedOn']);
    expect((await patch({ closedOn: null }).expect(200)).body.closedOn).toBeNull();
    expect((await patch({}).expect(200)).body.name).toEqual(name);
    expect(fieldsOf((await patch({ orgUnitId: t.rootId }).expect(400)).body)).toEqual(['orgUnitId']);
    expect(fieldsOf((await patch({ kind: null, timeZone: null }).expect(400)).body)).toEqual(
      expect.arrayContaining(['kind', 'timeZone']),
    );
    const other = await anOutlet(t);
    expect(fieldsOf((await patch({ code: other.code }).expect(409)).body)).toEqual(['code']);
    const [closing] = await t.sql(
      `SELECT before, after FROM trail_entries WHERE action = 'outlet.close' AND object_id = $1 ORDER BY id`,
      [outlet.id],
    );
    expect(closing).toEqual({ before: { closedOn: null }, after: { closedOn: '2026-11-30' } });
  });

  it('begins its first place on its first open day, wherever that moves', async () => {
    const outlet = await anOutlet(t, { openedOn: '2024-05-01' });
    const target = await anOrgUnit(t);
    await admin.post(`/api/v1/outlets/${outlet.id}/move`, { orgUnitId: target.id, from: '2025-01-01' }).expect(200);
    const patch = (openedOn: string) => admin.patch(`/api/v1/outlets/${outlet.id}`, { openedOn });
    await patch('2023-05-01').expect(200);
    const { body } = await admin.get(`/api/v1/outlets/${outlet.id}/placements`);
    expect(body[0]).toMatchObject({ from: '2023-05-01', until: '2025-01-01' });
    expect(fieldsOf((await patch('2025-01-01').expect(400)).body)).toEqual(['openedOn']);
  });

  it('is 404 for a stranger and outside the scope, 403 inside it', async () => {
    const [mine, other] = [await anOutlet(t), await anOutlet(t)];
    const manager = await t.as('franchise_manager', { scopeKind: 'outlet', scopeId: mine.id });
    const attempts = (caller: Caller, id: string) => [
      caller.patch(`/api/v1/outlets/${id}`, { name }),
      caller.post(`/api/v1/outlets/${id}/move`, { orgUnitId: t.rootId }),
    ];
    for (const attempt of attempts(stranger, mine.id)) expect((await attempt).status).toBe(404);
    for (const attempt of attempts(manager, other.id)) expect((await attempt).status).toBe(404);
    for (const attempt of attempts(manager, mine.id)) expect((await attempt).status).toBe(403);
    for (const path of [`/api/v1/outlets/${mine.id}`, `/api/v1/outlets/${mine.id}/placements`]) {
      await stranger.get(path).expect(404);
      await manager.get(path).expect(200);
      await manager.get(path.replace(mine.id, other.id)).expect(404);
      await request(app.server).get(path).expect(401);
    }
    await (await t.as('quality_manager')).post('/api/v1/outlets', {}).expect(403);
    const foreign = { code: 'X', name, kind: '4s', orgUnitId: t.rootId };
    expect(fieldsOf((await stranger.post('/api/v1/outlets', foreign).expect(400)).body)).toEqual(['orgUnitId']);
  });
});

describe('moving an outlet', () => {
  it('keeps its history, corrects the same day, and goes back as if nothing had happened', async () => {
    const [east, west, north] = [await anOrgUnit(t), await anOrgUnit(t), await anOrgUnit(t)];
    const outlet = await anOutlet(t, { orgUnitId: east.id });
    const move = (orgUnitId: string, from?: string) =>
      admin.post(`/api/v1/outlets/${outlet.id}/move`, { orgUnitId, from });
    const history = async () =>
      (await admin.get(`/api/v1/outlets/${outlet.id}/placements`)).body.map(
        (p: { orgUnitId: string; from: string; until: string | null }) => [p.orgUnitId, p.from, p.until],
      );

    expect((await move(west.id).expect(200)).body).toMatchObject({ orgUnitId: west.id, orgUnitName: west.name });
    expect(await history()).toEqual([
      [east.id, '2020-01-01', '2026-11-23'],
      [west.id, '2026-11-23', null],
    ]);
    await move(north.id, '2026-11-23').expect(200);
    expect(await history()).toEqual([
      [east.id, '2020-01-01', '2026-11-23'],
      [north.id, '2026-11-23', null],
    ]);
    await move(east.id).expect(200);
    expect(await history()).toEqual([[east.id, '2020-01-01', null]]);
    await move(east.id, '2026-01-01').expect(200);
    expect(await history()).toEqual([[east.id, '2020-01-01', null]]);
    expect(
      await t.sql(`SELECT 1 FROM trail_entries WHERE action = 'outlet.move' AND object_id = $1`, [outlet.id]),
    ).toHaveLength(3);

    const refused = await move(west.id, '2019-12-31').expect(422);
    expect(refused.body).toMatchObject({ code: 'ORG.MOVE_DATE', errors: [{ field: 'from' }] });
    await move(west.id, '2026-11-24').expect(422);
    expect(fieldsOf((await admin.post(`/api/v1/outlets/${outlet.id}/move`, {}).expect(400)).body)).toEqual([
      'orgUnitId',
    ]);
  });
});
