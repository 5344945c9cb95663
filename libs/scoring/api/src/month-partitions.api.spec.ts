import { afterAll, beforeAll, expect, it } from 'vitest';
import { IDENTITY_ENTITIES, IdentityModule } from '@wheelhouse/identity-api';
import { startApp, type TestApp } from '@wheelhouse/testing';
import { MonthPartitionsJob, SCORING_ENTITIES, ScoringModule, ScoringWorkerModule } from './index.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp({
    imports: [IdentityModule, ScoringModule, ScoringWorkerModule],
    entities: [...IDENTITY_ENTITIES, ...SCORING_ENTITIES],
    role: 'worker',
  });
});
afterAll(() => app.close());

it('keeps three months of every big table ahead, as a role that may not create tables', async () => {
  app.clock.set('2031-11-22T00:00:00Z');
  const months = async () =>
    (await app.source.query(
      `SELECT relname FROM pg_class WHERE relname ~ '_203[12][0-9]{2}$' AND relkind = 'r' ORDER BY 1`,
    )) as { relname: string }[];
  await app.get(MonthPartitionsJob).ensure();
  await app.get(MonthPartitionsJob).ensure();
  const expected = ['audits', 'findings', 'observations', 'section_scores'].flatMap((table) =>
    ['203111', '203112', '203201', '203202'].map((month) => ({ relname: `${table}_${month}` })),
  );
  expect(await months()).toEqual(expected);
  await expect(app.source.query(`SELECT ensure_month_partitions('people', now()::date, now()::date)`)).rejects.toThrow(
    /not a partitioned table/,
  );
});
