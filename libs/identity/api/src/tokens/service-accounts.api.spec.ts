import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AccessTokenWithSecret, ServiceAccountResponse } from '@wheelhouse/contracts';
import { startApp, type TestApp } from '@wheelhouse/testing';
import request from 'supertest';
import { IDENTITY_ENTITIES, IdentityModule } from '../index.js';
import { aTenant, type Caller, type TestTenant } from '../testing/index.js';

let app: TestApp;
let t: TestTenant;
let admin: Caller;
const PATH = '/api/v1/service-accounts';
const ADMIN = { role: 'hq_admin', scopeKind: 'tenant' };
const QUALITY = { role: 'quality_manager', scopeKind: 'tenant' };

beforeAll(async () => {
  app = await startApp({ imports: [IdentityModule], entities: IDENTITY_ENTITIES });
  t = await aTenant(app);
  admin = await t.as('hq_admin', { name: '陈雨' });
});
afterAll(() => app.close());

let count = 0;
const account = async (grants: object[] = [QUALITY], by = admin) =>
  (await by.post(PATH, { name: `Warehouse ${++count}`, grants }).expect(201)).body as ServiceAccountResponse;
const tokenOf = async (id: string, permissions: string[]) =>
  (await admin.post(`${PATH}/${id}/tokens`, { name: 'Nightly', permissions }).expect(201))
    .body as AccessTokenWithSecret;
const by = (token: string) => ({ Authorization: `Bearer ${token}` });

describe('a service account', () => {
  it('is a principal of its own: grants, tokens, its own name in the trail', async () => {
    const made = await account([ADMIN]);
    expect(made).toMatchObject({ status: 'active', grants: [{ role: 'hq_admin', scopeKind: 'tenant' }], tokens: [] });
    const token = await tokenOf(made.id, ['member.read', 'member.manage']);
    expect(token).toMatchObject({ kind: 'service', owner: { memberId: made.id, name: made.name } });
    expect(token.token).toMatch(/^whl_svc_/);
    const person = await t.as('viewer');
    await request(app.server)
      .patch(`/api/v1/members/${person.memberId}`)
      .set(by(token.token))
      .send({ status: 'inactive' })
      .expect(200);
    const [entry] = await t.sql(`SELECT actor_name, actor_person_id FROM trail_entries ORDER BY id DESC LIMIT 1`);
    expect(entry).toEqual({ actor_name: `${made.name} · Nightly`, actor_person_id: null });
    const [listed] = ((await admin.get(PATH).expect(200)).body as ServiceAccountResponse[]).filter(
      ({ id }) => id === made.id,
    );
    expect(listed?.tokens).toEqual([expect.objectContaining({ id: token.id, lastUsedAt: expect.any(String) })]);
    expect(JSON.stringify(listed)).not.toContain(token.token);
  });

  it('is no person: not among the members, no last administrator, no mystery shopper', async () => {
    const alone = await aTenant(app);
    const boss = await alone.as('hq_admin');
    const made = await account([ADMIN], boss);
    const { body: members } = await boss.get('/api/v1/members?limit=200').expect(200);
    expect(members.items.map(({ id }: { id: string }) => id)).not.toContain(made.id);
    await boss.get(`/api/v1/members/${made.id}`).expect(404);
    const [first] = members.items.filter(({ id }: { id: string }) => id !== boss.memberId);
    await boss.patch(`/api/v1/members/${first.id}`, { status: 'inactive' }).expect(200);
    const last = await boss.patch(`/api/v1/members/${boss.memberId}`, { status: 'inactive' }).expect(409);
    expect(last.body.code).toBe('MEMBER.LAST_ADMIN');
    const shopper = { role: 'mystery_shopper', scopeKind: 'own' };
    const refused = await boss.post(PATH, { name: 'Shopper', grants: [shopper] }).expect(422);
    expect(refused.body.errors[0].field).toBe('grants[0].role');
  });

  it('changes what its tokens may, at once', async () => {
    const made = await account();
    const { token } = await tokenOf(made.id, ['member.read']);
    const read = () => request(app.server).get('/api/v1/members').set(by(token));
    await read().expect(200);
    const viewer = { role: 'viewer', scopeKind: 'tenant' };
    const change = (body: object) => admin.put(`${PATH}/${made.id}`, { name: made.name, ...body });
    const changed = await change({ status: 'active', grants: [viewer] }).expect(200);
    expect(changed.body).toMatchObject({ grants: [{ role: 'viewer' }], tokens: [{ hint: token.slice(-4) }] });
    await read().expect(403);
    await change({ status: 'inactive', grants: [QUALITY] }).expect(200);
    await read().expect(401);
    const actions = await t.sql(`SELECT action FROM trail_entries WHERE object_id = $1 ORDER BY id`, [made.id]);
    expect(actions.map(({ action }) => action)).toEqual([
      'service_account.create',
      'service_account.update',
      'service_account.update',
    ]);
  });

  it('is made and changed by the administrator alone, within the tenant, and rightly', async () => {
    const made = await account();
    const quality = await t.as('quality_manager');
    const stranger = await (await aTenant(app)).as('hq_admin');
    const token = await tokenOf(made.id, ['member.read']);
    const body = { name: 'X', status: 'active', grants: [QUALITY] };
    await request(app.server).get(PATH).expect(401);
    await quality.get(PATH).expect(403);
    await quality.post(PATH, { name: 'X', grants: [QUALITY] }).expect(403);
    await stranger.put(`${PATH}/${made.id}`, body).expect(404);
    await stranger.post(`${PATH}/${made.id}/tokens`, { name: 'x', permissions: ['org.read'] }).expect(404);
    await admin.put(`${PATH}/${admin.memberId}`, body).expect(404);
    expect((await admin.post(PATH, { name: made.name, grants: [QUALITY] }).expect(409)).body.code).toBe(
      'CONFLICT.DUPLICATE',
    );
    const place = { role: 'supervisor', scopeKind: 'org_unit', scopeId: stranger.memberId };
    const bad = await admin.post(PATH, { name: 'Y', grants: [place] }).expect(400);
    expect(bad.body.errors[0].field).toBe('grants[0].scopeId');
    const more = await admin.post(`${PATH}/${made.id}/tokens`, { name: 'x', permissions: ['org.manage'] }).expect(422);
    expect(more.body.code).toBe('TOKEN.MORE_THAN_HELD');
    await stranger.delete(`/api/v1/access-tokens/${token.id}`).expect(404);
    await quality.delete(`/api/v1/access-tokens/${token.id}`).expect(403);
  });
});

