import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '@wheelhouse/kernel';
import { startApp, type TestApp } from '@wheelhouse/testing';
import request from 'supertest';
import { IDENTITY_ENTITIES, IdentityModule } from '../index.js';
import { A_PASSWORD, aPersonWithPassword, aTenant, callsWith, signInWith, type TestTenant } from '../testing/index.js';

let app: TestApp;
let t: TestTenant;
let other: TestTenant;

beforeAll(async () => {
  app = await startApp({ imports: [IdentityModule], entities: IDENTITY_ENTITIES });
  t = await aTenant(app);
  other = await aTenant(app);
});
afterAll(() => app.close());
afterEach(() => app.clock.release());

const path = (memberId?: string) => `/api/v1/members/${memberId}/sessions`;
const SESSION = '/api/v1/auth/session';
const GO = '/api/v1/auth/tenant';
/** Signed in, and in that tenant. */
async function signedIn(email: string, tenant: TestTenant) {
  const me = callsWith(app, (await signInWith(app, email).expect(200)).body.accessToken);
  await me.post(GO, { tenantId: tenant.id }).expect(200);
  return me;
}
const soon = () => app.clock.set(new Date(Date.now() + 1000));

describe('a member’s sessions, for an administrator', () => {
  it('are those that work in this tenant, with when, from where and their last use', async () => {
    const { email, memberIds } = await aPersonWithPassword([t, other]);
    await signedIn(email, t);
    await signedIn(email, other);
    const listed = await (await t.as('hq_admin')).get(path(memberIds[0])).expect(200);
    expect(listed.body).toEqual([
      {
        ...{ id: expect.any(String), ip: expect.any(String), browser: null, system: null, kind: 'program' },
        ...{ createdAt: expect.any(String), lastUsedAt: expect.any(String), expiresAt: expect.any(String) },
      },
    ]);
    const elsewhere = await (await other.as('hq_admin')).get(path(memberIds[1])).expect(200);
    expect(elsewhere.body.length).toBeGreaterThan(0);
    expect(elsewhere.body.map(({ id }: { id: string }) => id)).not.toContain(listed.body[0].id);
  });

  it('end at once, also those that could still come in; other tenants and their sessions stay', async () => {
    const { email, memberIds } = await aPersonWithPassword([t, other]);
    const [here, there] = [await signedIn(email, t), await signedIn(email, other)];
    soon();
    const [admin, neighbour] = [await t.as('hq_admin'), await other.as('hq_admin')];
    const { body: elsewhere } = await neighbour.get(path(memberIds[1])).expect(200);
    await admin.delete(path(memberIds[0])).expect(204);
    await here.get(SESSION).expect(401);
    expect((await there.get(SESSION).expect(200)).body.tenant.id).toBe(other.id);
    expect((await there.post(GO, { tenantId: t.id }).expect(403)).body.code).toBe('AUTH.ENDED_HERE');
    expect((await neighbour.get(path(memberIds[1])).expect(200)).body).toEqual(elsewhere);
    expect((await admin.get(path(memberIds[0])).expect(200)).body).toEqual([]);
    app.clock.set(new Date(Date.now() + 2000));
    await signedIn(email, t);
    expect((await admin.get(path(memberIds[0])).expect(200)).body).toHaveLength(1);
    const [entry] = await t.sql(`SELECT object_id, after FROM trail_entries WHERE action = 'member.sign_out'`);
    expect(entry).toEqual({ object_id: memberIds[0], after: { sessions: 1 } });
    expect(await other.sql(`SELECT 1 FROM trail_entries WHERE action = 'member.sign_out'`)).toEqual([]);
  });

  it('that came in from elsewhere a moment before are none of the tenant’s any more', async () => {
    const { email, memberIds } = await aPersonWithPassword([t]);
    const me = await signedIn(email, t);
    soon();
    await t.sql(`UPDATE members SET sessions_after = $2 WHERE id = $1`, [memberIds[0], app.clock.now()]);
    expect((await me.get(SESSION).expect(200)).body).toMatchObject({ tenant: null, grants: [] });
  });

  it('are not for others, and one’s own are ended in one’s profile', async () => {
    const { memberIds } = await aPersonWithPassword([t]);
    const admin = await t.as('hq_admin');
    for (const role of ['quality_manager', 'viewer'] as const) {
      await (await t.as(role)).get(path(memberIds[0])).expect(403);
      await (await t.as(role)).delete(path(memberIds[0])).expect(403);
    }
    const stranger = await other.as('hq_admin');
    await stranger.get(path(memberIds[0])).expect(404);
    await stranger.delete(path(memberIds[0])).expect(404);
    await request(app.server).get(path(memberIds[0])).expect(401);
    await request(app.server).delete(path(memberIds[0])).expect(401);
    await admin.get(path('nonsense')).expect(400);
    expect((await admin.delete(path(admin.memberId)).expect(409)).body.code).toBe('MEMBER.OWN_SESSIONS');
  });
});

describe('operators', () => {
  const OPERATORS = '/api/v1/operators';
  async function anOperator() {
    const { email } = await aPersonWithPassword([t]);
    const name = `Operator ${newId()}`;
    await app.source.query(`UPDATE people SET is_operator = true, name = $2 WHERE email = $1`, [email, name]);
    const [{ id }] = await app.source.query(`SELECT id FROM people WHERE email = $1`, [email]);
    return { id: String(id), email, me: callsWith(app, (await signInWith(app, email).expect(200)).body.accessToken) };
  }
  const of = (body: { id: string }[], id: string) => body.find((each) => each.id === id);

  it('see each other’s sessions and end them, oneself those elsewhere; it is kept who did', async () => {
    const [one, two] = [await anOperator(), await anOperator()];
    const second = callsWith(app, (await signInWith(app, one.email).expect(200)).body.accessToken);
    const { body } = await one.me.get(OPERATORS).expect(200);
    expect(of(body, two.id)).toMatchObject({ email: two.email, signedOut: null, sessions: [{ current: false }] });
    expect(of(body, one.id)).toMatchObject({ sessions: [{ current: false }, { current: true }] });
    await one.me.delete(`${OPERATORS}/${two.id}/sessions`).expect(204);
    await two.me.get(SESSION).expect(401);
    await one.me.delete(`${OPERATORS}/${one.id}/sessions`).expect(204);
    await second.get(SESSION).expect(401);
    const after = await one.me.get(OPERATORS).expect(200);
    expect(of(after.body, two.id)).toMatchObject({
      sessions: [],
      signedOut: { at: expect.any(String), by: expect.stringMatching(/^Operator/) },
    });
    await signInWith(app, two.email).expect(200);
  });

  it('do not exist for anybody else; ending asks who proved lately who they are', async () => {
    const now = new Date();
    app.clock.set(now);
    const { id, me } = await anOperator();
    const admin = await t.as('hq_admin');
    await admin.get(OPERATORS).expect(404);
    await admin.delete(`${OPERATORS}/${id}/sessions`).expect(404);
    await request(app.server).get(OPERATORS).expect(401);
    await me.delete(`${OPERATORS}/${newId()}/sessions`).expect(404);
    app.clock.set(new Date(now.getTime() + 11 * 60_000));
    expect((await me.delete(`${OPERATORS}/${id}/sessions`).expect(403)).body.code).toBe('AUTH.PROVE_AGAIN');
    await me.post('/api/v1/auth/proof', { password: A_PASSWORD }).expect(204);
    await me.delete(`${OPERATORS}/${id}/sessions`).expect(204);
  });
});
