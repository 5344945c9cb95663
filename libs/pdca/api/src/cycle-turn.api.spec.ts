import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { CycleResponse, ObjectiveResponse, ProblemDetails } from '@wheelhouse/contracts';
import { aTenant, type Caller, type TestTenant } from '@wheelhouse/identity-api/testing';
import { newId } from '@wheelhouse/kernel';
import { anOrgUnit, anOutlet } from '@wheelhouse/org-api/testing';
import { aDraftStandard, aPublishedStandard, type TestStandard } from '@wheelhouse/standards-api/testing';
import type { TestApp } from '@wheelhouse/testing';
import { aCycle, anObjective, anObservedAudit, startPdcaApp } from './testing/index.js';

let app: TestApp;
let t: TestTenant;
let quality: Caller;
let standard: TestStandard;
let east: { id: string };
let outletId: string;

const audits = async (visitDate: string, ...scores: number[]) => {
  for (const score of scores)
    await anObservedAudit(t, {
      outletId,
      standardVersionId: standard.id,
      auditorMemberId: quality.memberId,
      visitDate,
      score,
    });
};
const plan = (given: object = {}) =>
  aCycle(t, quality, {
    orgUnitId: east.id,
    standardVersionId: standard.id,
    auditPlan: 'Two audits each.',
    doFrom: '2026-07-06',
    doTo: '2026-08-16',
    ...given,
  });
const objectiveOf = (cycleId: string, given: object = {}) =>
  anObjective(quality, cycleId, { dueOn: '2026-09-30', ...given });
const advance = (id: string, to: string, why = 'Ready.') => quality.post(`/api/v1/cycles/${id}/advance`, { to, why });
const read = async (id: string): Promise<CycleResponse> => (await quality.get(`/api/v1/cycles/${id}`).expect(200)).body;
const codesOf = (body: ProblemDetails) => body.errors?.map(({ field }) => field);

beforeAll(async () => {
  app = await startPdcaApp();
});
afterAll(() => app.close());
beforeEach(async () => {
  app.clock.set('2026-07-06T02:00:00Z');
  t = await aTenant(app);
  quality = await t.as('quality_manager', { name: '李娜' });
  standard = await aPublishedStandard(t);
  east = await anOrgUnit(t);
  outletId = (await anOutlet(t, { orgUnitId: east.id })).id;
  await audits('2026-06-08', 60, 62, 64);
});

/** A cycle with these many objectives, in the phase act. */
async function toAct(...objectives: object[]): Promise<{ id: string; objectives: ObjectiveResponse[] }> {
  const { id } = await plan();
  const set: ObjectiveResponse[] = [];
  for (const given of objectives) set.push(await objectiveOf(id, given));
  await advance(id, 'do').expect(200);
  await audits('2026-07-20', 80, 82, 84);
  app.clock.set('2026-08-17T02:00:00Z');
  await advance(id, 'check').expect(200);
  for (const objective of set) await quality.post(`/api/v1/objectives/${objective.id}/measure`).expect(200);
  await quality.patch(`/api/v1/cycles/${id}`, { conclusion: 'It worked.' }).expect(200);
  await advance(id, 'act').expect(200);
  return { id, objectives: set };
}
const decide = (id: string, decision: string) =>
  quality.post(`/api/v1/objectives/${id}/decide`, { decision, reason: 'As measured.' });

