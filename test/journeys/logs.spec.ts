import { afterAll, beforeAll, expect, it } from 'vitest';
import { aTenant, type Caller, type TestTenant } from '@wheelhouse/identity-api/testing';
import { newId } from '@wheelhouse/kernel';
import { anOutlet } from '@wheelhouse/org-api/testing';
import { aPublishedStandard, fullAnswers } from '@wheelhouse/standards-api/testing';
import type { TestApp } from '@wheelhouse/testing';
import { type Built, killBuilt, startBuilt } from '../support/built-processes.js';
import { aCollector, type Collector } from '../support/collector.js';
import { until } from '../support/until.js';
import { startWholeApp } from '../support/whole-app.js';

/** In every secret that goes in, and in no line of a log. */
const MARK = 'Zq7Recognisable';
const RECIPIENT = `${MARK}@mail.test`;

let app: TestApp;
let t: TestTenant;
let auditor: Caller;
let api: Built;
let worker: Built;
let collector: Collector;

beforeAll(async () => {
  app = await startWholeApp();
  t = await aTenant(app);
  auditor = await t.as('quality_manager');
  const env = { DATABASE_URL: app.database.appUrl, LOG_LEVEL: 'trace' };
  collector = await aCollector();
  const traces = { OTEL_EXPORTER_OTLP_ENDPOINT: collector.address, OTEL_BSP_SCHEDULE_DELAY: '200' };
  // A mail server that nobody runs, with a password: every mail fails, and its failure is logged.
  const smtp = { SMTP_URL: `smtp://user:${MARK}-smtp@127.0.0.1:1` };
  [api, worker] = await Promise.all([
    startBuilt('api', { ...env, ...traces }),
    startBuilt('worker', { ...env, ...traces, ...smtp }),
  ]);
});

afterAll(async () => {
  killBuilt();
  collector?.close();
  await app?.close();
});

