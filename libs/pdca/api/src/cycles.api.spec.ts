import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CycleSummary, Page, ProblemDetails } from '@wheelhouse/contracts';
import { aTenant, type Caller, type TestTenant } from '@wheelhouse/identity-api/testing';
import { newId } from '@wheelhouse/kernel';
import { anOrgUnit, anOutlet } from '@wheelhouse/org-api/testing';
import { aPublishedStandard } from '@wheelhouse/standards-api/testing';
import type { TestApp } from '@wheelhouse/testing';
import request from 'supertest';
import { aCycle, anObjective, startPdcaApp } from './testing/index.js';

let app: TestApp;
let t: TestTenant;
let quality: Caller;
let stranger: Caller;
const name = { en: 'Signed estimates', zh: '估价单签字' };
const objective = { name, metric: { kind: 'source_score', source: 'audit' }, direction: 'up' };
const problems = (body: ProblemDetails) => body.errors?.map(({ field, code }) => [field, code]);

beforeAll(async () => {
  app = await startPdcaApp();
  t = await aTenant(app);
  quality = await t.as('quality_manager');
  stranger = await (await aTenant(app)).as('quality_manager');
});
afterAll(() => app.close());

describe('opening a cycle', () => {
  it('answers it in the plan, with what its gate asks for', async () => {
    const standard = await aPublishedStandard(t);
    const before = await aCycle(t, quality);
    const { body } = await quality
      .post('/api/v1/cycles', {
        name,
        orgUnitId: t.rootId,
        standardVersionId: standard.id,
        auditPlan: '  ',
        doFrom: '2026-08-01',
        doTo: '2026-08-31',
        predecessorId: before.id,
      })
      .expect(201);
    expect(body).toMatchObject({
      name,
      phase: 'plan',
      scope: { orgUnitId: t.rootId },
      standardVersionId: standard.id,
      standardName: standard.body.name,
      auditPlan: null,
      doFrom: '2026-08-01',
      doTo: '2026-08-31',
      predecessorId: before.id,
      successorId: null,
      objectives: [],
      passages: [],
      createdAt: '2026-07-06T02:00:00.000Z',
      can: { edit: true, advance: true },
    });
    expect(
      body.gate.facts.filter((fact: { present: boolean }) => !fact.present).map((fact: { code: string }) => fact.code),
    ).toEqual(['objective', 'audit_plan']);
    expect((await quality.get(`/api/v1/cycles/${before.id}`).expect(200)).body.successorId).toBe(body.id);
  });

  it.each([
    [
      {},
      [
        ['name', 'FIELD.REQUIRED'],
        ['orgUnitId', 'FIELD.REQUIRED'],
      ],
    ],
    [{ name: { en: 'x' }, orgUnitId: newId() }, [['name.zh', 'FIELD.REQUIRED']]],
    [{ name: null, orgUnitId: newId() }, [['name', 'FIELD.TYPE']]],
    [{ name, orgUnitId: 'x' }, [['orgUnitId', 'FIELD.FORMAT']]],
    [{ name, orgUnitId: newId() }, [['orgUnitId', 'FIELD.NOT_FOUND']]],
    [{ name, standardVersionId: newId() }, [['standardVersionId', 'FIELD.NOT_FOUND']]],
    [{ name, predecessorId: newId() }, [['predecessorId', 'FIELD.NOT_FOUND']]],
    [{ name, doFrom: '2026-02-30' }, [['doFrom', 'FIELD.FORMAT']]],
    [{ name, doFrom: '2026-08-02', doTo: '2026-08-01' }, [['doTo', 'FIELD.RANGE']]],
    [{ name, auditPlan: 'x'.repeat(4001) }, [['auditPlan', 'FIELD.TOO_LONG']]],
    [{ name: { en: 'a\u0000', zh: 'b' } }, [['name.en', 'FIELD.CONTROL_CHARACTERS']]],
    [{ name, phase: 'closed' }, [['phase', 'FIELD.UNKNOWN']]],
  ])('%j names what is wrong: %j', async (given, expected) => {
    const body = 'name' in given ? { orgUnitId: t.rootId, ...given } : given;
    const refused = await quality.post('/api/v1/cycles', body).expect(400);
    expect(problems(refused.body)).toEqual(expected);
  });
});

