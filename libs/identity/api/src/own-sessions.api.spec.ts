import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '@wheelhouse/kernel';
import { startApp, type TestApp } from '@wheelhouse/testing';
import request from 'supertest';
import { IDENTITY_ENTITIES, IdentityModule } from './index.js';
import { aTenant, type TestTenant } from './testing/index.js';

let app: TestApp;
let t: TestTenant;
const PATH = '/api/v1/auth/sessions';
const PROOF = '/api/v1/auth/proof';
const password = 'correct horse battery';
const CHROME =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36';

beforeAll(async () => {
  app = await startApp({ imports: [IdentityModule], entities: IDENTITY_ENTITIES });
  t = await aTenant(app);
});
afterAll(() => app.close());
afterEach(() => app.clock.release());

async function aPerson(): Promise<string> {
  const email = `p-${newId()}@example.test`;
  const body = { email, name: '王芳', password, grants: [{ role: 'viewer', scopeKind: 'tenant' }] };
  await (await t.as('hq_admin')).post('/api/v1/members', body).expect(201);
  return email;
}
async function signIn(email: string, agent = CHROME) {
  const { body } = await request(app.server)
    .post('/api/v1/auth/login')
    .set('User-Agent', agent)
    .send({ email, password })
    .expect(200);
  const signed = { Authorization: `Bearer ${body.accessToken}` };
  const http = request(app.server);
  return {
    memberId: body.session.memberId as string,
    get: (path: string) => http.get(path).set(signed),
    post: (path: string, sent: object) => http.post(path).set(signed).send(sent),
    delete: (path: string) => http.delete(path).set(signed),
  };
}
type Listed = { id: string; current: boolean; lastUsedAt: string };

