import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '@wheelhouse/kernel';
import { startApp, type TestApp } from '@wheelhouse/testing';
import request, { type Test } from 'supertest';
import { IDENTITY_ENTITIES, IdentityModule } from './index.js';
import { newTenantToken } from './one-time-token.js';
import { aTenant, type Caller, type TestTenant } from './testing/index.js';

let app: TestApp;
let t: TestTenant;
let admin: Caller;
const PATH = '/api/v1/invitations';
const password = 'correct horse battery';
const VIEWER = { role: 'viewer', scopeKind: 'tenant' };

beforeAll(async () => {
  app = await startApp({ imports: [IdentityModule], entities: IDENTITY_ENTITIES });
  t = await aTenant(app);
  admin = await t.as('hq_admin', { name: '陈雨' });
});
afterAll(() => app.close());
afterEach(() => app.clock.release());

const anAddress = () => `new-${newId()}@example.test`;
const wish = (more: object = {}) => ({ email: anAddress(), name: '王芳', locale: 'zh-CN', grants: [VIEWER], ...more });
const open = (path: string, body: object): Test => request(app.server).post(`${PATH}/${path}`).send(body);
const bearer = (token: string) => ({ Authorization: `Bearer ${token}` });

async function invited(more: object = {}, by = admin) {
  const { body } = await by.post(PATH, wish(more)).expect(201);
  return { ...body, token: String(body.link).split('/').at(-1) ?? '' } as {
    id: string;
    email: string;
    link: string;
    token: string;
    mailId: string;
  };
}

/** Somebody with an account in another tenant, signed in. */
async function somebodyElsewhere() {
  const made = await invited({}, await (await aTenant(app)).as('hq_admin'));
  const { body } = await open('accept', { token: made.token, name: '李明', password }).expect(200);
  return { email: made.email, token: body.accessToken as string };
}