describe('changing a cycle', () => {
  const inPhase = async (phase: string) => {
    const cycle = await aCycle(t, quality, { auditPlan: 'Plan.', doFrom: '2026-07-06', doTo: '2026-08-16' });
    await t.sql(`UPDATE cycles SET phase = $2, conclusion = 'Old.' WHERE id = $1`, [cycle.id, phase]);
    return cycle;
  };

  it.each([
    [
      'plan',
      { name: { en: 'New', zh: '新' }, auditPlan: null, doFrom: '2026-07-10', doTo: null, conclusion: 'Early.' },
      200,
      undefined,
    ],
    ['do', { auditPlan: 'More.', doTo: '2026-09-01' }, 200, undefined],
    ['do', { name, doFrom: '2026-07-06', doTo: '2026-08-20' }, 200, undefined],
    [
      'do',
      { doFrom: '2026-07-07', conclusion: 'x' },
      409,
      [
        ['doFrom', 'FIELD.CLOSED'],
        ['conclusion', 'FIELD.CLOSED'],
      ],
    ],
    ['do', { doTo: null }, 400, [['doTo', 'FIELD.REQUIRED']]],
    ['do', { doTo: '2026-07-01' }, 400, [['doTo', 'FIELD.RANGE']]],
    ['check', { conclusion: 'New.' }, 200, undefined],
    ['check', { doTo: '2026-08-20' }, 409, [['doTo', 'FIELD.CLOSED']]],
    ['act', { conclusion: 'Newer.' }, 200, undefined],
    ['act', { conclusion: ' ' }, 400, [['conclusion', 'FIELD.REQUIRED']]],
    ['closed', { conclusion: 'Too late.' }, 409, [['conclusion', 'FIELD.CLOSED']]],
    ['plan', { name: null }, 400, [['name', 'FIELD.TYPE']]],
    [
      'plan',
      { standardVersionId: '018f4c1e-0000-7000-8000-000000000000' },
      400,
      [['standardVersionId', 'FIELD.NOT_FOUND']],
    ],
  ])('%s: %j → %d %j', async (phase, change, status, expected) => {
    const { id } = await inPhase(phase);
    const answer = await quality.patch(`/api/v1/cycles/${id}`, change).set('Accept-Language', 'en').expect(status);
    expect(problems(answer.body)).toEqual(expected);
    if (status === 200) expect(answer.body).toMatchObject(change);
    if (status === 409) expect(answer.body.code).toBe('CYCLE.PHASE');
  });

  it('says in both languages which phase it is', async () => {
    const { id } = await inPhase('do');
    const zh = await quality
      .patch(`/api/v1/cycles/${id}`, { conclusion: 'x' })
      .set('Accept-Language', 'zh-CN')
      .expect(409);
    expect(zh.body.detail).toContain('“执行”');
  });

  it('objectives are set and taken back in the plan, measured in check, decided in act', async () => {
    const { id } = await inPhase('plan');
    const set = await anObjective(quality, id, { dueOn: '2026-09-01' });
    const changed = await quality
      .patch(`/api/v1/objectives/${set.id}`, { target: 70.5, dueOn: null, direction: 'down' })
      .expect(200);
    expect(changed.body).toMatchObject({ target: 70.5, dueOn: null, direction: 'down', name: set.name });
    expect((await quality.post(`/api/v1/objectives/${set.id}/measure`).expect(409)).body.code).toBe('CYCLE.PHASE');
    const kept = await anObjective(quality, id);
    await quality.delete(`/api/v1/objectives/${set.id}`).expect(204);
    await quality.delete(`/api/v1/objectives/${set.id}`).expect(404);
    await t.sql(`UPDATE cycles SET phase = 'act' WHERE id = $1`, [id]);
    await quality.post(`/api/v1/objectives/${kept.id}/measure`).expect(409);
    for (const path of [`cycles/${id}/objectives`, `objectives/${kept.id}/baseline`])
      await quality.post(`/api/v1/${path}`, objective).expect(409);
    await quality.patch(`/api/v1/objectives/${kept.id}`, { target: 1 }).expect(409);
    await quality.delete(`/api/v1/objectives/${kept.id}`).expect(409);
    const decided = await quality
      .post(`/api/v1/objectives/${kept.id}/decide`, { decision: 'drop', reason: 'Too dear.' })
      .expect(200);
    expect(decided.body).toMatchObject({ decision: 'drop', decisionReason: 'Too dear.' });
    expect(
      problems(
        (await quality.post(`/api/v1/objectives/${kept.id}/decide`, { decision: 'wait', reason: ' ' }).expect(400))
          .body,
      ),
    ).toEqual([
      ['decision', 'FIELD.ENUM'],
      ['reason', 'FIELD.REQUIRED'],
    ]);
  });

  it('takes at most 20 objectives, with figures in range', async () => {
    const { id } = await inPhase('plan');
    for (const [given, field] of [
      [{ target: 101 }, 'target'],
      [{ target: '9' }, 'target'],
      [{ dueOn: 'soon' }, 'dueOn'],
      [{ direction: 'left' }, 'direction'],
      [{ baseline: {} }, 'baseline'],
    ] as const) {
      const refused = await quality.post(`/api/v1/cycles/${id}/objectives`, { ...objective, ...given }).expect(400);
      expect(problems(refused.body)?.map(([name]) => name)).toEqual([field]);
    }
    for (let i = 0; i < 20; i++) await anObjective(quality, id);
    const refused = await quality.post(`/api/v1/cycles/${id}/objectives`, objective).expect(400);
    expect(problems(refused.body)).toEqual([['objectives', 'FIELD.TOO_MANY']]);
  });
});

