import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { IDENTITY_ENTITIES, IdentityFacade, IdentityModule } from '@wheelhouse/identity-api';
import { aTenant, type TestTenant } from '@wheelhouse/identity-api/testing';
import { addDays, newId } from '@wheelhouse/kernel';
import { ORG_ENTITIES, OrgModule } from '@wheelhouse/org-api';
import { anOutlet } from '@wheelhouse/org-api/testing';
import type { Ctx } from '@wheelhouse/platform-db';
import { startApp, type TestApp } from '@wheelhouse/testing';
import { type NewObservation, SCORING_ENTITIES, ScoringFacade, ScoringModule } from './index.js';
import { anObservation } from './testing/index.js';

let app: TestApp;
let t: TestTenant;
let a: string;
let b: string;
let scoring: ScoringFacade;
const standardVersionId = newId();

beforeAll(async () => {
  app = await startApp({
    imports: [IdentityModule, OrgModule, ScoringModule],
    entities: [...IDENTITY_ENTITIES, ...ORG_ENTITIES, ...SCORING_ENTITIES],
  });
  scoring = app.get(ScoringFacade);
});
afterAll(() => app.close());
beforeEach(async () => {
  t = await aTenant(app);
  [a, b] = [(await anOutlet(t)).id, (await anOutlet(t)).id];
});

const within = <T>(work: (ctx: Ctx) => Promise<T>, tenant = t): Promise<T> =>
  app.get(IdentityFacade).runAsSystem(tenant.id, 'en', work);
const observe = async (change: Partial<NewObservation> & { outletId: string }): Promise<string> => {
  const observation = anObservation({ standardVersionId, ...change });
  await within((ctx) => scoring.record(ctx, observation));
  return observation.auditId;
};
const weeks = () =>
  t.sql(
    `SELECT outlet_id, source, week_start::text AS week, n, total, total_squares, findings FROM outlet_weeks ORDER BY outlet_id, source, week`,
  );

describe('observations', () => {
  it('add up in the week of their visit', async () => {
    await observe({ outletId: a, visitDate: '2026-03-02', score: 80, findings: 2 });
    await observe({ outletId: a, visitDate: '2026-03-08', score: 90, findings: 1 });
    await observe({ outletId: a, visitDate: '2026-03-09', score: 70 });
    await observe({ outletId: a, visitDate: '2026-03-08', score: null, findings: 0 });
    expect(await weeks()).toEqual([
      { outlet_id: a, source: 'audit', week: '2026-03-02', n: 2, total: 170, total_squares: 14500, findings: 3 },
      { outlet_id: a, source: 'audit', week: '2026-03-09', n: 1, total: 70, total_squares: 4900, findings: 0 },
    ]);
  });

  it('follow the first day of the tenant’s week', async () => {
    t = await aTenant(app, { weekStart: 7 });
    a = (await anOutlet(t)).id;
    await observe({ outletId: a, visitDate: '2026-03-08' });
    expect(await weeks()).toMatchObject([{ week: '2026-03-08' }]);
  });

  it('count once: held ones not before their release, and a release counts one time', async () => {
    const id = await observe({ outletId: a, source: 'mystery_shop', score: 60, counted: false, findings: 4 });
    expect(await weeks()).toEqual([]);
    await within((ctx) => scoring.release(ctx, id, 4));
    await within((ctx) => scoring.release(ctx, id, 4));
    expect(await weeks()).toMatchObject([{ source: 'mystery_shop', n: 1, total: 60, findings: 4 }]);
    await within((ctx) => scoring.withdraw(ctx, id));
    expect(await t.sql(`SELECT status FROM observations`)).toEqual([{ status: 'counted' }]);
    const other = await observe({ outletId: b, source: 'mystery_shop', counted: false });
    await within((ctx) => scoring.withdraw(ctx, other));
    expect(await t.sql(`SELECT id FROM observations`)).toEqual([{ id }]);
    await within((ctx) => scoring.releaseAll(ctx, []));
  });

  it('lose nothing when many arrive at once', async () => {
    await Promise.all(Array.from({ length: 20 }, () => observe({ outletId: a, score: 50 })));
    expect(await weeks()).toMatchObject([{ n: 20, total: 1000, total_squares: 50_000 }]);
  });
});

