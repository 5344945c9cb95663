import { hash } from '@node-rs/argon2';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page, TrailEntryResponse, TrailKindsResponse } from '@wheelhouse/contracts';
import { newId } from '@wheelhouse/kernel';
import { startApp, type TestApp } from '@wheelhouse/testing';
import request from 'supertest';
import { IDENTITY_ENTITIES, IdentityModule } from './identity.module.js';
import { type Refusal, SignInRefusals } from './sign-in-refusals.js';
import { aTenant, type Caller, type TestTenant } from './testing/index.js';

const PHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 MicroMessenger/8.0.50';
const PASSWORD = 'a long enough password';
let app: TestApp;
let t: TestTenant;
let admin: Caller;

beforeAll(async () => {
  app = await startApp({ imports: [IdentityModule], entities: IDENTITY_ENTITIES });
  app.clock.set('2026-11-20T02:00:00Z');
  t = await aTenant(app);
  admin = await t.as('hq_admin', { name: '管理员' });
});
afterAll(() => app.close());

const list = async (query = '') =>
  (await admin.get(`/api/v1/trail?${query}`).expect(200)).body as Page<TrailEntryResponse>;

/** A member who signs in with a password. */
async function aPerson(): Promise<{ id: string; email: string }> {
  const [id, email] = [newId(), `${newId().slice(-8)}@wheelhouse.test`];
  await t.sql(`INSERT INTO people (id, email, name, password_hash) VALUES ($1, $2, '王芳', $3)`, [
    ...[id, email, await hash(PASSWORD, { timeCost: 1, memoryCost: 8 })],
  ]);
  await t.sql(`INSERT INTO members (tenant_id, id, person_id) VALUES ($1, $2, $3)`, [t.id, newId(), id]);
  return { id, email };
}
const signIn = (email: string, password: string) =>
  request(app.server).post('/api/v1/auth/login').set('User-Agent', PHONE).send({ email, password });

