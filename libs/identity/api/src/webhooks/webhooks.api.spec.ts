import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { WebhookDeliveryResponse, WebhookSecretResponse } from '@wheelhouse/contracts';
import { newId } from '@wheelhouse/kernel';
import { TenantTransactions } from '@wheelhouse/platform-db';
import { startApp, type TestApp } from '@wheelhouse/testing';
import request from 'supertest';
import { Webhook } from 'standardwebhooks';
import { EventsService } from '../events/events.service.js';
import { IDENTITY_ENTITIES, IdentityModule } from '../identity.module.js';
import { SealAnewJob } from '../seal-anew.job.js';
import { SealedRowsRepository } from '../sealed-rows.repository.js';
import { SecretBox } from '../secret-box.js';
import { TenantsRepository } from '../tenants.repository.js';
import { aTenant, type Caller, type TestTenant } from '../testing/index.js';
import { WebhookDeliverer } from './webhook-deliverer.js';
import { WEBHOOKS_ENTITIES, WebhooksModule } from './webhooks.module.js';

const HOUR = 3_600_000;
const SETTING = {
  imports: [IdentityModule, WebhooksModule],
  entities: [...IDENTITY_ENTITIES, ...WEBHOOKS_ENTITIES],
};
const ALLOWED = { WHEELHOUSE_ALLOW_PRIVATE_TARGETS: 'true' };
let app: TestApp;
let t: TestTenant;
let admin: Caller;
let receiver: Server;
let url: string;
let received: { headers: Record<string, string>; body: string }[] = [];
let answer: (reply: ServerResponse, request: IncomingMessage) => void;

