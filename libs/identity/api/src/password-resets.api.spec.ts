import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '@wheelhouse/kernel';
import { TenantTransactions } from '@wheelhouse/platform-db';
import { startApp, type TestApp } from '@wheelhouse/testing';
import request, { type Test } from 'supertest';
import { IDENTITY_ENTITIES, IdentityModule } from './index.js';
import { OutboxRepository } from './outbox.repository.js';
import { PasswordResetsService } from './password-resets.service.js';
import { aTenant, joins, type TestTenant } from './testing/index.js';

let app: TestApp;
let t: TestTenant;
const PATH = '/api/v1/auth/password-resets';
const password = 'correct horse battery';
const next = 'a wholly new secret';

beforeAll(async () => {
  app = await startApp({ imports: [IdentityModule], entities: IDENTITY_ENTITIES });
  t = await aTenant(app);
});
afterAll(() => app.close());
afterEach(() => app.clock.release());

const ask = (email: string): Test => request(app.server).post(PATH).send({ email });
const use = (token: string, newPassword = next): Test =>
  request(app.server).post(`${PATH}/use`).send({ token, newPassword });
const login = (email: string, secret: string): Test =>
  request(app.server).post('/api/v1/auth/login').send({ email, password: secret });

async function aPerson(tenant = t, email = `p-${newId()}@example.test`): Promise<string> {
  const admin = await tenant.as('hq_admin');
  const body = { email, name: '王芳', password, grants: [{ role: 'viewer', scopeKind: 'tenant' }] };
  await admin.post('/api/v1/members', body).expect(201);
  return email;
}

/** What the worker does with a wish that waits in the queue. */
async function theWorkerWorks(email: string): Promise<void> {
  const jobs: { data: { email: string; ip: string } }[] = await app.source.query(
    `SELECT data FROM pgboss.job WHERE name = 'password-link' AND data->>'email' = $1`,
    [email],
  );
  expect(jobs).toHaveLength(1);
  for (const { data } of jobs) await app.get(PasswordResetsService).makeLink(data);
}

interface Mail {
  id: string;
  body_text: string;
  secret: string | null;
  secret_readable: boolean;
}
const mailsTo = (email: string, tenant = t) =>
  tenant.sql<Mail>(`SELECT * FROM mails WHERE recipient = $1 ORDER BY id`, [email]);

/** Asks for a link and reads it in the mail. */
async function aLink(email: string): Promise<string> {
  await ask(email).expect(202);
  await app.get(PasswordResetsService).makeLink({ email, ip: '10.0.0.1' });
  const [mail] = (await mailsTo(email)).slice(-1);
  return /\/reset-password\/([\w-]+)/.exec(mail?.body_text ?? '')?.[1] ?? '';
}

describe('asking for a new password', () => {
  it('is answered alike whether or not there is such a person; a worker looks', async () => {
    const email = await aPerson();
    const [known, unknown] = [await ask(email).expect(202), await ask(`nobody-${newId()}@example.test`).expect(202)];
    expect(known.body).toEqual(unknown.body);
    expect(await mailsTo(email)).toEqual([]);
    await theWorkerWorks(email);
    expect(await mailsTo(email)).toHaveLength(1);
  });

  it('for nobody makes no link and no mail', async () => {
    const email = `nobody-${newId()}@example.test`;
    await ask(email).expect(202);
    await theWorkerWorks(email);
    expect(await mailsTo(email)).toEqual([]);
  });

  it('is throttled alike for every e-mail, and opens again after an hour', async () => {
    const now = new Date();
    for (const email of [await aPerson(), `nobody-${newId()}@example.test`]) {
      app.clock.set(now);
      for (let i = 0; i < 5; i++) await ask(email).expect(202);
      const refused = await ask(email.toUpperCase()).expect(429);
      expect(refused.body.code).toBe('AUTH.THROTTLED');
      app.clock.set(new Date(now.getTime() + 61 * 60_000));
      await ask(email).expect(202);
    }
  });

  it('names a bad field', async () => {
    expect((await ask('nonsense').expect(400)).body.errors[0].field).toBe('email');
    expect((await use('x', 'short').expect(400)).body.errors[0].field).toBe('newPassword');
  });
});

