import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MemberResponse, Page, TrailEntryResponse } from '@wheelhouse/contracts';
import { newId } from '@wheelhouse/kernel';
import { startApp, type TestApp } from '@wheelhouse/testing';
import request from 'supertest';
import { IDENTITY_ENTITIES, IdentityModule } from './index.js';
import { aPersonWithPassword, aTenant, type Caller, type TestTenant } from './testing/index.js';

let app: TestApp;
let t: TestTenant;
let admin: Caller;
let stranger: Caller;
let east: string;
let hangzhou: string;
let west: string;

async function aUnit(parentId: string | null, name: string): Promise<string> {
  const id = newId();
  await t.sql(
    `INSERT INTO org_units (tenant_id, id, parent_id, kind, code, name) VALUES ($1, $2, $3, $4, $5, $6::jsonb)`,
    [t.id, id, parentId, parentId ? 'area' : 'hq', `U-${id.slice(-8)}`, JSON.stringify({ en: name, zh: name })],
  );
  return id;
}

beforeAll(async () => {
  app = await startApp({ imports: [IdentityModule], entities: IDENTITY_ENTITIES });
  t = await aTenant(app);
  const root = t.rootId || (await aUnit(null, 'HQ'));
  east = await aUnit(root, 'East');
  hangzhou = await aUnit(east, 'Hangzhou');
  west = await aUnit(root, 'West');
  admin = await t.as('hq_admin', { name: 'Ada Admin' });
  await t.as('supervisor', { scopeKind: 'org_unit', scopeId: east, name: 'Eve East' });
  await t.as('supervisor', { scopeKind: 'org_unit', scopeId: hangzhou, name: 'Han 100%_真' });
  await t.as('viewer', { scopeKind: 'org_unit', scopeId: west, name: 'Wes West' });
  stranger = await (await aTenant(app)).as('hq_admin');
});
afterAll(() => app.close());

describe('a new member', () => {
  const body = (email: string) => ({
    ...{ email, name: 'New', password: 'a long enough password' },
    grants: [{ role: 'hq_admin', scopeKind: 'tenant' }],
  });

  it('is nobody who has an account already, here or in another organisation: they are invited', async () => {
    const elsewhere = await aPersonWithPassword([await aTenant(app)]);
    for (const { email } of [elsewhere, stranger, admin]) {
      const { body: refused } = await admin.post('/api/v1/members', body(email)).expect(409);
      expect(refused.code).toBe('MEMBER.HAS_ACCOUNT');
      expect(JSON.stringify(refused)).not.toContain('王小芳');
    }
    const found = await t.sql(`SELECT 1 FROM members m JOIN people p ON p.id = m.person_id WHERE p.email = $1`, [
      elsewhere.email,
    ]);
    expect(found).toEqual([]);
  });

  it('has a password that somebody chose', async () => {
    const { password: _, ...rest } = body(`p-${newId()}@example.test`);
    const { body: refused } = await admin.post('/api/v1/members', rest).expect(400);
    expect(refused.errors).toMatchObject([{ field: 'password', code: 'FIELD.REQUIRED' }]);
  });
});

