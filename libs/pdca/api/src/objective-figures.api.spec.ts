import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CycleResponse, Metric, ObjectiveResponse } from '@wheelhouse/contracts';
import { aTenant, type Caller, type TestTenant } from '@wheelhouse/identity-api/testing';
import { newId } from '@wheelhouse/kernel';
import { anOrgUnit, anOutlet } from '@wheelhouse/org-api/testing';
import { aPublishedStandard, type TestStandard } from '@wheelhouse/standards-api/testing';
import type { TestApp } from '@wheelhouse/testing';
import { aCycle, anObjective, anObservedAudit, type GivenAudit, startPdcaApp } from './testing/index.js';

let app: TestApp;
let t: TestTenant;
let quality: Caller;
let standard: TestStandard;
let east: { id: string };
let inEast: string;
let inWest: string;

const audit = (given: Partial<GivenAudit>) =>
  anObservedAudit(t, {
    outletId: inEast,
    standardVersionId: standard.id,
    auditorMemberId: quality.memberId,
    visitDate: '2026-06-01',
    ...given,
  });
const cycleIn = async (given: object = {}): Promise<CycleResponse> =>
  aCycle(t, quality, {
    orgUnitId: east.id,
    standardVersionId: standard.id,
    doFrom: '2026-07-06',
    doTo: '2026-08-16',
    ...given,
  });
const measuring = async (
  metric: Metric,
  given: object = {},
): Promise<{ cycle: CycleResponse; objective: ObjectiveResponse }> => {
  const cycle = await cycleIn();
  return { cycle, objective: await anObjective(quality, cycle.id, { metric, ...given }) };
};

beforeAll(async () => {
  app = await startPdcaApp();
});
afterAll(() => app.close());

/** A tenant with one outlet in the scope, in an area below it, and one outside. */
async function aNetwork(): Promise<void> {
  app.clock.set('2026-07-06T02:00:00Z');
  t = await aTenant(app);
  quality = await t.as('quality_manager');
  standard = await aPublishedStandard(t);
  east = await anOrgUnit(t, { name: { en: 'East', zh: '华东' } });
  const area = await anOrgUnit(t, { parentId: east.id, kind: 'area' });
  inEast = (await anOutlet(t, { orgUnitId: area.id })).id;
  inWest = (await anOutlet(t)).id;
}