describe('one’s sessions', () => {
  it('are listed in plain words, the last used first, with the one that asks marked', async () => {
    const email = await aPerson();
    const now = new Date();
    app.clock.set(new Date(now.getTime() - 3_600_000));
    await signIn(email, 'curl/8.5.0');
    app.clock.set(now);
    const second = await signIn(email);
    const { body } = await second.get(PATH).expect(200);
    expect(body).toMatchObject([
      { current: true, browser: 'Chrome', system: 'Windows', kind: 'computer', ip: expect.any(String) },
      { current: false, browser: null, kind: 'program' },
    ]);
    expect(JSON.stringify(body)).not.toMatch(/token|hash/i);
  });

  it('say when they were used, written at most every five minutes', async () => {
    const now = new Date();
    app.clock.set(now);
    const one = await signIn(await aPerson());
    const usedAfter = async (minutes: number) => {
      app.clock.set(new Date(now.getTime() + minutes * 60_000));
      const { body } = await one.get(PATH).expect(200);
      return (new Date((body as Listed[])[0]?.lastUsedAt ?? 0).getTime() - now.getTime()) / 60_000;
    };
    expect([await usedAfter(4), await usedAfter(6), await usedAfter(10), await usedAfter(12)]).toEqual([0, 6, 6, 12]);
  });

  it('are ended one by one; others’ do not exist', async () => {
    const email = await aPerson();
    const [one, two] = [await signIn(email), await signIn(email)];
    const stranger = await signIn(await aPerson());
    const listed = (await one.get(PATH).expect(200)).body as Listed[];
    const other = listed.find(({ current }) => !current);
    await stranger.delete(`${PATH}/${other?.id}`).expect(404);
    await one.delete(`${PATH}/${other?.id}`).expect(204);
    await one.delete(`${PATH}/${other?.id}`).expect(404);
    await two.get(PATH).expect(401);
    await one.get(PATH).expect(200);
    await one.delete(`${PATH}/nonsense`).expect(400);
  });

  it('are a hundred at most: one more, and the one that was used longest ago ends', async () => {
    const email = await aPerson();
    const now = Date.now();
    app.clock.set(new Date(now - 3_600_000));
    const oldest = await signIn(email);
    const person = `(SELECT id FROM people WHERE email = '${email}')`;
    await app.source.query(
      `INSERT INTO sessions (id, token_hash, person_id, expires_at, created_at, last_used_at)
       SELECT gen_random_uuid(), sha256(gen_random_uuid()::text::bytea), ${person}, $1, $2, $2 FROM generate_series(1, 99)`,
      [new Date(now + 3_600_000), new Date(now - 60_000)],
    );
    await oldest.get(PATH).expect(200);
    app.clock.set(new Date(now));
    const newest = await signIn(email);
    expect((await newest.get(PATH).expect(200)).body).toHaveLength(100);
    await oldest.get(PATH).expect(401);
  });

  it('are ended everywhere else, and everywhere', async () => {
    const email = await aPerson();
    const [one, two, three] = [await signIn(email), await signIn(email), await signIn(email)];
    const bystander = await signIn(await aPerson());
    await one.delete(`${PATH}?others=true`).expect(204);
    await two.get(PATH).expect(401);
    await three.get(PATH).expect(401);
    expect((await one.get(PATH).expect(200)).body).toHaveLength(1);
    const gone = await one.delete(PATH).expect(204);
    expect(String(gone.headers['set-cookie'])).toMatch(/wheelhouse_session=;/);
    await one.get(PATH).expect(401);
    await bystander.get(PATH).expect(200);
    await one.delete(`${PATH}?others=perhaps`).expect(401);
    await bystander.delete(`${PATH}?others=perhaps`).expect(400);
  });

  it('are ended, and what guards the account is changed, only by whoever proved lately who they are', async () => {
    const now = new Date();
    app.clock.set(now);
    const email = await aPerson();
    const [one, two] = [await signIn(email), await signIn(email)];
    const other = ((await one.get(PATH).expect(200)).body as Listed[]).find(({ current }) => !current);
    const token = { name: 'A sheet', permissions: ['org.read'], expiresInDays: 30 };
    app.clock.set(new Date(now.getTime() + 10 * 60_000));
    for (const refused of [
      one.delete(`${PATH}/${other?.id}`),
      one.delete(PATH),
      one.post('/api/v1/auth/tokens', token),
    ])
      expect((await refused.expect(403)).body.code).toBe('AUTH.PROVE_AGAIN');
    await two.get(PATH).expect(200);
    expect((await one.get(PROOF).expect(200)).body).toEqual({ way: 'password', until: null });
    expect((await one.post(PROOF, { password: 'not the password' }).expect(422)).body.errors[0].field).toBe('password');
    await one.post(PROOF, { password }).expect(204);
    const until = new Date(now.getTime() + 20 * 60_000).toISOString();
    expect((await one.get(PROOF).expect(200)).body).toEqual({ way: 'password', until });
    expect((await two.delete(PATH).expect(403)).body.code).toBe('AUTH.PROVE_AGAIN');
    await one.post('/api/v1/auth/tokens', token).expect(201);
    await one.delete(`${PATH}/${other?.id}`).expect(204);
    await request(app.server).get(PROOF).expect(401);
    await request(app.server).post(PROOF).send({ password }).expect(401);
    expect((await one.post(PROOF, {}).expect(400)).body.errors[0].field).toBe('password');
  });

  it('let nobody guess the password on and on', async () => {
    const one = await signIn(await aPerson());
    const guess = { currentPassword: 'not the password', newPassword: 'a new and quite long password' };
    for (let i = 0; i < 5; i++) {
      await one.post('/api/v1/auth/password', guess).expect(422);
      await one.post(PROOF, { password: 'not the password' }).expect(422);
    }
    await one.post('/api/v1/auth/password', { ...guess, currentPassword: password }).expect(429);
    await one.post(PROOF, { password }).expect(429);
  });

  it('reach no tenant’s content from the moment that the member is deactivated', async () => {
    const one = await signIn(await aPerson());
    const admin = await t.as('hq_admin');
    await one.get('/api/v1/saved-views?page=x').expect(200);
    await admin.patch(`/api/v1/members/${one.memberId}`, { status: 'inactive' }).expect(200);
    expect((await one.get('/api/v1/saved-views?page=x').expect(403)).body.code).toBe('AUTH.NO_TENANT');
    expect((await one.get('/api/v1/auth/session').expect(200)).body).toMatchObject({ tenant: null, grants: [] });
    await admin.patch(`/api/v1/members/${one.memberId}`, { status: 'active' }).expect(200);
    await one.get('/api/v1/saved-views?page=x').expect(200);
  });

  it('reach no content of a suspended organisation', async () => {
    const other = await aTenant(app);
    const viewer = await other.as('viewer');
    await app.source.query(`UPDATE tenants SET status = 'suspended' WHERE id = $1`, [other.id]);
    await viewer.get('/api/v1/saved-views?page=x').expect(403);
    await request(app.server).get(PATH).expect(401);
  });
});
