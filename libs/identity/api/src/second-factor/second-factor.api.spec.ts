import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type TestApp } from '@wheelhouse/testing';
import request from 'supertest';
import { IDENTITY_ENTITIES, IdentityModule } from '../index.js';
import {
  A_PASSWORD,
  aPersonWithPassword,
  aTenant,
  callsWith,
  digitsOf,
  signInWith,
  type TestTenant,
} from '../testing/index.js';

let app: TestApp;
let t: TestTenant;
const PATH = '/api/v1/auth/second-factor';
const START = Date.parse('2026-03-02T08:00:00Z');
let seconds = 0;

beforeAll(async () => {
  app = await startApp({ imports: [IdentityModule], entities: IDENTITY_ENTITIES });
  t = await aTenant(app);
});
afterAll(() => app.close());
afterEach(() => app.clock.release());

/** The clock stands; a later code is of another half minute. */
const later = (by = 60) => app.clock.set(new Date(START + (seconds += by) * 1000));
const step = (path: string, body: object) => request(app.server).post(`/api/v1/auth/login/${path}`).send(body);

async function enrolled(tenants: TestTenant[] = [t], role = 'viewer') {
  later();
  const { email, memberIds } = await aPersonWithPassword(tenants, role);
  const me = callsWith(app, (await signInWith(app, email).expect(200)).body.accessToken);
  const { body: made } = await me.post(PATH).expect(200);
  const { body } = await me.post(`${PATH}/confirm`, { code: digitsOf(app, made.secret) }).expect(200);
  return { email, memberIds, me, secret: made.secret as string, codes: body.recoveryCodes as string[] };
}
const halfWay = async (email: string) => (await signInWith(app, email).expect(200)).body;

describe('setting up a second factor', () => {
  it('shows a secret and its QR code, and counts after the first code; the secret is sealed, the codes are hashed', async () => {
    later();
    const { email } = await aPersonWithPassword([t]);
    const me = callsWith(app, (await signInWith(app, email).expect(200)).body.accessToken);
    const { body: made } = await me.post(PATH).expect(200);
    expect(made.uri).toMatch(/^otpauth:\/\/totp\/Wheelhouse:/);
    expect(made.qr).toMatch(/^<svg/);
    expect((await halfWay(email)).session).toBeDefined();
    expect((await me.get(PATH).expect(200)).body).toMatchObject({ enabled: false, recoveryCodesLeft: 0 });
    expect((await me.post(`${PATH}/confirm`, { code: '000000' }).expect(422)).body.code).toBe(
      'SECOND_FACTOR.WRONG_CODE',
    );
    const { body } = await me.post(`${PATH}/confirm`, { code: digitsOf(app, made.secret) }).expect(200);
    expect(new Set(body.recoveryCodes).size).toBe(10);
    expect((await me.get(PATH).expect(200)).body).toMatchObject({
      enabled: true,
      recoveryCodesLeft: 10,
      required: false,
    });
    const kept = await app.source.query(
      `SELECT f::text || (SELECT string_agg(r::text, '') FROM recovery_codes r WHERE r.person_id = f.person_id) AS text
       FROM second_factors f JOIN people p ON p.id = f.person_id WHERE p.email = $1`,
      [email],
    );
    expect(kept[0].text).not.toContain(made.secret);
    expect(kept[0].text).not.toContain(body.recoveryCodes[0]);
    const mails = await t.sql(`SELECT subject FROM mails WHERE recipient = $1`, [email]);
    expect(mails).toEqual([{ subject: 'Your Wheelhouse account has a second factor' }]);
    expect((await me.post(PATH).expect(409)).body.code).toBe('SECOND_FACTOR.ENABLED');
  });

  it('is one’s own, by a session', async () => {
    for (const path of ['', '/confirm', '/recovery-codes', '/disable'])
      await request(app.server)
        .post(PATH + path)
        .send({})
        .expect(401);
    await request(app.server).get(PATH).expect(401);
    const viewer = await t.as('viewer');
    expect((await viewer.post(`${PATH}/confirm`, { code: '123456' }).expect(409)).body.code).toBe(
      'SECOND_FACTOR.NOT_BEGUN',
    );
    expect((await viewer.post(`${PATH}/disable`).expect(409)).body.code).toBe('SECOND_FACTOR.NOT_BEGUN');
  });
});

