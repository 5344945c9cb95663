import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aTenant, type Caller, type TestTenant } from '@wheelhouse/identity-api/testing';
import { newId } from '@wheelhouse/kernel';
import { anOutlet } from '@wheelhouse/org-api/testing';
import { aPublishedStandard, fullAnswers, type TestStandard } from '@wheelhouse/standards-api/testing';
import { type TestApp, testDatabase } from '@wheelhouse/testing';
import { Evidence } from '../support/evidence.js';
import { Proxy } from '../support/proxy.js';
import { until } from '../support/until.js';
import { startWholeApp } from '../support/whole-app.js';

const TODAY = '2026-03-04';
const WRITTEN = ['audits', 'section_scores', 'findings', 'observations', 'outlet_weeks'];

let database: Awaited<ReturnType<typeof testDatabase>>;
let proxy: Proxy;
let app: TestApp;
let evidence: Evidence;
let t: TestTenant;
let supervisor: Caller;
let outletId: string;
let standard: TestStandard;

beforeAll(async () => {
  database = await testDatabase();
  proxy = await Proxy.before(database.appUrl);
  app = await startWholeApp({ database: { ...database, appUrl: proxy.url } });
  app.clock.set(`${TODAY}T02:00:00Z`);
  evidence = await Evidence.of(app);
  t = await aTenant(app);
  supervisor = await t.as('quality_manager');
  outletId = (await anOutlet(t)).id;
  standard = await aPublishedStandard(t);
});

afterAll(async () => {
  await evidence?.close();
  await app?.close();
  await proxy?.cut();
  await database?.drop();
});

const submit = (id: string) =>
  supervisor.post(`/api/v1/audits/${id}/submit`, {
    kind: 'hq_audit',
    outletId,
    standardVersionId: standard.id,
    visitDate: TODAY,
    answers: { ...fullAnswers(standard.body), 'A-01': { value: false } },
  });

const written = async () => {
  const counts: Record<string, number> = {};
  for (const table of WRITTEN)
    counts[table] = (await evidence.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${table}`))[0]?.n ?? -1;
  return counts;
};

const unavailable = { status: 503, code: 'SERVER.UNAVAILABLE', type: expect.stringContaining('SERVER.UNAVAILABLE') };
const recovered = () => until(async () => (await supervisor.get('/api/v1/home')).status === 200);

/** Holds a submission in its last write, does something to it, and answers what its sender got. */
async function whileSubmitting(id: string, deed: (pid: number) => Promise<unknown>) {
  await evidence.query('BEGIN');
  await evidence.query('LOCK TABLE outlet_weeks IN SHARE ROW EXCLUSIVE MODE');
  try {
    const sent = Promise.resolve(submit(id));
    const [waiting] = await until(async () => {
      const found = await evidence.waiting();
      return found.length > 0 && found;
    });
    await deed(waiting?.pid ?? 0);
    return await sent;
  } finally {
    await evidence.query('ROLLBACK');
  }
}

describe('a submission whose connection ends in the middle', () => {
  it.each([
    ['by the server', (pid: number) => evidence.query('SELECT pg_terminate_backend($1)', [pid])],
    ['by the network', async () => proxy.drop()],
  ])(
    '%s is answered 503, leaves nothing, and can be sent again as the same audit',
    async (_, deed) => {
      const before = await written();
      const id = newId();
      const answer = await whileSubmitting(id, deed);
      expect(answer.body).toMatchObject(unavailable);
      expect(answer.headers['content-type']).toContain('application/problem+json');
      await until(() => evidence.isQuiet());
      expect(await written()).toEqual(before);
      await recovered();
      const [first, second] = [await submit(id), await submit(id)];
      expect([first.status, second.status]).toEqual([200, 200]);
      expect(second.body).toEqual(first.body);
      expect(await evidence.query(`SELECT id FROM audits WHERE id = $1`, [id])).toHaveLength(1);
      expect(await evidence.query(`SELECT id FROM observations WHERE id = $1`, [id])).toHaveLength(1);
      expect(await evidence.query(`SELECT n FROM outlet_weeks`)).toEqual([{ n: (await written())['observations'] }]);
    },
    60_000,
  );
});

describe('a database that is not there', () => {
  it('is a 503 with a problem for every caller, and not ready; once it is back all goes on', async () => {
    const before = await written();
    await proxy.cut();
    for (const answer of [
      await supervisor.get('/api/v1/home'),
      await submit(newId()),
      await supervisor.get('/health/ready'),
    ]) {
      expect(answer.body).toMatchObject(unavailable);
      expect(answer.headers['content-type']).toContain('application/problem+json');
    }
    expect((await supervisor.get('/health/live')).status).toBe(200);
    await proxy.open();
    await recovered();
    expect((await supervisor.get('/health/ready')).status).toBe(200);
    expect(await written()).toEqual(before);
    expect((await submit(newId())).status).toBe(200);
  });
});