describe('who sees and does what', () => {
  it('a reader sees the cycles whose scope is inside or above theirs', async () => {
    const own = await aTenant(app);
    const manager = await own.as('hq_admin');
    const east = await anOrgUnit(own);
    const area = await anOrgUnit(own, { parentId: east.id, kind: 'area' });
    const west = await anOrgUnit(own);
    const ids: Record<string, string> = {};
    for (const [key, orgUnitId] of Object.entries({ hq: own.rootId, east: east.id, area: area.id, west: west.id })) {
      app.clock.set(new Date(app.clock.now().getTime() + 1000));
      ids[key] = (await aCycle(own, manager, { orgUnitId })).id;
    }
    const seenBy = async (caller: Caller) =>
      (await caller.get('/api/v1/cycles').expect(200)).body.items.map((item: CycleSummary) => item.id);
    const inEast = await own.as('supervisor', { scopeKind: 'org_unit', scopeId: east.id });
    const inArea = await own.as('viewer', { scopeKind: 'org_unit', scopeId: area.id });
    expect(await seenBy(manager)).toEqual([ids.west, ids.area, ids.east, ids.hq]);
    expect(await seenBy(await own.as('viewer'))).toHaveLength(4);
    expect(await seenBy(inEast)).toEqual([ids.area, ids.east, ids.hq]);
    expect(await seenBy(inArea)).toEqual([ids.area, ids.east, ids.hq]);
    await inEast.get(`/api/v1/cycles/${ids.west}`).expect(404);
    expect((await inEast.get(`/api/v1/cycles/${ids.hq}`).expect(200)).body.can).toEqual({
      edit: false,
      advance: false,
    });
  });

  it('only who manages cycles changes them; others are refused, strangers find nothing', async () => {
    const cycle = await aCycle(t, quality);
    const { id } = await anObjective(quality, cycle.id);
    const outletId = (await anOutlet(t)).id;
    const writes: [keyof Pick<Caller, 'post' | 'patch' | 'delete'>, string, object, boolean][] = [
      ['patch', `/api/v1/cycles/${cycle.id}`, { conclusion: 'x' }, true],
      ['post', `/api/v1/cycles/${cycle.id}/objectives`, objective, true],
      ['post', `/api/v1/cycles/${cycle.id}/advance`, { to: 'do', why: 'x' }, true],
      ['patch', `/api/v1/objectives/${id}`, { target: 1 }, true],
      ['post', `/api/v1/objectives/${id}/baseline`, {}, true],
      ['post', `/api/v1/objectives/${id}/measure`, {}, true],
      ['post', `/api/v1/objectives/${id}/decide`, { decision: 'drop', reason: 'x' }, true],
      ['delete', `/api/v1/objectives/${id}`, {}, true],
      ['post', '/api/v1/cycles', { name, orgUnitId: t.rootId }, false],
    ];
    const supervisor = await t.as('supervisor', { scopeKind: 'org_unit', scopeId: t.rootId });
    for (const [verb, path, body, hasId] of writes) {
      await request(app.server)[verb](path).send(body).expect(401);
      await supervisor[verb](path, body).expect(403);
      if (hasId) await stranger[verb](path, body).expect(404);
    }
    expect(problems((await stranger.post('/api/v1/cycles', { name, orgUnitId: t.rootId }).expect(400)).body)).toEqual([
      ['orgUnitId', 'FIELD.NOT_FOUND'],
    ]);
    await stranger.get(`/api/v1/cycles/${cycle.id}`).expect(404);
    await quality.get('/api/v1/cycles/x').expect(400);
    await request(app.server).get('/api/v1/cycles').expect(401);
    const manager = await t.as('franchise_manager', { scopeKind: 'outlet', scopeId: outletId });
    for (const path of ['/api/v1/cycles', `/api/v1/cycles/${cycle.id}`]) await manager.get(path).expect(403);
  });

  it('lists newest first, page by page, and by phase', async () => {
    const own = await aTenant(app);
    const manager = await own.as('quality_manager');
    const ids: string[] = [];
    for (let i = 0; i < 5; i++) {
      app.clock.set(new Date(Date.UTC(2026, 6, 6, 3, i)));
      ids.unshift((await aCycle(own, manager, { orgUnitId: own.rootId })).id);
    }
    await anObjective(manager, ids[0]!);
    await own.sql(`UPDATE cycles SET phase = 'act' WHERE id = $1`, [ids[3]]);
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const { body }: { body: Page<CycleSummary> } = await manager
        .get(`/api/v1/cycles?limit=2${cursor ? `&cursor=${cursor}` : ''}`)
        .expect(200);
      seen.push(...body.items.map((item) => item.id));
      cursor = body.nextCursor;
    }
    expect(seen).toEqual(ids);
    await own.sql(`UPDATE cycles SET name = '{"en": "Signed estimates", "zh": "先签字"}' WHERE id = $1`, [ids[1]]);
    const named = (await manager.get(`/api/v1/cycles?q=${encodeURIComponent('先签')}`).expect(200)).body;
    expect(named.items).toMatchObject([{ id: ids[1] }]);
    const { body } = await manager.get('/api/v1/cycles?phase=act').expect(200);
    expect(body).toMatchObject({
      items: [{ id: ids[3], phase: 'act', gateMissing: 0, objectives: 0 }],
      nextCursor: null,
    });
    expect((await manager.get('/api/v1/cycles?limit=1').expect(200)).body.items[0]).toMatchObject({
      id: ids[0],
      gateMissing: 6,
      objectives: 1,
    });
    for (const query of [
      'phase=later',
      'limit=0',
      'limit=201',
      'cursor=x',
      `cursor=${Buffer.from('["x"]').toString('base64url')}`,
    ]) {
      await manager.get(`/api/v1/cycles?${query}`).expect(400);
    }
  });
});