describe('the link', () => {
  it('sets a new password once; every session ends, a mail and the trail say so', async () => {
    const email = await aPerson();
    const { body } = await login(email, password).expect(200);
    const token = await aLink(email);
    expect((await request(app.server).post(`${PATH}/look`).send({ token }).expect(200)).body.email).toBe(email);
    await use(token).expect(204);
    await request(app.server)
      .get('/api/v1/auth/session')
      .set('Authorization', `Bearer ${body.accessToken}`)
      .expect(401);
    await login(email, password).expect(401);
    await login(email, next).expect(200);
    expect((await use(token, 'yet another secret').expect(410)).body.code).toBe('PASSWORD.LINK');
    await request(app.server).post(`${PATH}/look`).send({ token }).expect(410);
    const mails = await mailsTo(email);
    expect(mails).toHaveLength(2);
    expect(mails[1]?.body_text).toContain('password of');
    const trail = await t.sql<{ action: string }>(
      `SELECT action FROM trail_entries WHERE object_id = (SELECT id FROM people WHERE email = $1) ORDER BY id`,
      [email],
    );
    expect(trail.map(({ action }) => action)).toEqual(expect.arrayContaining(['password.link', 'password.reset']));
  });

  it('works for an hour', async () => {
    const now = new Date();
    app.clock.set(now);
    const email = await aPerson();
    const token = await aLink(email);
    app.clock.set(new Date(now.getTime() + 61 * 60_000));
    expect((await use(token).expect(410)).body.code).toBe('PASSWORD.LINK');
    app.clock.set(new Date(now.getTime() + 59 * 60_000));
    await use(token).expect(204);
  });

  it('ends when another is asked for, and only one of two uses at once wins', async () => {
    const email = await aPerson();
    const [first, second] = [await aLink(email), await aLink(email)];
    await use(first).expect(410);
    const answers = await Promise.all([use(second), use(second, 'another long one')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 410]);
  });

  it('is kept as a hash; the mail’s text loses it when the mail is sent', async () => {
    const email = await aPerson();
    const token = await aLink(email);
    const rows = await app.source.query(`SELECT row_to_json(r)::text AS text FROM password_resets r`);
    expect(JSON.stringify(rows)).not.toContain(token);
    const [mail] = await mailsTo(email);
    expect(mail).toMatchObject({ secret: token, secret_readable: true });
    const admin = await t.as('hq_admin');
    const seen = async () => (await admin.get(`/api/v1/mails/${mail?.id}`).expect(200)).body.text as string;
    expect(await seen()).not.toContain(token);
    const finish = (outcome: 'sent' | 'kept') =>
      app
        .get(TenantTransactions)
        .run({ tenantId: t.id }, (em) =>
          app.get(OutboxRepository).done(em, t.id, String(mail?.id), outcome, new Date()),
        );
    await finish('kept');
    expect(await seen()).toContain(token);
    await finish('sent');
    const [sent] = await mailsTo(email);
    expect(sent?.secret).toBeNull();
    expect(sent?.body_text).not.toContain(token);
  });

  it('of somebody in several organisations is not for the eyes of one’s administrator', async () => {
    const email = await aPerson();
    const other = await aTenant(app);
    await joins(other, email, 'viewer', password);
    await app.get(PasswordResetsService).makeLink({ email, ip: '10.0.0.1' });
    const mails = [...(await mailsTo(email)), ...(await mailsTo(email, other))];
    const mail = mails.find(({ body_text: text }) => text.includes('/reset-password/'));
    expect(mail).toMatchObject({ secret_readable: false });
    expect(mail?.body_text).toMatch(/^Wheelhouse\n/);
    const token = String(mail?.secret);
    await use(token).expect(204);
    for (const tenant of [t, other]) {
      const trail = await tenant.sql(
        `SELECT 1 FROM trail_entries WHERE action = 'password.reset' AND actor_name = '王芳' AND object_id = (SELECT id FROM people WHERE email = $1)`,
        [email],
      );
      expect(trail).toHaveLength(1);
    }
  });

  it('is not either while the other organisation is suspended, or has deactivated the person', async () => {
    const [here, away] = [await aPerson(), await aPerson()];
    const [suspended, other] = [await aTenant(app), await aTenant(app)];
    await joins(suspended, here, 'viewer', password);
    await app.source.query(`UPDATE tenants SET status = 'suspended' WHERE id = $1`, [suspended.id]);
    const memberId = await joins(other, away, 'viewer', password);
    await (await other.as('hq_admin')).patch(`/api/v1/members/${memberId}`, { status: 'inactive' }).expect(200);
    for (const email of [here, away]) {
      await app.get(PasswordResetsService).makeLink({ email, ip: '10.0.0.1' });
      expect(await mailsTo(email)).toEqual([expect.objectContaining({ secret_readable: false })]);
    }
  });

  it('that never was is refused', async () => {
    await use('x'.repeat(43)).expect(410);
    await request(app.server).post(`${PATH}/look`).send({ token: 'x' }).expect(410);
  });
});
