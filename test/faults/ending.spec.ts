import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { aTenant, type Caller } from '@wheelhouse/identity-api/testing';
import { addDays, lastClosedWeek, newId } from '@wheelhouse/kernel';
import { anOutlet } from '@wheelhouse/org-api/testing';
import { aPublishedStandard, fullAnswers } from '@wheelhouse/standards-api/testing';
import type { TestApp } from '@wheelhouse/testing';
import { killBuilt, startBuilt } from '../support/built-processes.js';
import { Evidence } from '../support/evidence.js';
import { until } from '../support/until.js';
import { startWholeApp } from '../support/whole-app.js';

let app: TestApp;
let evidence: Evidence;
let auditor: Caller;
let body: object;

beforeAll(async () => {
  app = await startWholeApp();
  evidence = await Evidence.of(app);
  const t = await aTenant(app);
  auditor = await t.as('quality_manager');
  const standard = await aPublishedStandard(t);
  const { id: outletId } = await anOutlet(t);
  const week = lastClosedWeek(new Date(), { timeZone: 'Asia/Shanghai', weekStart: 1, cutoffWeekday: 1, cutoffHour: 6 });
  const visitDate = addDays(week.start, 1);
  const answers = fullAnswers(standard.body);
  body = { kind: 'hq_audit', outletId, standardVersionId: standard.id, visitDate, answers };
});

afterEach(killBuilt);
afterAll(async () => {
  await evidence?.close();
  await app?.close();
});

const env = (more: Record<string, string> = {}) => ({ DATABASE_URL: app.database.appUrl, ...more });

/** Keeps a table's writers waiting until `release`. */
async function hold(table: string) {
  await evidence.query('BEGIN');
  await evidence.query(`LOCK TABLE ${table} IN SHARE ROW EXCLUSIVE MODE`);
  return {
    somebodyWaits: () => until(async () => (await evidence.waiting(table)).length > 0),
    release: () => evidence.query('ROLLBACK'),
  };
}

describe('SIGTERM', () => {
  it('to an API: not ready at once, the request that runs is answered, then it is gone', async () => {
    const api = await startBuilt('api', env({ SHUTDOWN_DELAY_SECONDS: '1' }));
    const lock = await hold('outlet_weeks');
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${auditor.token}` };
    const address = `${api.address}/api/v1/audits/${newId()}/submit`;
    const answer = fetch(address, { method: 'POST', headers, body: JSON.stringify(body) });
    await lock.somebodyWaits();
    expect((await fetch(`${api.address}/health/ready`)).status).toBe(200);
    api.process.kill('SIGTERM');
    const ready = await until(async () => {
      const probe = await fetch(`${api.address}/health/ready`);
      return probe.status === 503 && probe;
    });
    expect(ready.headers.get('retry-after')).toMatch(/^\d+$/);
    expect(ready.headers.get('connection')).toBe('close');
    expect((await fetch(`${api.address}/health/live`)).status).toBe(200);
    await until(() =>
      fetch(`${api.address}/health/live`).then(
        () => false,
        () => true,
      ),
    );
    await lock.release();
    expect((await answer).status).toBe(200);
    expect(await api.exited).toBe(0);
    expect(await evidence.query('SELECT n FROM outlet_weeks')).toEqual([{ n: 1 }]);
  });

  it('to a worker: the job that runs is finished', async () => {
    const lock = await hold('mails');
    const worker = await startBuilt('worker', env());
    await lock.somebodyWaits();
    worker.process.kill('SIGTERM');
    await until(async () => worker.output().includes('"msg":"ending"'));
    await lock.release();
    expect(await worker.exited).toBe(0);
    expect(await evidence.query(`SELECT count(*)::int AS n FROM closed_weeks`)).toEqual([{ n: 1 }]);
    const jobs = `SELECT state FROM pgboss.job WHERE name = 'close-week'`;
    expect(await evidence.query(jobs)).toEqual([{ state: 'completed' }]);
  });

  it('to a worker whose job does not end in time: the job is handed back whole, and another does it', async () => {
    await evidence.query(`DELETE FROM closed_weeks`);
    const lock = await hold('closed_weeks');
    const worker = await startBuilt('worker', env({ SHUTDOWN_SECONDS: '1' }));
    await lock.somebodyWaits();
    worker.process.kill('SIGTERM');
    await worker.exited;
    const jobs = `SELECT state FROM pgboss.job WHERE name = 'close-week' ORDER BY created_on DESC LIMIT 1`;
    expect(await evidence.query(jobs)).toEqual([{ state: 'retry' }]);
    await lock.release();
    expect(await evidence.query(`SELECT 1 FROM closed_weeks`)).toEqual([]);
    await startBuilt('worker', env());
    await until(async () => (await evidence.query(`SELECT 1 FROM closed_weeks`)).length === 1);
  });
});
