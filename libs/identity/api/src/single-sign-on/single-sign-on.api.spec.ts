import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '@wheelhouse/kernel';
import { startApp, type TestApp } from '@wheelhouse/testing';
import request from 'supertest';
import { IDENTITY_ENTITIES, IdentityModule } from '../index.js';
import { aProvider, CLIENT, type TestProvider, throughProvider } from '../testing/a-provider.js';
import {
  A_PASSWORD,
  aPersonWithPassword,
  aTenant,
  callsWith,
  joins,
  signInWith,
  type TestTenant,
} from '../testing/index.js';

let app: TestApp;
let provider: TestProvider;
const PATH = '/api/v1/sign-in-provider';
const PUBLIC_URL = 'http://wheelhouse.test';

beforeAll(async () => {
  app = await startApp({
    imports: [IdentityModule],
    entities: IDENTITY_ENTITIES,
    env: { PUBLIC_URL, WHEELHOUSE_ALLOW_PRIVATE_TARGETS: 'true' },
  });
  provider = await aProvider(`${PUBLIC_URL}/api/v1/auth/sso/callback`);
});
afterAll(async () => {
  await provider?.close();
  await app?.close();
});
afterEach(() => app.clock.release());

let count = 0;
/** A tenant that signs in at the provider, and its mail domain. */
async function aTenantWithProvider(more: object = {}) {
  const t = await aTenant(app);
  const admin = await t.as('hq_admin');
  const domain = `d${++count}.example.test`;
  const body = { issuer: provider.issuer, ...CLIENT, mailDomains: [domain], only: false, ...more };
  const { body: kept } = await admin.put(PATH, body).expect(200);
  provider.allow(kept.redirectUri);
  return { t, admin, domain };
}
async function aMember(t: TestTenant, email: string, role = 'viewer') {
  const admin = await t.as('hq_admin');
  const body = { email, name: '王小芳', password: A_PASSWORD, grants: [{ role, scopeKind: 'tenant' }] };
  return (await admin.post('/api/v1/members', body).expect(201)).body.id as string;
}
const ownAddress = (t: TestTenant) => `${PUBLIC_URL}/api/v1/auth/sso/callback/${t.id}`;
const cookieOf = (answer: { headers: Record<string, unknown> }, name: string) =>
  [answer.headers['set-cookie'] ?? []]
    .flat()
    .map(String)
    .find((line) => line.startsWith(`${name}=`) && !line.startsWith(`${name}=;`))
    ?.split(';')[0] ?? '';

async function start(slug: string, next?: string, again?: boolean) {
  const answer = await request(app.server).post('/api/v1/auth/sso/start').send({ slug, next, again }).expect(200);
  return { url: String(answer.body.url), cookie: cookieOf(answer, 'wheelhouse_sso') };
}
const comeBack = (back: URL, cookie: string) =>
  request(app.server)
    .get(back.pathname + back.search)
    .set('Cookie', cookie)
    .expect(303);

/** The whole way of a browser; answers where it ends and the session's cookie. */
async function signInAtProvider(
  slug: string,
  person: Partial<TestProvider['person']>,
  next?: string,
  { again, before = '' }: { again?: boolean; before?: string } = {},
) {
  provider.person = { sub: newId(), email: 'x@y.test', email_verified: true, ...person };
  const { url, cookie } = await start(slug, next, again);
  const answer = await comeBack(await throughProvider(url), `${cookie}; ${before}`);
  const session = cookieOf(answer, 'wheelhouse_session');
  const http = request(app.server);
  return {
    to: String(answer.headers.location),
    cookie: session,
    get: (path: string) => http.get(path).set('Cookie', session),
    post: (path: string, body: object = {}) => http.post(path).set({ Cookie: session, 'X-Wheelhouse': '1' }).send(body),
    patch: (path: string, body: object) => http.patch(path).set({ Cookie: session, 'X-Wheelhouse': '1' }).send(body),
  };
}

