import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OutletResponse, Page } from '@wheelhouse/contracts';
import { IDENTITY_ENTITIES, IdentityModule } from '@wheelhouse/identity-api';
import { aTenant, type Caller, type TestTenant } from '@wheelhouse/identity-api/testing';
import { startApp, type TestApp } from '@wheelhouse/testing';
import { ORG_ENTITIES } from './org.entities.js';
import { OrgModule } from './org.module.js';
import { anOrgUnit, anOutlet } from './testing/index.js';

let app: TestApp;
let t: TestTenant;
let viewer: Caller;
const named = (en: string, zh: string) => ({ en, zh });

beforeAll(async () => {
  app = await startApp({ imports: [IdentityModule, OrgModule], entities: [...IDENTITY_ENTITIES, ...ORG_ENTITIES] });
  app.clock.set('2026-11-22T20:00:00Z');
  t = await aTenant(app);
  viewer = await t.as('viewer');
  const east = await anOrgUnit(t, { code: 'EAST' });
  const at = { orgUnitId: east.id };
  await anOutlet(t, { ...at, code: 'A1', name: named('Delta', '重庆店'), city: named('Chongqing', '重庆') });
  await anOutlet(t, {
    ...at,
    code: 'A2',
    name: named('alpha', '北京店'),
    city: named('Beijing', '北京'),
    openedOn: '2024-05-01',
  });
  await anOutlet(t, { code: 'B1', name: named('Charlie', '上海店'), kind: 'tea_shop', closedOn: '2026-11-23' });
  await anOutlet(t, { code: 'B2', name: named('Bravo', '安庆店'), kind: 'tea_shop', closedOn: '2026-12-01' });
  await t.sql(`UPDATE outlets SET city_tier = '2' WHERE code IN ('A2', 'B2')`);
});
afterAll(() => app.close());

const list = async (query = '', language = 'en'): Promise<Page<OutletResponse>> =>
  (await viewer.get(`/api/v1/outlets?${query}`).set('Accept-Language', language).expect(200)).body;
const codes = async (query: string, language?: string) => (await list(query, language)).items.map(({ code }) => code);

describe('the list of outlets', () => {
  it('finds by city in either language, by tier, and by whether they are closed', async () => {
    expect(await codes('q=beijing')).toEqual(['A2']);
    expect(await codes(`q=${encodeURIComponent('重庆')}`)).toEqual(['A1']);
    expect(await codes('cityTier=2')).toEqual(['A2', 'B2']);
    expect(await codes('status=closed')).toEqual(['B1']);
    expect(await codes('status=all')).toEqual(['A1', 'A2', 'B1', 'B2']);
    expect(await codes('')).toEqual(['A1', 'A2', 'B2']);
  });

  it('sorts in the reader’s language, both ways, page by page without a gap', async () => {
    expect(await codes('sort=name&status=all')).toEqual(['A2', 'B2', 'B1', 'A1']);
    expect(await codes('sort=name&status=all', 'zh-CN')).toEqual(['B2', 'A2', 'A1', 'B1']);
    expect(await codes('sort=city&status=all')).toEqual(['B1', 'B2', 'A2', 'A1']);
    for (const sort of ['code', 'name', 'city', 'openedOn'] as const) {
      for (const direction of ['asc', 'desc'] as const) {
        const query = `status=all&sort=${sort}&direction=${direction}`;
        const whole = await codes(query);
        const paged: string[] = [];
        for (let cursor: string | null = ''; cursor !== null;) {
          const page: Page<OutletResponse> = await list(`${query}&limit=1${cursor && `&cursor=${cursor}`}`);
          paged.push(...page.items.map(({ code }) => code));
          cursor = page.nextCursor;
        }
        expect([query, paged]).toEqual([query, whole]);
      }
    }
  });

  it('says on the first page how many there are', async () => {
    const first = await list('status=all&limit=3');
    expect(first.total).toBe(4);
    expect((await list(`status=all&limit=3&cursor=${first.nextCursor}`)).total).toBeUndefined();
    expect((await list('q=nothing')).total).toBe(0);
  });

  it('knows the kinds in use, inside the reader’s scope', async () => {
    const kinds = async (caller: Caller) => (await caller.get('/api/v1/outlets/kinds').expect(200)).body;
    expect(await kinds(viewer)).toEqual([
      { kind: '4s', outlets: 2 },
      { kind: 'tea_shop', outlets: 2 },
    ]);
    const [{ id } = { id: '' }] = await t.sql<{ id: string }>(`SELECT id FROM org_units WHERE code = 'EAST'`);
    expect(await kinds(await t.as('supervisor', { scopeKind: 'org_unit', scopeId: id }))).toEqual([
      { kind: '4s', outlets: 2 },
    ]);
    await (await t.as('mystery_shopper')).get('/api/v1/outlets/kinds').expect(403);
    expect(await kinds(await (await aTenant(app)).as('viewer'))).toEqual([]);
  });

  it.each(['status=gone', 'sort=score', 'direction=up', 'cityTier=9', 'cursor=WyJhIl0'])(
    'refuses ?%s',
    async (query) => {
      const { body } = await viewer.get(`/api/v1/outlets?${query}`).expect(400);
      expect(body.errors.map(({ field }: { field: string }) => field)).toEqual([query.split('=')[0]]);
    },
  );
});
