import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SubmittedAuditResponse } from '@wheelhouse/contracts';
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
const submit = (id: string, body: object, by = manager) => by.post(`/api/v1/audits/${id}/submit`, body);

describe('a submission that is not right', () => {
  const refused = async (change: object, status: number, code: string, field?: string, by = manager) => {
    const id = newId();
    const { body } = await submit(id, good(change), by).expect(status);
    expect(body.code).toBe(code);
    if (field) expect(body.errors.map((e: { field: string }) => e.field)).toContain(field);
    expect(await t.sql(`SELECT id FROM audits WHERE id = $1`, [id])).toEqual([]);
  };
  const without = (...ids: string[]) =>
    Object.fromEntries(Object.entries(fullAnswers(standard.body)).filter(([id]) => !ids.includes(id)));
  const but = (id: string, answer: unknown) => ({ answers: { ...fullAnswers(standard.body), [id]: answer } });

  it.each([
    ['a missing answer', () => ({ answers: without('A-02', 'B-04') }), 422, 'AUDIT.INCOMPLETE', 'answers.B-04'],
    ['an unknown item', () => but('X-99', { value: true }), 422, 'AUDIT.INCOMPLETE', 'answers.X-99'],
    ['a value of another type', () => but('A-01', { value: 'yes' }), 422, 'AUDIT.INCOMPLETE', 'answers.A-01'],
    [
      'N/A where it is not allowed',
      () => but('A-01', { na: true, naReason: 'x' }),
      422,
      'AUDIT.INCOMPLETE',
      'answers.A-01',
    ],
    ['N/A without reason', () => but('A-04', { na: true }), 422, 'AUDIT.INCOMPLETE', 'answers.A-04'],
    ['an answer that is none', () => but('A-01', null), 422, 'AUDIT.INCOMPLETE', 'answers.A-01'],
    [
      'an unknown part of an answer',
      () => but('A-01', { value: true, score: 100 }),
      422,
      'AUDIT.INCOMPLETE',
      'answers.A-01',
    ],
    [
      'a visit record that is not asked for',
      () => ({ visitRecord: { U01: 'x' } }),
      422,
      'AUDIT.INCOMPLETE',
      'visitRecord.U01',
    ],
    [
      'control characters in a note',
      () => but('A-01', { value: true, note: 'a\u0000b' }),
      400,
      'REQUEST.INVALID',
      'answers.A-01.note',
    ],
    [
      'half a character',
      () => but('A-01', { value: true, note: '\ud83d' }),
      400,
      'REQUEST.INVALID',
      'answers.A-01.note',
    ],
    ['answers as a list', () => ({ answers: [] }), 400, 'REQUEST.INVALID', 'answers'],
    ['answers as a text', () => ({ answers: 'all good' }), 400, 'REQUEST.INVALID', 'answers'],
    ['an unknown field', () => ({ score: 100 }), 400, 'REQUEST.INVALID', 'score'],
    ['an unknown kind', () => ({ kind: 'party' }), 400, 'REQUEST.INVALID', 'kind'],
    ['no outlet', () => ({ outletId: undefined }), 400, 'REQUEST.INVALID', 'outletId'],
    ['a day that does not exist', () => ({ visitDate: '2026-02-30' }), 400, 'REQUEST.INVALID', 'visitDate'],
    ['a visit tomorrow', () => ({ visitDate: '2026-03-05' }), 422, 'AUDIT.VISIT_DATE', 'visitDate'],
    ['a visit 61 days ago', () => ({ visitDate: '2026-01-02' }), 422, 'AUDIT.VISIT_DATE', 'visitDate'],
    ['a mystery shop without assignment', () => ({ kind: 'mystery_shop' }), 400, 'REQUEST.INVALID', 'assignmentId'],
    ['an unknown standard', () => ({ standardVersionId: newId() }), 404, 'NOT_FOUND', undefined],
    ['an unknown outlet', () => ({ outletId: newId() }), 404, 'NOT_FOUND', undefined],
    ['an unknown assignment', () => ({ assignmentId: newId() }), 404, 'NOT_FOUND', undefined],
  ] as const)('%s is refused and leaves nothing', (_, change, status, code, field) =>
    refused(change(), status, code, field),
  );

  it('knows the outlet’s own day', async () => {
    const samoa = (await anOutlet(t, { timeZone: 'Pacific/Apia' })).id;
    const quality = await t.as('quality_manager');
    app.clock.set('2026-03-04T11:30:00Z');
    await submit(newId(), good({ kind: 'hq_audit', outletId: samoa, visitDate: '2026-03-05' }), quality).expect(200);
    app.clock.set('2026-03-04T04:00:00Z');
  });

  it('refuses a closed outlet, a mystery-shop standard, a draft and an id of its own kind', async () => {
    const quality = await t.as('quality_manager');
    const closed = (await anOutlet(t, { closedOn: '2026-03-01' })).id;
    await refused({ kind: 'hq_audit', outletId: closed }, 422, 'AUDIT.OUTLET_CLOSED', undefined, quality);
    const shop = await aPublishedStandard(t, { kind: 'mystery_shop' });
    await refused({ standardVersionId: shop.id }, 422, 'AUDIT.WRONG_STANDARD', 'standardVersionId');
    await t.sql(`UPDATE standard_versions SET status = 'retired', retired_at = now() WHERE id = $1`, [shop.id]);
    await refused({ standardVersionId: shop.id }, 422, 'STANDARD.NOT_PUBLISHED');
    const { body } = await submit('0b2d9a4e-7a36-4b8e-9d1e-3f1f5c0f7a11', good()).expect(400);
    expect(body.code).toBe('AUDIT.ID');
    await submit('not-an-id', good()).expect(400);
  });

  it('refuses broken JSON', async () => {
    const { body } = await manager
      .post(`/api/v1/audits/${newId()}/submit`)
      .set('Content-Type', 'application/json')
      .send('{"answers":')
      .expect(400);
    expect(body.code).toBe('REQUEST.MALFORMED');
  });
});

