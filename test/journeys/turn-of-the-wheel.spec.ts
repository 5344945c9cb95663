import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SchedulerRegistry } from '@nestjs/schedule';
import type {
  Answers,
  AuditResponse,
  CycleResponse,
  HomeResponse,
  Page,
  RankingRow,
  ReportResponse,
  StandardBody,
  SubmittedAuditResponse,
} from '@wheelhouse/contracts';
import { aTenant, type Caller, type TestTenant } from '@wheelhouse/identity-api/testing';
import { newId } from '@wheelhouse/kernel';
import { shopContent } from '@wheelhouse/mystery-shops-api/testing';
import { CloseWeekJob } from '@wheelhouse/reports-api';
import { bodyOf, fullAnswers } from '@wheelhouse/standards-api/testing';
import type { TestApp } from '@wheelhouse/testing';
import { ok } from '../support/call.js';
import { until } from '../support/until.js';
import { byHand, compositeByHand, mean, meanByHand, type Shop, withMisses } from './by-hand.js';
import { startWholeApp, startWorker } from '../support/whole-app.js';

let api: TestApp;
let workers: TestApp[];
let t: TestTenant;
let people: Record<'admin' | 'quality' | 'north' | 'south' | 'shopper', Caller>;

const shops: Shop[] = [];
const regions = { north: '', south: '' };
let service: { id: string; body: StandardBody };
let mystery: { id: string; body: StandardBody };
let waveId: string;
let cycleId: string;
let objectiveId: string;

/** All processes live in the same moment. */
const itIs = (instant: string) => [api, ...workers].forEach((each) => each.clock.set(instant));

beforeAll(async () => {
  api = await startWholeApp();
  workers = [await startWorker({ database: api.database }), await startWorker({ database: api.database })];
  itIs('2026-06-01T01:00:00Z');
  t = await aTenant(api);
  people = {
    admin: await t.as('hq_admin'),
    quality: await t.as('quality_manager'),
    north: null as never,
    south: null as never,
    shopper: await t.as('mystery_shopper'),
  };
});

afterAll(async () => {
  for (const worker of workers ?? []) await worker.close();
  await api?.close();
});