describe('the trail', () => {
  it('says where from: address, device in words, session', async () => {
    const { id, email } = await aPerson();
    const { body } = await signIn(email, PASSWORD).expect(200);
    const me = (method: 'patch' | 'post' | 'delete', path: string, sent = {}) =>
      request(app.server)
        [method](path)
        .set({ Authorization: `Bearer ${body.accessToken}`, 'User-Agent': PHONE })
        .send(sent);
    await me('patch', '/api/v1/auth/me', { name: '王小芳' }).expect(200);
    await me('post', '/api/v1/auth/password', { currentPassword: PASSWORD, newPassword: `${PASSWORD} 2` }).expect(204);
    await me('delete', '/api/v1/auth/sessions?others=true').expect(204);
    await me('post', '/api/v1/auth/logout').expect(204);
    const { items } = await list(`objectId=${id}`);
    expect(items.map(({ action }) => action)).toEqual([
      ...['session.close', 'session.end', 'password.change', 'person.update', 'session.open'],
    ]);
    const change = items.find(({ action }) => action === 'person.update');
    expect(change).toMatchObject({
      actorPersonId: id,
      ip: expect.stringMatching(/127\.0\.0\.1|::1/),
      device: { browser: 'WeChat', system: 'iOS', kind: 'phone' },
      sessionId: items.at(-1)?.sessionId,
      objectName: { en: '王小芳', zh: '王小芳' },
      before: { name: '王芳', locale: 'en' },
      after: { name: '王小芳', locale: 'en' },
    });
    expect(change?.sessionId).toEqual(expect.any(String));
  });

  it('shows refused sign-ins and the lock to the administrator, without waiting for them', async () => {
    const { id, email } = await aPerson();
    for (let i = 0; i < 10; i++) await signIn(email, `wrong ${i}`).expect(401);
    await signIn(email, PASSWORD).expect(429);
    await signIn('nobody@wheelhouse.test', 'wrong').expect(401);
    const jobs: { data: Refusal }[] = await app.source.query(
      `SELECT data FROM pgboss.job WHERE name = 'sign-in-refusal' ORDER BY data->>'locks', id`,
    );
    expect(jobs).toHaveLength(11);
    for (const { data } of jobs) await app.get(SignInRefusals).write(data);
    const { items } = await list(`objectId=${id}`);
    const actions = items.map(({ action }) => action);
    expect(actions.filter((action) => action === 'session.refuse')).toHaveLength(10);
    expect(actions.filter((action) => action === 'session.lock')).toHaveLength(1);
    expect(items[0]).toMatchObject({
      actorPersonId: null,
      actorName: null,
      objectName: { en: '王芳' },
      after: { email },
    });
    expect(JSON.stringify(items)).not.toContain('wrong');
  });

  it('is filtered by person, object, action and days of the tenant', async () => {
    const other = await t.as('hq_admin', { name: 'Other' });
    app.clock.set('2026-11-21T15:59:59Z');
    const member = await t.as('viewer');
    await other.patch(`/api/v1/members/${member.memberId}`, { status: 'inactive' }).expect(200);
    app.clock.set('2026-11-21T16:00:00Z');
    await other.patch(`/api/v1/members/${member.memberId}`, { status: 'active' }).expect(200);
    const states = async (query: string) =>
      (await list(query)).items.map(({ after }) => (after as { status?: string } | null)?.status);
    const of = `objectId=${member.memberId}`;
    expect(await states(of)).toEqual(['active', 'inactive']);
    expect(await states(`${of}&to=2026-11-21`)).toEqual(['inactive']);
    expect(await states(`${of}&from=2026-11-22`)).toEqual(['active']);
    expect(await states(`${of}&personId=${other.personId}&action=member.update`)).toHaveLength(2);
    expect(await states(`${of}&personId=${admin.personId}`)).toEqual([]);
    const kinds = (await admin.get('/api/v1/trail/kinds').expect(200)).body as TrailKindsResponse;
    expect(kinds.people).toContainEqual({ personId: other.personId, name: 'Other' });
    expect(kinds.objectTypes).toEqual(expect.arrayContaining(['member', 'person', 'tenant']));
  });

  it('goes out as CSV of any length, with the same filters, and tells of it', async () => {
    app.clock.set('2026-11-23T00:00:00Z');
    await t.sql(
      `INSERT INTO trail_entries (tenant_id, id, at, action, object_type, after)
       SELECT $1, (lpad(to_hex(1790000000000 + n), 12, '0') || '70008000000000000000')::uuid, now(), 'outlet.create', 'outlet', '{"code": "=1+1"}'
       FROM generate_series(1, 1203) n`,
      [t.id],
    );
    const { text, headers } = await admin
      .get('/api/v1/trail/entries.csv?action=outlet.create')
      .set('Accept-Language', 'zh-CN')
      .expect(200);
    expect(headers['content-type']).toBe('text/csv; charset=utf-8');
    const lines = text.trimEnd().split('\r\n');
    expect(lines[0]).toBe(
      '\ufeffid,at,actor,actor_person_id,ip,user_agent,session_id,request_id,action,action_text,object_type,object_id,object_name,changes,before,after',
    );
    expect(lines).toHaveLength(1 + 1203);
    expect(new Set(lines).size).toBe(lines.length);
    expect(lines[1]).toContain(`,outlet.create,新建门店,outlet,,'=1+1,编码: =1+1,,`);
    const [newest] = (await list()).items;
    expect(newest).toMatchObject({ action: 'trail.export', after: { filter: { action: 'outlet.create' } } });
    await (await t.as('quality_manager')).get('/api/v1/trail/entries.csv').expect(403);
    await request(app.server).get('/api/v1/trail/entries.csv').expect(401);
    const stranger = await (await aTenant(app)).as('hq_admin');
    expect((await stranger.get('/api/v1/trail/entries.csv').expect(200)).text).not.toContain('outlet.create');
    await admin.get('/api/v1/trail/entries.csv?personId=nobody').expect(400);
  });
});
