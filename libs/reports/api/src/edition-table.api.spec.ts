import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EditionTableResponse, RankingRow } from '@wheelhouse/contracts';
import { aTenant, type Caller, type TestTenant } from '@wheelhouse/identity-api/testing';
import { newId } from '@wheelhouse/kernel';
import { startApp, type TestApp } from '@wheelhouse/testing';
import request from 'supertest';
import { aLongEdition, reportFeatures } from './testing/index.js';

const OUTLETS = 600;
let app: TestApp;
let t: TestTenant;
let caller: Caller;
let id: string;
let table: EditionTableResponse;

beforeAll(async () => {
  app = await startApp(reportFeatures);
  app.clock.set('2026-11-16T03:00:00Z');
  t = await aTenant(app);
  id = await aLongEdition(t, { outlets: OUTLETS });
  caller = await t.as('quality_manager');
  table = (await caller.get(`/api/v1/reports/${id}/table`).expect(200)).body;
});
afterAll(() => app.close());

describe('the whole table of an edition', () => {
  it('holds every outlet once, by rank, what is not ranked last', () => {
    expect(table.total).toBe(OUTLETS);
    expect(new Set(table.rows.map(({ outletId }) => outletId)).size).toBe(OUTLETS);
    const ranked = table.rows.findIndex(({ rank }) => rank === null);
    const ranks = table.rows.slice(0, ranked).map(({ rank }) => rank ?? 0);
    expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
    expect(table.rows.slice(ranked).every(({ listing }) => listing !== 'ranked')).toBe(true);
    expect(new Set(table.rows.map(({ listing }) => listing))).toEqual(new Set(['ranked', 'apart', 'failed_red_line']));
  });

  it('says the same as the rows, names each unit once, and where an outlet hangs', async () => {
    const [row] = table.rows;
    const full: RankingRow = (await caller.get(`/api/v1/reports/${id}/rows/${row?.outletId}`).expect(200)).body;
    const { under, score, estimate, low, high, trend, coverage, change, ...same } = row as (typeof table.rows)[number];
    expect(full).toMatchObject(same);
    for (const [shown, exact] of [
      [score, full.score],
      [estimate, full.estimate],
      [low, full.low],
      [high, full.high],
      [coverage, full.coverage],
    ])
      expect(shown).toBeCloseTo(exact as number, 4);
    expect(trend[3]).toBeCloseTo(full.trend[3] as number, 1);
    expect(change).toBeNull();
    expect(full.sources).toEqual([expect.objectContaining({ source: 'audit', share: 1 })]);
    expect(table.units).toHaveLength(1 + 8 + 40);
    expect(under.map((place) => table.units[place]?.id)).toEqual([t.id, full.regionId, full.orgUnitId]);
    expect(table.units[under[2] ?? 0]?.name).toEqual(full.orgUnitName);
    expect(table.peerGroups.find((group) => group.id === full.peerGroupId)?.name).toEqual(full.peerGroupName);
  });

  it('leaves packed when the client takes that, and small', async () => {
    const packed = await caller.get(`/api/v1/reports/${id}/table`).set('Accept-Encoding', 'br, gzip').expect(200);
    expect(packed.headers['content-encoding']).toBe('br');
    expect(packed.headers.vary).toContain('Accept-Encoding');
    expect(Number(packed.headers['content-length'])).toBeLessThan(150 * OUTLETS);
    expect(packed.body).toEqual(table);
    const plain = await caller.get(`/api/v1/reports/${id}/table`).set('Accept-Encoding', 'identity').expect(200);
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(plain.body.rows).toHaveLength(OUTLETS);
  });

  it('is there for those who may read the edition', async () => {
    const path = `/api/v1/reports/${id}/table`;
    await request(app.server).get(path).expect(401);
    await (await t.as('mystery_shopper')).get(path).expect(403);
    const abroad = await (await aTenant(app)).as('quality_manager');
    await abroad.get(path).expect(404);
    await abroad.get(`/api/v1/reports/${id}/rows/${table.rows[0]?.outletId}`).expect(404);
    await caller.get(`/api/v1/reports/${id}/rows/${newId()}`).expect(404);
    await caller.get(`/api/v1/reports/${newId()}/table`).expect(404);
  });
});
