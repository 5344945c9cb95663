import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '@wheelhouse/kernel';
import { startApp, type TestApp } from '@wheelhouse/testing';
import request from 'supertest';
import { IDENTITY_ENTITIES, IdentityModule } from './index.js';
import { aTenant, joins, type TestTenant } from './testing/index.js';

let app: TestApp;
let t: TestTenant;
const login = (body: object) => request(app.server).post('/api/v1/auth/login').send(body);
const password = 'correct horse battery';

beforeAll(async () => {
  app = await startApp({ imports: [IdentityModule], entities: IDENTITY_ENTITIES });
  t = await aTenant(app);
});
afterAll(() => app.close());

async function aPersonWithPassword(): Promise<string> {
  const admin = await t.as('hq_admin');
  const email = `p-${newId()}@example.test`;
  await admin
    .post('/api/v1/members', { email, name: '王芳', password, grants: [{ role: 'viewer', scopeKind: 'tenant' }] })
    .expect(201);
  return email;
}

describe('sign-in', () => {
  it('answers a token for programs and an httpOnly cookie for browsers', async () => {
    const email = await aPersonWithPassword();
    const answer = await login({ email: email.toUpperCase(), password }).expect(200);
    expect(answer.body.session).toMatchObject({
      person: { email, name: '王芳' },
      tenant: { id: t.id },
      permissions: expect.arrayContaining(['report.read']),
    });
    expect(answer.headers['set-cookie']).toBeUndefined();
    const browser = await login({ email, password }).set('X-Wheelhouse', '1').expect(200);
    expect(browser.body).toEqual({ expiresAt: expect.any(String), session: answer.body.session });
    const cookie = String(browser.headers['set-cookie']);
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Lax/);
    await request(app.server)
      .get('/api/v1/auth/session')
      .set('Authorization', `Bearer ${answer.body.accessToken}`)
      .expect(200);
  });

  it('does not tell which part was wrong, in either language', async () => {
    const email = await aPersonWithPassword();
    const wrong = await login({ email, password: 'something else' }).expect(401);
    const unknown = await login({ email: `nobody-${newId()}@example.test`, password }).expect(401);
    expect(wrong.body).toEqual(unknown.body);
    expect(wrong.headers['content-type']).toContain('application/problem+json');
    const zh = await login({ email, password: 'x' }).set('Accept-Language', 'zh-CN').expect(401);
    expect(zh.body.detail).toBe('邮箱或密码不正确。');
  });

  it('is throttled for one account, and opens again', async () => {
    const email = await aPersonWithPassword();
    for (let i = 0; i < 10; i++) await login({ email, password: 'wrong one' }).expect(401);
    const refused = await login({ email, password }).expect(429);
    expect(refused.body.code).toBe('AUTH.THROTTLED');
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    app.clock.set(new Date(Date.now() + 16 * 60_000));
    await login({ email, password }).expect(200);
    app.clock.release();
  });

  it('names the field of a malformed request', async () => {
    const missing = await login({ email: 'a@b.c' }).expect(400);
    expect(missing.body.errors).toEqual([expect.objectContaining({ field: 'password', code: 'FIELD.REQUIRED' })]);
    const unknown = await login({ email: 'a@b.c', password, admin: true }).expect(400);
    expect(unknown.body.errors).toEqual([expect.objectContaining({ field: 'admin', code: 'FIELD.UNKNOWN' })]);
    const typed = await login({ email: { $ne: '' }, password }).expect(400);
    expect(typed.body.errors[0].field).toBe('email');
    const hostile = await login({ email: 'a\u0000@b.c', password }).expect(400);
    expect(hostile.body.errors[0]).toMatchObject({ field: 'email', code: 'FIELD.CONTROL_CHARACTERS' });
    const broken = await request(app.server)
      .post('/api/v1/auth/login')
      .set('Content-Type', 'application/json')
      .send('{"email":')
      .expect(400);
    expect(broken.body.code).toBe('REQUEST.MALFORMED');
    const huge = await login({ email: 'a@b.c', password: 'x'.repeat(3_000_000) }).expect(413);
    expect(huge.body.code).toBe('REQUEST.TOO_LARGE');
    await request(app.server).post('/api/v1/auth/login').set('Content-Type', 'text/xml').send('<a/>').expect(415);
  });
});

