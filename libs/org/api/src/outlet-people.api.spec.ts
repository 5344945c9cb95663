import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { IDENTITY_ENTITIES, IdentityModule } from '@wheelhouse/identity-api';
import { aTenant, type Caller, type TestTenant } from '@wheelhouse/identity-api/testing';
import { startApp, type TestApp } from '@wheelhouse/testing';
import request from 'supertest';
import { ORG_ENTITIES } from './org.entities.js';
import { OrgModule } from './org.module.js';
import { anOrgUnit, anOutlet } from './testing/index.js';

let app: TestApp;
let t: TestTenant;
let path: string;
let elsewhere: string;
let region: { id: string; name: object };
let area: { id: string; name: object };
let manager: Caller;

beforeAll(async () => {
  app = await startApp({ imports: [IdentityModule, OrgModule], entities: [...IDENTITY_ENTITIES, ...ORG_ENTITIES] });
  t = await aTenant(app);
  region = await anOrgUnit(t);
  area = await anOrgUnit(t, { parentId: region.id, kind: 'area' });
  const outlet = (await anOutlet(t, { orgUnitId: area.id })).id;
  const other = (await anOutlet(t)).id;
  [path, elsewhere] = [outlet, other].map((id) => `/api/v1/outlets/${id}/people`) as [string, string];
  const unit = (scopeId: string, name: string) => ({ scopeKind: 'org_unit', scopeId, name }) as const;
  const at = (scopeId: string, name: string) => ({ scopeKind: 'outlet', scopeId, name }) as const;
  await t.as('supervisor', unit(region.id, 'Region Supervisor'));
  await t.as('supervisor', unit(area.id, 'Area Supervisor'));
  await t.as('viewer', unit(area.id, 'Area Viewer'));
  await t.as('outlet_staff', at(outlet, 'Some Staff'));
  manager = await t.as('franchise_manager', at(outlet, 'The Manager'));
  await t.as('franchise_manager', at(other, 'Another Manager'));
  await t.as('mystery_shopper', { name: 'A Shopper' });
  const gone = await t.as('outlet_staff', at(outlet, 'Gone Staff'));
  await t.sql(`UPDATE members SET status = 'inactive' WHERE id = $1`, [gone.memberId]);
});
afterAll(() => app.close());

describe('the people of an outlet', () => {
  it('are its managers and staff, then the supervisors above, nearest first: names and roles, nobody else', async () => {
    const people = (await manager.get(path).expect(200)).body;
    expect(people).toEqual([
      { name: 'The Manager', role: 'franchise_manager', orgUnitName: null },
      { name: 'Some Staff', role: 'outlet_staff', orgUnitName: null },
      { name: 'Area Supervisor', role: 'supervisor', orgUnitName: area.name },
      { name: 'Region Supervisor', role: 'supervisor', orgUnitName: region.name },
    ]);
    expect((await (await t.as('viewer')).get(path).expect(200)).body).toEqual(people);
  });

  it('never name a shopper, even one who holds another role elsewhere', async () => {
    const [grant] = await t.sql<{ member: string }>(
      `SELECT member_id AS member FROM role_grants WHERE role = 'mystery_shopper'`,
    );
    const everybody = JSON.stringify((await (await t.as('hq_admin')).get(path).expect(200)).body);
    expect(everybody).not.toContain('Shopper');
    expect(everybody).not.toContain(String(grant?.member));
    expect(everybody).not.toContain('@');
  });

  it('are hidden with the outlet', async () => {
    await manager.get(elsewhere).expect(404);
    await (await t.as('mystery_shopper')).get(path).expect(403);
    await (await (await aTenant(app)).as('hq_admin')).get(path).expect(404);
    await request(app.server).get(path).expect(401);
  });
});