describe('the rate of an item', () => {
  const metric: Metric = { kind: 'item_pass_rate', source: 'audit', itemId: 'A-01' };
  const rows = async (outletId: string, visitDate: string, passed: number, failed: number) => {
    for (let i = 0; i < passed; i++) await audit({ outletId, visitDate, failed: ['A-02'] });
    for (let i = 0; i < failed; i++) await audit({ outletId, visitDate, failed: ['A-01'] });
  };

  beforeAll(async () => {
    await aNetwork();
    await rows(inEast, '2026-05-11', 1, 3);
    await rows(inEast, '2026-07-05', 2, 4);
    await rows(inWest, '2026-06-01', 2, 2);
    await rows(inEast, '2026-07-06', 9, 1);
    await rows(inWest, '2026-07-20', 1, 1);
    // None of these belongs: too early, of another source, under embargo, without a score, of a standard without the item.
    await audit({ visitDate: '2026-05-10' });
    await audit({ source: 'self_check' });
    await audit({ held: true, failed: ['A-01'] });
    await audit({ score: null });
    await audit({ standardVersionId: (await aPublishedStandard(t)).id });
    const older = newId();
    const body = { ...standard.body, version: '0.9.0', sections: standard.body.sections.slice(1) };
    await t.sql(
      `INSERT INTO standard_versions (tenant_id, id, standard_id, version, status, body, published_at) VALUES ($1, $2, $3, '0.9.0', 'published', $4, now())`,
      [t.id, older, standard.standardId, JSON.stringify(body)],
    );
    await audit({ standardVersionId: older });
  });

  it('has its baseline over the 8 weeks before the do phase, with Wilson’s interval', async () => {
    const { objective } = await measuring(metric);
    expect(objective.baseline).toMatchObject({ n: 10, from: '2026-05-11', to: '2026-07-05' });
    expect(objective.baseline?.value).toBeCloseTo(30, 9);
    expect(objective.baseline?.low).toBeCloseTo(10.78, 1);
    expect(objective.baseline?.high).toBeCloseTo(60.32, 1);
    expect(Object.keys(objective.baseline ?? {}).sort()).toEqual(['from', 'high', 'low', 'n', 'to', 'value']);
  });

  it('is set before against after with Newcombe’s interval, beside the control group', async () => {
    const { cycle, objective } = await measuring(metric, { target: 80 });
    app.clock.set('2026-08-16T02:00:00Z');
    const { body }: { body: CycleResponse } = await quality.get(`/api/v1/cycles/${cycle.id}`).expect(200);
    const effect = body.objectives.find(({ id }) => id === objective.id)?.effect;
    expect(effect).toMatchObject({
      before: { n: 10 },
      after: { n: 10, from: '2026-07-06', to: '2026-08-16' },
      reached: true,
      attainment: 1.2,
    });
    expect(effect?.change).toBeCloseTo(60, 9);
    expect(effect?.changeLow).toBeCloseTo(17.05, 1);
    expect(effect?.changeHigh).toBeCloseTo(80.9, 1);
    expect(effect?.control).toMatchObject({ before: { value: 50, n: 4 }, after: { value: 50, n: 2 }, change: 0 });
  });

  it('has a weekly trend from 13 weeks before the do phase until now', async () => {
    app.clock.set('2026-07-20T02:00:00Z');
    const { objective } = await measuring(metric);
    const trend = objective.effect?.trend ?? [];
    expect(trend).toHaveLength(16);
    expect(trend[0]).toMatchObject({ period: '2026-W15', value: null, n: 0 });
    expect(trend.find(({ period }) => period === '2026-W20')).toEqual({ period: '2026-W20', value: 25, n: 4 });
    expect(trend.find(({ period }) => period === '2026-W28')).toEqual({ period: '2026-W28', value: 90, n: 10 });
  });
});

describe('a mean score', () => {
  beforeAll(async () => {
    await aNetwork();
    for (const score of [60, 62, 64, 66, 68]) await audit({ score, sectionScores: { A: score + 10, B: null } });
    for (const score of [70, 72, 74, 76, 78])
      await audit({ score, visitDate: '2026-07-07', sectionScores: { A: score + 5, B: 50 } });
    await audit({
      score: 99,
      standardVersionId: (await aPublishedStandard(t)).id,
      sectionScores: { A: 0 },
      source: 'self_check',
    });
  });

  it('is set before against after with Welch’s interval; a scope without others has no control group', async () => {
    const { cycle } = await measuring({ kind: 'source_score', source: 'audit' }, { target: 84 });
    app.clock.set('2026-07-30T02:00:00Z');
    const { body }: { body: CycleResponse } = await quality.get(`/api/v1/cycles/${cycle.id}`).expect(200);
    const effect = body.objectives[0]?.effect;
    expect(effect).toMatchObject({
      before: { value: 64, n: 5 },
      after: { value: 74, n: 5 },
      change: 10,
      control: null,
      reached: false,
    });
    expect(effect?.changeLow).toBeCloseTo(5.388, 3);
    expect(effect?.changeHigh).toBeCloseTo(14.612, 3);
    expect(effect?.attainment).toBeCloseTo(0.5, 9);
  });

  it('of a section counts the audits that have one', async () => {
    const { objective } = await measuring({ kind: 'section_score', source: 'audit', sectionId: 'A' });
    expect(objective.baseline).toMatchObject({ value: 74, n: 5 });
    const none = await measuring({ kind: 'section_score', source: 'audit', sectionId: 'B' });
    expect(none.objective.baseline).toBeNull();
  });

  it('keeps its baseline when audits come in late, until it is computed anew', async () => {
    const { cycle, objective } = await measuring({ kind: 'source_score', source: 'audit' });
    await audit({ score: 94, visitDate: '2026-06-02' });
    const { body }: { body: CycleResponse } = await quality.get(`/api/v1/cycles/${cycle.id}`).expect(200);
    expect(body.objectives[0]).toMatchObject({
      baseline: { value: 64, n: 5 },
      effect: { before: { value: 64, n: 5 } },
    });
    const anew = await quality.post(`/api/v1/objectives/${objective.id}/baseline`).expect(200);
    expect(anew.body.baseline).toMatchObject({ value: 69, n: 6 });
  });

  it('moves its baseline with the first day of the do phase, and measures anew with another metric', async () => {
    const { cycle, objective } = await measuring({ kind: 'source_score', source: 'audit' });
    const moved = await quality.patch(`/api/v1/cycles/${cycle.id}`, { doFrom: '2026-06-01' }).expect(200);
    expect(moved.body.objectives[0].baseline).toBeNull();
    const other = await quality
      .patch(`/api/v1/objectives/${objective.id}`, { metric: { kind: 'source_score', source: 'self_check' } })
      .expect(200);
    expect(other.body).toMatchObject({ baseline: null, target: 90, metric: { source: 'self_check' } });
    await quality.patch(`/api/v1/cycles/${cycle.id}`, { doFrom: '2026-07-06' }).expect(200);
    const [row] = await t.sql<{ baseline: object }>(`SELECT baseline FROM objectives WHERE id = $1`, [objective.id]);
    expect(row?.baseline).toMatchObject({ value: 99, n: 1, low: null, sd: null });
  });
});

