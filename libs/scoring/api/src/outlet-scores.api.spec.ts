import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OutletScoresResponse } from '@wheelhouse/contracts';
import { IDENTITY_ENTITIES, IdentityFacade, IdentityModule } from '@wheelhouse/identity-api';
import { aTenant, type Caller, type TestTenant } from '@wheelhouse/identity-api/testing';
import { newId } from '@wheelhouse/kernel';
import { ORG_ENTITIES, OrgModule } from '@wheelhouse/org-api';
import { anOutlet } from '@wheelhouse/org-api/testing';
import { startApp, type TestApp } from '@wheelhouse/testing';
import request from 'supertest';
import { type NewObservation, SCORING_ENTITIES, ScoringFacade, ScoringModule } from './index.js';
import { anObservation } from './testing/index.js';

let app: TestApp;
let t: TestTenant;
let outletId: string;
let manager: Caller;

beforeAll(async () => {
  app = await startApp({
    imports: [IdentityModule, OrgModule, ScoringModule],
    entities: [...IDENTITY_ENTITIES, ...ORG_ENTITIES, ...SCORING_ENTITIES],
  });
  app.clock.set('2026-03-11T02:00:00Z'); // Wednesday of 2026-W11
  t = await aTenant(app);
  outletId = (await anOutlet(t)).id;
  manager = await t.as('franchise_manager', { scopeKind: 'outlet', scopeId: outletId });
  const standardVersionId = newId();
  const observe = (given: Partial<NewObservation>) =>
    app
      .get(IdentityFacade)
      .runAsSystem(t.id, 'en', (ctx) =>
        app.get(ScoringFacade).record(ctx, anObservation({ outletId, standardVersionId, ...given })),
      );
  await observe({ source: 'self_check', visitDate: '2026-03-03', score: 95 });
  await observe({ source: 'audit', visitDate: '2026-03-04', score: 80 });
  await observe({ source: 'audit', visitDate: '2026-03-05', score: 70 });
  await observe({ source: 'audit', visitDate: '2026-03-10', score: 60 });
  await observe({ source: 'mystery_shop', visitDate: '2026-03-04', score: 11, counted: false });
  await observe({ source: 'audit', visitDate: '2025-01-01', score: 1 });
  await observe({ outletId: (await anOutlet(t)).id, score: 2 });
});
afterAll(() => app.close());

const scores = async (caller: Caller, query = ''): Promise<OutletScoresResponse> =>
  (await caller.get(`/api/v1/outlets/${outletId}/scores${query}`).expect(200)).body;

describe('an outlet’s scores by source', () => {
  it('are means by week up to the running one, without what is held under embargo', async () => {
    const { weeks, sources, gap } = await scores(manager, '?weeks=3');
    expect(weeks.map(({ key }) => key)).toEqual(['2026-W09', '2026-W10', '2026-W11']);
    expect(sources).toEqual([
      { source: 'self_check', n: 1, mean: 95, points: [null, { n: 1, mean: 95 }, null] },
      { source: 'audit', n: 3, mean: 70, points: [null, { n: 2, mean: 75 }, { n: 1, mean: 60 }] },
      { source: 'mystery_shop', n: 0, mean: null, points: [null, null, null] },
    ]);
    expect(gap).toEqual({ weeks: 1, bias: 20, spread: 20 });
    expect((await scores(manager)).weeks).toHaveLength(26);
    expect((await scores(manager, '?weeks=1')).gap).toBeNull();
  });

  it('are read by who may read reports or audits there, and exist for nobody else', async () => {
    const path = `/api/v1/outlets/${outletId}/scores`;
    for (const role of ['viewer', 'quality_manager'] as const) await (await t.as(role)).get(path).expect(200);
    await (await t.as('outlet_staff', { scopeKind: 'outlet', scopeId: outletId })).get(path).expect(403);
    await (await t.as('mystery_shopper')).get(path).expect(403);
    await (await (await aTenant(app)).as('viewer')).get(path).expect(404);
    const other = await t.as('franchise_manager', { scopeKind: 'outlet', scopeId: (await anOutlet(t)).id });
    await other.get(path).expect(404);
    await request(app.server).get(path).expect(401);
    await manager.get(`${path}?weeks=105`).expect(400);
    await manager.get('/api/v1/outlets/nonsense/scores').expect(400);
  });
});
