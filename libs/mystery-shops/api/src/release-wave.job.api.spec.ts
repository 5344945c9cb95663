import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AuditsWorkerModule } from '@wheelhouse/audits-api';
import { aTenant, type TestTenant } from '@wheelhouse/identity-api/testing';
import { anOutlet } from '@wheelhouse/org-api/testing';
import { startApp, type TestApp } from '@wheelhouse/testing';
import { ReleaseWaveJob } from './release-wave.job.js';
import { MysteryShopsWorkerModule } from './index.js';
import { aShoppedOutlet, aWave, mysteryShopFeatures } from './testing/index.js';

let app: TestApp;
let t: TestTenant;

beforeAll(async () => {
  app = await startApp({
    imports: [...mysteryShopFeatures.imports, MysteryShopsWorkerModule, AuditsWorkerModule],
    entities: mysteryShopFeatures.entities,
    role: 'worker',
  });
  app.clock.set('2026-03-04T04:00:00Z');
  t = await aTenant(app);
});
afterAll(() => app.close());

const statuses = async () =>
  (await t.sql<{ status: string }>(`SELECT status FROM audits ORDER BY id`)).map((row) => row.status);

describe('the release on its day', () => {
  it('publishes approved shops when the day has come in the tenant’s time zone, once', async () => {
    const [manager, shopper] = [await t.as('quality_manager'), await t.as('mystery_shopper')];
    const { wave } = await aWave(t, manager);
    const approved = await aShoppedOutlet(t, manager, shopper, wave.id, (await anOutlet(t)).id);
    await aShoppedOutlet(t, manager, shopper, wave.id, (await anOutlet(t)).id);
    await manager.post(`/api/v1/audits/${approved}/review`, { decision: 'approve' }).expect(200);
    const job = app.get(ReleaseWaveJob);
    app.clock.set('2026-03-19T15:59:00Z');
    await job.tick();
    await delay(1500);
    expect(await statuses()).toEqual(['in_review', 'in_review']);
    app.clock.set('2026-03-19T16:00:00Z');
    await Promise.all([job.tick(), job.tick(), job.tick()]);
    for (let i = 0; i < 100 && !(await statuses()).includes('published'); i++) await delay(100);
    expect((await statuses()).sort()).toEqual(['in_review', 'published']);
    await job.tick();
    await delay(1500);
    expect(await t.sql(`SELECT sum(n)::int AS n FROM outlet_weeks`)).toEqual([{ n: 1 }]);
    expect(await t.sql(`SELECT actor_name, after FROM trail_entries WHERE action = 'wave.release'`)).toEqual([
      { actor_name: 'Wheelhouse', after: { early: false, published: 1 } },
    ]);
  });
});
