import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type TestApp } from '@wheelhouse/testing';
import request from 'supertest';
import { IDENTITY_ENTITIES, IdentityModule } from '../index.js';
import { aPersonWithPassword, aTenant, callsWith, signInWith, type TestTenant } from '../testing/index.js';

let app: TestApp;
let t: TestTenant;
const START = Date.parse('2026-03-02T08:00:00Z');
const at = (minute: number) => app.clock.set(new Date(START + minute * 60_000));
const refresh = (refreshToken: string) => request(app.server).post('/api/v1/auth/refresh').send({ refreshToken });
const session = (token: string) => callsWith(app, token).get('/api/v1/auth/session');

beforeAll(async () => {
  app = await startApp({ imports: [IdentityModule], entities: IDENTITY_ENTITIES });
  t = await aTenant(app);
});
afterAll(() => app.close());
afterEach(() => app.clock.release());

async function signedIn() {
  at(0);
  const { email } = await aPersonWithPassword([t]);
  return {
    email,
    ...((await signInWith(app, email).expect(200)).body as { accessToken: string; refreshToken: string }),
  };
}

describe('a program’s sign-in', () => {
  it('has a short access token and goes on with a refresh token that changes at each use', async () => {
    const one = await signedIn();
    at(29);
    await session(one.accessToken).expect(200);
    at(30);
    await session(one.accessToken).expect(401);
    const { body: two } = await refresh(one.refreshToken).expect(200);
    expect(two).toEqual({
      accessToken: expect.any(String),
      refreshToken: expect.any(String),
      expiresAt: expect.any(String),
    });
    expect(new Date(two.expiresAt).getTime()).toBe(START + 60 * 60_000);
    await session(two.accessToken).expect(200);
    await session(two.refreshToken).expect(401);
    const { body: three } = await refresh(two.refreshToken).expect(200);
    await session(two.accessToken).expect(401);
    await session(three.accessToken).expect(200);
  });

  it('ends wholly when a spent refresh token comes again, with a line in the trail and a mail', async () => {
    const one = await signedIn();
    const { body: two } = await refresh(one.refreshToken).expect(200);
    expect((await refresh(one.refreshToken).expect(401)).body.code).toBe('AUTH.REFRESH_REUSED');
    await session(two.accessToken).expect(401);
    expect((await refresh(two.refreshToken).expect(401)).body.code).toBe('AUTH.REFRESH');
    const mails = await t.sql(`SELECT subject FROM mails WHERE recipient = $1`, [one.email]);
    expect(mails).toEqual([{ subject: 'A program was signed out of your Wheelhouse account' }]);
    const trail = await t.sql(`SELECT action FROM trail_entries WHERE action = 'session.refresh_reused'`);
    expect(trail).toHaveLength(1);
  });

  it('gives one of two that come at once a new pair, and takes the other for a copy', async () => {
    const one = await signedIn();
    const answers = await Promise.all([refresh(one.refreshToken), refresh(one.refreshToken)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401]);
  });

  it('is over after fourteen days, at sign-out, and for whoever brings nonsense', async () => {
    const one = await signedIn();
    at(14 * 24 * 60);
    await refresh(one.refreshToken).expect(401);
    const two = await signedIn();
    await callsWith(app, two.accessToken).post('/api/v1/auth/logout').expect(204);
    await refresh(two.refreshToken).expect(401);
    await refresh('nonsense').expect(401);
    expect((await refresh('').expect(400)).body.errors[0].field).toBe('refreshToken');
  });
});

describe('a browser’s sign-in', () => {
  it('has nothing to refresh, so that two tabs cannot sign each other out', async () => {
    at(0);
    const { email } = await aPersonWithPassword([t]);
    const answer = await signInWith(app, email).set('X-Wheelhouse', '1').expect(200);
    expect(Object.keys(answer.body).sort()).toEqual(['expiresAt', 'session']);
    const cookie = String(answer.headers['set-cookie']).split(';')[0] ?? '';
    at(3 * 24 * 60);
    const tab = () => request(app.server).get('/api/v1/auth/session').set('Cookie', cookie);
    const answers = await Promise.all(Array.from({ length: 6 }, tab));
    expect(answers.map(({ status }) => status)).toEqual(Array(6).fill(200));
    await refresh(cookie.split('=')[1] ?? '').expect(401);
    await tab().expect(200);
  });

  it('is over when it was not used for seven days, or after fourteen', async () => {
    at(0);
    const { email } = await aPersonWithPassword([t]);
    const answer = await signInWith(app, email).set('X-Wheelhouse', '1').expect(200);
    const cookie = String(answer.headers['set-cookie']).split(';')[0] ?? '';
    const ask = () => request(app.server).get('/api/v1/auth/session').set('Cookie', cookie);
    const day = 24 * 60;
    at(6 * day);
    await ask().expect(200);
    at(12 * day);
    await ask().expect(200);
    at(14 * day);
    await ask().expect(401);
    at(0);
    const idle = await signInWith(app, email).set('X-Wheelhouse', '1').expect(200);
    at(7 * day);
    const old = String(idle.headers['set-cookie']).split(';')[0] ?? '';
    await request(app.server).get('/api/v1/auth/session').set('Cookie', old).expect(401);
  });
});