describe('an invitation', () => {
  it('tells its link once and keeps only the hash; the mail stands in the outbox in the person’s language', async () => {
    const made = await invited();
    expect(made.link).toMatch(/^http.*\/invitation\/[\w-]{64}$/);
    expect(made).toMatchObject({ status: 'pending', mail: 'waiting', invitedBy: '陈雨', grants: [{ role: 'viewer' }] });
    const { body: list } = await admin.get(PATH).expect(200);
    expect(JSON.stringify(list)).not.toContain(made.token);
    expect(list.items.find(({ id }: { id: string }) => id === made.id)).not.toHaveProperty('link');
    const mails = await t.sql<{ subject: string; html: string; body_text: string; secret: string }>(
      `SELECT subject, html, body_text, secret FROM mails WHERE recipient = $1`,
      [made.email],
    );
    expect(mails).toHaveLength(1);
    expect(mails[0]?.subject).toContain('陈雨 邀请您加入租户');
    expect(mails[0]?.body_text).toContain(made.link);
    const found = (await admin.get(`${PATH}?q=${made.email.toUpperCase()}`).expect(200)).body.items;
    expect(found).toMatchObject([{ id: made.id }]);
    const sent = (await admin.get(`/api/v1/mails?q=${made.email}`).expect(200)).body.items;
    expect(sent).toMatchObject([{ id: made.mailId }]);
    for (const path of [PATH, '/api/v1/mails'])
      expect((await admin.get(`${path}?q=nobody%25`).expect(200)).body.items).toEqual([]);
    const { body: shown } = await admin.get(`/api/v1/mails/${made.mailId}`).expect(200);
    expect(shown.text).not.toContain(made.token);
    const kept = await t.sql(`SELECT 1 FROM invitations WHERE token_hash = sha256($1::bytea)`, [made.token]);
    expect(kept).toHaveLength(1);
    expect(JSON.stringify(await t.sql(`SELECT after FROM trail_entries`))).not.toContain(made.token);
  });

  it('shows who invites into what as what, and makes a new person a member who is signed in', async () => {
    const { token, email } = await invited();
    const { body: view } = await open('look', { token }).expect(200);
    expect(view).toMatchObject({ email, name: '王芳', invitedBy: '陈雨', hasAccount: false, grants: [VIEWER] });
    expect(view.tenant.name.en).toContain(t.slug);
    const answer = await open('accept', { token, name: ' 王小芳 ', password, locale: 'en' }).expect(200);
    expect(answer.body).toMatchObject({ accessToken: expect.any(String), refreshToken: expect.any(String) });
    expect(answer.body.session).toMatchObject({
      person: { email, name: '王小芳', locale: 'en' },
      tenant: { id: t.id },
      grants: [VIEWER],
    });
    await request(app.server).get('/api/v1/auth/session').set(bearer(answer.body.accessToken)).expect(200);
    await request(app.server).post('/api/v1/auth/login').send({ email, password }).expect(200);
    const trail = await t.sql<{ action: string }>(`SELECT action FROM trail_entries WHERE actor_name = '王小芳'`);
    expect(trail.map(({ action }) => action)).toEqual(expect.arrayContaining(['invitation.accept', 'session.open']));
  });

  it('works once', async () => {
    const { token } = await invited();
    await open('accept', { token, name: 'A', password }).expect(200);
    expect((await open('look', { token }).expect(410)).body.code).toBe('INVITATION.USED');
    expect((await open('accept', { token, name: 'A', password }).expect(410)).body.code).toBe('INVITATION.USED');
    const { body } = await admin.get(PATH).expect(200);
    expect(body.items.filter(({ name }: { name: string }) => name === 'A')).toEqual([]);
  });

  it('is taken by one of two at once', async () => {
    const { token } = await invited();
    const answers = await Promise.all([1, 2].map(() => open('accept', { token, name: 'Two', password })));
    expect(answers.map(({ status }) => status).sort()).not.toEqual([200, 200]);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.every(({ status }) => status < 500)).toBe(true);
  });

  it('expires after seven days, and holds again when it is sent anew with another link', async () => {
    const now = new Date();
    const { id, token } = await invited();
    app.clock.set(new Date(now.getTime() + 7 * 86_400_000 - 60_000));
    await open('look', { token }).expect(200);
    app.clock.set(new Date(now.getTime() + 7 * 86_400_000 + 60_000));
    expect((await open('look', { token }).expect(410)).body.code).toBe('INVITATION.EXPIRED');
    expect((await open('accept', { token, name: 'x', password }).expect(410)).body.code).toBe('INVITATION.EXPIRED');
    const { body: list } = await admin.get(PATH).expect(200);
    expect(list.items.find((item: { id: string }) => item.id === id).status).toBe('expired');
    const { body: again } = await admin.post(`${PATH}/${id}/resend`).expect(200);
    expect(again).toMatchObject({ id, status: 'pending' });
    expect((await open('look', { token }).expect(404)).body.code).toBe('INVITATION.INVALID');
    await open('look', { token: String(again.link).split('/').at(-1) }).expect(200);
    const mails = await t.sql(`SELECT 1 FROM mails WHERE dedupe_key LIKE $1`, [`invitation:${id}:%`]);
    expect(mails).toHaveLength(2);
  });

  it('is withdrawn, and then neither works nor changes', async () => {
    const { id, token, email } = await invited();
    await admin.post(`${PATH}/${id}/revoke`).expect(204);
    expect((await open('accept', { token, name: 'x', password }).expect(410)).body.code).toBe('INVITATION.REVOKED');
    for (const what of ['resend', 'revoke']) {
      expect((await admin.post(`${PATH}/${id}/${what}`).expect(409)).body.code).toBe('INVITATION.CLOSED');
    }
    await admin.post(PATH, wish({ email })).expect(201);
  });

  it('is refused for an address that is invited, a member or a deactivated member', async () => {
    const { email } = await invited();
    expect((await admin.post(PATH, wish({ email: email.toUpperCase() })).expect(409)).body.code).toBe(
      'INVITATION.PENDING',
    );
    const member = await t.as('viewer');
    const refused = await admin
      .post(PATH, wish({ email: member.email }))
      .set('Accept-Language', 'zh-CN')
      .expect(409);
    expect(refused.body).toMatchObject({ code: 'INVITATION.MEMBER', detail: `${member.email} 已是成员。` });
    await admin.patch(`/api/v1/members/${member.memberId}`, { status: 'inactive' }).expect(200);
    expect((await admin.post(PATH, wish({ email: member.email })).expect(409)).body.code).toBe(
      'INVITATION.INACTIVE_MEMBER',
    );
  });

  it('whose place is gone says so, and leaves nothing behind', async () => {
    const unitId = newId();
    await t.sql(
      `INSERT INTO org_units (tenant_id, id, kind, code, name) VALUES ($1, $2, 'hq', $3, '{"en":"East","zh":"华东"}')`,
      [...[t.id, unitId, unitId]],
    );
    const { token, email } = await invited({
      grants: [{ role: 'supervisor', scopeKind: 'org_unit', scopeId: unitId }],
    });
    expect((await open('look', { token }).expect(200)).body.grants).toEqual([
      { role: 'supervisor', scopeKind: 'org_unit', scopeId: unitId, scopeName: { en: 'East', zh: '华东' } },
    ]);
    await t.sql(`DELETE FROM org_units WHERE id = $1`, [unitId]);
    expect((await open('accept', { token, name: 'x', password }).expect(409)).body.code).toBe('INVITATION.SCOPE_GONE');
    expect(await app.source.query(`SELECT 1 FROM people WHERE email = $1`, [email])).toEqual([]);
  });
});