describe('signing in with a second factor', () => {
  it('takes two steps; there is no session before the second, and no code works twice', async () => {
    const { email, secret } = await enrolled();
    const first = await halfWay(email);
    expect(first).toEqual({ step: 'second_factor', stepToken: expect.any(String), expiresAt: expect.any(String) });
    await callsWith(app, first.stepToken).get('/api/v1/auth/session').expect(401);
    // The code that confirmed the factor is spent, though its half minute still runs.
    await step('second-factor', { stepToken: first.stepToken, code: digitsOf(app, secret) }).expect(422);
    later();
    const code = digitsOf(app, secret);
    const { body } = await step('second-factor', { stepToken: first.stepToken, code }).expect(200);
    await callsWith(app, body.accessToken).get('/api/v1/auth/session').expect(200);
    await step('second-factor', { stepToken: first.stepToken, code }).expect(401);
    const again = await halfWay(email);
    expect((await step('second-factor', { stepToken: again.stepToken, code }).expect(422)).body.code).toBe(
      'SECOND_FACTOR.WRONG_CODE',
    );
  });

  it('takes a recovery code, once, however it is typed, and tells by mail', async () => {
    const { email, me, codes } = await enrolled();
    const typed = ` ${codes[0]?.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o')} `;
    await step('second-factor', { stepToken: (await halfWay(email)).stepToken, code: typed }).expect(200);
    await step('second-factor', { stepToken: (await halfWay(email)).stepToken, code: codes[0] }).expect(422);
    expect((await me.get(PATH).expect(200)).body.recoveryCodesLeft).toBe(9);
    const [mail] = await t.sql(`SELECT subject FROM mails WHERE recipient = $1 ORDER BY id DESC LIMIT 1`, [email]);
    expect(mail?.subject).toContain('recovery code');
  });

  it('is over after ten minutes, and after five wrong codes; guessing on is slowed down', async () => {
    const { email, secret } = await enrolled();
    const slow = (await halfWay(email)).stepToken;
    later(600);
    expect((await step('second-factor', { stepToken: slow, code: digitsOf(app, secret) }).expect(401)).body.code).toBe(
      'AUTH.STEP',
    );
    for (let round = 0; round < 2; round++) {
      const { stepToken } = await halfWay(email);
      for (let i = 0; i < 5; i++) await step('second-factor', { stepToken, code: '000000' }).expect(422);
      await step('second-factor', { stepToken, code: digitsOf(app, secret) }).expect(401);
    }
    const { stepToken } = await halfWay(email);
    expect((await step('second-factor', { stepToken, code: digitsOf(app, secret) }).expect(429)).body.code).toBe(
      'AUTH.THROTTLED',
    );
    later(16 * 60);
    await step('second-factor', { stepToken: (await halfWay(email)).stepToken, code: digitsOf(app, secret) }).expect(
      200,
    );
  });

  it('counts guesses that come all at once', async () => {
    const { email } = await enrolled();
    const { stepToken } = await halfWay(email);
    const guesses = Array.from({ length: 40 }, (_, i) =>
      step('second-factor', { stepToken, code: String(900_000 + i) }),
    );
    const statuses = (await Promise.all(guesses)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 422).length).toBeLessThanOrEqual(10);
    expect(statuses.filter((status) => status === 200)).toEqual([]);
  });

  it('takes one code once, of two that bring it at once', async () => {
    const { email, secret, codes } = await enrolled();
    later();
    for (const code of [digitsOf(app, secret), codes[3]]) {
      const steps = [await halfWay(email), await halfWay(email)];
      const answers = await Promise.all(steps.map(({ stepToken }) => step('second-factor', { stepToken, code })));
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 422]);
    }
  });

  it('takes a recovery code even when the installation’s key is lost', async () => {
    const { email, secret, codes } = await enrolled();
    later();
    const other = await startApp({
      ...{ imports: [IdentityModule], entities: IDENTITY_ENTITIES, database: app.database },
      env: { WHEELHOUSE_SECRET_KEY: 'another-key-'.repeat(4) },
    });
    const prove = async (code = '') => {
      const { stepToken } = (await signInWith(other, email).expect(200)).body;
      return request(other.server).post('/api/v1/auth/login/second-factor').send({ stepToken, code });
    };
    expect((await prove(digitsOf(app, secret))).body.code).toBe('SERVER.OTHER_SECRET_KEY');
    expect((await prove(codes[0])).status).toBe(200);
    await other.close();
  });

  it('ends a browser’s way with a cookie and a program’s with tokens, as each began', async () => {
    const { email, secret } = await enrolled();
    const { body } = await signInWith(app, email).set('X-Wheelhouse', '1').expect(200);
    later();
    const done = await step('second-factor', { stepToken: body.stepToken, code: digitsOf(app, secret) }).expect(200);
    expect(done.body.accessToken).toBeUndefined();
    expect(String(done.headers['set-cookie'])).toMatch(/wheelhouse_session=.*HttpOnly/);
  });
});

