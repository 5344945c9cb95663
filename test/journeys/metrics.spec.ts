import { afterAll, beforeAll, expect, it } from 'vitest';
import { aTenant, type Caller } from '@wheelhouse/identity-api/testing';
import { newId } from '@wheelhouse/kernel';
import type { TestApp } from '@wheelhouse/testing';
import { type Built, killBuilt, startBuilt } from '../support/built-processes.js';
import { Evidence } from '../support/evidence.js';
import { until } from '../support/until.js';
import { startWholeApp } from '../support/whole-app.js';

const TOKEN = 'only-for-those-on-call';

let app: TestApp;
let caller: Caller;
let api: Built;
let worker: Built;

beforeAll(async () => {
  app = await startWholeApp();
  caller = await (await aTenant(app)).as('quality_manager');
  const env = { DATABASE_URL: app.database.appUrl, METRICS_PORT: '0', METRICS_TOKEN: TOKEN };
  [api, worker] = await Promise.all([startBuilt('api', env), startBuilt('worker', env)]);
});

afterAll(async () => {
  killBuilt();
  await app?.close();
});

const scrape = async ({ metrics }: Built) =>
  (await fetch(`${metrics}/metrics`, { headers: { authorization: `Bearer ${TOKEN}` } })).text();
const authorization = () => ({ authorization: `Bearer ${caller.token}` });

it('figures are on a port of their own and ask for the token; the public port has none', async () => {
  expect((await fetch(`${api.metrics}/metrics`)).status).toBe(401);
  expect((await fetch(`${api.metrics}/metrics`, { headers: { authorization: 'Bearer wrong' } })).status).toBe(401);
  expect((await fetch(`${api.address}/metrics`, { headers: { authorization: `Bearer ${TOKEN}` } })).status).toBe(404);
  for (const each of [api, worker]) {
    expect((await fetch(`${each.metrics}/health/live`)).status).toBe(200);
    expect((await fetch(`${each.metrics}/health/ready`)).status).toBe(200);
    expect((await fetch(`${each.metrics}/else`)).status).toBe(404);
  }
});

it('an API counts requests, errors and time by route, its pool and its event loop, in few series', async () => {
  for (let i = 0; i < 30; i++) {
    await fetch(`${api.address}/api/v1/outlets/${newId()}?q=${i}`, { headers: authorization() });
    await fetch(`${api.address}/api/v1/nothing-${i}`);
  }
  const text = await scrape(api);
  expect(text).toContain('wheelhouse_http_requests_total{method="GET",route="/api/v1/outlets/:id",status="404"} 30');
  expect(text).toContain('wheelhouse_http_requests_total{method="GET",route="(none)",status="404"}');
  expect(text).toContain('wheelhouse_http_request_duration_seconds_count{method="GET",route="/api/v1/outlets/:id"} 30');
  expect(text).toMatch(/wheelhouse_pool_connections\{pool="main"\} [1-9]/);
  expect(text).toContain('wheelhouse_pool_waiting{pool="main"} 0');
  expect(text).toMatch(/nodejs_eventloop_lag_seconds \S+/);
  const routes = new Set([...text.matchAll(/^wheelhouse_http_requests_total\{.*route="([^"]+)"/gm)].map((m) => m[1]));
  expect([...routes].sort()).toEqual(['(none)', '/api/v1/outlets/:id']);
  expect(text).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-7/);
});

it('a worker counts jobs, what waits in every queue and for how long, and how late reports are', async () => {
  const text = await scrape(worker);
  for (const queue of ['close-week', 'send-mail', 'dead-letters']) {
    expect(text).toContain(`wheelhouse_jobs_waiting{queue="${queue}"} 0`);
    expect(text).toMatch(new RegExp(`wheelhouse_jobs_oldest_seconds\\{queue="${queue}"\\} 0`));
  }
  expect(text).toContain('wheelhouse_report_weeks_due 0');
  expect(text).toContain('wheelhouse_report_lag_seconds 0');
  expect(text).toMatch(/wheelhouse_pool_connections\{pool="jobs"\} [1-9]/);
});

it('a schema that lacks a migration makes a process not ready: its second port and its log name it, once', async () => {
  const evidence = await Evidence.of(app);
  const newest = `SELECT name FROM migrations ORDER BY timestamp DESC LIMIT 1`;
  const [{ name = '' } = {}] = await evidence.query<{ name: string }>(newest);
  await evidence.query(`DELETE FROM migrations WHERE name = $1`, [name]);
  const ready = () => fetch(`${api.metrics}/health/ready`);
  await until(async () => (await ready()).status === 503);
  expect(await (await ready()).json()).toEqual({ problems: [`migration pending: ${name}`] });
  expect((await fetch(`${api.address}/health/ready`)).status).toBe(503);
  const lines = api.lines().filter(({ from }) => from === 'Readiness');
  expect(lines).toEqual([expect.objectContaining({ level: 'warn', msg: `not ready: migration pending: ${name}` })]);
  await evidence.close();
});
