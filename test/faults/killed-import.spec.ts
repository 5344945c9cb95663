import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import type { OutletImportResponse } from '@wheelhouse/contracts';
import { aTenant, type Caller, type TestTenant } from '@wheelhouse/identity-api/testing';
import { anOutlet, sendFile } from '@wheelhouse/org-api/testing';
import type { TestApp } from '@wheelhouse/testing';
import { killBuiltWorkers, startBuiltWorker } from '../support/built-workers.js';
import { Evidence } from '../support/evidence.js';
import { until } from '../support/until.js';
import { startWholeApp } from '../support/whole-app.js';

const HEAD = 'code,name_en,name_zh,kind,org_unit';

let app: TestApp;
let evidence: Evidence;
let t: TestTenant;
let admin: Caller;

beforeAll(async () => {
  app = await startWholeApp();
  evidence = await Evidence.of(app);
  t = await aTenant(app);
  admin = await t.as('hq_admin');
});

afterEach(killBuiltWorkers);

afterAll(async () => {
  await evidence?.close();
  await app?.close();
});

const aWorker = () => startBuiltWorker(app.database.appUrl);
const get = async (id: string): Promise<OutletImportResponse> => (await admin.get(`/api/v1/outlet-imports/${id}`)).body;
const reaches = (id: string, status: string) => until(async () => (await get(id)).status === status, 60_000);
const namesOf = (codes: string) =>
  t.sql<{ zh: string }>(`SELECT name->>'zh' AS zh FROM outlets WHERE code LIKE $1 ORDER BY code`, [codes]);

/** An import that is being written by a worker, which waits in the history of places with everything else written. */
async function anImportInTheMiddle(prefix: string): Promise<{ id: string; worker: ChildProcess }> {
  await anOutlet(t, { code: `${prefix}-1`, name: { en: 'Old', zh: '旧' } });
  const file = [HEAD, ...[1, 2, 3].map((i) => `${prefix}-${i},New,新,4s,HQ`)].join('\n');
  const { body } = await sendFile(t, admin, file);
  const worker = aWorker();
  await reaches(body.id, 'checked');
  await evidence.query('BEGIN');
  await evidence.query('LOCK TABLE outlet_placements IN SHARE ROW EXCLUSIVE MODE');
  await admin.post(`/api/v1/outlet-imports/${body.id}/apply`).expect(202);
  await until(async () => (await evidence.waiting('outlet_placements')).length > 0, 60_000);
  return { id: body.id, worker };
}

it('a worker killed while it writes leaves nothing of the import, and the next one writes it once', async () => {
  const { id, worker } = await anImportInTheMiddle('K');
  worker.kill('SIGKILL');
  await once(worker, 'exit');
  await evidence.query('ROLLBACK');
  await until(() => evidence.isQuiet());
  expect(await namesOf('K-%')).toEqual([{ zh: '旧' }]);

  aWorker();
  aWorker();
  await reaches(id, 'applied');
  expect(await namesOf('K-%')).toEqual([{ zh: '新' }, { zh: '新' }, { zh: '新' }]);
  const trail = await t.sql(`SELECT 1 FROM trail_entries WHERE action = 'outlet.import'`);
  expect(trail).toHaveLength(1);
});

it('an import that is cancelled while a worker writes it is undone', async () => {
  const { id } = await anImportInTheMiddle('C');
  await admin.post(`/api/v1/outlet-imports/${id}/cancel`).expect(200);
  await evidence.query('ROLLBACK');
  const task = await until(async () => {
    const { body } = await admin.get(`/api/v1/jobs/${(await get(id)).taskId}`);
    return body.status === 'failed' && body;
  });
  expect(task.error).toBe('cancelled');
  expect(await get(id)).toMatchObject({ status: 'cancelled' });
  expect(await namesOf('C-%')).toEqual([{ zh: '旧' }]);
});