describe('a provider', () => {
  it('is kept once it has answered; its secret is sealed and told to nobody', async () => {
    const { t, admin, domain } = await aTenantWithProvider();
    const { body } = await admin.get(PATH).expect(200);
    expect(body).toEqual({
      ...{ configured: true, issuer: provider.issuer, clientId: 'wheelhouse', mailDomains: [domain], only: false },
      ...{ ownReturn: true, redirectUri: ownAddress(t), ownRedirectUri: ownAddress(t) },
    });
    const [kept] = await t.sql(`SELECT x::text AS text FROM sign_in_providers x`);
    expect(String(kept?.text)).not.toContain(CLIENT.clientSecret);
    const trail = await t.sql(`SELECT before, after::text FROM trail_entries WHERE action = 'sign_in.provider'`);
    expect(JSON.stringify(trail)).not.toContain(CLIENT.clientSecret);
    const again = { issuer: provider.issuer, clientId: 'wheelhouse', mailDomains: [domain], only: true };
    expect((await admin.put(PATH, again).expect(200)).body.only).toBe(true);
    await admin.delete(PATH).expect(204);
    expect((await admin.get(PATH).expect(200)).body).toMatchObject({ configured: false, only: false, mailDomains: [] });
    await admin.delete(PATH).expect(404);
  });

  it('is refused with what is wrong', async () => {
    const { domain } = await aTenantWithProvider();
    const admin = await (await aTenant(app)).as('hq_admin');
    const body = { issuer: provider.issuer, ...CLIENT, mailDomains: ['z.example.test'], only: false };
    const put = (more: object, status: number) => admin.put(PATH, { ...body, ...more }).expect(status);
    const nobody = await put({ issuer: 'http://127.0.0.1:1' }, 422);
    expect(nobody.body).toMatchObject({ code: 'SSO.DISCOVERY', errors: [{ field: 'issuer' }] });
    expect(nobody.body.detail).toContain('unreachable');
    expect((await put({ issuer: `${provider.issuer}/elsewhere` }, 422)).body.code).toBe('SSO.DISCOVERY');
    expect((await put({ mailDomains: [domain] }, 409)).body.code).toBe('SSO.DOMAIN');
    expect((await put({ mailDomains: ['QQ.com'] }, 409)).body.errors[0].field).toBe('mailDomains[0]');
    expect((await put({ clientSecret: undefined }, 400)).body.errors[0].field).toBe('clientSecret');
    expect((await put({ issuer: 'ftp://x' }, 400)).body.errors[0].field).toBe('issuer');
    expect((await put({ mailDomains: [] }, 400)).body.errors[0].field).toBe('mailDomains');
    for (const role of ['quality_manager', 'viewer'] as const) {
      const other = await (await aTenant(app)).as(role);
      await other.get(PATH).expect(403);
      await other.put(PATH, body).expect(403);
      await other.delete(PATH).expect(403);
    }
    await request(app.server).get(PATH).expect(401);
    await request(app.server).put(PATH).send(body).expect(401);
  });

  it('on a private address is refused unless the operator allows it', async () => {
    const strict = await startApp({ imports: [IdentityModule], entities: IDENTITY_ENTITIES, database: app.database });
    const admin = await (await aTenant(strict)).as('hq_admin');
    const body = { ...CLIENT, mailDomains: ['p.example.test'], only: false };
    for (const issuer of [provider.issuer, 'https://127.0.0.1', 'https://[::1]', 'https://localhost'])
      expect((await admin.put(PATH, { ...body, issuer }).expect(422)).body.code).toBe('SSO.DISCOVERY');
    await strict.close();
  });

  it('is found by short name and by the domain of an address', async () => {
    const { t, domain } = await aTenantWithProvider();
    const find = (hint: string) => request(app.server).post('/api/v1/auth/sso/find').send({ hint });
    expect((await find(t.slug).expect(200)).body).toMatchObject({ slug: t.slug, name: { zh: expect.any(String) } });
    expect((await find(` Anybody@${domain.toUpperCase()} `).expect(200)).body.slug).toBe(t.slug);
    expect((await find('nobody@elsewhere.test').expect(404)).body.code).toBe('SSO.UNKNOWN');
    expect((await find('').expect(400)).body.errors[0].field).toBe('hint');
    await request(app.server)
      .post('/api/v1/auth/sso/start')
      .send({ slug: (await aTenant(app)).slug })
      .expect(404);
  });
});

