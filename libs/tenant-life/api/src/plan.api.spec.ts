import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { IDENTITY_ENTITIES, IdentityModule } from '@wheelhouse/identity-api';
import { aTenant } from '@wheelhouse/identity-api/testing';
import { ORG_ENTITIES, OrgModule } from '@wheelhouse/org-api';
import { anOutlet } from '@wheelhouse/org-api/testing';
import { startApp, type TestApp } from '@wheelhouse/testing';
import request from 'supertest';
import { RequestRate } from './request-rate.js';
import { TENANT_LIFE_ENTITIES, TenantLifeModule } from './tenant-life.module.js';

let app: TestApp;
/** A second process on the same database. */
let other: TestApp;

beforeAll(async () => {
  const options = {
    imports: [IdentityModule, OrgModule, TenantLifeModule],
    entities: [...IDENTITY_ENTITIES, ...ORG_ENTITIES, ...TENANT_LIFE_ENTITIES],
  };
  app = await startApp(options);
  other = await startApp({ ...options, database: app.database });
  for (const each of [app, other]) each.clock.set('2026-11-22T10:00:10Z');
});
afterAll(async () => {
  await other?.close();
  await app?.close();
});

const agree = (id: string, plan: string, agreed: object | null) =>
  app.source.query(`UPDATE tenants SET plan = $2, agreed_limits = $3 WHERE id = $1`, [id, plan, agreed]);

describe('a plan', () => {
  it('stops the outlet that would be one too many, says how many, and lets others be closed and changed', async () => {
    const t = await aTenant(app);
    const admin = await t.as('hq_admin');
    await agree(t.id, 'starter', { outlets: 2 });
    const first = await anOutlet(t, { code: 'A1' });
    await anOutlet(t, { code: 'A2' });
    const body = { code: 'A3', name: { en: 'Third', zh: '三店' }, kind: 'tea_shop', orgUnitId: t.rootId };
    const refused = await admin.post('/api/v1/outlets', body);
    expect([refused.status, refused.body.code]).toEqual([409, 'PLAN.OUTLETS']);
    expect(refused.body.detail).toContain('2');
    const { body: plan } = await admin.get('/api/v1/plan');
    expect([plan.limits.outlets, plan.usage.outlets]).toEqual([2, 2]);

    expect((await admin.patch(`/api/v1/outlets/${first.id}`, { closedOn: '2026-11-22' })).status).toBe(200);
    expect((await admin.post('/api/v1/outlets', body)).status).toBe(201);
    const reopened = await admin.patch(`/api/v1/outlets/${first.id}`, { closedOn: null });
    expect([reopened.status, reopened.body.code]).toEqual([409, 'PLAN.OUTLETS']);
  });

  it('of fewer outlets than are open stops none of them', async () => {
    const t = await aTenant(app);
    const admin = await t.as('hq_admin');
    const outlet = await anOutlet(t, { code: 'B1' });
    await anOutlet(t, { code: 'B2' });
    await agree(t.id, 'starter', { outlets: 1 });
    const renamed = await admin.patch(`/api/v1/outlets/${outlet.id}`, { name: { en: 'Renamed', zh: '改名店' } });
    expect(renamed.status).toBe(200);
  });

  it('lets two who open the last outlet at once not both have it', async () => {
    const t = await aTenant(app);
    const admin = await t.as('hq_admin');
    await agree(t.id, 'starter', { outlets: 1 });
    const open = (code: string) =>
      admin.post('/api/v1/outlets', { code, name: { en: code, zh: code }, kind: 'tea_shop', orgUnitId: t.rootId });
    const statuses = await Promise.all([open('C1'), open('C2'), open('C3')].map(async (one) => (await one).status));
    expect(statuses.sort()).toEqual([201, 409, 409]);
  });

  it('without room for more stops new files by the last measurement', async () => {
    const t = await aTenant(app);
    const admin = await t.as('hq_admin');
    await agree(t.id, 'starter', { storageMb: 1 });
    await t.sql(
      `INSERT INTO tenant_measurements (tenant_id, day, storage_bytes, measured_at) VALUES ($1, '2026-11-22', 2000000, now())`,
      [t.id],
    );
    const refused = await request(app.server)
      .put('/api/v1/settings/logo')
      .set({ Authorization: `Bearer ${admin.token}`, 'Content-Type': 'image/png' })
      .send(Buffer.from('a picture'));
    expect([refused.status, refused.body.code]).toEqual([409, 'PLAN.STORAGE']);
  });
});

describe('requests a minute', () => {
  it('are counted over all processes, and the one too many waits for the next minute', async () => {
    const t = await aTenant(app);
    const admin = await t.as('hq_admin');
    await agree(t.id, 'starter', { requestsPerMinute: 4 });
    const [here, there] = [app.get(RequestRate), other.get(RequestRate)];
    for (const rate of [here, there]) {
      expect([rate.take(t.id), rate.take(t.id)]).toEqual([null, null]);
      await rate.tell();
    }
    expect(there.take(t.id)).toBe(50);
    here.take(t.id);
    await here.tell();
    const refused = await admin.get('/api/v1/plan');
    expect([refused.status, refused.body.code, refused.headers['retry-after']]).toEqual([
      429,
      'REQUEST.THROTTLED',
      '50',
    ]);
    for (const each of [app, other]) each.clock.set('2026-11-22T10:01:00Z');
    const { body, status } = await admin.get('/api/v1/plan');
    expect([status, body.usage.peakRequestsPerMinute]).toEqual([200, 5]);
  });

  it('are as many as one likes where the plan sets no limit', async () => {
    const t = await aTenant(app);
    const rate = app.get(RequestRate);
    for (let i = 0; i < 500; i++) expect(rate.take(t.id)).toBeNull();
    await rate.tell();
    expect(rate.take(t.id)).toBeNull();
  });
});