describe('somebody with an account', () => {
  it('accepts with the own password, which is counted against guessing', async () => {
    const { email } = await somebodyElsewhere();
    const { token } = await invited({ email, grants: [{ role: 'quality_manager', scopeKind: 'tenant' }] });
    expect((await open('look', { token }).expect(200)).body.hasAccount).toBe(true);
    expect((await open('accept', { token, password: 'wrong' }).expect(401)).body.code).toBe('AUTH.FAILED');
    const { body } = await open('accept', { token, name: 'ignored', password }).expect(200);
    expect(body.session).toMatchObject({ person: { email, name: '李明' }, tenant: { id: t.id } });
    expect(body.session.tenants).toHaveLength(2);
    const { token: second } = await invited({ email: (await somebodyElsewhere()).email });
    for (let i = 0; i < 10; i++) await open('accept', { token: second, password: `wrong ${i}` }).expect(401);
    await open('accept', { token: second, password }).expect(429);
  });

  it('joins as whom one is signed in as, and as nobody else', async () => {
    const { email, token: session } = await somebodyElsewhere();
    const { token } = await invited({ email });
    const join = (by: string) => open('join', { token }).set(bearer(by));
    const other = await somebodyElsewhere();
    const refused = await join(other.token).expect(403);
    expect(refused.body).toMatchObject({ code: 'INVITATION.OTHER_PERSON', detail: expect.stringContaining(email) });
    expect((await join(session).expect(200)).body).toMatchObject({ tenant: { id: t.id }, person: { email } });
    expect((await join(session).expect(410)).body.code).toBe('INVITATION.USED');
    await open('join', { token }).expect(401);
  });
});