describe('signing in at the provider', () => {
  it('links a member by verified e-mail once, and goes on to where one wanted', async () => {
    const { t, domain } = await aTenantWithProvider();
    await aMember(t, `fang@${domain}`);
    const one = await signInAtProvider(t.slug, { sub: 's1', email: `Fang@${domain}` }, '/reports?week=2026-W10');
    expect(one.to).toBe('/reports?week=2026-W10');
    const { body } = await one.get('/api/v1/auth/session').expect(200);
    expect(body).toMatchObject({ person: { email: `fang@${domain}` }, tenant: { id: t.id }, tenantBound: true });
    // Afterwards the subject counts, not the address.
    const two = await signInAtProvider(t.slug, { sub: 's1', email: 'new@elsewhere.test', email_verified: false });
    expect((await two.get('/api/v1/auth/session').expect(200)).body.person.email).toBe(`fang@${domain}`);
    const links = await t.sql(`SELECT action FROM trail_entries WHERE action = 'sign_in.link'`);
    expect(links).toHaveLength(1);
    for (const next of ['//evil.test', '/\\evil.test', 'https://evil.test', '/%5C/ x', '/a\r\nSet-Cookie: x=1'])
      expect((await signInAtProvider(t.slug, { sub: 's1' }, next)).to).toBe('/');
    expect((await signInAtProvider(t.slug, { sub: 's1' }, '/audits?search=店')).to).toBe('/audits?search=%E5%BA%97');
    await two.post('/api/v1/auth/logout').expect(204);
    await two.get('/api/v1/auth/session').expect(401);
  });

  it('takes in whom an invitation awaits, with no password', async () => {
    const { t, admin, domain } = await aTenantWithProvider();
    const email = `new@${domain}`;
    const grants = [{ role: 'quality_manager', scopeKind: 'tenant' }];
    await admin.post('/api/v1/invitations', { email, name: '李明', locale: 'zh-CN', grants }).expect(201);
    const me = await signInAtProvider(t.slug, { email, name: '李小明' });
    const { body } = await me.get('/api/v1/auth/session').expect(200);
    expect(body).toMatchObject({
      person: { email, name: '李小明', locale: 'zh-CN' },
      grants: [{ role: 'quality_manager' }],
    });
    await signInWith(app, email, 'none').expect(401);
  });

  it.each([
    ['an address that is not verified', { email_verified: false }, 'SSO.UNVERIFIED'],
    ['an address of another domain', { email: 'fang@elsewhere.test' }, 'SSO.OTHER_DOMAIN'],
    ['somebody who is neither member nor invited', { email: 'stranger@' }, 'SSO.NOT_MEMBER'],
  ])('refuses %s', async (_, person: { email?: string; email_verified?: boolean }, code) => {
    const { t, domain } = await aTenantWithProvider();
    await aMember(t, `fang@${domain}`);
    const email = person.email?.endsWith('@') ? person.email + domain : (person.email ?? `fang@${domain}`);
    const me = await signInAtProvider(t.slug, { ...person, email });
    expect(me.to).toBe(`/sign-in?refused=${code}`);
    await me.get('/api/v1/auth/session').expect(401);
  });

  it('refuses whoever was deactivated, linked or not', async () => {
    const { t, admin, domain } = await aTenantWithProvider();
    const id = await aMember(t, `fang@${domain}`);
    await signInAtProvider(t.slug, { sub: 's9', email: `fang@${domain}` });
    await admin.patch(`/api/v1/members/${id}`, { status: 'inactive' }).expect(200);
    const me = await signInAtProvider(t.slug, { sub: 's9', email: `fang@${domain}` });
    expect(me.to).toContain('SSO.NOT_MEMBER');
  });

  it('refuses an answer that another browser brings, that comes twice, too late or changed', async () => {
    const { t, domain } = await aTenantWithProvider();
    await aMember(t, `fang@${domain}`);
    provider.person = { sub: 's2', email: `fang@${domain}`, email_verified: true };
    const outcome = async (change: (back: URL) => void = () => undefined, cookie?: string, minutes = 0) => {
      const begun = await start(t.slug);
      const back = await throughProvider(begun.url);
      change(back);
      if (minutes > 0) app.clock.set(new Date(Date.now() + minutes * 60_000));
      const first = await comeBack(back, cookie ?? begun.cookie);
      app.clock.release();
      const again = await comeBack(back, cookie ?? begun.cookie);
      return [String(first.headers.location), String(again.headers.location)];
    };
    const dead = '/sign-in?refused=SSO.ATTEMPT';
    expect(await outcome()).toEqual(['/', dead]);
    expect(await outcome(undefined, 'wheelhouse_sso=another')).toEqual([dead, dead]);
    expect(await outcome(undefined, undefined, 10)).toEqual([dead, dead]);
    expect(await outcome((back) => back.searchParams.set('state', 'x'))).toEqual([dead, dead]);
    expect(await outcome((back) => back.searchParams.set('code', 'x'))).toEqual(['/sign-in?refused=SSO.ANSWER', dead]);
    expect(await outcome((back) => back.searchParams.set('iss', 'https://evil.test'))).toEqual([
      '/sign-in?refused=SSO.ANSWER',
      dead,
    ]);
    // The code of another sign-in, of this tenant or of another at the same provider: neither PKCE nor nonce fit.
    const { t: neighbour } = await aTenantWithProvider();
    for (const { slug } of [t, neighbour]) {
      const code = (await throughProvider((await start(slug)).url)).searchParams.get('code') ?? '';
      expect((await outcome((back) => back.searchParams.set('code', code)))[0]).toBe('/sign-in?refused=SSO.ANSWER');
    }
    expect(await outcome((back) => back.searchParams.set('error', 'access_denied'))).toEqual([
      '/sign-in?refused=SSO.REFUSED',
      dead,
    ]);
  });
});