beforeAll(async () => {
  app = await startApp({ ...SETTING, env: ALLOWED });
  receiver = createServer((asked, reply) => {
    let body = '';
    asked.on('data', (part: Buffer) => (body += part.toString()));
    asked.on('end', () => {
      received.push({ headers: asked.headers as Record<string, string>, body });
      answer(reply, asked);
    });
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`;
});
afterAll(async () => {
  receiver.closeAllConnections();
  receiver.close();
  await app.close();
});
beforeEach(async () => {
  app.clock.set(new Date().toISOString());
  t = await aTenant(app);
  admin = await t.as('hq_admin');
  received = [];
  answer = (reply) => reply.writeHead(204).end();
});

const pass = (ms: number) => app.clock.set(new Date(app.clock.now().getTime() + ms).toISOString());
const anEndpoint = async (events = ['outlet.closed']): Promise<WebhookSecretResponse> =>
  (await admin.post('/api/v1/webhooks', { url, events }).expect(201)).body as WebhookSecretResponse;
/** Publishes one event and does what the worker's first job does. */
const happens = async (): Promise<string> => {
  const data = { outletId: newId(), closedOn: '2026-11-22' };
  const place = { tenantId: t.id, now: app.clock.now() };
  await app
    .get(TenantTransactions)
    .run(place, (em) => app.get(EventsService).publish({ ...place, em }, { type: 'outlet.closed', data }));
  const [event] = await t.sql<{ id: string }>(`SELECT id FROM events ORDER BY id DESC LIMIT 1`);
  const id = event?.id ?? '';
  await app.get(WebhookDeliverer).dispatch(t.id, id);
  return id;
};
const deliver = (endpointId: string) => app.get(WebhookDeliverer).deliver({ tenantId: t.id, endpointId });
const deliveries = async () =>
  (await admin.get('/api/v1/webhook-deliveries').expect(200)).body.items as WebhookDeliveryResponse[];
const one = async (id = '') =>
  (await admin.get(`/api/v1/webhook-deliveries/${id}`).expect(200)).body as WebhookDeliveryResponse;
const jobs = (queue: string) =>
  app.source.query(`SELECT data FROM pgboss.job WHERE name = $1 AND data->>'tenantId' = $2`, [queue, t.id]) as Promise<
    { data: Record<string, string> }[]
  >;

describe('a tenant', () => {
  it('has ten endpoints at most, however many are added at once', async () => {
    const chief = await (await aTenant(app)).as('hq_admin');
    const add = () => chief.post('/api/v1/webhooks', { url, events: ['outlet.closed'] });
    const answers = await Promise.all(Array.from({ length: 14 }, add));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(10);
    expect((await add().expect(409)).body.code).toBe('WEBHOOK.TOO_MANY');
  });
});

describe('an event', () => {
  it('is written with its job in the transaction of what it tells of, or not at all', async () => {
    const viewer = await t.as('viewer');
    const email = `${newId().slice(-8)}@wheelhouse.test`;
    const body = {
      email,
      name: 'New',
      password: 'a long enough password',
      grants: [{ role: 'viewer', scopeKind: 'tenant' }],
    };
    await viewer.post('/api/v1/members', body).expect(403);
    await admin.post('/api/v1/members', {
      ...body,
      grants: [{ role: 'viewer', scopeKind: 'outlet', scopeId: newId() }],
    });
    expect(await t.sql(`SELECT 1 FROM events`)).toEqual([]);
    await anEndpoint(['member.added']);
    const { body: member } = await admin.post('/api/v1/members', body).expect(201);
    const [event] = await t.sql<{ id: string; type: string; data: object }>(`SELECT id, type, data FROM events`);
    expect(event).toMatchObject({ type: 'member.added', data: { memberId: member.id } });
    expect(await jobs('dispatch-event')).toEqual([{ data: { tenantId: t.id, eventId: event?.id } }]);
    await admin.post('/api/v1/members', {
      ...{ ...body, email: `s-${email}`, grants: [{ role: 'mystery_shopper', scopeKind: 'own' }] },
    });
    expect(await t.sql(`SELECT 1 FROM events`)).toHaveLength(1);
    await happens();
    // Nobody listens to what happened last.
    expect(await jobs('dispatch-event')).toHaveLength(1);
  });

  it('arrives signed, is verified by the standard’s own library, and only where it was asked for', async () => {
    const { id, secret } = await anEndpoint();
    const other = await anEndpoint(['report.published']);
    const eventId = await happens();
    await deliver(id);
    await deliver(other.id);
    expect(received).toHaveLength(1);
    const [{ headers, body } = { headers: {}, body: '' }] = received;
    expect(headers['webhook-id']).toBe(`evt_${eventId}`);
    expect(new Webhook(secret).verify(body, headers)).toMatchObject({
      ...{ type: 'outlet.closed', version: 1, tenantId: t.id, data: { closedOn: '2026-11-22' } },
    });
    expect(() => new Webhook(other.secret).verify(body, headers)).toThrow();
    expect((await deliveries()).map(({ status, attempts }) => [status, attempts])).toEqual([['delivered', 1]]);
  });

  it('is one delivery however often its job runs, and a repeated delivery keeps its webhook-id', async () => {
    const { id } = await anEndpoint();
    const eventId = await happens();
    await app.get(WebhookDeliverer).dispatch(t.id, eventId);
    answer = (reply) => reply.writeHead(500).end('not now');
    await deliver(id);
    answer = (reply) => reply.writeHead(200).end('thanks');
    pass(60_000);
    await deliver(id);
    expect(new Set(received.map(({ headers }) => headers['webhook-id']))).toEqual(new Set([`evt_${eventId}`]));
    const [delivery] = await deliveries();
    const { tries, status } = await one(delivery?.id);
    expect(status).toBe('delivered');
    expect(tries.map(({ number, status: said, answer: text }) => [number, said, text])).toEqual([
      [2, 200, 'thanks'],
      [1, 500, 'not now'],
    ]);
  });
});

describe('a target that fails', () => {
  it('is tried eight times over about a day, then the delivery has failed and can be sent again', async () => {
    const { id } = await anEndpoint();
    await happens();
    answer = (reply) => reply.writeHead(503).end('x'.repeat(5_000));
    const waits: number[] = [];
    for (let i = 0; i < 8; i++) {
      await deliver(id);
      const [{ nextAt } = { nextAt: null }] = await deliveries();
      if (nextAt) waits.push(Math.round((Date.parse(nextAt) - app.clock.now().getTime()) / 1000));
      pass(11 * HOUR);
    }
    [5, 300, 1800, 7200, 18000, 36000, 36000].forEach((wait, i) => {
      expect(waits[i]).toBeGreaterThanOrEqual(wait - 1);
      expect(waits[i]).toBeLessThanOrEqual(wait * 1.1 + 1);
    });
    const [failed] = await deliveries();
    expect(failed).toMatchObject({ status: 'failed', attempts: 8, nextAt: null });
    expect((await one(failed?.id)).tries[0]?.answer).toHaveLength(1_000);
    answer = (reply) => reply.writeHead(200).end();
    const since = new Date(app.clock.now().getTime() - 200 * HOUR).toISOString();
    expect((await admin.post(`/api/v1/webhooks/${id}/replay`, { since }).expect(200)).body).toEqual({ count: 1 });
    await deliver(id);
    expect((await deliveries())[0]).toMatchObject({ status: 'delivered', attempts: 9 });
    await admin.post(`/api/v1/webhook-deliveries/${failed?.id}/replay`).expect(200);
    await deliver(id);
    expect(new Set(received.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
  });

  it('has a pause, does not hold up another endpoint, and follows no redirect', async () => {
    const [slow, quick] = [await anEndpoint(), await anEndpoint()];
    await happens();
    answer = (reply) => reply.writeHead(302, { location: url }).end();
    await deliver(slow.id);
    answer = (reply) => reply.writeHead(204).end();
    await happens();
    await deliver(slow.id);
    expect(received).toHaveLength(1);
    await deliver(quick.id);
    expect(received).toHaveLength(3);
    pass(60_000);
    await deliver(slow.id);
    expect(received).toHaveLength(5);
  });

  it('is switched off after five days of nothing else, and those who manage webhooks get a mail', async () => {
    const { id } = await anEndpoint();
    answer = (reply) => reply.writeHead(500).end();
    for (let day = 0; day <= 5; day++) {
      await happens();
      await deliver(id);
      pass(24 * HOUR);
    }
    const { body } = await admin.get(`/api/v1/webhooks/${id}`).expect(200);
    expect(body).toMatchObject({ enabled: false, disabledReason: 'failing' });
    expect((await deliveries()).every(({ status }) => status === 'failed')).toBe(true);
    const mails = await t.sql<{ recipient: string }>(
      `SELECT recipient FROM mails WHERE subject = 'A webhook was switched off'`,
    );
    expect(mails.map(({ recipient }) => recipient)).toContain(admin.email);
    expect(await t.sql(`SELECT 1 FROM trail_entries WHERE action = 'webhook.disable'`)).toHaveLength(1);
    await admin.post(`/api/v1/webhooks/${id}/test`).expect(409);
    await admin.patch(`/api/v1/webhooks/${id}`, { enabled: true }).expect(200);
    await admin.post(`/api/v1/webhooks/${id}/test`).expect(204);
  });

  it('that says 410 Gone is switched off at once', async () => {
    const { id } = await anEndpoint();
    await happens();
    answer = (reply) => reply.writeHead(410).end();
    await deliver(id);
    expect((await admin.get(`/api/v1/webhooks/${id}`).expect(200)).body).toMatchObject({ disabledReason: 'gone' });
  });
});

describe('two workers', () => {
  it('never send the same delivery; a dead one’s lease ends and its delivery goes out', async () => {
    const { id } = await anEndpoint();
    await happens();
    await Promise.all([deliver(id), deliver(id), deliver(id)]);
    expect(received).toHaveLength(1);
    await happens();
    await t.sql(`UPDATE webhook_endpoints SET leased_until = $1`, [new Date(app.clock.now().getTime() + 40_000)]);
    await app.source.query(`DELETE FROM pgboss.job WHERE name = 'deliver-webhooks' AND data ->> 'endpointId' = $1`, [
      id,
    ]);
    await deliver(id);
    expect(received).toHaveLength(1);
    // It looks again soon, not when the lease ends: while its job waits, no other is added for what happens meanwhile.
    const soon = `SELECT start_after < now() + interval '10 s' AS soon FROM pgboss.job WHERE name = 'deliver-webhooks' AND data ->> 'endpointId' = $1`;
    expect(await app.source.query(soon, [id])).toEqual([{ soon: true }]);
    pass(41_000);
    await deliver(id);
    expect(received).toHaveLength(2);
  });
});

describe('the secret', () => {
  it('is told once, and after a rotation both sign for a day', async () => {
    const { id, secret: old } = await anEndpoint();
    expect(JSON.stringify((await admin.get('/api/v1/webhooks').expect(200)).body)).not.toContain(old);
    const { secret } = (await admin.post(`/api/v1/webhooks/${id}/rotate`).expect(200)).body as WebhookSecretResponse;
    await happens();
    await deliver(id);
    const [first] = received;
    for (const each of [old, secret])
      expect(() => new Webhook(each).verify(first?.body ?? '', first?.headers ?? {})).not.toThrow();
    await t.sql(`UPDATE webhook_endpoints SET old_secret_until = $1`, [app.clock.now()]);
    await happens();
    await deliver(id);
    expect(() => new Webhook(old).verify(received[1]?.body ?? '', received[1]?.headers ?? {})).toThrow();
    const kept = JSON.stringify(await t.sql(`SELECT before, after FROM trail_entries`));
    expect(kept).not.toContain('whsec_');
  });

  it('lies sealed; one of before signs as it stands until it is sealed, and both outlive a change of the key', async () => {
    const { id, secret } = await anEndpoint();
    const kept = async () => (await t.sql<{ secret: string }>(`SELECT secret FROM webhook_endpoints`))[0]?.secret ?? '';
    const signs = async (by: TestApp) => {
      received = [];
      pass(1000);
      by.clock.set(app.clock.now());
      await happens();
      await by.get(WebhookDeliverer).deliver({ tenantId: t.id, endpointId: id });
      expect(() => new Webhook(secret).verify(received[0]?.body ?? '', received[0]?.headers ?? {})).not.toThrow();
    };
    const night = (by: TestApp) =>
      new SealAnewJob(
        ...([by.get(SecretBox), new SealedRowsRepository()] as const),
        ...([by.get(TenantsRepository), by.get(TenantTransactions)] as const),
      ).tick();
    expect(await kept()).toMatch(/^v1\./);
    await t.sql(`UPDATE webhook_endpoints SET secret = $1`, [secret]);
    await signs(app);
    await night(app);
    const first = await kept();
    expect(first).toMatch(/^v1\./);
    await signs(app);
    await night(app);
    expect(await kept()).toBe(first);

    const WHEELHOUSE_SECRET_KEY = 'the next key '.repeat(4);
    const old = app.config.WHEELHOUSE_SECRET_KEY ?? '';
    const next = await startApp({
      ...SETTING,
      database: app.database,
      env: { ...ALLOWED, WHEELHOUSE_SECRET_KEY, WHEELHOUSE_SECRET_KEY_OLD: old },
    });
    await signs(next);
    await night(next);
    expect((await kept()).split('.')[1]).not.toBe(first.split('.')[1]);
    await next.close();
    const after = await startApp({ ...SETTING, database: app.database, env: { ...ALLOWED, WHEELHOUSE_SECRET_KEY } });
    await signs(after);
    await after.close();
    await deliver(id);
    received = [];
    pass(1000);
    await happens();
    await deliver(id);
    expect(received).toEqual([]);
    const [failed] = await deliveries();
    expect((await one(failed?.id)).tries.at(-1)).toMatchObject({ failure: 'no_key', status: null });
  });
});

describe('endpoints', () => {
  it('are for administrators, each of its own tenant', async () => {
    const { id } = await anEndpoint();
    const quality = await t.as('quality_manager');
    const stranger = await (await aTenant(app)).as('hq_admin');
    for (const path of ['/api/v1/webhooks', `/api/v1/webhooks/${id}`, '/api/v1/webhook-deliveries']) {
      await request(app.server).get(path).expect(401);
      await quality.get(path).expect(403);
    }
    await stranger.get(`/api/v1/webhooks/${id}`).expect(404);
    await stranger.post(`/api/v1/webhooks/${id}/rotate`).expect(404);
    expect((await stranger.get('/api/v1/webhooks').expect(200)).body).toEqual({ items: [], nextCursor: null });
    await admin.delete(`/api/v1/webhooks/${id}`).expect(204);
    await admin.get(`/api/v1/webhooks/${id}`).expect(404);
  });

  it('refuse what they are not', async () => {
    for (const wrong of ['ftp://x.example', 'https://me:pw@x.example', 'nonsense'])
      await admin.post('/api/v1/webhooks', { url: wrong, events: ['outlet.closed'] }).expect(422);
    await admin.post('/api/v1/webhooks', { url, events: ['outlet.eaten'] }).expect(400);
    await admin.post('/api/v1/webhooks', { url, events: [] }).expect(400);
    for (let i = 0; i < 10; i++) await anEndpoint();
    await admin.post('/api/v1/webhooks', { url, events: ['outlet.closed'] }).expect(409);
  });

  it('forget events after a month', async () => {
    const { id } = await anEndpoint();
    await happens();
    await deliver(id);
    pass(31 * 24 * HOUR);
    await happens();
    await app.get(WebhookDeliverer).sweep(t.id);
    expect(await deliveries()).toHaveLength(1);
  });
});