describe('reads', () => {
  it('sum each source over its own window', async () => {
    for (const [source, visitDate, score] of [
      ['audit', '2026-02-02', 50],
      ['audit', '2026-03-02', 80],
      ['self_check', '2026-02-02', 99],
      ['self_check', '2026-03-02', 95],
    ] as const) {
      await observe({ outletId: a, source, visitDate, score });
    }
    await observe({ outletId: b, visitDate: '2026-03-03', score: 70 });
    const windows = [
      { source: 'audit', from: '2026-01-05', to: '2026-03-02' },
      { source: 'self_check', from: '2026-03-02', to: '2026-03-02' },
    ] as const;
    const rows = await within((ctx) => scoring.windowSums(ctx, windows));
    expect(rows.sort((x, y) => x.n - y.n || x.sum - y.sum)).toEqual([
      { outletId: b, source: 'audit', n: 1, sum: 70, sumsq: 4900 },
      { outletId: a, source: 'self_check', n: 1, sum: 95, sumsq: 9025 },
      { outletId: a, source: 'audit', n: 2, sum: 130, sumsq: 8900 },
    ]);
    expect(await within((ctx) => scoring.windowSums(ctx, windows, [b]))).toHaveLength(1);
    expect(await within((ctx) => scoring.windowSums(ctx, []))).toEqual([]);
    expect(await within(async (ctx) => scoring.windowSums(ctx, windows), await aTenant(app))).toEqual([]);
  });

  it('pair self-checks and audits of the same week (formulas 2.12)', async () => {
    const pairs = [
      [95, 86],
      [92, 90],
      [88, 91],
      [100, 78],
      [90, 90],
    ] as const;
    for (const [i, [own, audited]] of pairs.entries()) {
      const visitDate = addDays('2026-01-28', 7 * i);
      await observe({ outletId: a, source: 'self_check', visitDate, score: own });
      await observe({ outletId: a, source: 'audit', visitDate, score: audited });
    }
    await observe({ outletId: b, source: 'self_check', visitDate: '2026-02-05', score: 100 });
    const [gap, ...rest] = await within((ctx) => scoring.selfAuditPairs(ctx, '2026-01-26', '2026-02-23'));
    expect(rest).toEqual([]);
    expect(gap).toMatchObject({ outletId: a });
    expect(gap?.n).toBe(5);
    expect(gap?.bias).toBeCloseTo(6, 9);
    expect(gap?.mad).toBeCloseTo(7.2, 9);
  });

  it('keep a red line standing until somebody from outside has looked again', async () => {
    const failed = { red: { redLines: ['A-05', 'B-04'], failed: true }, mild: { redLines: ['A-05'], failed: false } };
    await observe({ outletId: a, visitDate: '2026-03-01', ...failed.red });
    await observe({ outletId: b, visitDate: '2026-03-01', ...failed.mild });
    const standing = (to = '2026-03-31') => within((ctx) => scoring.redLines(ctx, '2026-02-01', to));
    const both = [a, b]
      .sort()
      .map((id) =>
        id === a
          ? { outletId: a, itemIds: ['A-05', 'B-04'], failed: true, since: '2026-03-01' }
          : { outletId: b, itemIds: ['A-05'], failed: false, since: '2026-03-01' },
      );
    expect(await standing()).toEqual(both);
    await observe({ outletId: a, source: 'self_check', visitDate: '2026-03-05' });
    await observe({ outletId: a, source: 'mystery_shop', visitDate: '2026-03-06', counted: false });
    expect(await standing()).toEqual(both);
    await observe({ outletId: a, visitDate: '2026-03-10' });
    expect(await standing()).toMatchObject([{ outletId: b }]);
    expect(await standing('2026-03-09')).toEqual(both);
    await observe({ outletId: a, visitDate: '2026-03-12', ...failed.red });
    expect(await standing()).toHaveLength(2);
    expect(await within((ctx) => scoring.redLines(ctx, '2026-03-13', '2026-03-31'))).toEqual([]);
  });

  it('know when somebody else was last there', async () => {
    await observe({ outletId: a, visitDate: '2026-02-16' });
    await observe({ outletId: a, source: 'self_check', visitDate: '2026-03-02' });
    await observe({ outletId: b, source: 'self_check', visitDate: '2026-03-02' });
    const since = await within((ctx) => scoring.weeksSinceVisit(ctx, '2026-03-02'));
    expect([...since]).toEqual([[a, 2]]);
  });
});
