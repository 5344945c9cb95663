import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Grant } from '@wheelhouse/contracts';
import { IDENTITY_ENTITIES, IdentityModule } from '@wheelhouse/identity-api';
import { aTenant, type TestTenant } from '@wheelhouse/identity-api/testing';
import { newId } from '@wheelhouse/kernel';
import { type Ctx, TenantTransactions } from '@wheelhouse/platform-db';
import { startApp, type TestApp } from '@wheelhouse/testing';
import { ORG_ENTITIES } from './org.entities.js';
import { OrgFacade } from './org.facade.js';
import { OrgModule } from './org.module.js';
import { anOrgUnit, anOutlet, aPeerGroup, theOutletMoved } from './testing/index.js';

let app: TestApp;
let org: OrgFacade;
const HQ: Grant = { role: 'hq_admin', scopeKind: 'tenant', scopeId: null };

/** Runs `work` as somebody with these grants. */
function inside<T>(t: TestTenant, work: (ctx: Ctx) => Promise<T>, ...grants: Grant[]): Promise<T> {
  return app.get(TenantTransactions).run({ tenantId: t.id }, (em) =>
    work({
      actor: {
        kind: 'person',
        personId: null,
        memberId: null,
        name: 'A',
        grants: grants.length > 0 ? grants : [HQ],
        isOperator: false,
      },
      tenantId: t.id,
      timeZone: 'Asia/Shanghai',
      weekStart: 1,
      em,
      now: app.clock.now(),
      locale: 'en',
      ip: null,
    }),
  );
}

beforeAll(async () => {
  app = await startApp({ imports: [IdentityModule, OrgModule], entities: [...IDENTITY_ENTITIES, ...ORG_ENTITIES] });
  app.clock.set('2026-11-22T08:00:00Z');
  org = app.get(OrgFacade);
});
afterAll(() => app.close());

describe('networkOn', () => {
  it('gives the tree and the outlets as they were on the day', async () => {
    const t = await aTenant(app);
    const admin = await t.as('hq_admin');
    const [east, west] = [await anOrgUnit(t, { code: 'EAST' }), await anOrgUnit(t, { code: 'WEST' })];
    const area = await anOrgUnit(t, { code: 'AREA', parentId: east.id, kind: 'area' });
    const peers = await aPeerGroup(t);
    const stays = await anOutlet(t, { code: 'O1', orgUnitId: area.id, peerGroupId: peers.id });
    const moves = await anOutlet(t, { code: 'O2', orgUnitId: west.id });
    const closes = await anOutlet(t, { code: 'O3', orgUnitId: west.id, closedOn: '2026-11-10' });
    const opens = await anOutlet(t, { code: 'O4', orgUnitId: west.id, openedOn: '2026-11-10' });
    await theOutletMoved(t, moves.id, east.id, '2026-11-09');
    await admin.post(`/api/v1/org-units/${area.id}/move`, { orgUnitId: west.id, from: '2026-11-16' }).expect(200);
    const fresh = await admin
      .post('/api/v1/org-units', { parentId: t.rootId, kind: 'region', code: 'NEW', name: { en: 'New', zh: '新' } })
      .expect(201);

    const on = (day: string) => inside(t, (ctx) => org.networkOn(ctx, day));
    const before = await on('2026-11-08');
    expect(before.units.map((u) => [u.code, u.parentId, u.depth])).toEqual([
      ['HQ', null, 0],
      ['EAST', t.rootId, 1],
      ['AREA', east.id, 2],
      ['WEST', t.rootId, 1],
    ]);
    expect(before.outlets.map((o) => [o.code, o.orgUnitPath])).toEqual([
      ['O1', [t.rootId, east.id, area.id]],
      ['O2', [t.rootId, west.id]],
      ['O3', [t.rootId, west.id]],
    ]);
    expect(before.outlets[0]).toMatchObject({ id: stays.id, peerGroupId: peers.id, peerGroupName: peers.name });
    expect(before.peerGroups).toEqual([{ id: peers.id, name: peers.name }]);

    const between = await on('2026-11-10');
    expect(between.outlets.map((o) => [o.id, o.orgUnitId])).toEqual([
      [stays.id, area.id],
      [moves.id, east.id],
      [opens.id, west.id],
    ]);
    expect(between.outlets.some((o) => o.id === closes.id)).toBe(false);
    const today = await on('2026-11-22');
    expect(today.outlets[0]?.orgUnitPath).toEqual([t.rootId, west.id, area.id]);
    expect(today.units.map((u) => u.id)).toContain(fresh.body.id);
  });

  it('counts an outlet that was entered after the fact where it was put', async () => {
    const t = await aTenant(app);
    const admin = await t.as('hq_admin');
    const unit = await admin.post('/api/v1/org-units', {
      parentId: t.rootId,
      kind: 'region',
      code: 'NEW',
      name: { en: 'New', zh: '新' },
    });
    await admin
      .post('/api/v1/outlets', {
        code: 'O1',
        name: { en: 'O', zh: '店' },
        kind: '4s',
        orgUnitId: unit.body.id,
        openedOn: '2025-01-01',
      })
      .expect(201);
    const network = await inside(t, (ctx) => org.networkOn(ctx, '2025-06-01'));
    expect(network.outlets[0]?.orgUnitPath).toEqual([t.rootId, unit.body.id]);
    expect(network.units.map((u) => u.code)).toEqual(['HQ', 'NEW']);
  });
});

