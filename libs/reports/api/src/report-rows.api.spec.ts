import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RankingRow } from '@wheelhouse/contracts';
import { aTenant, type Caller, type TestTenant } from '@wheelhouse/identity-api/testing';
import { anOrgUnit, anOutlet, aPeerGroup, aScheme } from '@wheelhouse/org-api/testing';
import { aPublishedStandard } from '@wheelhouse/standards-api/testing';
import { startApp, type TestApp } from '@wheelhouse/testing';
import { aScoredOutlet, reportFeatures, theWeekClosed } from './testing/index.js';

let app: TestApp;
let t: TestTenant;
let caller: Caller;
let editionId: string;
let east: string;
let group: string;

const rows = async (query = ''): Promise<RankingRow[]> =>
  (await caller.get(`/api/v1/reports/${editionId}/rows${query}`).expect(200)).body.items;

beforeAll(async () => {
  app = await startApp(reportFeatures);
  app.clock.set('2026-11-16T03:00:00Z');
  t = await aTenant(app);
  await aScheme(t, { minPeers: 2, minSample: 1, minCoverage: 0.4 });
  const standard = await aPublishedStandard(t);
  east = (await anOrgUnit(t)).id;
  const west = (await anOrgUnit(t)).id;
  group = (await aPeerGroup(t)).id;
  for (let i = 0; i < 12; i++) {
    await aScoredOutlet(t, {
      name: i === 3 ? { en: '=HYPERLINK("http://x","y")', zh: '50%_折\n扣' } : undefined,
      orgUnitId: i % 2 ? east : west,
      peerGroupId: i < 6 ? group : null,
      standard,
      weeks: { '2026-W46': [60 + 3 * i, 61 + 3 * i, 62 + 3 * i] },
    });
  }
  await anOutlet(t, { orgUnitId: east });
  await anOutlet(t, { orgUnitId: east });
  await theWeekClosed(t, '2026-W46');
  caller = await t.as('quality_manager');
  editionId = (await caller.get('/api/v1/reports/latest')).body.id;
});
afterAll(() => app.close());

describe('the ranked table', () => {
  it('comes by rank, what is not ranked last', async () => {
    const all = await rows();
    expect(all).toHaveLength(14);
    const ranks = all.map(({ rank }) => rank);
    expect(ranks.slice(0, 12)).toEqual([...ranks.slice(0, 12)].sort((a, b) => (a ?? 0) - (b ?? 0)));
    expect(ranks.slice(12)).toEqual([null, null]);
  });

  it.each(['rank', 'score', 'change', 'n', 'findings', 'name'])(
    'by %s, both ways, the same rows page by page',
    async (sort) => {
      for (const direction of ['asc', 'desc']) {
        const whole = await rows(`?sort=${sort}&direction=${direction}`);
        const paged: RankingRow[] = [];
        for (let cursor: string | null = ''; cursor !== null;) {
          const path: string = `/api/v1/reports/${editionId}/rows?sort=${sort}&direction=${direction}&limit=5${cursor ? `&cursor=${cursor}` : ''}`;
          const { body } = await caller.get(path).expect(200);
          paged.push(...body.items);
          cursor = body.nextCursor;
        }
        expect(paged).toEqual(whole);
        expect(new Set(paged.map(({ outletId }) => outletId)).size).toBe(14);
        if (sort === 'score' || sort === 'rank')
          expect(whole.slice(12).map(({ listing }) => listing)).toEqual(['apart', 'apart']);
      }
    },
  );

  it('can be narrowed', async () => {
    expect(await rows(`?peerGroupId=${group}`)).toHaveLength(6);
    expect(await rows(`?orgUnitId=${east}`)).toHaveLength(8);
    expect(await rows(`?orgUnitId=${t.rootId}`)).toHaveLength(14);
    expect(await rows('?listing=apart')).toHaveLength(2);
    expect(await rows(`?q=${encodeURIComponent('HyperLink')}`)).toHaveLength(1);
    expect(await rows(`?q=${encodeURIComponent('50%_折')}`)).toHaveLength(1);
    expect(await rows(`?q=${encodeURIComponent('%')}`)).toHaveLength(1);
    expect(await rows(`?q=${encodeURIComponent("' OR 1=1 --")}`)).toHaveLength(0);
  });

  it('refuses a page mark of another sort', async () => {
    const { body } = await caller.get(`/api/v1/reports/${editionId}/rows?sort=name&limit=2`);
    const refused = await caller
      .get(`/api/v1/reports/${editionId}/rows?sort=score&limit=2&cursor=${body.nextCursor}`)
      .expect(400);
    expect(refused.body).toMatchObject({ code: 'REQUEST.CURSOR', errors: [{ field: 'cursor' }] });
  });
});

describe('the table as CSV', () => {
  it('has stable columns, all rows, no formulas, and leaves a trail', async () => {
    const answer = await caller.get(`/api/v1/reports/${editionId}/rows.csv`).expect(200);
    expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(answer.headers['content-disposition']).toContain('attachment');
    const [head, ...lines] = answer.text.replace('\ufeff', '').split('\r\n');
    expect(head).toMatch(/^outlet_id,outlet_code,outlet_name_en,outlet_name_zh,.*,rank,.*,score,estimate,low,high,n,/);
    expect(lines.filter((line) => line !== '')).toHaveLength(14);
    expect(answer.text).toContain(`"'=HYPERLINK(""http://x"",""y"")"`);
    const [entry] = await t.sql(`SELECT action, object_id, after FROM trail_entries WHERE action = 'report.export'`);
    expect(entry).toMatchObject({ object_id: editionId, after: { period: '2026-W46', rows: 14 } });
  });

  it('follows the filter', async () => {
    const { text } = await caller.get(`/api/v1/reports/${editionId}/rows.csv?listing=apart`).expect(200);
    expect(text.trimEnd().split('\r\n')).toHaveLength(3);
  });
});
