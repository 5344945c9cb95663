import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Role, StandardSummary } from '@wheelhouse/contracts';
import { IDENTITY_ENTITIES, IdentityModule } from '@wheelhouse/identity-api';
import { aTenant, type Caller, type TestTenant } from '@wheelhouse/identity-api/testing';
import { newId } from '@wheelhouse/kernel';
import { startApp, type TestApp } from '@wheelhouse/testing';
import { STANDARDS_ENTITIES, StandardsModule } from './index.js';
import { aDraftStandard, aPublishedStandard, type TestStandard } from './testing/index.js';

let app: TestApp;
let t: TestTenant;
let open: TestStandard;
let secret: TestStandard;
let draft: TestStandard;
const STANDARDS = '/api/v1/standards';
const VERSIONS = '/api/v1/standard-versions';

beforeAll(async () => {
  app = await startApp({
    imports: [IdentityModule, StandardsModule],
    entities: [...IDENTITY_ENTITIES, ...STANDARDS_ENTITIES],
  });
  t = await aTenant(app);
  open = await aPublishedStandard(t, { code: 'OPEN' });
  secret = await aPublishedStandard(t, { code: 'SECRET', kind: 'mystery_shop' });
  draft = await aDraftStandard(t, { code: 'UNBORN' });
});
afterAll(() => app.close());

/** A member with this role, in a scope that the role may be granted with. */
const member = (role: Role): Promise<Caller> =>
  t.as(role, ['supervisor', 'franchise_manager', 'outlet_staff'].includes(role) ? { scopeId: newId() } : {});
const codesFor = async (caller: Caller, query = '') => {
  const { body } = await caller.get(`${STANDARDS}${query}`).expect(200);
  return body.items.map(({ code }: StandardSummary) => code);
};

describe('who reads standards', () => {
  it.each(['hq_admin', 'quality_manager', 'supervisor', 'viewer'] as const)('%s: all of them', async (role) => {
    const caller = await member(role);
    expect(await codesFor(caller)).toEqual(['OPEN', 'SECRET', 'UNBORN']);
    for (const { id, standardId } of [open, secret, draft]) {
      await caller.get(`${STANDARDS}/${standardId}`).expect(200);
      for (const path of ['', '/export', '/changes']) await caller.get(`${VERSIONS}/${id}${path}`).expect(200);
    }
  });

  it.each(['franchise_manager', 'outlet_staff'] as const)('%s: what is in use, and no mystery shop', async (role) => {
    const caller = await member(role);
    expect(await codesFor(caller)).toEqual(['OPEN']);
    expect(await codesFor(caller, '?kind=mystery_shop')).toEqual([]);
    expect(await codesFor(caller, '?q=secret')).toEqual([]);
    const { body } = await caller.get(`${VERSIONS}/${open.id}`).expect(200);
    expect(body.can).toEqual({ edit: false, publish: false, copy: false, retire: false, discard: false });
    for (const { id, standardId } of [secret, draft]) {
      await caller.get(`${STANDARDS}/${standardId}`).expect(404);
      for (const path of ['', '/export', '/changes']) await caller.get(`${VERSIONS}/${id}${path}`).expect(404);
    }
    await caller.get(`${VERSIONS}/${open.id}/changes?against=${secret.id}`).expect(400);
  });

  it('an outlet does not learn of the draft of what it reads', async () => {
    const quality = await t.as('quality_manager');
    const standard = await aPublishedStandard(t);
    const { body: next } = await quality.post(`${VERSIONS}/${standard.id}/copy`, {}).expect(201);
    const manager = await member('franchise_manager');
    const { body } = await manager.get(`${STANDARDS}/${standard.standardId}`).expect(200);
    expect(body.versions.map(({ id }: { id: string }) => id)).toEqual([standard.id]);
    await manager.get(`${VERSIONS}/${next.id}`).expect(404);
    await manager.get(`${VERSIONS}/${standard.id}/changes?against=${next.id}`).expect(400);
    await quality.delete(`${VERSIONS}/${next.id}`).expect(204);
    await t.sql(`UPDATE standard_versions SET status = 'retired', retired_at = now() WHERE id = $1`, [standard.id]);
  });

  it('a mystery shopper: none, the questionnaire comes with the assignment', async () => {
    const shopper = await member('mystery_shopper');
    await shopper.get(STANDARDS).expect(403);
    await shopper.get(`${STANDARDS}/${open.standardId}`).expect(403);
    for (const path of ['', '/export', '/changes']) await shopper.get(`${VERSIONS}/${secret.id}${path}`).expect(403);
  });
});

describe('who writes standards', () => {
  it.each(['supervisor', 'viewer', 'franchise_manager', 'outlet_staff', 'mystery_shopper'] as const)(
    'not %s',
    async (role) => {
      const caller = await member(role);
      await caller.post(STANDARDS, { code: 'MINE', kind: 'store', name: { en: 'Mine', zh: '我的' } }).expect(403);
      await caller.post(`${STANDARDS}/import`, { document: open.body }).expect(403);
      await caller.put(`${VERSIONS}/${draft.id}`, { revision: 1, body: draft.body }).expect(403);
      await caller.post(`${VERSIONS}/${draft.id}/publish`).expect(403);
      await caller.post(`${VERSIONS}/${open.id}/copy`).expect(403);
      await caller.post(`${VERSIONS}/${open.id}/retire`).expect(403);
      await caller.delete(`${VERSIONS}/${draft.id}`).expect(403);
      expect(await t.sql(`SELECT status, revision FROM standard_versions WHERE id = $1`, [draft.id])).toEqual([
        { status: 'draft', revision: 1 },
      ]);
    },
  );

  it('an administrator does', async () => {
    const admin = await t.as('hq_admin');
    const { id, body } = await aDraftStandard(t);
    await admin.put(`${VERSIONS}/${id}`, { revision: 1, body }).expect(200);
    await admin.post(`${VERSIONS}/${id}/publish`).expect(200);
    await admin.post(`${VERSIONS}/${id}/retire`).expect(200);
  });
});
