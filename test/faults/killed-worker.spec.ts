import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { once } from 'node:events';
import { aTenant, type TestTenant } from '@wheelhouse/identity-api/testing';
import { addDays, lastClosedWeek, newId } from '@wheelhouse/kernel';
import { anOrgUnit, anOutlet } from '@wheelhouse/org-api/testing';
import { aPublishedStandard, fullAnswers } from '@wheelhouse/standards-api/testing';
import type { TestApp } from '@wheelhouse/testing';
import { ok } from '../support/call.js';
import { killBuiltWorkers, startBuiltWorker } from '../support/built-workers.js';
import { Evidence } from '../support/evidence.js';
import { until } from '../support/until.js';
import { startWholeApp } from '../support/whole-app.js';

const MADE = ['closed_weeks', 'editions', 'edition_rows', 'mails'];

let app: TestApp;
let evidence: Evidence;
let t: TestTenant;

beforeAll(async () => {
  app = await startWholeApp();
  evidence = await Evidence.of(app);
  t = await aTenant(app);
  const region = await anOrgUnit(t);
  await t.as('supervisor', { scopeKind: 'org_unit', scopeId: region.id });
  const standard = await aPublishedStandard(t);
  const quality = await t.as('quality_manager');
  const week = lastClosedWeek(new Date(), { timeZone: 'Asia/Shanghai', weekStart: 1, cutoffWeekday: 1, cutoffHour: 6 });
  for (const day of [0, 2]) {
    const { id: outletId } = await anOutlet(t, { orgUnitId: region.id });
    const body = {
      kind: 'hq_audit',
      outletId,
      standardVersionId: standard.id,
      visitDate: addDays(week.start, day),
      answers: fullAnswers(standard.body),
    };
    await ok(quality.post(`/api/v1/audits/${newId()}/submit`, body));
  }
});

afterEach(killBuiltWorkers);

afterAll(async () => {
  await evidence?.close();
  await app?.close();
});

const aWorker = () => startBuiltWorker(app.database.appUrl);

const made = async () => {
  const counts: Record<string, number> = {};
  for (const table of MADE)
    counts[table] = (await evidence.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${table}`))[0]?.n ?? -1;
  return counts;
};

it('a worker killed in the middle of the report leaves nothing of it, and the next one makes it once', async () => {
  // The report is held in its last table, with the week marked and editions written in the open transaction.
  await evidence.query('BEGIN');
  await evidence.query('LOCK TABLE edition_rows IN SHARE ROW EXCLUSIVE MODE');
  const victim = aWorker();
  await until(async () => (await evidence.waiting('edition_rows')).length > 0);
  victim.kill('SIGKILL');
  await once(victim, 'exit');
  await evidence.query('ROLLBACK');
  await until(() => evidence.isQuiet());
  expect(await made()).toEqual({ closed_weeks: 0, editions: 0, edition_rows: 0, mails: 0 });

  aWorker();
  aWorker();
  await until(async () => (await made())['closed_weeks'] === 1, 60_000);
  await until(
    async () =>
      (
        await evidence.query(
          `SELECT 1 FROM pgboss.job WHERE name = 'close-week' AND state NOT IN ('completed', 'failed')`,
        )
      ).length === 0,
    60_000,
  );
  // The tenant's edition and the region's, two outlets in each; mails to the administrator, headquarters and the supervisor.
  expect(await made()).toEqual({ closed_weeks: 1, editions: 2, edition_rows: 4, mails: 3 });
  expect(await evidence.query(`SELECT DISTINCT number FROM editions`)).toEqual([{ number: 1 }]);
  const sent = await until(async () => {
    const rows = await evidence.query<{ status: string }>(`SELECT status FROM mails`);
    return rows.every(({ status }) => status === 'kept') && rows;
  });
  expect(sent).toHaveLength(3);
});