describe('beginning at a provider', () => {
  it('has its end for one address, because each asks the provider', async () => {
    const { t } = await aTenantWithProvider();
    const begin = () => request(app.server).post('/api/v1/auth/sso/start').send({ slug: t.slug });
    await begin().expect(200);
    await app.source.query(`UPDATE sign_in_attempts SET failures = 600 WHERE key LIKE 'start-%'`);
    expect((await begin().expect(429)).body.code).toBe('AUTH.THROTTLED');
    await app.source.query(`DELETE FROM sign_in_attempts WHERE key LIKE 'start-%'`);
    await begin().expect(200);
  });
});

describe('a session from a provider', () => {
  it('reaches its tenant alone and nothing of the account', async () => {
    const { t, domain } = await aTenantWithProvider();
    const other = await aTenant(app);
    await aMember(t, `fang@${domain}`);
    await joins(other, `fang@${domain}`);
    const me = await signInAtProvider(t.slug, { email: `fang@${domain}` });
    const { body } = await me.get('/api/v1/auth/session').expect(200);
    expect(body.tenants.map(({ id }: { id: string }) => id)).toEqual([t.id]);
    for (const [path, content] of [
      ['tenant', { tenantId: other.id }],
      ['password', { currentPassword: A_PASSWORD, newPassword: 'another long password' }],
      ['second-factor', {}],
    ] as const)
      expect((await me.post(`/api/v1/auth/${path}`, content).expect(403)).body.code).toBe('AUTH.BOUND');
    await me.get('/api/v1/auth/sessions').expect(403);
  });

  it('changes the language, but not the name by which other organisations know the person', async () => {
    const { t, domain } = await aTenantWithProvider();
    await aMember(t, `fang@${domain}`);
    const me = await signInAtProvider(t.slug, { email: `fang@${domain}` });
    await me.patch('/api/v1/auth/me', { name: '王芳', locale: 'zh-CN' }).expect(200);
    await joins(await aTenant(app), `fang@${domain}`);
    expect((await me.patch('/api/v1/auth/me', { name: '总经理' }).expect(403)).body.code).toBe('AUTH.BOUND');
    const { body } = await me.patch('/api/v1/auth/me', { name: '王芳', locale: 'en' }).expect(200);
    expect(body.person).toMatchObject({ name: '王芳', locale: 'en' });
  });
});

