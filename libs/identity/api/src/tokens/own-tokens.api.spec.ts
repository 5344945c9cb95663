import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { AccessTokenResponse, AccessTokenWithSecret } from '@wheelhouse/contracts';
import { newId } from '@wheelhouse/kernel';
import { startApp, type TestApp } from '@wheelhouse/testing';
import request from 'supertest';
import { IDENTITY_ENTITIES, IdentityModule } from '../index.js';
import { aTenant, type Caller, type TestTenant } from '../testing/index.js';

let app: TestApp;
let t: TestTenant;
const PATH = '/api/v1/auth/tokens';
const MINUTE = 60_000;

beforeAll(async () => {
  app = await startApp({ imports: [IdentityModule], entities: IDENTITY_ENTITIES });
  t = await aTenant(app);
});
afterAll(() => app.close());
afterEach(() => app.clock.release());

const wish = (more: object = {}) => ({ name: 'Nightly export', permissions: ['member.read'], ...more });
const made = async (by: Caller, more: object = {}) =>
  (await by.post(PATH, wish(more)).expect(201)).body as AccessTokenWithSecret;
const ask = (token: string, path = '/api/v1/members') =>
  request(app.server).get(path).set('Authorization', `Bearer ${token}`);

describe('a personal token', () => {
  it('is told once, kept as a hash, and acts as its person', async () => {
    const admin = await t.as('hq_admin', { name: '陈雨' });
    const token = await made(admin);
    expect(token.token).toMatch(/^whl_pat_[\w-]{71}$/);
    expect(token).toMatchObject({
      kind: 'personal',
      owner: { memberId: admin.memberId, name: '陈雨' },
      lastUsedAt: null,
    });
    const [kept] = await t.sql(
      `SELECT encode(token_hash, 'hex') AS hash, x::text AS text FROM access_tokens x WHERE id = $1`,
      [token.id],
    );
    expect(String(kept?.text)).not.toContain(token.token);
    await ask(token.token).expect(200);
    const [listed] = (await admin.get(PATH).expect(200)).body as AccessTokenResponse[];
    expect(listed).toMatchObject({ id: token.id, hint: token.token.slice(-4), lastUsedIp: expect.any(String) });
    expect(JSON.stringify(listed)).not.toContain(token.token);
    const { body } = await ask(token.token, '/api/v1/auth/token').expect(200);
    expect(body).toMatchObject({ id: token.id, tenantId: t.id, grants: [{ role: 'hq_admin' }] });
    await admin.get('/api/v1/auth/token').expect(404);
    const days = (new Date(token.expiresAt).getTime() - new Date(token.createdAt).getTime()) / 86_400_000;
    expect(days).toBe(90);
  });

  it('may do what it carries and what its person may, the smaller of both, at once when rights change', async () => {
    const admin = await t.as('hq_admin');
    const person = await t.as('quality_manager');
    const token = await made(person, { permissions: ['member.read', 'org.read'] });
    await ask(token.token).expect(200);
    const refused = await ask(token.token, '/api/v1/mails').expect(403);
    expect(refused.body.code).toBe('TOKEN.SCOPE');
    await request(app.server)
      .post('/api/v1/members')
      .set('Authorization', `Bearer ${token.token}`)
      .send({})
      .expect(403);
    const wider = await person.post(PATH, wish({ permissions: ['member.read', 'member.manage'] })).expect(422);
    expect(wider.body.code).toBe('TOKEN.MORE_THAN_HELD');
    const member = (await admin.get(`/api/v1/members/${person.memberId}`).expect(200)).body;
    await admin.delete(`/api/v1/members/${person.memberId}/grants/${member.grants[0].id}`).expect(200);
    expect((await ask(token.token).expect(403)).body.code).toBe('AUTH.FORBIDDEN');
    await admin.patch(`/api/v1/members/${person.memberId}`, { status: 'inactive' }).expect(200);
    await ask(token.token).expect(401);
  });

  it('gives nobody a role that carries more than itself, neither at once nor by an invitation that waits', async () => {
    const admin = await t.as('hq_admin');
    const permissions = ['member.manage', 'org.read', 'report.read', 'cycle.read', 'standard.read'];
    const { token } = await made(admin, { permissions });
    const post = (path: string, body: object = {}) =>
      request(app.server).post(path).set('Authorization', `Bearer ${token}`).send(body);
    const somebody = (role: string) => ({
      ...{ email: `p-${newId()}@example.test`, name: 'New', password: 'a long enough password' },
      grants: [{ role, scopeKind: 'tenant' }],
    });
    const invited = (role: string) => {
      const { password: _, ...body } = somebody(role);
      return { ...body, locale: 'en' };
    };
    const { body: viewer } = await post('/api/v1/members', somebody('viewer')).expect(201);
    const open = (await admin.post('/api/v1/invitations', invited('hq_admin')).expect(201)).body;
    for (const [path, body] of [
      ['/api/v1/members', somebody('hq_admin')],
      ['/api/v1/invitations', invited('quality_manager')],
      ['/api/v1/invitations/many', { invitations: [invited('hq_admin')] }],
      [`/api/v1/invitations/${open.id}/resend`, {}],
      [`/api/v1/members/${viewer.id}/grants`, { role: 'hq_admin', scopeKind: 'tenant' }],
    ] as const)
      expect((await post(path, body).expect(403)).body.code).toBe('TOKEN.SCOPE');
    await post('/api/v1/invitations', invited('viewer')).expect(201);
    await admin.post(`/api/v1/members/${viewer.id}/grants`, { role: 'hq_admin', scopeKind: 'tenant' }).expect(201);
  });

  it('cannot do what only a person does: tokens, passwords, sessions, members’ tokens', async () => {
    const admin = await t.as('hq_admin');
    const { token, id } = await made(admin, { permissions: ['member.read', 'member.manage'] });
    const by = (method: 'get' | 'post' | 'delete', path: string) =>
      request(app.server)[method](path).set('Authorization', `Bearer ${token}`);
    for (const [method, path] of [
      ['get', PATH],
      ['post', PATH],
      ['delete', `${PATH}/${id}`],
      ['post', '/api/v1/auth/password'],
      ['get', '/api/v1/auth/sessions'],
      ['delete', '/api/v1/auth/sessions'],
      ['get', '/api/v1/auth/session'],
      ['get', '/api/v1/access-tokens'],
      ['post', '/api/v1/service-accounts'],
      ['get', '/api/v1/saved-views?page=x'],
    ] as const)
      expect([path, (await by(method, path).expect(403)).body.code]).toEqual([path, 'TOKEN.SESSION_ONLY']);
    expect((await by('get', '/api/v1/tenants')).status).toBe(403);
  });

  it('ends at its day, by its person’s hand at once, and is nobody else’s', async () => {
    const person = await t.as('quality_manager');
    const other = await t.as('quality_manager');
    const now = new Date();
    app.clock.set(now);
    const token = await made(person, { expiresInDays: 1 });
    app.clock.set(new Date(now.getTime() + 24 * 60 * MINUTE - 1));
    await ask(token.token).expect(200);
    app.clock.set(new Date(now.getTime() + 24 * 60 * MINUTE));
    await ask(token.token).expect(401);
    app.clock.set(now);
    expect((await other.get(PATH).expect(200)).body).toEqual([]);
    await other.delete(`${PATH}/${token.id}`).expect(404);
    await person.delete(`${PATH}/${token.id}`).expect(204);
    await ask(token.token).expect(401);
    await person.delete(`${PATH}/${token.id}`).expect(404);
    const actions = await t.sql(`SELECT action FROM trail_entries WHERE object_id = $1 ORDER BY id`, [token.id]);
    expect(actions).toEqual([{ action: 'token.create' }, { action: 'token.revoke' }]);
  });

  it('says when it was used, written at most every five minutes, and is slowed down beyond 600 requests a minute', async () => {
    const person = await t.as('quality_manager');
    const now = new Date();
    const used = async (minutes: number) => {
      app.clock.set(new Date(now.getTime() + minutes * MINUTE));
      await ask(token.token).expect(200);
      const [row] = (await person.get(PATH).expect(200)).body as AccessTokenResponse[];
      return (new Date(row?.lastUsedAt ?? 0).getTime() - now.getTime()) / MINUTE;
    };
    app.clock.set(now);
    const token = await made(person);
    expect([await used(0), await used(4), await used(6)]).toEqual([0, 0, 6]);
    await t.sql(`UPDATE access_tokens SET window_requests = 599 WHERE id = $1`, [token.id]);
    await ask(token.token).expect(200);
    const slowed = await ask(token.token).expect(429);
    expect(slowed.body.code).toBe('REQUEST.THROTTLED');
    expect(Number(slowed.headers['retry-after'])).toBeGreaterThan(0);
    app.clock.set(new Date(now.getTime() + 8 * MINUTE));
    await ask(token.token).expect(200);
  });

  it('is no cookie, no other tenant’s and no mistyped one', async () => {
    const person = await t.as('quality_manager');
    const { token } = await made(person);
    await request(app.server).get('/api/v1/members').set('Cookie', `wheelhouse_session=${token}`).expect(401);
    await ask(`${token.slice(0, -1)}${token.endsWith('0') ? '1' : '0'}`).expect(401);
    const zh = await request(app.server)
      .patch('/api/v1/auth/me')
      .set({ Authorization: `Bearer ${token}`, 'Accept-Language': 'zh-CN' })
      .send({ name: 'x' })
      .expect(403);
    expect(zh.body.detail).toBe('令牌不能执行此操作，请使用账号登录。');
  });

  it('names the field of a wish that cannot be', async () => {
    const person = await t.as('viewer');
    const field = async (more: object, status = 400) =>
      (await person.post(PATH, wish({ permissions: ['org.read'], ...more })).expect(status)).body.errors[0].field;
    expect(await field({ name: '' })).toBe('name');
    expect(await field({ permissions: [] })).toBe('permissions');
    expect(await field({ permissions: ['everything'] })).toContain('permissions');
    expect(await field({ expiresInDays: 366 })).toBe('expiresInDays');
    expect(await field({ permissions: ['org.read', 'member.manage'] }, 422)).toBe('permissions[1]');
    await request(app.server).post(PATH).send(wish()).expect(401);
    for (let i = 0; i < 20; i++) await made(person, { permissions: ['org.read'] });
    expect((await person.post(PATH, wish({ permissions: ['org.read'] })).expect(409)).body.code).toBe('TOKEN.TOO_MANY');
  });
});