describe('members', () => {
  const names = async (query: string): Promise<string[]> => {
    const { body }: { body: Page<MemberResponse> } = await admin.get(`/api/v1/members?${query}`).expect(200);
    return body.items.map(({ person }) => person.name);
  };

  it('are found by name, role, status and place; a place also means all below it', async () => {
    expect(await names('q=eve')).toEqual(['Eve East']);
    expect(await names(`q=${encodeURIComponent('100%_')}`)).toEqual(['Han 100%_真']);
    expect(await names('q=%25')).toEqual(['Han 100%_真']);
    expect(await names('role=supervisor')).toEqual(['Eve East', 'Han 100%_真']);
    expect(await names(`scopeId=${east}`)).toEqual(['Eve East', 'Han 100%_真']);
    expect(await names(`scopeId=${hangzhou}`)).toEqual(['Han 100%_真']);
    expect(await names(`scopeId=${west}&role=supervisor`)).toEqual([]);
    expect(await names(`scopeId=${newId()}`)).toEqual([]);
    const [left] = (await admin.get('/api/v1/members?q=Wes').expect(200)).body.items;
    await admin.patch(`/api/v1/members/${left.id}`, { status: 'inactive' }).expect(200);
    expect(await names('status=inactive')).toEqual(['Wes West']);
    expect(await names(`scopeId=${west}&status=active`)).toEqual([]);
  });

  it('keep their filters from page to page', async () => {
    const first = (await admin.get('/api/v1/members?role=supervisor&limit=1').expect(200)).body;
    const cursor = encodeURIComponent(first.nextCursor);
    expect(await names(`role=supervisor&limit=1&cursor=${cursor}`)).toEqual(['Han 100%_真']);
  });

  it.each(['role=king', 'status=gone', 'scopeId=x', 'limit=0', 'cursor=x'])('%s is refused', async (query) => {
    await admin.get(`/api/v1/members?${query}`).expect(400);
  });

  it('get a role in a place once; the second time is refused and nothing is written', async () => {
    const { memberId } = await t.as('viewer', { scopeKind: 'org_unit', scopeId: west });
    const path = `/api/v1/members/${memberId}/grants`;
    const grant = { role: 'supervisor', scopeKind: 'org_unit', scopeId: east };
    await admin.post(path, grant).expect(201);
    const { body } = await admin.post(path, grant).set('Accept-Language', 'zh-CN').expect(409);
    expect(body).toMatchObject({ code: 'MEMBER.HAS_GRANT', detail: '该成员已在此范围担任该角色。' });
    expect(await t.sql(`SELECT 1 FROM role_grants WHERE member_id = $1`, [memberId])).toHaveLength(2);
    const written = await t.sql(`SELECT 1 FROM trail_entries WHERE action = 'grant.add' AND object_id = $1`, [
      memberId,
    ]);
    expect(written).toHaveLength(1);
    // The same role elsewhere is another grant.
    await admin.post(path, { ...grant, scopeId: west }).expect(201);
    await stranger.post(path, grant).expect(404);
    await (await t.as('viewer', { scopeKind: 'org_unit', scopeId: west })).post(path, grant).expect(403);
    await request(app.server).post(path).send(grant).expect(401);
  });
});

describe('the trail', () => {
  const found = async (query: string): Promise<TrailEntryResponse[]> =>
    (await admin.get(`/api/v1/trail?${query}`).expect(200)).body.items;

  it('is found by action, object, actor and day in the tenant’s time zone', async () => {
    const at = (day: string, action: string, actor: string) =>
      t.sql(
        `INSERT INTO trail_entries (tenant_id, id, at, actor_name, action, object_type, object_id)
         VALUES ($1, $2, $3, $4, $5, 'thing', $1)`,
        [t.id, newId(new Date(day)), day, actor, action],
      );
    await at('2024-03-01T15:59:00Z', 'thing.first', 'Zoë_1');
    await at('2024-03-01T16:00:00Z', 'thing.second', 'Zoë 2');
    const actions = async (query: string) => (await found(query)).map(({ action }) => action);
    expect(await actions('objectType=thing')).toEqual(['thing.second', 'thing.first']);
    expect(await actions('action=thing.first')).toEqual(['thing.first']);
    expect(await actions(`actor=${encodeURIComponent('zoë_')}`)).toEqual(['thing.first']);
    // Midnight in Shanghai is 16:00 UTC.
    expect(await actions('objectType=thing&to=2024-03-01')).toEqual(['thing.first']);
    expect(await actions('objectType=thing&from=2024-03-02&to=2024-03-02')).toEqual(['thing.second']);
    expect((await admin.get('/api/v1/trail/kinds').expect(200)).body.objectTypes).toContain('thing');
    expect((await stranger.get('/api/v1/trail?objectType=thing').expect(200)).body.items).toEqual([]);
  });

  it.each(['from=2024-02-30', 'to=x', 'limit=0', 'cursor=x'])('%s is refused', async (query) => {
    await admin.get(`/api/v1/trail?${query}`).expect(400);
  });

  it('is for administrators', async () => {
    await (await t.as('viewer', { scopeKind: 'org_unit', scopeId: east })).get('/api/v1/trail').expect(403);
    await request(app.server).get('/api/v1/trail').expect(401);
  });
});
