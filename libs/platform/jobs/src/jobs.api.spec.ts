import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { fork, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { registry } from '@wheelhouse/platform-config/telemetry';
import pg from 'pg';
import { createJobSchema } from './job-schema.js';
import { JobsService } from './jobs.service.js';
import { DEAD_LETTERS, QUEUES } from './queues.js';

const database = `jobs_${randomBytes(6).toString('hex')}`;
const adminUrl = process.env['TEST_ADMIN_URL'] ?? '';
const services: JobsService[] = [];
const children: ChildProcess[] = [];
let ownerUrl: string;
let appUrl: string;
let app: pg.Pool;

async function as(connectionString: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}
const asAdmin = (sql: string) => as(adminUrl, sql);
const asOwner = (sql: string) => as(ownerUrl, sql);

async function aService(role: 'producer' | 'worker', pollingIntervalSeconds = 0.5): Promise<JobsService> {
  const settings = { connectionString: appUrl, role, pollingIntervalSeconds, lookAfterDeadWorkersMs: 300 };
  const service = new JobsService(settings);
  await service.onModuleInit();
  services.push(service);
  return service;
}

async function until<T>(what: () => Promise<T | undefined | false> | T | undefined | false, ms = 15_000): Promise<T> {
  const end = Date.now() + ms;
  for (;;) {
    const value = await what();
    if (value) return value;
    if (Date.now() > end) throw new Error('it did not happen in time');
    await delay(50);
  }
}

async function stateOf(id: string | null): Promise<string> {
  const { rows } = await app.query<{ state: string }>('SELECT state FROM pgboss.job WHERE id = $1', [id]);
  return rows[0]?.state ?? 'gone';
}

beforeAll(async () => {
  await asAdmin(`CREATE DATABASE ${database}`);
  const url = new URL(adminUrl);
  url.pathname = `/${database}`;
  ownerUrl = url.href;
  url.username = 'wheelhouse_app';
  url.password = process.env['TEST_APP_PASSWORD'] ?? '';
  appUrl = url.href;
  await createJobSchema(ownerUrl);
  app = new pg.Pool({ connectionString: appUrl });
});

afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  await Promise.all(services.splice(0).map((service) => service.onModuleDestroy()));
});

afterAll(async () => {
  await app.end();
  await asAdmin(`DROP DATABASE ${database} WITH (FORCE)`);
});