describe('an address of return', () => {
  it('is each tenant’s own; what comes to another’s is refused', async () => {
    const { t, domain } = await aTenantWithProvider();
    const { t: neighbour } = await aTenantWithProvider();
    await aMember(t, `fang@${domain}`);
    provider.person = { sub: 's4', email: `fang@${domain}`, email_verified: true };
    for (const path of [`callback/${neighbour.id}`, 'callback', 'callback/nonsense']) {
      const { url, cookie } = await start(t.slug);
      expect(new URL(url).searchParams.get('redirect_uri')).toBe(ownAddress(t));
      const back = await throughProvider(url);
      back.pathname = `/api/v1/auth/sso/${path}`;
      expect((await comeBack(back, cookie)).headers.location).toBe('/sign-in?refused=SSO.ATTEMPT');
    }
  });

  it('stays the one of before where a provider knows that, until its tenant takes its own', async () => {
    const { t, admin, domain } = await aTenantWithProvider();
    await aMember(t, `fang@${domain}`);
    await t.sql(`UPDATE sign_in_providers SET own_return = false`);
    const before = `${PUBLIC_URL}/api/v1/auth/sso/callback`;
    const { body: kept } = await admin.get(PATH).expect(200);
    expect(kept).toMatchObject({ ownReturn: false, redirectUri: before, ownRedirectUri: ownAddress(t) });
    expect(new URL((await start(t.slug)).url).searchParams.get('redirect_uri')).toBe(before);
    expect((await signInAtProvider(t.slug, { email: `fang@${domain}` })).to).toBe('/');
    const same = { issuer: provider.issuer, clientId: CLIENT.clientId, mailDomains: [domain], only: false };
    expect((await admin.put(PATH, same).expect(200)).body.redirectUri).toBe(before);
    const own = await admin.put(PATH, { ...same, ownReturn: true }).expect(200);
    expect(own.body).toMatchObject({ ownReturn: true, redirectUri: ownAddress(t) });
    expect((await signInAtProvider(t.slug, { email: `fang@${domain}` })).to).toBe('/');
  });
});

describe('proving anew who one is at the provider', () => {
  it('counts only when the provider says that it asked just now; the session of before ends', async () => {
    const { t, domain } = await aTenantWithProvider();
    await aMember(t, `fang@${domain}`);
    const person = { sub: 's7', email: `fang@${domain}` };
    const token = { name: 'A sheet', permissions: ['org.read'], expiresInDays: 30 };
    const silent = await signInAtProvider(t.slug, person);
    expect((await silent.get('/api/v1/auth/proof').expect(200)).body).toEqual({ way: 'provider', until: null });
    expect((await silent.post('/api/v1/auth/tokens', token).expect(403)).body.code).toBe('AUTH.PROVE_AGAIN');
    expect((await silent.post('/api/v1/auth/proof', { password: A_PASSWORD }).expect(403)).body.code).toBe(
      'AUTH.BOUND',
    );
    const asked = await signInAtProvider(t.slug, person, '/profile', { again: true, before: silent.cookie });
    expect(asked.to).toBe('/profile');
    expect((await asked.get('/api/v1/auth/proof').expect(200)).body.until).toEqual(expect.any(String));
    await asked.post('/api/v1/auth/tokens', token).expect(201);
    await silent.get('/api/v1/auth/session').expect(401);
  });
});

describe('a tenant with single sign-on only', () => {
  it('takes no password but its administrators’, at once, and leaves other tenants alone', async () => {
    const { t, admin, domain } = await aTenantWithProvider();
    const other = await aTenant(app);
    const worker = await aPersonWithPassword([t]);
    const boss = await aPersonWithPassword([t], 'hq_admin');
    const both = await aPersonWithPassword([t, other]);
    const before = callsWith(app, (await signInWith(app, worker.email).expect(200)).body.accessToken);
    await admin
      .put(PATH, { issuer: provider.issuer, clientId: CLIENT.clientId, mailDomains: [domain], only: true })
      .expect(200);
    expect((await before.get('/api/v1/auth/session').expect(200)).body.tenant).toBeNull();
    await before.get('/api/v1/saved-views?page=x').expect(403);
    expect((await signInWith(app, worker.email).expect(403)).body.code).toBe('SSO.ONLY');
    expect((await signInWith(app, boss.email).expect(200)).body.session.tenant.id).toBe(t.id);
    const { body } = await signInWith(app, both.email).expect(200);
    expect(body.session.tenant.id).toBe(other.id);
    const switched = await callsWith(app, body.accessToken).post('/api/v1/auth/tenant', { tenantId: t.id }).expect(403);
    expect(switched.body.code).toBe('SSO.ONLY');
  });
});