describe('sessions', () => {
  const cookieOf = async (email: string) =>
    String((await login({ email, password }).set('X-Wheelhouse', '1').expect(200)).headers['set-cookie']).split(
      ';',
    )[0] ?? '';

  it('by cookie change nothing without the header that no other site can send', async () => {
    const cookie = await cookieOf(await aPersonWithPassword());
    const patch = () => request(app.server).patch('/api/v1/auth/me').set('Cookie', cookie).send({ locale: 'zh-CN' });
    expect((await patch().expect(403)).body.code).toBe('REQUEST.CSRF');
    await patch().set('X-Wheelhouse', '1').set('Sec-Fetch-Site', 'cross-site').expect(403);
    const done = await patch().set('X-Wheelhouse', '1').expect(200);
    expect(done.body.person.locale).toBe('zh-CN');
  });

  it('end at sign-out, and at a change of password everywhere else', async () => {
    const email = await aPersonWithPassword();
    const [first, second] = [await login({ email, password }), await login({ email, password })];
    const bearer = (token: string) => ({ Authorization: `Bearer ${token}` });
    const one = bearer(first.body.accessToken);
    await request(app.server)
      .post('/api/v1/auth/password')
      .set(one)
      .send({ currentPassword: 'wrong', newPassword: 'a new and long one' })
      .expect(422);
    await request(app.server)
      .post('/api/v1/auth/password')
      .set(one)
      .send({ currentPassword: password, newPassword: 'a new and long one' })
      .expect(204);
    await request(app.server).get('/api/v1/auth/session').set(bearer(second.body.accessToken)).expect(401);
    await request(app.server).post('/api/v1/auth/logout').set(one).expect(204);
    await request(app.server).get('/api/v1/auth/session').set(one).expect(401);
  });

  it('do not let anybody guess the password without end', async () => {
    const email = await aPersonWithPassword();
    const { accessToken } = (await login({ email, password }).expect(200)).body;
    const change = (currentPassword: string) =>
      request(app.server)
        .post('/api/v1/auth/password')
        .set('Authorization', `Bearer ${accessToken}`)
        .send({ currentPassword, newPassword: 'a new and long one' });
    for (let i = 0; i < 10; i++) await change(`guess ${i}`).expect(422);
    expect((await change(password).expect(429)).body.code).toBe('AUTH.THROTTLED');
    await login({ email, password }).expect(429);
  });

  it('work in one of several tenants, never in a foreign one', async () => {
    const email = await aPersonWithPassword();
    const other = await aTenant(app);
    const stranger = await aTenant(app);
    await joins(other, email, 'quality_manager', password);
    const { accessToken } = (await login({ email, password }).expect(200)).body;
    const go = (tenantId: string) =>
      request(app.server).post('/api/v1/auth/tenant').set('Authorization', `Bearer ${accessToken}`).send({ tenantId });
    const there = await go(other.id).expect(200);
    expect(there.body).toMatchObject({
      tenant: { id: other.id },
      person: { name: '王芳' },
      permissions: expect.arrayContaining(['standard.publish']),
    });
    await go(stranger.id).expect(404);
  });
});

describe('answers', () => {
  const csp = (headers: Record<string, unknown>) => String(headers['content-security-policy']).split(';');

  it('tell browsers to run nothing of others, to show them in no frame and to keep none of them', async () => {
    await request(app.server).trace('/api/v1/auth/session').expect(404);
    for (const path of ['/api/v1/auth/session', '/api/v1/nothing']) {
      const { headers } = await request(app.server).get(path);
      expect(headers).toMatchObject({
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'permissions-policy': expect.stringContaining('camera=(), '),
      });
      expect(csp(headers)).toEqual(
        expect.arrayContaining(["script-src 'self'", "base-uri 'none'", "object-src 'none'", "frame-ancestors 'none'"]),
      );
      expect(Object.keys(headers).filter((name) => /^(server|x-powered-by|access-control-.*)$/.test(name))).toEqual([]);
      expect(headers['strict-transport-security']).toBeUndefined();
    }
  });

  it('over TLS ask for TLS for a year, and bind cookies to this host', async () => {
    const env = { PUBLIC_URL: 'https://quality.example.test' };
    const { database } = app;
    const tls = await startApp({ imports: [IdentityModule], entities: IDENTITY_ENTITIES, database, env });
    const email = await aPersonWithPassword();
    const post = () => request(tls.server).post('/api/v1/auth/login').set('X-Wheelhouse', '1');
    const answer = await post().send({ email, password }).expect(200);
    expect(answer.headers['strict-transport-security']).toBe('max-age=31536000; includeSubDomains');
    const cookie = String(answer.headers['set-cookie']);
    expect(cookie).toMatch(/^__Host-wheelhouse_session=[\w-]+; .*Path=\/; .*HttpOnly; Secure; SameSite=Lax$/);
    const value = cookie.split(';')[0] ?? '';
    const session = (sent: string) => request(tls.server).get('/api/v1/auth/session').set('Cookie', sent);
    await session(value).expect(200);
    await session(value.replace('__Host-', '')).expect(401);
    await tls.close();
  });
});
