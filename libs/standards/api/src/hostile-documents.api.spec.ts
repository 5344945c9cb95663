import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StandardBody } from '@wheelhouse/contracts';
import { IDENTITY_ENTITIES, IdentityModule } from '@wheelhouse/identity-api';
import { aTenant, type Caller, type TestTenant } from '@wheelhouse/identity-api/testing';
import { startApp, type TestApp } from '@wheelhouse/testing';
import request from 'supertest';
import { STANDARDS_ENTITIES, StandardsModule } from './index.js';
import { aDraftStandard, smallBody, type TestStandard } from './testing/index.js';

let app: TestApp;
let t: TestTenant;
let quality: Caller;
let draft: TestStandard;
const IMPORT = '/api/v1/standards/import';

beforeAll(async () => {
  app = await startApp({
    imports: [IdentityModule, StandardsModule],
    entities: [...IDENTITY_ENTITIES, ...STANDARDS_ENTITIES],
  });
  t = await aTenant(app);
  quality = await t.as('quality_manager');
  draft = await aDraftStandard(t);
});
afterAll(() => app.close());

/** A good body, spoiled. */
function spoiled(
  spoil: (body: StandardBody & Record<string, unknown>) => void,
  body = smallBody({ code: 'HOSTILE' }),
): StandardBody {
  spoil(body as StandardBody & Record<string, unknown>);
  return body;
}
const first = (body: StandardBody) => body.sections[0]!.items[0]! as unknown as Record<string, unknown>;
const raw = (json: string) =>
  request(app.server)
    .post(IMPORT)
    .set('Authorization', `Bearer ${quality.token}`)
    .set('Content-Type', 'application/json')
    .send(json);

const nested = (depth: number): object => (depth === 0 ? {} : { a: nested(depth - 1) });

const CASES: [string, string, (body: StandardBody & Record<string, unknown>) => void][] = [
  ['an unknown field', 'surprise', (body) => (body['surprise'] = true)],
  ['an unknown field of an item', 'sections[0].items[0].evil', (body) => (first(body)['evil'] = 1)],
  ['a missing field', 'scoring', (body) => Reflect.deleteProperty(body, 'scoring')],
  ['another schema', 'schema', (body) => Object.assign(body, { schema: 'standard.v2' })],
  ['a weight that is text', 'sections[0].items[0].weight', (body) => (first(body)['weight'] = '2')],
  ['a weight below 0', 'sections[0].items[0].weight', (body) => (first(body)['weight'] = -1)],
  ['a list in place of text', 'sections[0].items[0].en', (body) => (first(body)['en'] = ['x'])],
  ['an unknown item type', 'sections[0].items[0].type', (body) => (first(body)['type'] = 'essay')],
  ['an id with a path in it', 'sections[0].items[0].id', (body) => (first(body)['id'] = '../../etc')],
  ['sections that are none', 'sections', (body) => Object.assign(body, { sections: 'all' })],
  ['a version that is none', 'version', (body) => (body.version = 'latest')],
  ['a control character', 'sections[0].items[0].en', (body) => (first(body)['en'] = 'bell\u0007')],
  ['a NUL', 'name.en', (body) => (body.name.en = 'a\u0000b')],
  ['a bidirectional override', 'sections[0].zh', (body) => (body.sections[0]!.zh = 'abc\u202ecba')],
  ['half a surrogate pair', 'sections[0].items[0].zh', (body) => (first(body)['zh'] = '\ud83d')],
  ['a text without end', 'sections[0].items[0].en', (body) => (first(body)['en'] = 'x'.repeat(100_000))],
  [
    'a prototype’s key in a dictionary',
    'dictionaries.departments.constructor',
    (body) => Object.assign(body.dictionaries.departments, { constructor: 'x' }),
  ],
];