describe('who may submit', () => {
  it('is decided by kind and place', async () => {
    const [viewer, staff, shopper, quality] = [
      await t.as('viewer'),
      await t.as('outlet_staff', { scopeId: outletId }),
      await t.as('mystery_shopper'),
      await t.as('quality_manager'),
    ];
    await submit(newId(), good(), staff).expect(200);
    await submit(newId(), good(), viewer).expect(403);
    await submit(newId(), good(), quality).expect(403);
    await submit(newId(), good(), shopper).expect(404);
    await submit(newId(), good({ kind: 'supervisor_audit' })).expect(403);
    const elsewhere = await t.as('franchise_manager', { scopeId: (await anOutlet(t)).id });
    await submit(newId(), good(), elsewhere).expect(404);
    const stranger = await (await aTenant(app)).as('hq_admin');
    await submit(newId(), good({ kind: 'hq_audit' }), stranger).expect(404);
  });

  it('does not tell others what an id stands for, and lets another tenant use it', async () => {
    const id = newId();
    await submit(id, good()).expect(200);
    const supervisor = await t.as('supervisor', { scopeId: t.rootId });
    await submit(id, good({ kind: 'supervisor_audit' }), supervisor).expect(404);
    const other = await aTenant(app);
    const [place, sheet] = [await anOutlet(other), await aPublishedStandard(other)];
    const mine = await other.as('franchise_manager', { scopeId: place.id });
    const { body } = await submit(
      id,
      { ...good(), outletId: place.id, standardVersionId: sheet.id, answers: fullAnswers(sheet.body) },
      mine,
    ).expect(200);
    expect((body as SubmittedAuditResponse).outlet.id).toBe(place.id);
  });
});