describe('a whole turn of the wheel', () => {
  it('plan → do → check → act → closed, each passage recorded with who and why', async () => {
    const { id } = await plan();
    const objective = await objectiveOf(id, { target: 80 });
    expect(objective).toMatchObject({ baseline: { value: 62, n: 3 }, effect: { after: null, change: null } });
    expect(await read(id)).toMatchObject({ phase: 'plan', gate: { to: 'do', open: true } });

    const doing = await advance(id, 'do', '  The dealers agreed.  ').expect(200);
    expect(doing.body).toMatchObject({
      phase: 'do',
      gate: { to: 'check', open: false },
      passages: [{ from: 'plan', to: 'do', byName: '李娜', why: 'The dealers agreed.' }],
    });
    await audits('2026-07-20', 80, 82, 84);
    await quality.patch(`/api/v1/cycles/${id}`, { doTo: '2026-08-02' }).expect(200);
    app.clock.set('2026-08-02T02:00:00Z');

    await advance(id, 'check').expect(200);
    const early = await advance(id, 'act').expect(409);
    expect(codesOf(early.body)).toEqual(['objective.measured', 'conclusion']);
    const measured = await quality.post(`/api/v1/objectives/${objective.id}/measure`).expect(200);
    expect(measured.body.measured).toMatchObject({
      before: { value: 62 },
      after: { value: 82, n: 3 },
      change: 20,
      reached: true,
    });
    await quality.patch(`/api/v1/cycles/${id}`, { conclusion: 'Signed estimates work.' }).expect(200);

    const acting = await advance(id, 'act').expect(200);
    expect(acting.body.objectives[0]).toMatchObject({ effect: null, measured: { change: 20 } });
    expect(codesOf((await advance(id, 'closed').expect(409)).body)).toEqual(['objective.decision']);
    await decide(objective.id, 'drop').expect(200);
    const closed = await advance(id, 'closed', 'Done.').expect(200);
    expect(closed.body).toMatchObject({
      phase: 'closed',
      gate: null,
      successorId: null,
      can: { edit: false, advance: false },
    });
    expect(closed.body.passages.map((p: { to: string }) => p.to)).toEqual(['do', 'check', 'act', 'closed']);

    const trail = await t.sql<{ after: object }>(
      `SELECT after FROM trail_entries WHERE action = 'cycle.advance' AND object_id = $1 ORDER BY at, id`,
      [id],
    );
    expect(trail.map((entry) => entry.after)).toEqual([
      { phase: 'do', why: 'The dealers agreed.' },
      { phase: 'check', why: 'Ready.' },
      { phase: 'act', why: 'Ready.' },
      { phase: 'closed', why: 'Done.' },
    ]);
    const deeds = await t.sql<{ action: string }>(`SELECT action FROM trail_entries WHERE object_type = 'objective'`);
    expect(new Set(deeds.map(({ action }) => action))).toEqual(
      new Set(['objective.create', 'objective.measure', 'objective.decide']),
    );
  });

  it('may leave do early once every assignment of its window is done or missed', async () => {
    const { id } = await plan();
    await objectiveOf(id);
    await advance(id, 'do').expect(200);
    const assign = (status: string, from = '2026-07-10', version = standard.id) =>
      t.sql(
        `INSERT INTO assignments (tenant_id, id, kind, outlet_id, standard_version_id, window_from, window_to, status)
         VALUES ($1, $2, 'supervisor_audit', $3, $4, $5, $5::date + 7, $6)`,
        [t.id, newId(), outletId, version, from, status],
      );
    await assign('open', '2026-09-01');
    await assign('open', '2026-07-10', (await aPublishedStandard(t)).id);
    await assign('cancelled');
    await advance(id, 'check').expect(409);
    await assign('done');
    await assign('in_progress');
    await advance(id, 'check').expect(409);
    await t.sql(`UPDATE assignments SET status = 'missed' WHERE status = 'in_progress'`);
    expect((await read(id)).gate).toMatchObject({ open: true });
    await advance(id, 'check').expect(200);
  });
});

