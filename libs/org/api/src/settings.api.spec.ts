import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ProblemDetails } from '@wheelhouse/contracts';
import { IDENTITY_ENTITIES, IdentityModule } from '@wheelhouse/identity-api';
import { aTenant, type Caller, type TestTenant } from '@wheelhouse/identity-api/testing';
import { startApp, type TestApp } from '@wheelhouse/testing';
import request from 'supertest';
import { ORG_ENTITIES } from './org.entities.js';
import { OrgModule } from './org.module.js';
import { DEFAULT_SCHEME } from './scheme.rule.js';
import { anOutlet, aPeerGroup, aScheme } from './testing/index.js';

let app: TestApp;
let t: TestTenant;
let admin: Caller;
let stranger: Caller;
const name = { en: 'Tier 1 cities', zh: '一线城市' };
const fieldsOf = (body: unknown) => (body as ProblemDetails).errors?.map((e) => e.field);

beforeAll(async () => {
  app = await startApp({ imports: [IdentityModule, OrgModule], entities: [...IDENTITY_ENTITIES, ...ORG_ENTITIES] });
  app.clock.set('2026-11-22T08:00:00Z');
  t = await aTenant(app);
  admin = await t.as('hq_admin');
  stranger = await (await aTenant(app)).as('hq_admin');
});
afterAll(() => app.close());

describe('settings', () => {
  it('are read by who may, and show whether they can be changed', async () => {
    const { body } = await (await t.as('quality_manager')).get('/api/v1/settings').expect(200);
    expect(body).toEqual({
      name: { en: `Tenant ${t.slug}`, zh: `租户 ${t.slug}` },
      accent: '#0f766e',
      logo: null,
      timeZone: 'Asia/Shanghai',
      weekStart: 1,
      cutoffWeekday: 1,
      cutoffHour: 6,
      scheme: { version: 1, ...DEFAULT_SCHEME },
      can: { manage: true },
    });
    const viewer = await t.as('viewer');
    await viewer.get('/api/v1/settings').expect(403);
    await viewer.patch('/api/v1/settings', { accent: '#000000' }).expect(403);
    await request(app.server).get('/api/v1/settings').expect(401);
  });

  it('change one by one, with a trail, for this tenant only', async () => {
    const before = (await stranger.get('/api/v1/settings')).body;
    const changed = await admin.patch('/api/v1/settings', { name, accent: '#AABBCC', cutoffHour: 0 }).expect(200);
    expect(changed.body).toMatchObject({
      name,
      accent: '#aabbcc',
      cutoffHour: 0,
      cutoffWeekday: 1,
      scheme: { version: 1 },
    });
    const [entry] = await t.sql<{ before: object; after: object }>(
      `SELECT before, after FROM trail_entries WHERE action = 'settings.update'`,
    );
    expect(Object.keys(entry?.after ?? {}).sort()).toEqual(['accent', 'cutoffHour', 'name']);
    expect(entry?.before).toMatchObject({ accent: '#0f766e', cutoffHour: 6 });
    expect((await stranger.get('/api/v1/settings')).body).toEqual(before);
  });

  it('make a new version of another scheme, none of the same one', async () => {
    const own = await aTenant(app);
    const quality = await own.as('quality_manager');
    const scheme = { ...DEFAULT_SCHEME, minPeers: 8, sources: DEFAULT_SCHEME.sources.slice(1) };
    expect((await quality.patch('/api/v1/settings', { scheme }).expect(200)).body.scheme).toEqual({
      version: 2,
      ...scheme,
    });
    expect((await quality.patch('/api/v1/settings', { scheme }).expect(200)).body.scheme.version).toBe(2);
    const rows = await own.sql(`SELECT version, made_by FROM schemes ORDER BY version`);
    expect(rows).toEqual([
      { version: 1, made_by: null },
      { version: 2, made_by: quality.memberId },
    ]);
    expect(await own.sql(`SELECT 1 FROM trail_entries WHERE action = 'settings.update'`)).toHaveLength(1);
    expect(await aScheme(own, { minSample: 1 })).toBe(3);
    expect((await quality.get('/api/v1/settings')).body.scheme).toMatchObject({
      version: 3,
      minSample: 1,
      minPeers: 8,
    });
  });

  it('give two changes at once two versions', async () => {
    const own = await aTenant(app);
    const quality = await own.as('quality_manager');
    const answers = await Promise.all(
      [6, 7].map((minPeers) => quality.patch('/api/v1/settings', { scheme: { ...DEFAULT_SCHEME, minPeers } })),
    );
    expect(answers.map((answer) => answer.body.scheme.version).sort()).toEqual([2, 3]);
  });

  it.each([
    [{ accent: 'teal' }, 'accent'],
    [{ cutoffHour: 24 }, 'cutoffHour'],
    [{ cutoffWeekday: 0 }, 'cutoffWeekday'],
    [{ name: null }, 'name'],
    [{ timeZone: 'UTC' }, 'timeZone'],
    [{ scheme: null }, 'scheme'],
    [{ scheme: { ...DEFAULT_SCHEME, version: 9 } }, 'scheme.version'],
    [{ scheme: { ...DEFAULT_SCHEME, sources: [] } }, 'scheme.sources'],
    [{ scheme: { ...DEFAULT_SCHEME, minCoverage: 2 } }, 'scheme.minCoverage'],
    [
      { scheme: { ...DEFAULT_SCHEME, sources: [{ source: 'audit', weight: 0, windowWeeks: 4, minN: 1 }] } },
      'scheme.sources[0].weight',
    ],
    [
      { scheme: { ...DEFAULT_SCHEME, sources: [{ source: 'gossip', weight: 1, windowWeeks: 4, minN: 1 }] } },
      'scheme.sources[0].source',
    ],
    [
      { scheme: { ...DEFAULT_SCHEME, sources: [{ source: 'audit', weight: 1, windowWeeks: 4.5, minN: 1 }] } },
      'scheme.sources[0].windowWeeks',
    ],
  ])('refuse %j, naming the field', async (body, field) => {
    expect(fieldsOf((await admin.patch('/api/v1/settings', body).expect(400)).body)).toEqual([field]);
    expect(await t.sql(`SELECT 1 FROM schemes`)).toHaveLength(1);
  });
});