describe('a metric must fit the standard', () => {
  beforeAll(aNetwork);

  it.each([
    [{ kind: 'item_pass_rate', source: 'audit', itemId: 'Z-99' }, 422, 'CYCLE.METRIC', 'metric.itemId'],
    [{ kind: 'section_score', source: 'audit', sectionId: 'Z' }, 422, 'CYCLE.METRIC', 'metric.sectionId'],
    [{ kind: 'item_pass_rate', source: 'audit' }, 400, 'REQUEST.INVALID', 'metric.itemId'],
    [{ kind: 'section_score', source: 'audit' }, 400, 'REQUEST.INVALID', 'metric.sectionId'],
    [{ kind: 'happiness', source: 'audit' }, 400, 'REQUEST.INVALID', 'metric.kind'],
    [{ kind: 'source_score', source: 'rumour' }, 400, 'REQUEST.INVALID', 'metric.source'],
    [{ kind: 'source_score', source: 'audit', extra: 1 }, 400, 'REQUEST.INVALID', 'metric.extra'],
    ['source_score', 400, 'REQUEST.INVALID', 'metric'],
  ])('%j: %d %s on %s', async (metric, status, code, field) => {
    const { id } = await cycleIn();
    const body = { name: { en: 'X', zh: '甲' }, metric, direction: 'up' };
    const refused = await quality.post(`/api/v1/cycles/${id}/objectives`, body).expect(status);
    expect(refused.body).toMatchObject({ code, errors: [expect.objectContaining({ field })] });
    expect(await t.sql(`SELECT 1 FROM objectives WHERE cycle_id = $1`, [id])).toHaveLength(0);
  });

  it('without a standard only whole scores can be measured', async () => {
    const { id } = await aCycle(t, quality, { orgUnitId: east.id });
    const body = {
      name: { en: 'X', zh: '甲' },
      metric: { kind: 'item_pass_rate', source: 'audit', itemId: 'A-01' },
      direction: 'up',
    };
    const refused = await quality.post(`/api/v1/cycles/${id}/objectives`, body).expect(422);
    expect(refused.body).toMatchObject({
      code: 'CYCLE.METRIC',
      errors: [{ field: 'standardVersionId', code: 'FIELD.REQUIRED' }],
    });
    await anObjective(quality, id);
  });

  it('and so must another standard under objectives that are set', async () => {
    const { cycle } = await measuring({ kind: 'item_pass_rate', source: 'audit', itemId: 'A-01' });
    for (const standardVersionId of [
      null,
      (
        await aPublishedStandard(t, {
          body: { ...standard.body, code: 'OTHER', sections: standard.body.sections.slice(1) },
        })
      ).id,
    ]) {
      const refused = await quality.patch(`/api/v1/cycles/${cycle.id}`, { standardVersionId }).expect(422);
      expect(refused.body).toMatchObject({
        code: 'CYCLE.METRIC',
        errors: [expect.objectContaining({ field: 'standardVersionId' })],
      });
    }
  });
});
