import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { WaveResponse } from '@wheelhouse/contracts';
import { aTenant, type Caller, type TestTenant } from '@wheelhouse/identity-api/testing';
import { newId } from '@wheelhouse/kernel';
import { anOutlet } from '@wheelhouse/org-api/testing';
import { aPublishedStandard } from '@wheelhouse/standards-api/testing';
import { startApp, type TestApp } from '@wheelhouse/testing';
import { aWave, mysteryShopFeatures } from './testing/index.js';

let app: TestApp;
let t: TestTenant;
let manager: Caller;
let shopper: Caller;

beforeAll(async () => {
  app = await startApp(mysteryShopFeatures);
  app.clock.set('2026-03-01T04:00:00Z');
  t = await aTenant(app);
  manager = await t.as('quality_manager');
  shopper = await t.as('mystery_shopper');
});
afterAll(() => app.close());

describe('a wave', () => {
  it('is planned and runs when its window begins', async () => {
    const { wave } = await aWave(t, manager);
    expect(wave).toMatchObject({
      status: 'planned',
      counts: { open: 0, done: 0 },
      inReview: 0,
      approved: 0,
      can: { manage: true, release: true },
    });
    app.clock.set('2026-03-02T04:00:00Z');
    expect((await manager.get(`/api/v1/waves/${wave.id}`).expect(200)).body.status).toBe('running');
    app.clock.set('2026-03-01T04:00:00Z');
  });

  it('needs right dates, a mystery-shop standard and texts in both languages', async () => {
    const { wave, standard } = await aWave(t, manager);
    const { name, scenario, standardVersionId, windowFrom, windowTo, releaseOn } = wave;
    const right = { name, scenario, standardVersionId, windowFrom, windowTo, releaseOn };
    expect(standard.id).toBe(standardVersionId);
    const sheet = await aPublishedStandard(t);
    const cases: [object, number, string, string | null][] = [
      [{ windowTo: '2026-03-01' }, 422, 'WAVE.DATES', 'windowTo'],
      [{ releaseOn: '2026-03-15' }, 422, 'WAVE.DATES', 'releaseOn'],
      [{ standardVersionId: sheet.id }, 422, 'AUDIT.WRONG_STANDARD', 'standardVersionId'],
      [{ standardVersionId: newId() }, 404, 'NOT_FOUND', null],
      [{ name: { en: 'x' } }, 400, 'REQUEST.INVALID', 'name.zh'],
      [{ name: undefined }, 400, 'REQUEST.INVALID', 'name'],
      [{ scenario: { en: 'x'.repeat(4001), zh: 'x' } }, 400, 'REQUEST.INVALID', 'scenario.en'],
      [{ name: { en: 'a\u202eb', zh: 'x' } }, 400, 'REQUEST.INVALID', 'name.en'],
      [{ releasedAt: '2026-03-01' }, 400, 'REQUEST.INVALID', 'releasedAt'],
    ];
    for (const [change, status, code, field] of cases) {
      const { body } = await manager.post('/api/v1/waves', { ...right, ...change }).expect(status);
      expect(body.code).toBe(code);
      if (field) expect(body.errors[0].field).toBe(field);
    }
  });

  it('is for who runs waves', async () => {
    const { wave } = await aWave(t, manager);
    const outlet = await anOutlet(t);
    for (const somebody of [
      await t.as('supervisor', { scopeId: t.rootId }),
      await t.as('franchise_manager', { scopeId: outlet.id }),
      shopper,
      await t.as('viewer'),
    ]) {
      await somebody.get('/api/v1/waves').expect(403);
      await somebody.get(`/api/v1/waves/${wave.id}`).expect(403);
      await somebody.post(`/api/v1/waves/${wave.id}/release`).expect(403);
    }
    const stranger = await (await aTenant(app)).as('hq_admin');
    await stranger.get(`/api/v1/waves/${wave.id}`).expect(404);
    await stranger.post(`/api/v1/waves/${wave.id}/release`).expect(404);
    await stranger
      .post(`/api/v1/waves/${wave.id}/assignments`, {
        shops: [{ outletId: outlet.id, shopperMemberId: shopper.memberId }],
      })
      .expect(404);
    expect((await stranger.get('/api/v1/waves').expect(200)).body.items).toEqual([]);
  });

  it('is listed newest first, page by page', async () => {
    const own = await aTenant(app);
    const q = await own.as('quality_manager');
    const standard = await aPublishedStandard(own, { kind: 'mystery_shop' });
    const made: string[] = [];
    for (const day of ['02', '04', '03'])
      made.push((await aWave(own, q, { standard, windowFrom: `2026-03-${day}` })).wave.id);
    const first = await q.get('/api/v1/waves?limit=2').expect(200);
    const second = await q.get(`/api/v1/waves?limit=2&cursor=${first.body.nextCursor}`).expect(200);
    const ids = [...first.body.items, ...second.body.items].map((wave: WaveResponse) => wave.id);
    expect(ids).toEqual([made[1], made[2], made[0]]);
    await own.sql(`UPDATE waves SET name = '{"en": "Autumn 100%", "zh": "秋季"}' WHERE id = $1`, [made[2]]);
    for (const text of ['AUTUMN', '秋', '100%']) {
      const { body } = await q.get(`/api/v1/waves?q=${encodeURIComponent(text)}`).expect(200);
      expect(body.items).toMatchObject([{ id: made[2] }]);
    }
    expect((await q.get('/api/v1/waves?q=_').expect(200)).body.items).toEqual([]);
    await q.get('/api/v1/waves?cursor=nonsense').expect(400);
  });
});