describe('peer groups', () => {
  it('are made, changed, counted in the reader’s scope, and removed while empty', async () => {
    const made = await admin.post('/api/v1/peer-groups', { code: 'T1', name }).expect(201);
    expect(made.body).toEqual({ id: made.body.id, code: 'T1', name, outlets: 0 });
    expect(fieldsOf((await admin.post('/api/v1/peer-groups', { code: 'T1', name }).expect(409)).body)).toEqual([
      'code',
    ]);
    expect((await admin.patch(`/api/v1/peer-groups/${made.body.id}`, { code: 'T1A' }).expect(200)).body).toMatchObject({
      code: 'T1A',
      name,
    });

    const outlet = await anOutlet(t, { peerGroupId: made.body.id });
    await anOutlet(t, { peerGroupId: made.body.id });
    expect((await admin.get('/api/v1/peer-groups').expect(200)).body).toEqual([
      { id: made.body.id, code: 'T1A', name, outlets: 2 },
    ]);
    const manager = await t.as('franchise_manager', { scopeKind: 'outlet', scopeId: outlet.id });
    expect((await manager.get('/api/v1/peer-groups').expect(200)).body[0].outlets).toBe(1);

    expect((await admin.delete(`/api/v1/peer-groups/${made.body.id}`).expect(409)).body.code).toBe('CONFLICT.IN_USE');
    const empty = await aPeerGroup(t);
    await admin.delete(`/api/v1/peer-groups/${empty.id}`).expect(204);
    await admin.delete(`/api/v1/peer-groups/${empty.id}`).expect(404);
  });

  it('are nothing to strangers and not for everybody to change', async () => {
    const group = await aPeerGroup(t);
    expect((await stranger.get('/api/v1/peer-groups')).body).toEqual([]);
    await stranger.patch(`/api/v1/peer-groups/${group.id}`, { name }).expect(404);
    await stranger.delete(`/api/v1/peer-groups/${group.id}`).expect(404);
    const viewer = await t.as('viewer');
    await viewer.post('/api/v1/peer-groups', { code: 'V', name }).expect(403);
    await viewer.patch(`/api/v1/peer-groups/${group.id}`, { name }).expect(403);
    await viewer.delete(`/api/v1/peer-groups/${group.id}`).expect(403);
    await request(app.server).get('/api/v1/peer-groups').expect(401);
    expect(fieldsOf((await admin.post('/api/v1/peer-groups', { code: '', name: 'x' }).expect(400)).body)).toEqual([
      'code',
      'name',
    ]);
  });
});