describe('the routes of invitations', () => {
  it('are for administrators of the tenant alone', async () => {
    const { id } = await invited();
    for (const role of ['quality_manager', 'viewer'] as const) {
      const other = await t.as(role);
      await other.get(PATH).expect(403);
      await other.post(PATH, wish()).expect(403);
      await other.post(`${PATH}/${id}/resend`).expect(403);
      await other.post(`${PATH}/${id}/revoke`).expect(403);
    }
    const stranger = await (await aTenant(app)).as('hq_admin');
    await stranger.post(`${PATH}/${id}/resend`).expect(404);
    await stranger.post(`${PATH}/${id}/revoke`).expect(404);
    expect((await stranger.get(PATH).expect(200)).body.items).toEqual([]);
    await request(app.server).get(PATH).expect(401);
    await request(app.server).post(PATH).send(wish()).expect(401);
  });

  it.each([
    ['a made-up token', () => newTenantToken(t.id)],
    ['one of no tenant', () => newTenantToken(newId())],
    ['no token at all', () => 'nonsense'],
  ])('know nothing of %s', async (_, make) => {
    const token = make();
    expect((await open('look', { token }).expect(404)).body.code).toBe('INVITATION.INVALID');
    expect((await open('accept', { token, name: 'x', password }).expect(404)).body.code).toBe('INVITATION.INVALID');
  });

  it.each([
    ['email', { email: 'nonsense' }],
    ['name', { name: '  ' }],
    ['locale', { locale: 'fr' }],
    ['grants', { grants: [] }],
    ['grants[0].scopeId', { grants: [{ role: 'supervisor', scopeKind: 'org_unit' }] }],
    ['grants[0].scopeId', { grants: [{ role: 'supervisor', scopeKind: 'org_unit', scopeId: newId() }] }],
    ['grants[0].role', { grants: [{ role: 'king', scopeKind: 'tenant' }] }],
    ['grants[1].role', { grants: [VIEWER, VIEWER] }],
  ])('name the bad field: %s', async (field, more) => {
    const { body } = await admin.post(PATH, wish(more)).expect(400);
    expect(body.errors.map((error: { field: string }) => error.field)).toContain(field);
  });

  it('name what a new person lacks', async () => {
    const { token } = await invited();
    expect((await open('accept', { token, password }).expect(400)).body.errors[0].field).toBe('name');
    const short = await open('accept', { token, name: 'x', password: 'short' }).expect(400);
    expect(short.body.errors[0]).toMatchObject({ field: 'password', code: 'FIELD.TOO_SHORT' });
  });

  it('are paged', async () => {
    const other = await aTenant(app);
    const by = await other.as('hq_admin');
    for (let i = 0; i < 3; i++) await invited({}, by);
    const { body: first } = await by.get(`${PATH}?limit=2`).expect(200);
    const { body: second } = await by.get(`${PATH}?limit=2&cursor=${first.nextCursor}`).expect(200);
    expect([first.items.length, second.items.length, second.nextCursor]).toEqual([2, 1, null]);
  });
});

describe('several invitations at once', () => {
  const many = (invitations: unknown[], by = admin) => by.post(`${PATH}/many`, { invitations });

  it('go to each person once; members, deactivated members and those invited already are skipped and named', async () => {
    const waiting = await invited();
    const member = await t.as('viewer', { name: '赵敏' });
    const gone = await t.as('viewer', { name: '周平' });
    await admin.patch(`/api/v1/members/${gone.memberId}`, { status: 'inactive' }).expect(200);
    const fresh = anAddress();
    const { body } = await many(
      [waiting.email, member.email, fresh.toUpperCase(), gone.email, fresh].map((email) => wish({ email })),
    ).expect(200);
    expect(body.invited).toMatchObject([
      { email: fresh, status: 'pending', link: expect.stringContaining('/invitation/') },
    ]);
    expect(body.skipped).toEqual([
      { email: waiting.email, reason: 'pending' },
      { email: member.email, reason: 'member' },
      { email: gone.email, reason: 'inactive_member' },
      { email: fresh, reason: 'pending' },
    ]);
    expect(await t.sql(`SELECT count(*)::int AS n FROM mails WHERE recipient = $1`, [fresh])).toEqual([{ n: 1 }]);
  });

  it('are all made or none: a wrong one is named by its place', async () => {
    const [first, second] = [anAddress(), anAddress()];
    const nowhere = [{ role: 'supervisor', scopeKind: 'org_unit', scopeId: newId() }];
    const { body } = await many([wish({ email: first }), wish({ email: second, grants: nowhere })]).expect(400);
    expect(body.errors).toEqual([expect.objectContaining({ field: 'invitations[1].grants[0].scopeId' })]);
    expect(await t.sql(`SELECT id FROM invitations WHERE email = ANY($1)`, [[first, second]])).toEqual([]);
    const { body: named } = await many([wish(), wish({ email: 'nobody' })]).expect(400);
    expect(named.errors[0]).toMatchObject({ field: 'invitations[1].email' });
    await many([]).expect(400);
    await many(Array.from({ length: 101 }, () => wish())).expect(400);
    await many([wish()], await t.as('viewer')).expect(403);
  });
});
