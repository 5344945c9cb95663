import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StandardBody, StandardSummary } from '@wheelhouse/contracts';
import { IDENTITY_ENTITIES, IdentityModule } from '@wheelhouse/identity-api';
import { aTenant, type Caller, type TestTenant } from '@wheelhouse/identity-api/testing';
import { newId } from '@wheelhouse/kernel';
import { startApp, type TestApp } from '@wheelhouse/testing';
import request from 'supertest';
import { STANDARDS_ENTITIES, StandardsModule } from './index.js';
import { aDraftStandard, aPublishedStandard, bodyOf, smallBody } from './testing/index.js';

let app: TestApp;
let t: TestTenant;
let quality: Caller;
const STANDARDS = '/api/v1/standards';
const VERSIONS = '/api/v1/standard-versions';
const NAME = { en: 'Tea shop', zh: '茶饮店' };

beforeAll(async () => {
  app = await startApp({
    imports: [IdentityModule, StandardsModule],
    entities: [...IDENTITY_ENTITIES, ...STANDARDS_ENTITIES],
  });
  t = await aTenant(app);
  quality = await t.as('quality_manager');
});
afterAll(() => app.close());

const importing = (document: unknown, caller = quality) => caller.post(`${STANDARDS}/import`, { document });
const withVersion = (body: StandardBody, version: string): StandardBody => ({ ...body, version });

describe('a new standard', () => {
  it('begins with an empty draft 1.0.0 that says what it lacks', async () => {
    const { body } = await quality.post(STANDARDS, { code: 'TEA', kind: 'store', name: NAME }).expect(201);
    expect(body).toMatchObject({ version: '1.0.0', status: 'draft', revision: 1, itemCount: 0, publishedAt: null });
    expect(body.body).toMatchObject({ schema: 'standard.v1', code: 'TEA', kind: 'store', name: NAME, sections: [] });
    expect(Object.keys(body.body.dictionaries.servqual)).toEqual(['TAN', 'REL', 'RES', 'ASS', 'EMP']);
    expect(body.problems).toEqual([{ field: 'sections', code: 'STANDARD.NO_SECTION', message: expect.any(String) }]);
    expect(body.can).toEqual({ edit: true, publish: true, copy: false, retire: false, discard: true });
    expect(
      await t.sql(`SELECT after FROM trail_entries WHERE action = 'standard.create' AND object_id = $1`, [
        body.standardId,
      ]),
    ).toEqual([{ after: { code: 'TEA', kind: 'store' } }]);
  });

  it('has a code of its own', async () => {
    await quality.post(STANDARDS, { code: 'TWICE', kind: 'store', name: NAME }).expect(201);
    const { body } = await quality.post(STANDARDS, { code: 'TWICE', kind: 'sales', name: NAME }).expect(409);
    expect(body).toMatchObject({ code: 'CONFLICT.DUPLICATE', errors: [{ field: 'code' }] });
  });

  it.each([
    ['code', { code: '', kind: 'store', name: NAME }],
    ['code', { code: '../x', kind: 'store', name: NAME }],
    ['code', { code: 'X\u0000', kind: 'store', name: NAME }],
    ['kind', { code: 'X', kind: 'nothing', name: NAME }],
    ['name', { code: 'X', kind: 'store' }],
    ['name', { code: 'X', kind: 'store', name: 'Tea' }],
    ['name', { code: 'X', kind: 'store', name: [] }],
    ['name.zh', { code: 'X', kind: 'store', name: { en: 'Tea' } }],
    ['name.en', { code: 'X', kind: 'store', name: { ...NAME, en: 'x'.repeat(201) } }],
    ['tenantId', { code: 'X', kind: 'store', name: NAME, tenantId: newId() }],
  ])('names the field %s of a bad request', async (field, body) => {
    const answer = await quality.post(STANDARDS, body).expect(400);
    expect(answer.body.errors[0].field).toBe(field);
  });
});