describe('a hostile document', () => {
  it.each(CASES)('with %s is refused at %s', async (_, field, spoil) => {
    const imported = await quality.post(IMPORT, { document: spoiled(spoil) }).expect(400);
    expect(imported.body.errors.map((error: { field: string }) => error.field)).toContain(`document.${field}`);
    const body = spoiled(spoil, structuredClone(draft.body));
    const saved = await quality.put(`/api/v1/standard-versions/${draft.id}`, { revision: 1, body }).expect(400);
    expect(saved.body.errors.map((error: { field: string }) => error.field)).toContain(`body.${field}`);
  });

  it.each([
    ['no document', {}, 'document'],
    ['a text', { document: 'x' }, 'document'],
    ['a list', { document: [] }, 'document'],
    ['nothing', { document: null }, 'document'],
    ['too deep', { document: nested(30) }, `document${'.a'.repeat(20)}`],
    ['a field beside it', { document: smallBody(), tenantId: 'x' }, 'tenantId'],
  ])('that is %s is refused', async (_, sent, field) => {
    const { body } = await quality.post(IMPORT, sent).expect(400);
    expect(body.errors[0].field).toBe(field);
  });

  it.each([[true], ['1'], [1.5], [0], [null], [99999999999]])('with the revision %j is refused', async (revision) => {
    const { body } = await quality
      .put(`/api/v1/standard-versions/${draft.id}`, { revision, body: draft.body })
      .expect(400);
    expect(body.errors[0].field).toBe('revision');
    if (revision !== 0) await quality.post(`/api/v1/standard-versions/${draft.id}/publish`, { revision }).expect(400);
  });

  it('cannot reach a prototype', async () => {
    const json = JSON.stringify({ document: smallBody({ code: 'PROTO' }) });
    await raw(json.replace('"departments":{', '"departments":{"__proto__":{"en":"x","zh":"x"},')).expect(400);
    await raw(json.replace('"departments":{', '"departments":{"constructor":{"prototype":{"polluted":"x"}},')).expect(
      400,
    );
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('may have 500 items and no more, in 2 MiB and no more', async () => {
    const body = smallBody({ code: 'LARGE' });
    const [section] = body.sections;
    const [item] = section!.items;
    const text = '服务顾问在客户到店两分钟内主动问候并引导停车。'.repeat(20);
    section!.items = Array.from({ length: 500 - body.sections[1]!.items.length }, (_, i) => ({
      ...item!,
      id: `L-${i}`,
      en: `${text}${i}`,
      zh: text,
    }));
    expect(JSON.stringify(body).length).toBeGreaterThan(500_000);
    const { body: large } = await quality.post(IMPORT, { document: body }).expect(201);
    expect(large).toMatchObject({ itemCount: 500, problems: [] });
    await quality.put(`/api/v1/standard-versions/${large.id}`, { revision: 1, body }).expect(200);
    await quality.post(`/api/v1/standard-versions/${large.id}/publish`).expect(200);
    section!.items.push({ ...item!, id: 'L-more' });
    const { body: refused } = await quality.post(IMPORT, { document: { ...body, code: 'LARGER' } }).expect(400);
    expect(refused.errors[0]).toMatchObject({ field: 'document.sections', code: 'FIELD.TOO_MANY' });
    await raw(JSON.stringify({ document: { ...body, name: { en: 'x'.repeat(2_200_000), zh: 'x' } } })).expect(413);
  });

  it('of a million wrong places is refused with the first hundred, or with one word on all', async () => {
    const wrong = (places: number) =>
      JSON.stringify({ document: { ...smallBody(), sections: Array.from({ length: places }, () => 1) } });
    const { body: many } = await raw(wrong(90_000)).expect(400);
    expect(many.errors.length).toBeLessThanOrEqual(100);
    const { body: tooMany } = await raw(wrong(900_000)).expect(400);
    expect(tooMany.errors).toEqual([expect.objectContaining({ field: 'document', code: 'FIELD.TOO_MANY' })]);
  });

  it('leaves nothing behind', async () => {
    expect(await t.sql(`SELECT code FROM standards WHERE code IN ('HOSTILE', 'PROTO', 'LARGER', 'SMALL')`)).toEqual([]);
    expect(await t.sql(`SELECT revision FROM standard_versions WHERE id = $1`, [draft.id])).toEqual([{ revision: 1 }]);
  });
});