describe('a tenant', () => {
  it('has fifty service accounts at most, however many are made at once', async () => {
    const full = await aTenant(app);
    const chief = await full.as('hq_admin');
    await full.sql(
      `INSERT INTO members (tenant_id, id, name) SELECT $1, gen_random_uuid(), 'A' || n FROM generate_series(1, 49) n`,
      [full.id],
    );
    const answers = await Promise.all(
      [1, 2, 3, 4, 5].map((n) => chief.post(PATH, { name: `B${n}`, grants: [QUALITY] })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409]);
  });
});

describe('the administrator', () => {
  it('sees every token of the tenant, page by page, and revokes any at once', async () => {
    const person = await t.as('quality_manager', { name: '王芳' });
    const { body: own } = await person
      .post('/api/v1/auth/tokens', { name: 'Mine', permissions: ['org.read'] })
      .expect(201);
    const { body: page } = await admin.get('/api/v1/access-tokens?limit=1').expect(200);
    expect(page.items).toEqual([
      expect.objectContaining({ id: own.id, kind: 'personal', owner: expect.objectContaining({ name: '王芳' }) }),
    ]);
    const { body: next } = await admin.get(`/api/v1/access-tokens?limit=1&cursor=${page.nextCursor}`).expect(200);
    expect(next.items[0].id).not.toBe(own.id);
    await admin.delete(`/api/v1/access-tokens/${own.id}`).expect(204);
    await request(app.server).get('/api/v1/auth/token').set(by(own.token)).expect(401);
    await request(app.server).get('/api/v1/access-tokens').expect(401);
    await person.get('/api/v1/access-tokens').expect(403);
  });
});
