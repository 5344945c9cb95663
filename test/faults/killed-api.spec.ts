import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { aTenant, type Caller } from '@wheelhouse/identity-api/testing';
import { newId } from '@wheelhouse/kernel';
import { anOutlet } from '@wheelhouse/org-api/testing';
import { aPublishedStandard, fullAnswers } from '@wheelhouse/standards-api/testing';
import type { TestApp } from '@wheelhouse/testing';
import { Evidence } from '../support/evidence.js';
import { until } from '../support/until.js';
import { startWholeApp } from '../support/whole-app.js';

/** The API as it is built and started in production. */
const API = fileURLToPath(new URL('../../apps/api/dist/main.js', import.meta.url));
const WRITTEN = ['audits', 'section_scores', 'findings', 'observations', 'outlet_weeks'];

let app: TestApp;
let evidence: Evidence;
let auditor: Caller;
let body: object;
const processes: ChildProcess[] = [];

beforeAll(async () => {
  app = await startWholeApp();
  evidence = await Evidence.of(app);
  const t = await aTenant(app);
  auditor = await t.as('quality_manager');
  const standard = await aPublishedStandard(t);
  const { id: outletId } = await anOutlet(t);
  const visitDate = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
  body = {
    kind: 'hq_audit',
    outletId,
    standardVersionId: standard.id,
    visitDate,
    answers: { ...fullAnswers(standard.body), 'A-01': { value: false } },
  };
});

afterEach(() => {
  for (const each of processes.splice(0)) each.kill('SIGKILL');
});

afterAll(async () => {
  await evidence?.close();
  await app?.close();
});

/** An API process that answers. */
async function anApi(settings = {}): Promise<{ process: ChildProcess; submit(id: string): Promise<Response> }> {
  const base = { PATH: process.env['PATH'], NODE_ENV: 'test', PORT: '0', DATABASE_URL: app.database.appUrl };
  const env = { ...base, ...settings };
  const api = fork(API, [], { execArgv: [], env, stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
  processes.push(api);
  const [{ address }] = (await once(api, 'message')) as [{ address: string }];
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${auditor.token}` };
  return {
    process: api,
    submit: (id) =>
      fetch(`${address}/api/v1/audits/${id}/submit`, { method: 'POST', headers, body: JSON.stringify(body) }),
  };
}

const written = async () => {
  const counts: Record<string, number> = {};
  for (const table of WRITTEN)
    counts[table] = (await evidence.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${table}`))[0]?.n ?? -1;
  return counts;
};

it('an API killed in the middle of a submission leaves nothing of it, and the same id sent again is one audit', async () => {
  const id = newId();
  const first = await anApi();
  await evidence.query('BEGIN');
  await evidence.query('LOCK TABLE outlet_weeks IN SHARE ROW EXCLUSIVE MODE');
  const unanswered = first.submit(id).then(
    () => 'answered',
    () => 'no answer',
  );
  await until(async () => (await evidence.waiting('outlet_weeks')).length > 0);
  first.process.kill('SIGKILL');
  expect(await unanswered).toBe('no answer');
  await evidence.query('ROLLBACK');
  await until(() => evidence.isQuiet());
  expect(await written()).toEqual({ audits: 0, section_scores: 0, findings: 0, observations: 0, outlet_weeks: 0 });

  const second = await anApi();
  const answers = await Promise.all([second.submit(id), second.submit(id), second.submit(id)]);
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  const bodies = await Promise.all(answers.map((answer) => answer.json()));
  expect(bodies).toEqual([bodies[0], bodies[0], bodies[0]]);
  expect(await written()).toMatchObject({
    audits: 1,
    observations: 1,
    outlet_weeks: 1,
    section_scores: 2,
    findings: 1,
  });
  expect(await evidence.query(`SELECT n, findings FROM outlet_weeks`)).toEqual([{ n: 1, findings: 1 }]);
});

it('an API whose connections are all taken refuses at once what is too many, and answers the others when it can', async () => {
  const api = await anApi({ DATABASE_POOL_SIZE: '2', DATABASE_QUEUE: '3', DATABASE_WAIT_MS: '60000' });
  const before = await written();
  await evidence.query('BEGIN');
  await evidence.query('LOCK TABLE outlet_weeks IN SHARE ROW EXCLUSIVE MODE');
  const taking = [api.submit(newId()), api.submit(newId())];
  await until(async () => (await evidence.waiting('outlet_weeks')).length === 2);
  const refusals: Response[] = [];
  const crowd = Array.from({ length: 8 }, async () => {
    const answer = await api.submit(newId());
    if (!answer.ok) refusals.push(answer);
    return answer;
  });
  // The lock is still held: nobody was answered because of time. The process itself may take a place in the queue.
  await until(async () => refusals.length >= 5);
  const refused = refusals[0] as Response;
  expect(refused.headers.get('retry-after')).toMatch(/^\d+$/);
  expect(await refused.json()).toMatchObject({ status: 503, code: 'SERVER.UNAVAILABLE' });
  await evidence.query('ROLLBACK');
  const answers = await Promise.all([...taking, ...crowd]);
  const done = answers.filter(({ status }) => status === 200).length;
  expect(done).toBe(answers.length - refusals.length);
  expect(await written()).toMatchObject({ audits: (before['audits'] ?? 0) + done });
});
