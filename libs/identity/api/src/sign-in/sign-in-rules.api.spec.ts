import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type TestApp } from '@wheelhouse/testing';
import request from 'supertest';
import { IDENTITY_ENTITIES, IdentityModule } from '../index.js';
import { A_PASSWORD, aPersonWithPassword, aTenant, callsWith, digitsOf, signInWith } from '../testing/index.js';

let app: TestApp;
const PATH = '/api/v1/sign-in-rules';
const START = Date.parse('2026-03-02T08:00:00Z');

beforeAll(async () => {
  app = await startApp({ imports: [IdentityModule], entities: IDENTITY_ENTITIES });
});
afterAll(() => app.close());
afterEach(() => app.clock.release());

const at = (minute: number) => app.clock.set(new Date(START + minute * 60_000));
const bearerOf = async (email: string) => callsWith(app, (await signInWith(app, email).expect(200)).body.accessToken);

describe('a tenant that asks for a second factor', () => {
  it('leads members without one to set it up before anything else, and ends their sessions at once', async () => {
    at(0);
    const t = await aTenant(app);
    const boss = await aPersonWithPassword([t], 'hq_admin');
    const worker = await aPersonWithPassword([t]);
    const [me, theirs] = [await bearerOf(boss.email), await bearerOf(worker.email)];
    expect((await me.put(PATH, { requireSecondFactor: true }).expect(409)).body.code).toBe('SECOND_FACTOR.OWN_FIRST');
    const { body: made } = await me.post('/api/v1/auth/second-factor', { password: A_PASSWORD }).expect(200);
    await me.post('/api/v1/auth/second-factor/confirm', { code: digitsOf(app, made.secret) }).expect(200);
    const before = (await me.get(PATH).expect(200)).body;
    expect(before).toEqual({ requireSecondFactor: false, withoutSecondFactor: expect.any(Number) });
    expect(before.withoutSecondFactor).toBeGreaterThan(1);
    const { body: set } = await me.put(PATH, { requireSecondFactor: true }).expect(200);
    expect(set.requireSecondFactor).toBe(true);
    await me.get('/api/v1/members').expect(200);
    await theirs.get('/api/v1/auth/session').expect(401);

    const { body: half } = await signInWith(app, worker.email).expect(200);
    expect(half).toMatchObject({ step: 'enrol', stepToken: expect.any(String) });
    const step = (path: string, body: object) => request(app.server).post(`/api/v1/auth/login/${path}`).send(body);
    await step('second-factor', { stepToken: half.stepToken, code: '123456' }).expect(401);
    const { body: begun } = await step('enrol', { stepToken: half.stepToken }).expect(200);
    await step('enrol/confirm', { stepToken: half.stepToken, code: '000000' }).expect(422);
    const code = digitsOf(app, begun.secret);
    const { body: done } = await step('enrol/confirm', { stepToken: half.stepToken, code }).expect(200);
    expect(done).toMatchObject({ accessToken: expect.any(String), session: { tenant: { id: t.id } } });
    expect(done.recoveryCodes).toHaveLength(10);
    await step('enrol', { stepToken: half.stepToken }).expect(401);

    at(2);
    const off = await callsWith(app, done.accessToken)
      .post('/api/v1/auth/second-factor/disable', { password: A_PASSWORD, code: digitsOf(app, begun.secret) })
      .expect(409);
    expect(off.body.code).toBe('SECOND_FACTOR.REQUIRED');
    await me.put(PATH, { requireSecondFactor: false }).expect(200);
    const rules = await t.sql(`SELECT before, after FROM trail_entries WHERE action = 'sign_in.rules' ORDER BY id`);
    expect(rules.map(({ after }) => after)).toEqual([{ requireSecondFactor: true }, { requireSecondFactor: false }]);
  });

  it('is not entered from another tenant by a session without one', async () => {
    at(0);
    const [open, strict] = [await aTenant(app), await aTenant(app)];
    const person = await aPersonWithPassword([open, strict]);
    const me = await bearerOf(person.email);
    const { body: session } = await me.get('/api/v1/auth/session').expect(200);
    const [here, there] = session.tenant.id === open.id ? [open, strict] : [strict, open];
    await app.source.query(`UPDATE tenants SET require_second_factor = true WHERE id = $1`, [there.id]);
    const refused = await me.post('/api/v1/auth/tenant', { tenantId: there.id }).expect(403);
    expect(refused.body.code).toBe('SECOND_FACTOR.NEEDED');
    await me.post('/api/v1/auth/tenant', { tenantId: here.id }).expect(200);
    // However a session without one comes there: it finds no tenant.
    await app.source.query(`UPDATE tenants SET require_second_factor = true WHERE id = $1`, [here.id]);
    expect((await me.get('/api/v1/auth/session').expect(200)).body.tenant).toBeNull();
    expect((await me.get('/api/v1/auth/tokens').expect(403)).body.code).toBe('AUTH.NO_TENANT');
  });

  it('is ruled by its administrator, with a session', async () => {
    const t = await aTenant(app);
    await request(app.server).get(PATH).expect(401);
    await (await t.as('quality_manager')).get(PATH).expect(403);
    await (await t.as('quality_manager')).put(PATH, { requireSecondFactor: true }).expect(403);
    const bad = await (await t.as('hq_admin')).put(PATH, { requireSecondFactor: 'yes' }).expect(400);
    expect(bad.body.errors[0].field).toBe('requireSecondFactor');
  });
});