describe('import', () => {
  it.each([
    ['AS-4S', 62],
    ['SALES-4S', 40],
    ['MS-4S', 30],
  ] as const)('takes %s with its %i items, and export gives it back as it was', async (code, itemCount) => {
    const document = bodyOf(code);
    const { body } = await importing(document).expect(201);
    expect(body).toMatchObject({ status: 'draft', itemCount, problems: [] });
    const file = await quality.get(`${VERSIONS}/${body.id}/export`).expect(200);
    expect(file.headers['content-disposition']).toBe(`attachment; filename="${code}-1.0.0.standard.json"`);
    expect(file.headers['content-type']).toContain('application/json');
    expect(JSON.stringify(file.body)).toBe(JSON.stringify(document));
    await quality.post(`${VERSIONS}/${body.id}/publish`).expect(200);
  });

  it('adds a draft to the standard with that code, above every version of it', async () => {
    const standard = await aPublishedStandard(t, { version: '1.2.0' });
    for (const version of ['1.2.0', '1.1.9', '1.0.10']) {
      const { body } = await importing(withVersion(standard.body, version)).expect(409);
      expect(body).toMatchObject({ code: 'STANDARD.VERSION_ORDER', errors: [{ field: 'document.version' }] });
    }
    const { body: draft } = await importing(withVersion(standard.body, '1.10.0')).expect(201);
    expect(draft.standardId).toBe(standard.standardId);
    const { body: refused } = await importing(withVersion(standard.body, '2.0.0')).expect(409);
    expect(refused.code).toBe('STANDARD.DRAFT_EXISTS');
  });

  it('never changes a standard’s kind', async () => {
    const standard = await aPublishedStandard(t);
    const { body } = await importing({ ...standard.body, version: '2.0.0', kind: 'mystery_shop' }).expect(400);
    expect(body.errors[0].field).toBe('document.kind');
  });

  it('makes one standard of two imports at once', async () => {
    const document = smallBody({ code: `RACE-${newId().slice(-8)}` });
    const answers = await Promise.all([importing(document), importing(document), importing(document)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    expect(await t.sql(`SELECT 1 FROM standards WHERE code = $1`, [document.code])).toHaveLength(1);
  });
});

describe('the list', () => {
  it('is paged by code, searched and cut by kind', async () => {
    const own = await aTenant(app);
    const admin = await own.as('hq_admin');
    for (const code of ['B-1', 'A_1', 'C-1']) await aPublishedStandard(own, { code });
    await aDraftStandard(own, { code: 'D-1', kind: 'mystery_shop' });
    const first = await admin.get(`${STANDARDS}?limit=3`).expect(200);
    expect(first.body.items.map(({ code }: StandardSummary) => code)).toEqual(['A_1', 'B-1', 'C-1']);
    const rest = await admin.get(`${STANDARDS}?limit=3&cursor=${first.body.nextCursor}`).expect(200);
    expect(rest.body).toMatchObject({ items: [{ code: 'D-1', can: { edit: true } }], nextCursor: null });
    const codes = async (query: string) => {
      const { body } = await admin.get(`${STANDARDS}?${query}`).expect(200);
      return body.items.map(({ code }: StandardSummary) => code);
    };
    expect(await codes('kind=mystery_shop')).toEqual(['D-1']);
    expect(await codes('q=_')).toEqual(['A_1']);
    expect(await codes(`q=${encodeURIComponent('标准 b')}`)).toEqual(['B-1']);
    expect(await codes('q=%25')).toEqual([]);
    for (const bad of ['kind=x', 'limit=0', 'cursor=x', 'x=1']) await admin.get(`${STANDARDS}?${bad}`).expect(400);
  });

  it('tells one standard with its versions, the newest first', async () => {
    const standard = await aPublishedStandard(t, { version: '1.9.0' });
    const { body: copy } = await quality.post(`${VERSIONS}/${standard.id}/copy`).expect(201);
    const { body } = await quality.get(`${STANDARDS}/${standard.standardId}`).expect(200);
    expect(body).toMatchObject({ id: standard.standardId, code: standard.code, can: { edit: true } });
    expect(body.versions).toEqual([
      expect.objectContaining({ id: copy.id, version: '1.10.0', status: 'draft', itemCount: 9 }),
      expect.objectContaining({ id: standard.id, version: '1.9.0', status: 'published', itemCount: 9 }),
    ]);
  });
});

describe('strangers', () => {
  it('must sign in', async () => {
    const { id, standardId } = await aPublishedStandard(t);
    const http = request(app.server);
    await http.get(STANDARDS).expect(401);
    await http.post(STANDARDS).send({}).expect(401);
    await http.post(`${STANDARDS}/import`).send({}).expect(401);
    await http.get(`${STANDARDS}/${standardId}`).expect(401);
    for (const path of ['', '/export', '/changes']) await http.get(`${VERSIONS}/${id}${path}`).expect(401);
    for (const verb of ['publish', 'copy', 'retire']) await http.post(`${VERSIONS}/${id}/${verb}`).expect(401);
    await http.put(`${VERSIONS}/${id}`).send({}).expect(401);
    await http.delete(`${VERSIONS}/${id}`).expect(401);
  });

  it('of another tenant find nothing and change nothing', async () => {
    const { id, standardId, body } = await aDraftStandard(t);
    const stranger = await (await aTenant(app)).as('hq_admin');
    await stranger.get(`${STANDARDS}/${standardId}`).expect(404);
    for (const path of ['', '/export', '/changes']) await stranger.get(`${VERSIONS}/${id}${path}`).expect(404);
    for (const verb of ['publish', 'copy', 'retire']) await stranger.post(`${VERSIONS}/${id}/${verb}`).expect(404);
    await stranger.put(`${VERSIONS}/${id}`, { revision: 1, body }).expect(404);
    await stranger.delete(`${VERSIONS}/${id}`).expect(404);
    const { body: list } = await stranger.get(STANDARDS).expect(200);
    expect(list.items).toEqual([]);
    const own = await stranger.post(`${STANDARDS}/import`, { document: body }).expect(201);
    await stranger.get(`${VERSIONS}/${own.body.id}/changes?against=${id}`).expect(400);
    expect(await t.sql(`SELECT status, revision FROM standard_versions WHERE id = $1`, [id])).toEqual([
      { status: 'draft', revision: 1 },
    ]);
  });
});