async function send(method: string, path: string, body?: object, headers: Record<string, string> = {}) {
  const answer = await fetch(api.address + path, {
    method,
    headers: { 'content-type': 'application/json', authorization: `Bearer ${auditor.token}`, ...headers },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  await answer.text();
  return answer;
}
const requestLines = () => api.lines().filter(({ msg }) => msg === 'request');

it('each request leaves one line with its id, route, status, time, tenant and actor; a worker says what its jobs did', async () => {
  const outlet = await anOutlet(t);
  const answer = await send('GET', `/api/v1/outlets/${outlet.id}?x=${MARK}`, undefined, {
    'x-request-id': 'from-a-client.7',
  });
  expect(answer.headers.get('x-request-id')).toBe('from-a-client.7');
  const made = await send('GET', '/api/v1/nowhere', undefined, { 'x-request-id': 'not plain; a word' });
  expect(made.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  const line = await until(async () => requestLines().find(({ requestId }) => requestId === 'from-a-client.7'));
  expect(line).toEqual({
    level: 'info',
    time: expect.stringMatching(/^\d{4}-.*Z$/),
    part: 'api',
    pid: api.process.pid,
    requestId: 'from-a-client.7',
    traceId: expect.stringMatching(/^[0-9a-f]{32}$/),
    tenantId: t.id,
    actorId: auditor.memberId,
    method: 'GET',
    route: '/api/v1/outlets/:id',
    status: expect.any(Number),
    ms: expect.any(Number),
    msg: 'request',
  });
  const unknown = made.headers.get('x-request-id');
  const second = await until(async () => requestLines().find(({ requestId }) => requestId === unknown));
  expect(second).toMatchObject({ status: 404, route: '(none)' });
});

it('one trace goes from a request through its transaction and statements to the job and the mail that it causes', async () => {
  const requestId = 'traced-from-here';
  const stranger = { traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01' };
  const admin = await t.as('hq_admin');
  const grants = [{ role: 'viewer', scopeKind: 'tenant', scopeId: null }];
  const invitation = { email: 'traced@mail.test', name: 'Wang', locale: 'en', grants };
  const headers = { authorization: `Bearer ${admin.token}`, 'x-request-id': requestId, ...stranger };
  expect((await send('POST', '/api/v1/invitations', invitation, headers)).status).toBe(201);

  const request = await until(async () =>
    collector.spans().find(({ of }) => of['wheelhouse.request_id'] === requestId),
  );
  expect(request).toMatchObject({ name: 'POST /api/v1/invitations', service: 'wheelhouse-api', parent: '' });
  expect(request.of).toMatchObject({
    ...{ 'http.route': '/api/v1/invitations', 'http.response.status_code': 201 },
    ...{ 'wheelhouse.tenant_id': t.id, 'wheelhouse.actor_id': admin.memberId },
  });
  const mine = () => collector.spans().filter(({ traceId }) => traceId === request.traceId);
  const mail = await until(async () => mine().find(({ name }) => name === 'send mail'));
  const named = (name: string, parent?: string) =>
    mine().find((span) => span.name === name && (parent === undefined || span.parent === parent));
  const transaction = named('transaction', request.id);
  expect(transaction?.of).toMatchObject({ 'wheelhouse.tenant_id': t.id, 'wheelhouse.statements': expect.any(Number) });
  expect(named('INSERT mails', transaction?.id)?.of['db.query.text']).toContain('VALUES ($1, $2');
  expect(named('COMMIT', transaction?.id)).toBeDefined();
  const job = await until(async () => named('job send-mail'));
  expect(job).toMatchObject({ service: 'wheelhouse-worker', parent: named('transaction', request.id)?.id });
  expect(named('transaction', job.id)).toMatchObject({ id: mail.parent });
  expect(mail.error).toBe('Error');

  const line = requestLines().find((each) => each['requestId'] === requestId);
  expect(line?.['traceId']).toBe(request.traceId);
  await until(async () =>
    worker.lines().find((each) => each['traceId'] === request.traceId && each['queue'] === 'send-mail'),
  );
});

it('no secret, no answer, no name and no address of a person is in any of them', async () => {
  const standard = await aPublishedStandard(t);
  const { id: outletId } = await anOutlet(t);
  const answers = { ...fullAnswers(standard.body), 'A-01': { value: false, note: `${MARK} seen` } };
  const visit = { kind: 'hq_audit', outletId, standardVersionId: standard.id, visitDate: '2026-03-04', answers };
  const anonymous = { authorization: '' };
  await send('POST', '/api/v1/auth/login', { email: `${MARK}@x.test`, password: `${MARK}-password` }, anonymous);
  await send('GET', '/api/v1/outlets', undefined, { authorization: `Bearer ${MARK}-${MARK}-0123456789` });
  await send('GET', '/api/v1/outlets', undefined, {
    authorization: '',
    cookie: `wheelhouse_session=${MARK}0123456789ABCDEF`,
  });
  await send('GET', `/api/v1/outlets?q=${MARK}`);
  await send('GET', `/api/v1/reports/${MARK}`);
  await send('GET', `/api/v1/%E0%A4%A?x=${MARK}`);
  await send('POST', `/api/v1/audits/${newId()}/submit`, visit);
  await send('POST', `/api/v1/audits/${newId()}/submit`, { ...visit, answers: `${MARK}` });
  const admin = await t.as('hq_admin', { name: `${MARK} Li` });
  const invitation = {
    email: RECIPIENT,
    name: `${MARK} Wang`,
    locale: 'en',
    grants: [{ role: 'viewer', scopeKind: 'tenant', scopeId: null }],
  };
  const invited = await send('POST', '/api/v1/invitations', invitation, { authorization: `Bearer ${admin.token}` });
  expect(invited.status).toBe(201);
  await send('POST', '/api/v1/auth/password-resets', { email: auditor.email }, anonymous);

  const failed = await until(async () =>
    worker.lines().find(({ msg, queue }) => msg === 'job failed' && queue === 'send-mail'),
  );
  expect(failed).toMatchObject({ level: 'warn', part: 'worker', tenantId: t.id, jobId: expect.any(String) });
  expect(failed['error']).toMatchObject({
    kind: 'MailDeliveryError',
    message: expect.stringContaining('ECONNREFUSED'),
  });
  await until(async () => requestLines().some(({ route }) => route === '/api/v1/auth/password-resets'));

  const [{ mail = '' } = {}] = await t.sql<{ mail: string }>(
    `SELECT secret AS mail FROM mails WHERE secret IS NOT NULL`,
  );
  expect(mail.length).toBeGreaterThan(20);
  await until(async () => collector.spans().some(({ name }) => name === 'POST /api/v1/auth/password-resets'));
  for (const text of [api.output(), worker.output(), collector.received()]) {
    for (const secret of [MARK, mail, auditor.token, admin.token, auditor.email, 'not used by tests'])
      expect(
        text.slice(Math.max(0, text.indexOf(secret) - 200)).includes(secret)
          ? text.match(`.*${secret}.*`)?.[0]
          : 'absent',
      ).toBe('absent');
  }
});