describe('a refused passage', () => {
  it('lists every missing fact in the reader’s language and changes nothing', async () => {
    const draft = await aDraftStandard(t);
    const cycle = await aCycle(t, quality, { orgUnitId: east.id, standardVersionId: draft.id });
    await anObjective(quality, cycle.id, {
      name: { en: 'Signatures', zh: '签字率' },
      metric: { kind: 'source_score', source: 'mystery_shop' },
      target: null,
    });
    const en = await advance(cycle.id, 'do').set('Accept-Language', 'en').expect(409);
    expect(en.body).toMatchObject({ code: 'CYCLE.GATE', detail: 'The gate to “Do” is closed: 7 facts are missing.' });
    expect(en.body.errors).toEqual([
      { field: 'objective.baseline', code: 'GATE.MISSING', message: 'Missing: baseline of “Signatures”.' },
      { field: 'objective.target', code: 'GATE.MISSING', message: 'Missing: target of “Signatures”.' },
      { field: 'objective.due', code: 'GATE.MISSING', message: 'Missing: due date of “Signatures”.' },
      { field: 'standard', code: 'GATE.MISSING', message: 'Missing: a published standard.' },
      { field: 'audit_plan', code: 'GATE.MISSING', message: 'Missing: audit plan.' },
      { field: 'do_from', code: 'GATE.MISSING', message: 'Missing: first day of Do.' },
      { field: 'do_to', code: 'GATE.MISSING', message: 'Missing: last day of Do.' },
    ]);
    const zh = await advance(cycle.id, 'do').set('Accept-Language', 'zh-CN').expect(409);
    expect(zh.body.errors[0].message).toContain('“签字率”的基线');
    const shown = await quality.get(`/api/v1/cycles/${cycle.id}`).set('Accept-Language', 'zh-CN').expect(200);
    expect(shown.body.gate.facts).toContainEqual({
      code: 'audit_plan',
      present: false,
      subject: null,
      message: '检查计划',
    });
    expect(shown.body).toMatchObject({ phase: 'plan', passages: [], gate: { to: 'do', open: false } });
    expect(await t.sql(`SELECT 1 FROM trail_entries WHERE action = 'cycle.advance'`)).toHaveLength(0);
  });

  it('a target that is no challenge keeps the gate closed', async () => {
    const { id } = await plan();
    await objectiveOf(id, { target: 50, dueOn: '2026-07-06' });
    expect(codesOf((await advance(id, 'do').expect(409)).body)).toEqual([
      'objective.target_better',
      'objective.due_after_start',
    ]);
  });

  it('no phase can be skipped or passed twice', async () => {
    const { id } = await plan();
    await objectiveOf(id);
    expect((await advance(id, 'act').expect(400)).body.errors).toEqual([
      expect.objectContaining({ field: 'to', code: 'FIELD.ENUM' }),
    ]);
    await advance(id, 'do').expect(200);
    expect((await advance(id, 'do').expect(409)).body.code).toBe('CONFLICT.STALE');
  });

  it('two people at once: one passage', async () => {
    const { id } = await plan();
    await objectiveOf(id);
    const other = await t.as('hq_admin');
    const answers = await Promise.all([
      advance(id, 'do'),
      other.post(`/api/v1/cycles/${id}/advance`, { to: 'do', why: 'Me too.' }),
      advance(id, 'do'),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    expect(await t.sql(`SELECT 1 FROM cycle_passages WHERE cycle_id = $1`, [id])).toHaveLength(1);
    expect(
      await t.sql(`SELECT 1 FROM trail_entries WHERE action = 'cycle.advance' AND object_id = $1`, [id]),
    ).toHaveLength(1);
  });
});

describe('what follows from a cycle', () => {
  const drafts = () =>
    t.sql<{ version: string }>(`SELECT version FROM standard_versions WHERE standard_id = $1 AND status = 'draft'`, [
      standard.standardId,
    ]);

  it('standardise opens a draft of the standard', async () => {
    const { id, objectives } = await toAct({});
    await decide(objectives[0]!.id, 'standardise').expect(200);
    await advance(id, 'closed').expect(200);
    expect(await drafts()).toEqual([{ version: '1.1.0' }]);
  });

  it('standardise keeps a draft that is there', async () => {
    const { id, objectives } = await toAct({}, {});
    for (const objective of objectives) await decide(objective.id, 'standardise').expect(200);
    await quality.post(`/api/v1/standard-versions/${standard.id}/copy`, { version: '2.0.0' }).expect(201);
    await advance(id, 'closed').expect(200);
    expect(await drafts()).toEqual([{ version: '2.0.0' }]);
  });

  it('adjust opens the next cycle with a fresh baseline, which knows its predecessor', async () => {
    const { id, objectives } = await toAct({ target: 95 }, { name: { en: 'Dropped', zh: '放弃' } });
    await decide(objectives[0]!.id, 'adjust').expect(200);
    await decide(objectives[1]!.id, 'drop').expect(200);
    const closed: CycleResponse = (await advance(id, 'closed').expect(200)).body;
    const next = await read(closed.successorId ?? '');
    expect(next).toMatchObject({
      name: { en: 'Signed estimates · 2', zh: '估价单签字 · 2' },
      phase: 'plan',
      scope: { orgUnitId: east.id },
      standardVersionId: standard.id,
      predecessorId: id,
      auditPlan: null,
      doFrom: null,
    });
    const name = { en: 'Signed estimates', zh: '估价单签字' };
    const before = { id, name, phase: 'closed', closedAt: closed.passages.at(-1)?.at };
    expect(next.turns).toMatchObject([
      { ...before, objectives: [{ decision: 'adjust' }, { decision: 'drop', name: { en: 'Dropped' } }] },
      { id: next.id, phase: 'plan', closedAt: null, objectives: [{ reached: null, decision: null }] },
    ]);
    expect(next.turns[0]?.objectives[0]?.reached).toBe(false);
    expect(closed.turns.map((turn) => turn.id)).toEqual([id, next.id]);
    const elsewhere = await t.as('supervisor', { scopeKind: 'org_unit', scopeId: (await anOrgUnit(t)).id });
    await elsewhere.get(`/api/v1/cycles/${next.id}`).expect(404);
    expect(next.objectives).toHaveLength(1);
    expect(next.objectives[0]).toMatchObject({
      target: 95,
      dueOn: null,
      measured: null,
      decision: null,
      baseline: { value: 82, n: 3, from: '2026-06-22', to: '2026-08-16' },
    });
    expect(await drafts()).toEqual([]);
  });
});
