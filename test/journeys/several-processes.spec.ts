import { afterAll, beforeAll, expect, it } from 'vitest';
import { aTenant, type Caller, type TestTenant } from '@wheelhouse/identity-api/testing';
import { addDays, lastClosedWeek, newId } from '@wheelhouse/kernel';
import { anOrgUnit, anOutlet } from '@wheelhouse/org-api/testing';
import { aPublishedStandard, fullAnswers, type TestStandard } from '@wheelhouse/standards-api/testing';
import type { TestApp } from '@wheelhouse/testing';
import { type Built, killBuilt, startBuilt } from '../support/built-processes.js';
import { Evidence } from '../support/evidence.js';
import { until } from '../support/until.js';
import { startWholeApp } from '../support/whole-app.js';

/** Three API processes and two workers on one database, as in production. */
let app: TestApp;
let evidence: Evidence;
let t: TestTenant;
let admin: Caller;
let standard: TestStandard;
let apis: Built[];

beforeAll(async () => {
  app = await startWholeApp();
  evidence = await Evidence.of(app);
  t = await aTenant(app);
  admin = await t.as('hq_admin');
  standard = await aPublishedStandard(t);
  const env = { DATABASE_URL: app.database.appUrl };
  apis = await Promise.all([startBuilt('api', env), startBuilt('api', env), startBuilt('api', env)]);
});

afterAll(async () => {
  killBuilt();
  await evidence?.close();
  await app?.close();
});

/** Asks the process number `at`. */
async function ask(at: number, method: string, path: string, { body, token }: { body?: object; token?: string } = {}) {
  const headers = {
    ...(body ? { 'content-type': 'application/json' } : {}),
    ...(token ? { authorization: `Bearer ${token}` } : {}),
  };
  const answer = await fetch(apis[at]?.address + path, {
    method,
    headers,
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  const text = await answer.text();
  return { status: answer.status, body: (text ? JSON.parse(text) : null) as Record<string, unknown> };
}

it('a session that one process ends is ended in all, at once', async () => {
  const { token } = await t.as('viewer');
  for (const at of [0, 1, 2]) expect((await ask(at, 'GET', '/api/v1/auth/session', { token })).status).toBe(200);
  expect((await ask(0, 'POST', '/api/v1/auth/logout', { token })).status).toBeLessThan(300);
  for (const at of [0, 1, 2]) expect((await ask(at, 'GET', '/api/v1/outlets', { token })).status).toBe(401);
});

it('sign-ins that fail are counted together: going from process to process gains no tries', async () => {
  const body = { email: admin.email, password: 'not the right one' };
  const answers: number[] = [];
  while (answers.at(-1) !== 429 && answers.length < 60)
    answers.push((await ask(answers.length % 3, 'POST', '/api/v1/auth/login', { body })).status);
  const tries = answers.filter((status) => status === 401).length;
  expect(answers.at(-1)).toBe(429);
  expect(tries).toBeLessThanOrEqual(10);
  for (const at of [0, 1, 2]) expect((await ask(at, 'POST', '/api/v1/auth/login', { body })).status).toBe(429);
});

it('what one process changes, the others show: settings, and a standard that is published no longer', async () => {
  const { token } = admin;
  for (const at of [0, 1, 2]) await ask(at, 'GET', '/api/v1/settings', { token });
  const changed = await ask(0, 'PATCH', '/api/v1/settings', { token, body: { accent: '#123456' } });
  expect(changed.status).toBe(200);
  for (const at of [1, 2])
    expect((await ask(at, 'GET', '/api/v1/settings', { token })).body).toMatchObject({ accent: '#123456' });

  const other = await aPublishedStandard(t);
  const path = `/api/v1/standard-versions/${other.id}`;
  for (const at of [0, 1, 2]) expect((await ask(at, 'GET', path, { token })).body['status']).toBe('published');
  expect((await ask(0, 'POST', `${path}/retire`, { token })).status).toBeLessThan(300);
  for (const at of [1, 2]) expect((await ask(at, 'GET', path, { token })).body['status']).toBe('retired');
});

it('two workers close a week once: one edition for each audience, one mail for each reader', async () => {
  const region = await anOrgUnit(t);
  await t.as('supervisor', { scopeKind: 'org_unit', scopeId: region.id });
  const { id: outletId } = await anOutlet(t, { orgUnitId: region.id });
  const { token } = await t.as('quality_manager');
  const week = lastClosedWeek(new Date(), { timeZone: 'Asia/Shanghai', weekStart: 1, cutoffWeekday: 1, cutoffHour: 6 });
  const visit = { kind: 'hq_audit', outletId, standardVersionId: standard.id, visitDate: addDays(week.start, 1) };
  const body = { ...visit, answers: fullAnswers(standard.body) };
  const id = newId();
  // The same submission to every process at once is one audit.
  const answers = await Promise.all(
    [0, 1, 2].map((at) => ask(at, 'POST', `/api/v1/audits/${id}/submit`, { token, body })),
  );
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  expect(await evidence.query('SELECT n FROM outlet_weeks')).toEqual([{ n: 1 }]);

  const env = { DATABASE_URL: app.database.appUrl };
  await Promise.all([startBuilt('worker', env), startBuilt('worker', env)]);
  await until(async () => (await evidence.query('SELECT 1 FROM closed_weeks')).length > 0);
  await until(
    async () =>
      (
        await evidence.query(
          `SELECT 1 FROM pgboss.job WHERE name <> 'dead-letters' AND state <= 'active' AND start_after <= now()`,
        )
      ).length === 0,
  );
  expect(await evidence.query('SELECT 1 AS one FROM closed_weeks')).toEqual([{ one: 1 }]);
  const twice = await evidence.query(
    `SELECT audience_kind, audience_id, period FROM editions GROUP BY 1, 2, 3 HAVING count(*) > 1`,
  );
  expect(twice).toEqual([]);
  expect((await evidence.query(`SELECT 1 FROM editions`)).length).toBe(2);
  expect(await evidence.query(`SELECT recipient FROM mails GROUP BY recipient, subject HAVING count(*) > 1`)).toEqual(
    [],
  );
});