describe('outlets and units', () => {
  it('come with their path; unknown ones are not found', async () => {
    const t = await aTenant(app);
    const east = await anOrgUnit(t);
    const area = await anOrgUnit(t, { parentId: east.id, kind: 'area' });
    const outlet = await anOutlet(t, { orgUnitId: area.id, city: { en: 'Shanghai', zh: '上海' } });
    const foreign = await anOutlet(await aTenant(app));
    await inside(t, async (ctx) => {
      const view = await org.outlet(ctx, outlet.id);
      expect(view).toEqual({
        id: outlet.id,
        code: outlet.code,
        name: outlet.name,
        kind: '4s',
        orgUnitId: area.id,
        orgUnitPath: [t.rootId, east.id, area.id],
        peerGroupId: null,
        timeZone: 'Asia/Shanghai',
        openedOn: '2020-01-01',
        closedOn: null,
        city: { en: 'Shanghai', zh: '上海' },
      });
      expect(org.outletPlace(view)).toEqual({ orgUnitPath: view.orgUnitPath, outletId: outlet.id });
      expect(await org.outlets(ctx, [outlet.id, outlet.id, foreign.id, newId()])).toEqual(new Map([[outlet.id, view]]));
      expect(await org.orgUnit(ctx, area.id)).toEqual({
        id: area.id,
        name: area.name,
        kind: 'area',
        path: [t.rootId, east.id, area.id],
      });
      await expect(org.outlet(ctx, foreign.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
      await expect(org.orgUnit(ctx, newId())).rejects.toMatchObject({ code: 'NOT_FOUND' });
    });
  });

  it('are in scope as the grants say, closed ones too', async () => {
    const t = await aTenant(app);
    const [east, west] = [await anOrgUnit(t), await anOrgUnit(t)];
    const area = await anOrgUnit(t, { parentId: east.id, kind: 'area' });
    const [inArea, inEast, inWest] = [
      await anOutlet(t, { orgUnitId: area.id }),
      await anOutlet(t, { orgUnitId: east.id, closedOn: '2021-01-01' }),
      await anOutlet(t, { orgUnitId: west.id }),
    ];
    const scope = (...grants: Grant[]) => inside(t, (ctx) => org.outletIdsInScope(ctx, 'audit.read'), ...grants);
    const supervisor: Grant = { role: 'supervisor', scopeKind: 'org_unit', scopeId: east.id };
    const manager: Grant = { role: 'franchise_manager', scopeKind: 'outlet', scopeId: inWest.id };
    expect(await scope(HQ)).toBe('all');
    expect(await scope(supervisor)).toEqual([inArea.id, inEast.id].sort());
    expect(await scope(manager)).toEqual([inWest.id]);
    expect(await scope(supervisor, manager)).toEqual([inArea.id, inEast.id, inWest.id].sort());
    expect(await scope({ role: 'viewer', scopeKind: 'tenant', scopeId: null })).toEqual([]);
    expect(await scope({ role: 'mystery_shopper', scopeKind: 'own', scopeId: null })).toEqual([]);
    await inside(t, async (ctx) => {
      expect(await org.outletIdsBelow(ctx, east.id)).toEqual([inArea.id, inEast.id].sort());
      expect(await org.outletIdsBelow(ctx, newId())).toEqual([]);
    });
  });
});

describe('tenants', () => {
  it('give their settings, and are listed for closing while active', async () => {
    const t = await aTenant(app, { timeZone: 'Asia/Urumqi', weekStart: 7 });
    expect(await inside(t, (ctx) => org.settings(ctx))).toMatchObject({
      slug: t.slug,
      timeZone: 'Asia/Urumqi',
      weekStart: 7,
      cutoffWeekday: 7,
      cutoffHour: 6,
      scheme: { version: 1, minPeers: 5 },
    });
    const mine = (await org.tenantsToClose()).find((tenant) => tenant.id === t.id);
    expect(mine).toMatchObject({
      slug: t.slug,
      timeZone: 'Asia/Urumqi',
      weekStart: 7,
      cutoffHour: 6,
      accent: '#0f766e',
    });
    await app.source.query(`UPDATE tenants SET status = 'suspended' WHERE id = $1`, [t.id]);
    expect((await org.tenantsToClose()).some((tenant) => tenant.id === t.id)).toBe(false);
  });
});