describe('assigning shops', () => {
  const assign = (waveId: string, shops: object[]) => manager.post(`/api/v1/waves/${waveId}/assignments`, { shops });

  it('is all or nothing and names the row', async () => {
    const { wave } = await aWave(t, manager);
    const [one, two, closed] = [await anOutlet(t), await anOutlet(t), await anOutlet(t, { closedOn: '2026-03-01' })];
    const right = { outletId: one.id, shopperMemberId: shopper.memberId };
    const cases: [object, number, string, string][] = [
      [{ outletId: two.id, shopperMemberId: manager.memberId }, 422, 'WAVE.NOT_SHOPPER', 'shops[1].shopperMemberId'],
      [{ outletId: two.id, shopperMemberId: newId() }, 422, 'WAVE.NOT_SHOPPER', 'shops[1].shopperMemberId'],
      [{ outletId: newId(), shopperMemberId: shopper.memberId }, 400, 'REQUEST.INVALID', 'shops[1].outletId'],
      [{ outletId: closed.id, shopperMemberId: shopper.memberId }, 422, 'AUDIT.OUTLET_CLOSED', 'shops[1].outletId'],
      [right, 409, 'WAVE.ROTATION', 'shops[1].shopperMemberId'],
      [{ ...right, outletId: 'x' }, 400, 'REQUEST.INVALID', 'shops[1].outletId'],
      [{ ...right, fee: 5 }, 400, 'REQUEST.INVALID', 'shops[1].fee'],
    ];
    for (const [wrong, status, code, field] of cases) {
      const { body } = await assign(wave.id, [right, wrong]).expect(status);
      expect([body.code, body.errors[0].field]).toEqual([code, field]);
    }
    await assign(wave.id, []).expect(400);
    expect(await t.sql(`SELECT id FROM assignments WHERE wave_id = $1`, [wave.id])).toEqual([]);
    const { body } = await assign(wave.id, [right, { ...right, outletId: two.id }]).expect(201);
    expect(body.counts.open).toBe(2);
  });

  it('keeps the same shopper away for six months and after two visits (formulas 2.19)', async () => {
    const outlet = await anOutlet(t);
    const shop = [{ outletId: outlet.id, shopperMemberId: shopper.memberId }];
    const { wave: first, standard } = await aWave(t, manager);
    await assign(first.id, shop).expect(201);
    const next = async (windowFrom: string, windowTo: string) =>
      (await aWave(t, manager, { standard, windowFrom, windowTo, releaseOn: '2028-01-01' })).wave.id;
    const soon = await assign(await next('2026-09-14', '2026-09-20'), shop).expect(409);
    expect(soon.body.errors).toEqual([
      {
        field: 'shops[0].shopperMemberId',
        code: 'SHOP.COOLDOWN',
        message: 'This shopper visited this outlet less than 6 months ago.',
      },
    ]);
    await assign(await next('2026-09-15', '2026-09-20'), shop).expect(201);
    const third = await assign(await next('2027-09-01', '2027-09-20'), shop).expect(409);
    expect(third.body.errors[0].code).toBe('SHOP.MAX_VISITS');
    const other = await t.as('mystery_shopper');
    await assign(await next('2027-09-01', '2027-09-20'), [
      { outletId: outlet.id, shopperMemberId: other.memberId },
    ]).expect(201);
  });

  it('gives one of two assignments at once the outlet', async () => {
    const outlet = await anOutlet(t);
    const { wave } = await aWave(t, manager);
    const answers = await Promise.all(
      [1, 2].map(() => assign(wave.id, [{ outletId: outlet.id, shopperMemberId: shopper.memberId }])),
    );
    expect(answers.map((answer) => answer.status).sort()).toEqual([201, 409]);
  });

  it('ends with the window and the release', async () => {
    const outlet = await anOutlet(t);
    const shop = [{ outletId: outlet.id, shopperMemberId: shopper.memberId }];
    const { wave, standard } = await aWave(t, manager);
    await manager.post(`/api/v1/waves/${wave.id}/release`).expect(200);
    expect((await assign(wave.id, shop).expect(409)).body.code).toBe('WAVE.RELEASED');
    const { wave: past } = await aWave(t, manager, { standard, windowFrom: '2026-02-01', windowTo: '2026-02-28' });
    expect((await assign(past.id, shop).expect(409)).body.code).toBe('WAVE.OVER');
  });
});