describe('a second factor', () => {
  it('gets new recovery codes and is switched off by whoever proved lately, with password and code', async () => {
    const { email, me, secret, codes } = await enrolled();
    later(600);
    const proof = (body: object) => me.post('/api/v1/auth/proof', body);
    for (const [path, body] of Object.entries({
      '': {},
      '/confirm': { code: '1' },
      '/recovery-codes': {},
      '/disable': {},
    }))
      expect((await me.post(PATH + path, body).expect(403)).body.code).toBe('AUTH.PROVE_AGAIN');
    expect((await me.get('/api/v1/auth/proof').expect(200)).body).toEqual({ way: 'password_and_code', until: null });
    const wrong = await proof({ password: 'not the password', code: digitsOf(app, secret) }).expect(422);
    expect(wrong.body.errors[0]).toMatchObject({ field: 'password', message: wrong.body.detail });
    expect((await proof({ password: A_PASSWORD }).expect(422)).body.errors[0].field).toBe('code');
    await me.post(`${PATH}/disable`).expect(403);
    await proof({ password: A_PASSWORD, code: digitsOf(app, secret) }).expect(204);
    const { body } = await me.post(`${PATH}/recovery-codes`).expect(200);
    later(600);
    await proof({ password: A_PASSWORD, code: codes[1] }).expect(422);
    await proof({ password: A_PASSWORD, code: body.recoveryCodes[1] }).expect(204);
    await me.post(`${PATH}/disable`).expect(204);
    expect((await halfWay(email)).session).toBeDefined();
    const actions = await t.sql(
      `SELECT action FROM trail_entries e JOIN people p ON p.id = e.object_id WHERE p.email = $1 AND action LIKE 'second%' ORDER BY e.id`,
      [email],
    );
    expect(actions.map(({ action }) => String(action).slice(14))).toEqual(['enable', 'codes', 'recover', 'disable']);
  });

  it('counts no longer for a session once it is switched off', async () => {
    const strict = await aTenant(app);
    const { me, codes } = await enrolled([strict]);
    await me.post(`${PATH}/disable`, { password: A_PASSWORD, code: codes[0] }).expect(204);
    await me.get('/api/v1/saved-views?page=x').expect(200);
    await app.source.query(`UPDATE tenants SET require_second_factor = true WHERE id = $1`, [strict.id]);
    await me.get('/api/v1/saved-views?page=x').expect(403);
  });

  it('is reset by the administrator for somebody who belongs there alone', async () => {
    const alone = await enrolled();
    const admin = await t.as('hq_admin');
    const path = (id?: string) => `/api/v1/members/${id}/second-factor`;
    await (await t.as('quality_manager')).delete(path(alone.memberIds[0])).expect(403);
    await (await (await aTenant(app)).as('hq_admin')).delete(path(alone.memberIds[0])).expect(404);
    await request(app.server).delete(path(alone.memberIds[0])).expect(401);
    await admin.delete(path(alone.memberIds[0])).expect(204);
    await alone.me.get(PATH).expect(401);
    expect((await halfWay(alone.email)).session).toBeDefined();
    expect((await admin.delete(path(alone.memberIds[0])).expect(409)).body.code).toBe('SECOND_FACTOR.NOT_BEGUN');
    const both = await enrolled([t, await aTenant(app)]);
    expect((await admin.delete(path(both.memberIds[0])).expect(409)).body.code).toBe('SECOND_FACTOR.ELSEWHERE');
  });
});