describe('jobs', () => {
  it('come into being with the transaction of the caller, and vanish with it', async () => {
    const producer = await aService('producer');
    const ran: string[] = [];
    const tx = await app.connect();
    await tx.query('BEGIN');
    const undone = await producer.enqueue(tx, 'send-mail', { mail: 'undone' });
    await tx.query('ROLLBACK');
    await tx.query('BEGIN');
    const done = await producer.enqueue(tx, 'send-mail', { mail: 'done' });
    const worker = await aService('worker');
    await worker.work<{ mail: string }>('send-mail', async (job) => void ran.push(job.data.mail));
    await delay(1_200);
    expect(ran).toEqual([]);
    await tx.query('COMMIT');
    tx.release();
    await until(async () => (await stateOf(done)) === 'completed');
    expect(ran).toEqual(['done']);
    expect(await stateOf(undone)).toBe('gone');
  });

  it('run once, however many workers look', async () => {
    const producer = await aService('producer');
    const ran: number[] = [];
    const workers = [await aService('worker'), await aService('worker')];
    for (const worker of workers) {
      const handler = async (job: { data: { n: number } }): Promise<void> => {
        ran.push(job.data.n);
        await delay(5);
      };
      await worker.work<{ n: number }>('send-mail', handler, { concurrency: 2 });
    }
    const ids: (string | null)[] = [];
    for (let n = 0; n < 20; n++) ids.push(await producer.enqueue(app, 'send-mail', { n }));
    await until(async () => {
      const { rows } = await app.query('SELECT 1 FROM pgboss.job WHERE id = ANY($1) AND state <> $2', [
        ids,
        'completed',
      ]);
      return rows.length === 0;
    });
    await delay(700);
    expect(ran.sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, n) => n));
  });

  it('with the same key are not added twice while one waits', async () => {
    const producer = await aService('producer');
    const first = await producer.enqueue(app, 'close-week', { week: '2026-W46' }, { key: 'a:2026-W46' });
    const again = await producer.enqueue(app, 'close-week', { week: '2026-W46' }, { key: 'a:2026-W46' });
    const other = await producer.enqueue(app, 'close-week', { week: '2026-W46' }, { key: 'b:2026-W46' });
    expect(first).not.toBeNull();
    expect(again).toBeNull();
    expect(other).not.toBeNull();
  });

  it('are tried again after a failure', async () => {
    const producer = await aService('producer');
    const attempts: number[] = [];
    const worker = await aService('worker');
    await worker.work('release-wave', async (job) => {
      attempts.push(job.attempt);
      if (job.attempt === 1) throw new Error('not yet');
    });
    const id = await producer.enqueue(app, 'release-wave', {}, { key: 'retried' });
    await until(async () => (await stateOf(id)) === 'completed');
    expect(attempts).toEqual([1, 2]);
  });

  it('that failed and are tried again later still wait in the figures, since they were asked for', async () => {
    const producer = await aService('producer');
    const id = await producer.enqueue(app, 'send-mail', {}, { key: 'nobody there' });
    await app.query(`UPDATE pgboss.job SET created_on = now() - interval '1 hour', retry_delay = 60 WHERE id = $1`, [
      id,
    ]);
    const worker = await aService('worker');
    await worker.work('send-mail', async () => Promise.reject(new Error('the mail server is away')));
    await until(async () => (await stateOf(id)) === 'retry');
    const ofMails = async (name: string) =>
      (await registry.getSingleMetric(name)?.get())?.values.find(({ labels }) => labels['queue'] === 'send-mail')
        ?.value;
    expect(await ofMails('wheelhouse_jobs_waiting')).toBe(1);
    expect(await ofMails('wheelhouse_jobs_oldest_seconds')).toBeGreaterThan(3_599);
    await app.query('DELETE FROM pgboss.job WHERE id = $1', [id]);
  });

  it('that fail too often end with the dead letters', async () => {
    const producer = await aService('producer');
    const id = await producer.enqueue(app, 'make-report', { edition: 'hopeless' }, { key: 'hopeless' });
    await app.query('UPDATE pgboss.job SET retry_limit = 0 WHERE id = $1', [id]);
    const worker = await aService('worker');
    await worker.work('make-report', async () => Promise.reject(new Error('never')));
    await until(async () => (await stateOf(id)) === 'failed');
    const { rows } = await app.query('SELECT data FROM pgboss.job WHERE name = $1', [DEAD_LETTERS]);
    expect(rows).toEqual([{ data: { edition: 'hopeless' } }]);
  });

  it('of a killed worker start again within seconds', async () => {
    const producer = await aService('producer');
    const id = await producer.enqueue(app, 'make-report', { edition: 'interrupted' }, { key: 'interrupted' });
    const script = fileURLToPath(new URL('testing/hanging-worker.mjs', import.meta.url));
    const victim = fork(script, [appUrl, 'make-report'], { execArgv: [], env: { PATH: process.env['PATH'] } });
    children.push(victim);
    await once(victim, 'message');
    expect(await stateOf(id)).toBe('active');
    const worker = await aService('worker');
    const attempts: number[] = [];
    await worker.work('make-report', async (job) => void attempts.push(job.attempt));
    await delay(1_500);
    expect(await stateOf(id)).toBe('active');
    victim.kill('SIGKILL');
    await until(async () => (await stateOf(id)) === 'completed', 12_000);
    expect(attempts).toEqual([2]);
  });

  it('whose end could not be written down start again too', async () => {
    const producer = await aService('producer');
    const id = await producer.enqueue(app, 'make-report', { edition: 'unwritten' }, { key: 'unwritten' });
    const worker = await aService('worker');
    const attempts: number[] = [];
    await worker.work('make-report', async (job) => {
      attempts.push(job.attempt);
      if (job.attempt === 1) await asOwner('REVOKE UPDATE, DELETE ON pgboss.job FROM wheelhouse_app');
    });
    await until(() => attempts.length === 1 && worker['atWork'].size === 0);
    expect(await stateOf(id)).toBe('active');
    await asOwner('GRANT UPDATE, DELETE ON pgboss.job TO wheelhouse_app');
    await until(async () => (await stateOf(id)) === 'completed');
    expect(attempts).toEqual([1, 2]);
  });

  it('that wait are taken as soon as one is done, not one at each look', async () => {
    const producer = await aService('producer');
    for (let n = 0; n < 10; n++) await producer.enqueue(app, 'password-link', { n });
    const ran: number[] = [];
    const worker = await aService('worker', 60);
    await worker.work<{ n: number }>('password-link', async ({ data }) => void ran.push(data.n));
    await until(() => ran.length === 10);
  });

  it('still at work when a worker stops are given back', async () => {
    const producer = await aService('producer');
    const worker = await aService('worker');
    let finish = (): void => undefined;
    const started = new Promise<void>((resolve) => {
      void worker.work('expire-assignments', async () => {
        resolve();
        await new Promise<void>((done) => (finish = done));
      });
    });
    const id = await producer.enqueue(app, 'expire-assignments', {}, { key: 'slow' });
    await started;
    const stopped = worker.onModuleDestroy();
    services.splice(services.indexOf(worker), 1);
    await delay(200);
    finish();
    await stopped;
    expect(await stateOf(id)).toBe('completed');
  });
});

describe("the application's role", () => {
  it.each([
    ['CREATE TABLE public.mine (id int)'],
    ['CREATE TABLE pgboss.mine (id int)'],
    ['CREATE SCHEMA mine'],
    ['DROP TABLE pgboss.job'],
    ['TRUNCATE pgboss.job'],
    ['ALTER TABLE pgboss.job ADD COLUMN mine int'],
    [`SELECT pgboss.create_queue('mine', '{}')`],
    [`INSERT INTO pgboss.queue (name) VALUES ('mine')`],
  ])('may not %s', async (sql) => {
    await expect(app.query(sql)).rejects.toMatchObject({ code: '42501' });
  });

  it('finds the queues again after a second migration', async () => {
    await createJobSchema(ownerUrl);
    const { rows } = await app.query<{ n: string }>('SELECT count(*) AS n FROM pgboss.queue');
    expect(Number(rows[0]?.n)).toBe(Object.keys({ ...QUEUES, [DEAD_LETTERS]: true }).length);
  });
});