describe('one turn of the wheel', () => {
  it('Plan: headquarters draws its network, imports two standards and publishes them', async () => {
    const { admin, quality } = people;
    for (const region of ['north', 'south'] as const) {
      const made = await ok<{ id: string }>(
        admin.post('/api/v1/org-units', {
          parentId: t.rootId,
          kind: 'region',
          code: region,
          name: { en: region, zh: region },
        }),
      );
      regions[region] = made.id;
      people[region] = await t.as('supervisor', { scopeKind: 'org_unit', scopeId: made.id });
    }
    const group = await ok<{ id: string }>(
      admin.post('/api/v1/peer-groups', { code: 'CITY', name: { en: 'City', zh: '城市店' } }),
    );
    service = await published(bodyOf('AS-4S'));
    mystery = await published(bodyOf('MS-4S'));
    for (let i = 0; i < 6; i++) {
      const region = i < 3 ? 'north' : 'south';
      const code = `SHOP-${i + 1}`;
      const { id } = await ok<{ id: string }>(
        admin.post('/api/v1/outlets', {
          code,
          name: { en: code, zh: `门店${i + 1}` },
          kind: '4s',
          orgUnitId: regions[region],
          peerGroupId: group.id,
          openedOn: '2020-01-01',
        }),
      );
      const manager = await t.as('franchise_manager', { scopeKind: 'outlet', scopeId: id });
      // How much single observations differ must be known for each source: the first outlet is seen twice from each side.
      const times = i === 0 ? [0, 1] : [i];
      shops.push({
        ...{ id, code, region, manager },
        selfChecks: times.map((misses) => withMisses(service.body, misses)),
        audits: [withMisses(service.body, 2 * i + 1), withMisses(service.body, 2 * i + 2)],
        visits: times.map((misses) => withMisses(mystery.body, misses)),
      });
    }
    const versions = (await ok<Page<{ versions: { status: string }[] }>>(quality.get('/api/v1/standards'))).items;
    expect(versions.flatMap((standard) => standard.versions.map(({ status }) => status))).toEqual([
      'published',
      'published',
    ]);
  });

  async function published(document: StandardBody): Promise<{ id: string; body: StandardBody }> {
    const { id } = await ok<{ id: string }>(people.quality.post('/api/v1/standards/import', { document }));
    await ok(people.quality.post(`/api/v1/standard-versions/${id}/publish`));
    return { id, body: document };
  }

  it('Do: a manager fills in a self-check on the phone, is interrupted, resumes and submits', async () => {
    itIs('2026-06-02T02:00:00Z');
    const [first, ...others] = shops as [Shop, ...Shop[]];
    const home = await ok<HomeResponse>(first.manager.get('/api/v1/home'));
    expect(home.startable).toContainEqual(
      expect.objectContaining({ kind: 'self_check', standardVersionId: service.id }),
    );
    const id = newId();
    const start = {
      id,
      kind: 'self_check',
      outletId: first.id,
      standardVersionId: service.id,
      visitDate: '2026-06-02',
    };
    await ok(first.manager.post('/api/v1/audits', start));
    const [selfCheck, secondCheck] = first.selfChecks as [Answers, Answers];
    const entries = Object.entries(selfCheck);
    await ok(first.manager.patch(`/api/v1/audits/${id}`, { answers: Object.fromEntries(entries.slice(0, 30)) }));
    const resumed = await ok<AuditResponse>(first.manager.get(`/api/v1/audits/${id}`));
    expect(Object.keys(resumed.answers)).toHaveLength(30);
    expect(resumed.result.complete).toBe(false);
    await ok(first.manager.patch(`/api/v1/audits/${id}`, { answers: Object.fromEntries(entries.slice(30)) }));
    const submit = () =>
      first.manager.post(`/api/v1/audits/${id}/submit`, { visitDate: '2026-06-02', answers: selfCheck });
    const done = await ok<SubmittedAuditResponse>(submit());
    expect(done).toMatchObject({ status: 'published', score: byHand(service.body, selfCheck) });
    expect(await ok<SubmittedAuditResponse>(submit())).toEqual(done);
    await submitted(first.manager, 'self_check', first, secondCheck);
    for (const shop of others) await submitted(shop.manager, 'self_check', shop, shop.selfChecks[0] as Answers);
  });

  async function submitted(
    by: Caller,
    kind: string,
    shop: Shop,
    answers: Answers,
    visitDate = '2026-06-02',
  ): Promise<SubmittedAuditResponse> {
    const body = { kind, outletId: shop.id, standardVersionId: service.id, visitDate, answers };
    return ok<SubmittedAuditResponse>(by.post(`/api/v1/audits/${newId()}/submit`, body));
  }

  it('Check: supervisors audit, each in the own region and nowhere else', async () => {
    itIs('2026-06-03T02:00:00Z');
    for (const shop of shops) {
      await submitted(people.quality, 'hq_audit', shop, shop.audits[1], '2026-06-03');
      const audit = await submitted(people[shop.region], 'supervisor_audit', shop, shop.audits[0]);
      expect(audit.score).toBe(byHand(service.body, shop.audits[0]));
      const other = people[shop.region === 'north' ? 'south' : 'north'];
      const refused = await other.post(`/api/v1/audits/${newId()}/submit`, {
        kind: 'supervisor_audit',
        outletId: shop.id,
        standardVersionId: service.id,
        visitDate: '2026-06-02',
        answers: shop.audits[0],
      });
      expect(refused.status).toBe(404);
    }
  });

  it('Check: mystery shops pass quality control and stay under embargo until the worker releases the wave', async () => {
    const texts = { en: 'You bring a car for its service', zh: '您送车做保养' };
    const wave = await ok<{ id: string }>(
      people.quality.post('/api/v1/waves', {
        name: texts,
        scenario: texts,
        standardVersionId: mystery.id,
        windowFrom: '2026-06-01',
        windowTo: '2026-06-03',
        releaseOn: '2026-06-05',
      }),
    );
    waveId = wave.id;
    const second = await t.as('mystery_shopper');
    const visits = shops.flatMap((shop) =>
      shop.visits.map((answers, i) => ({ shop, answers, by: i === 0 ? people.shopper : second })),
    );
    await ok(
      people.quality.post(`/api/v1/waves/${waveId}/assignments`, {
        shops: visits.map(({ shop, by }) => ({ outletId: shop.id, shopperMemberId: by.memberId })),
      }),
    );
    const codes = (await ok<HomeResponse>(people.shopper.get('/api/v1/home'))).assignments.map(
      ({ outlet }) => outlet.code,
    );
    expect(codes.sort()).toEqual(shops.map(({ code }) => code));
    for (const { shop, answers, by } of visits) {
      const { assignments } = await ok<HomeResponse>(by.get('/api/v1/home'));
      const assignmentId = assignments.find(({ outlet }) => outlet.id === shop.id)?.id;
      const id = newId();
      const handedIn = await ok<SubmittedAuditResponse>(
        by.post(`/api/v1/audits/${id}/submit`, { assignmentId, ...shopContent('2026-06-02'), answers }),
      );
      expect(handedIn).toMatchObject({ status: 'in_review', score: null });
      await ok(people.quality.post(`/api/v1/audits/${id}/review`, { decision: 'approve' }));
      expect((await shop.manager.get(`/api/v1/audits/${id}`)).status).toBe(404);
    }
    itIs('2026-06-05T02:00:00Z');
    for (const worker of workers) worker.get(SchedulerRegistry).getCronJob('release-wave').fireOnTick();
    await until(
      async () => (await ok<{ status: string }>(people.quality.get(`/api/v1/waves/${waveId}`))).status === 'released',
    );
    const shop = shops[1] as Shop;
    const seen = await ok<Page<{ kind: string; score: number; auditor: unknown }>>(
      shop.manager.get('/api/v1/audits?kind=mystery_shop'),
    );
    expect(seen.items).toMatchObject([{ score: byHand(mystery.body, shop.visits[0] as Answers), auditor: null }]);
  });

  it('Check: two workers close the week at once, and there is one edition for each audience and one mail for each reader', async () => {
    itIs('2026-06-07T21:59:00Z');
    await Promise.all(workers.map((worker) => worker.get(CloseWeekJob).tick()));
    expect(await t.sql(`SELECT 1 FROM closed_weeks`)).toEqual([]);
    itIs('2026-06-07T22:00:00Z');
    await Promise.all(workers.map((worker) => worker.get(CloseWeekJob).tick()));
    await until(async () => (await t.sql(`SELECT 1 FROM closed_weeks`)).length > 0);
    await Promise.all(workers.map((worker) => worker.get(CloseWeekJob).tick()));
    await until(
      async () =>
        (await t.sql(`SELECT 1 FROM pgboss.job WHERE name = 'close-week' AND state <> 'completed'`)).length === 0,
    );
    const editions = await t.sql<{ period: string; audience_id: string; number: number }>(
      `SELECT period, audience_id, number FROM editions`,
    );
    expect(editions.map((each) => `${each.period} ${each.audience_id} ${each.number}`).sort()).toEqual(
      [t.id, regions.north, regions.south].map((audience) => `2026-W23 ${audience} 1`).sort(),
    );
    const mails = await t.sql<{ recipient: string }>(`SELECT recipient FROM mails`);
    const readers = [
      `first@${t.slug}.test`,
      people.admin.email,
      people.quality.email,
      people.north.email,
      people.south.email,
    ];
    expect(mails.map(({ recipient }) => recipient).sort()).toEqual(readers.sort());
  });

  it('Check: the supervisor reads the report, and each figure is what the answers say', async () => {
    const report = await ok<ReportResponse>(people.north.get('/api/v1/reports/latest'));
    expect(report).toMatchObject({
      period: '2026-W23',
      audienceKind: 'org_unit',
      audienceId: regions.north,
      number: 1,
    });
    const expected = (shop: Shop) => compositeByHand(shop, service.body, mystery.body);
    const all = (await ok<Page<RankingRow>>(people.quality.get(`/api/v1/reports/${await editionOf(t.id)}/rows`))).items;
    expect(all).toHaveLength(6);
    for (const row of all) {
      const { scores, composite } = expected(shops.find(({ id }) => id === row.outletId) as Shop);
      expect(Object.fromEntries(row.sources.map(({ source, score }) => [source, rounded(score)]))).toEqual(
        Object.fromEntries(Object.entries(scores).map(([source, score]) => [source, rounded(score)])),
      );
      expect(row.score).toBeCloseTo(composite, 9);
      expect(row).toMatchObject({ listing: 'ranked', apartReason: null, peers: 6, coverage: 1 });
    }
    // The fewer misses the better the place: the outlets were made in that order.
    expect(all.map(({ code, rank }) => `${rank} ${code}`)).toEqual(shops.map(({ code }, i) => `${i + 1} ${code}`));
    const north = shops.filter(({ region }) => region === 'north').map((shop) => expected(shop).composite);
    expect(report.head.score).toBeCloseTo(mean(north), 9);
    expect(report.head).toMatchObject({ place: 1, places: 2, outlets: 3, covered: 3 });
    const misses = (
      await t.sql<{ n: number }>(
        `SELECT count(*)::int AS n FROM findings f JOIN outlets o ON o.id = f.outlet_id WHERE o.org_unit_id = $1`,
        [regions.north],
      )
    )[0]?.n;
    expect(report.pareto.reduce((sum, { count }) => sum + count, 0)).toBe(misses);
    expect((await people.north.get(`/api/v1/reports/${await editionOf(regions.south)}`)).status).toBe(404);
  });

  const rounded = (value: number | null) => Number(value?.toFixed(9));

  const editionOf = async (audience: string) =>
    (await t.sql<{ id: string }>(`SELECT id FROM editions WHERE audience_id = $1`, [audience]))[0]?.id;

  it('Act: a cycle over the weaker region passes its gates, once each fact is there', async () => {
    itIs('2026-06-08T02:00:00Z');
    const { quality } = people;
    const texts = { en: 'Lift the south', zh: '提升南区' };
    cycleId = (await ok<CycleResponse>(quality.post('/api/v1/cycles', { name: texts, orgUnitId: regions.south }))).id;
    const early = await advance('do');
    expect(early.status).toBe(409);
    expect(early.body.code).toBe('CYCLE.GATE');
    expect(early.body.errors.map(({ field }: { field: string }) => field)).toEqual([
      'objective',
      'standard',
      'audit_plan',
      'do_from',
      'do_to',
    ]);
    await ok(
      quality.patch(`/api/v1/cycles/${cycleId}`, {
        standardVersionId: service.id,
        auditPlan: 'every outlet once',
        doFrom: '2026-06-08',
        doTo: '2026-06-14',
      }),
    );
    const body = {
      name: texts,
      metric: { kind: 'source_score', source: 'audit' },
      direction: 'up',
      target: 99,
      dueOn: '2026-06-30',
    };
    const objective = await ok<{ id: string; baseline: { value: number; n: number } }>(
      quality.post(`/api/v1/cycles/${cycleId}/objectives`, body),
    );
    objectiveId = objective.id;
    const before = shops
      .filter(({ region }) => region === 'south')
      .map(({ audits }) => meanByHand(service.body, audits));
    expect(objective.baseline.n).toBe(6);
    expect(objective.baseline.value).toBeCloseTo(mean(before), 9);
    expect((await advance('do')).status).toBe(200);
  });

  const advance = (to: string) => people.quality.post(`/api/v1/cycles/${cycleId}/advance`, { to, why: `on to ${to}` });

  it('Act: the effect is measured against the rest of the network, and the standard opens again as a draft', async () => {
    const { quality } = people;
    itIs('2026-06-10T02:00:00Z');
    for (const shop of shops.filter(({ region }) => region === 'south'))
      await submitted(people.south, 'supervisor_audit', shop, fullAnswers(service.body), '2026-06-10');
    expect((await advance('check')).body.errors.map(({ field }: { field: string }) => field)).toEqual(['do_finished']);
    itIs('2026-06-15T02:00:00Z');
    await ok(advance('check'));
    const measured = await ok<{ measured: { after: { value: number }; reached: boolean } }>(
      quality.post(`/api/v1/objectives/${objectiveId}/measure`),
    );
    expect(measured.measured).toMatchObject({ after: { value: 100, n: 3 }, reached: true });
    await ok(quality.patch(`/api/v1/cycles/${cycleId}`, { conclusion: 'The list at the door works.' }));
    await ok(advance('act'));
    await ok(
      quality.post(`/api/v1/objectives/${objectiveId}/decide`, {
        decision: 'standardise',
        reason: 'It works everywhere.',
      }),
    );
    const closed = await ok<CycleResponse>(advance('closed'));
    expect(closed.passages.map(({ to }) => to)).toEqual(['do', 'check', 'act', 'closed']);
    const drafts = await t.sql(
      `SELECT 1 FROM standard_versions v JOIN standards s ON s.id = v.standard_id WHERE v.status = 'draft' AND s.code = 'AS-4S'`,
    );
    expect(drafts).toHaveLength(1);
    const trail = await t.sql<{ action: string }>(`SELECT DISTINCT action FROM trail_entries`);
    expect(trail.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['standard.publish', 'wave.release', 'cycle.advance']),
    );
  });

  it('turns again: the next week is closed after a downtime of both workers, and shows the change', async () => {
    for (const worker of workers) await worker.close();
    workers = [];
    itIs('2026-06-24T02:00:00Z');
    workers = [await startWorker({ database: api.database })];
    itIs('2026-06-24T02:00:00Z');
    await workers[0]?.get(CloseWeekJob).tick();
    await until(async () => (await t.sql(`SELECT 1 FROM closed_weeks`)).length >= 3);
    expect(await t.sql(`SELECT period FROM closed_weeks ORDER BY 1`)).toEqual([
      { period: '2026-W23' },
      { period: '2026-W24' },
      { period: '2026-W25' },
    ]);
    const south = await ok<ReportResponse>(people.south.get('/api/v1/reports/latest'));
    expect(south.period).toBe('2026-W25');
    const [w23, w24] = await t.sql<{ score: number }>(
      `SELECT score FROM editions WHERE audience_id = $1 ORDER BY period`,
      [regions.south],
    );
    expect(Number(w24?.score)).toBeGreaterThan(Number(w23?.score));
    expect(await t.sql(`SELECT 1 FROM editions`)).toHaveLength(9);
  });
});
