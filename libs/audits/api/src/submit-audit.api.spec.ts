import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { aTenant, type Caller, type TestTenant } from '@wheelhouse/identity-api/testing';
import { newId } from '@wheelhouse/kernel';
import { anOutlet } from '@wheelhouse/org-api/testing';
import { aPublishedStandard, fullAnswers, type TestStandard } from '@wheelhouse/standards-api/testing';
import { startApp, type TestApp } from '@wheelhouse/testing';
import { auditFeatures } from './testing/index.js';

let app: TestApp;
let t: TestTenant;
let outletId: string;
let standard: TestStandard;
let manager: Caller;

beforeAll(async () => {
  app = await startApp(auditFeatures);
  app.clock.set('2026-03-04T04:00:00Z');
  t = await aTenant(app);
  outletId = (await anOutlet(t)).id;
  standard = await aPublishedStandard(t);
  manager = await t.as('franchise_manager', { scopeId: outletId });
});
afterAll(() => app.close());

const good = (change: object = {}) => ({
  kind: 'self_check',
  outletId,
  standardVersionId: standard.id,
  visitDate: '2026-03-04',
  answers: fullAnswers(standard.body),
  ...change,
});
/** Three findings: A-01 missed whole, B-03 half, and the red line A-05 (cap 59). */
const poor = () =>
  good({
    answers: {
      ...fullAnswers(standard.body),
      'A-01': { value: false, note: '“<b>no</b>” 🙈 مرحبا' },
      'B-03': { value: 'half' },
      'A-05': { value: false },
    },
  });
const submit = (id: string, body: object, by = manager) => by.post(`/api/v1/audits/${id}/submit`, body);

describe('submitting an audit', () => {
  it('publishes a self-check and writes score, section scores, findings and observation', async () => {
    const id = newId();
    const { body } = await submit(id, poor()).expect(200);
    expect(body).toMatchObject({
      id,
      kind: 'self_check',
      status: 'published',
      score: 59,
      redLines: 1,
      findings: 3,
      visitDate: '2026-03-04',
    });
    expect(body.auditor).toEqual({ memberId: manager.memberId, name: 'A franchise_manager' });
    expect(body.result.triggered).toEqual(['A-05']);
    const [audit] = await t.sql(
      `SELECT status, score, grade, red_lines, finding_count, submitted_at, published_at, length(content_hash) AS hash FROM audits WHERE id = $1`,
      [id],
    );
    expect(audit).toMatchObject({ status: 'published', score: 59, red_lines: ['A-05'], finding_count: 3, hash: 64 });
    const sections = await t.sql(
      `SELECT section_id, round(score::numeric, 4)::float8 AS score FROM section_scores WHERE audit_id = $1 ORDER BY 1`,
      [id],
    );
    expect(sections).toEqual([
      { section_id: 'A', score: 62.5 },
      { section_id: 'B', score: 90 },
    ]);
    const findings = await t.sql(
      `SELECT item_id, section_id, credit, critical, triggered, counted, source FROM findings WHERE audit_id = $1 ORDER BY 1`,
      [id],
    );
    expect(findings).toEqual([
      {
        item_id: 'A-01',
        section_id: 'A',
        credit: 0,
        critical: false,
        triggered: false,
        counted: true,
        source: 'self_check',
      },
      {
        item_id: 'A-05',
        section_id: 'A',
        credit: 0,
        critical: true,
        triggered: true,
        counted: true,
        source: 'self_check',
      },
      {
        item_id: 'B-03',
        section_id: 'B',
        credit: 0.5,
        critical: false,
        triggered: false,
        counted: true,
        source: 'self_check',
      },
    ]);
    const [observation] = await t.sql(
      `SELECT score, source, status, failed, red_lines, week_start::text, section_scores FROM observations WHERE id = $1`,
      [id],
    );
    expect(observation).toMatchObject({
      score: 59,
      source: 'self_check',
      status: 'counted',
      failed: false,
      red_lines: ['A-05'],
      week_start: '2026-03-02',
    });
    const [week] = await t.sql(`SELECT n, total, total_squares, findings FROM outlet_weeks WHERE outlet_id = $1`, [
      outletId,
    ]);
    expect(week).toEqual({ n: 1, total: 59, total_squares: 59 * 59, findings: 3 });
  });

  it('is one audit when the same is sent again, whatever the order of its keys', async () => {
    const id = newId();
    const first = await submit(id, poor()).expect(200);
    const again = Object.fromEntries(Object.entries(poor()).reverse());
    const second = await submit(id, {
      ...again,
      answers: Object.fromEntries(Object.entries(poor().answers).reverse()),
    }).expect(200);
    expect(second.body).toEqual(first.body);
    expect(await t.sql(`SELECT count(*)::int AS n FROM observations WHERE id = $1`, [id])).toEqual([{ n: 1 }]);
  });

  it('is one audit when twelve identical submissions arrive at once', async () => {
    const other = (await anOutlet(t)).id;
    const quality = await t.as('quality_manager');
    const id = newId();
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => submit(id, good({ kind: 'hq_audit', outletId: other }), quality)),
    );
    expect(answers.map((answer) => answer.status)).toEqual(Array(12).fill(200));
    for (const answer of answers) expect(answer.body).toEqual(answers[0]?.body);
    expect(await t.sql(`SELECT n, total FROM outlet_weeks WHERE outlet_id = $1`, [other])).toEqual([
      { n: 1, total: 100 },
    ]);
  });

  it('takes one of two different submissions under one id at once and refuses the other', async () => {
    const id = newId();
    const answers = await Promise.all([submit(id, good()), submit(id, poor())]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409]);
  });

  it('refuses other content under the same id and names what differs', async () => {
    const id = newId();
    await submit(id, good()).expect(200);
    const { body } = await submit(id, { ...poor(), visitDate: '2026-03-03' }).expect(409);
    expect(body.code).toBe('AUDIT.ALREADY_SUBMITTED');
    expect(body.errors.map((e: { field: string }) => e.field)).toEqual([
      'visitDate',
      'answers.A-01',
      'answers.A-05',
      'answers.B-03',
    ]);
    expect(await t.sql(`SELECT score FROM audits WHERE id = $1`, [id])).toEqual([{ score: 100 }]);
  });

  it('keeps notes of every script as they are', async () => {
    const id = newId();
    await submit(id, poor()).expect(200);
    const { body } = await manager.get(`/api/v1/audits/${id}`).expect(200);
    expect(body.findingList[0]).toMatchObject({ itemId: 'A-01', note: '“<b>no</b>” 🙈 مرحبا', pointsLost: 15 });
  });

  it('has no score when everything is N/A, which is not zero', async () => {
    const own = await aPublishedStandard(t);
    const items = own.body.sections.map((section) => ({
      ...section,
      items: section.items.filter((item) => item.na_allowed),
    }));
    const na = await aPublishedStandard(t, { body: { ...own.body, code: `${own.code}N`, sections: items } });
    const other = (await anOutlet(t)).id;
    const quality = await t.as('quality_manager');
    const answers = Object.fromEntries(
      items.flatMap((s) => s.items.map((item) => [item.id, { na: true, naReason: 'none here' }])),
    );
    const { body } = await submit(
      newId(),
      good({ kind: 'hq_audit', outletId: other, standardVersionId: na.id, answers }),
      quality,
    ).expect(200);
    expect(body).toMatchObject({ status: 'published', score: null, grade: null });
    expect(await t.sql(`SELECT n, total, findings FROM outlet_weeks WHERE outlet_id = $1`, [other])).toEqual([
      { n: 0, total: 0, findings: 0 },
    ]);
  });
});
