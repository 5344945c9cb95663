import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StandardBody } from '@wheelhouse/contracts';
import { IDENTITY_ENTITIES, IdentityModule } from '@wheelhouse/identity-api';
import { aTenant, type Caller, type TestTenant } from '@wheelhouse/identity-api/testing';
import { newId } from '@wheelhouse/kernel';
import { startApp, type TestApp } from '@wheelhouse/testing';
import { mergeDrafts } from '@wheelhouse/standards-domain';
import { STANDARDS_ENTITIES, StandardsModule } from './index.js';
import { aDraftStandard, aPublishedStandard, smallBody } from './testing/index.js';

let app: TestApp;
let t: TestTenant;
let quality: Caller;
const VERSIONS = '/api/v1/standard-versions';

beforeAll(async () => {
  app = await startApp({
    imports: [IdentityModule, StandardsModule],
    entities: [...IDENTITY_ENTITIES, ...STANDARDS_ENTITIES],
  });
  t = await aTenant(app);
  quality = await t.as('quality_manager');
});
afterAll(() => app.close());

const publish = (id: string, body = {}) => quality.post(`${VERSIONS}/${id}/publish`, body);
const save = (id: string, revision: number, body: StandardBody) => quality.put(`${VERSIONS}/${id}`, { revision, body });
const named = (body: StandardBody, en: string): StandardBody => ({ ...body, name: { ...body.name, en } });
const rowOf = async (id: string) => {
  const rows = await t.sql<{ status: string; revision: number; name: string }>(
    `SELECT status, revision, body->'name'->>'en' AS name FROM standard_versions WHERE id = $1`,
    [id],
  );
  return rows[0];
};

describe('saving a draft', () => {
  it('takes it whole, grows the revision and renames a standard that has nothing published', async () => {
    const { id, standardId, body } = await aDraftStandard(t);
    const { body: saved } = await save(id, 1, { ...named(body, 'Renamed'), version: '2.0.0', sections: [] }).expect(
      200,
    );
    expect(saved).toMatchObject({
      revision: 2,
      version: '2.0.0',
      itemCount: 0,
      body: { name: { en: 'Renamed' }, sections: [] },
    });
    expect(saved.problems).toEqual([expect.objectContaining({ field: 'sections', code: 'STANDARD.NO_SECTION' })]);
    const { body: standard } = await quality.get(`/api/v1/standards/${standardId}`).expect(200);
    expect(standard.name.en).toBe('Renamed');
  });

  it('refuses what was read before somebody else saved', async () => {
    const { id, body } = await aDraftStandard(t);
    await save(id, 1, named(body, 'First')).expect(200);
    const { body: refused } = await save(id, 1, named(body, 'Second')).expect(409);
    expect(refused.code).toBe('CONFLICT.STALE');
    expect(await rowOf(id)).toMatchObject({ revision: 2, name: 'First' });
  });

  it('tells the one who came second who saved what, and takes the two together', async () => {
    const { id, body } = await aDraftStandard(t);
    const other = await t.as('quality_manager');
    const reworded = (old: StandardBody, section: number, zh: string): StandardBody => ({
      ...old,
      sections: old.sections.map((one, s) =>
        s === section ? { ...one, items: one.items.map((item, i) => (i === 0 ? { ...item, zh } : item)) } : one,
      ),
    });
    const theirs = reworded(body, 0, '对方的');
    const mine = reworded(body, 1, '我的');
    await other.put(`${VERSIONS}/${id}`, { revision: 1, body: theirs }).expect(200);
    await save(id, 1, mine).expect(409);
    const { body: newest } = await quality.get(`${VERSIONS}/${id}`).expect(200);
    expect(newest).toMatchObject({ revision: 2, editedBy: { memberId: other.memberId, name: expect.any(String) } });
    const { body: merged, conflicts } = mergeDrafts(body, mine, newest.body);
    expect(conflicts).toEqual([]);
    const { body: saved } = await save(id, newest.revision, merged).expect(200);
    expect(saved).toMatchObject({ revision: 3, editedBy: { memberId: quality.memberId } });
    expect(saved.body.sections.map((one: StandardBody['sections'][0]) => one.items[0]?.zh)).toEqual(
      expect.arrayContaining(['对方的', '我的']),
    );
  });

  it('lets one of many editors at the same moment win', async () => {
    const { id, body } = await aDraftStandard(t);
    const answers = await Promise.all(['a', 'b', 'c', 'd'].map((name) => save(id, 1, named(body, name))));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
    const winner = answers.find(({ status }) => status === 200);
    expect(await rowOf(id)).toMatchObject({ revision: 2, name: winner?.body.body.name.en });
  });

  it('keeps code and kind, and the order of versions', async () => {
    const { id, standardId, body } = await aPublishedStandard(t, { version: '1.4.0' });
    const { body: draft } = await quality.post(`${VERSIONS}/${id}/copy`, {}).expect(201);
    const code = await save(draft.id, 1, { ...draft.body, code: 'OTHER' }).expect(422);
    expect(code.body).toMatchObject({ code: 'STANDARD.CODE_FIXED', errors: [{ field: 'body.code' }] });
    const kind = await save(draft.id, 1, { ...draft.body, kind: 'sales' }).expect(400);
    expect(kind.body.errors[0].field).toBe('body.kind');
    const order = await save(draft.id, 1, { ...draft.body, version: '1.4.0' }).expect(409);
    expect(order.body).toMatchObject({ code: 'STANDARD.VERSION_ORDER', errors: [{ field: 'body.version' }] });
    await save(draft.id, 1, named(draft.body, 'Not yet')).expect(200);
    const { body: standard } = await quality.get(`/api/v1/standards/${standardId}`).expect(200);
    expect(standard.name).toEqual(body.name);
  });
});

describe('publishing', () => {
  it('freezes: neither the API nor SQL of the application can change it any more', async () => {
    const { id, standardId, body } = await aDraftStandard(t);
    const { body: published } = await publish(id, { revision: 1 }).expect(200);
    expect(published).toMatchObject({ status: 'published', publishedAt: expect.any(String), problems: [] });
    expect(published.publishedBy?.memberId).toBe(quality.memberId);
    expect(published.can).toEqual({ edit: false, publish: false, copy: true, retire: true, discard: false });
    expect((await save(id, 1, body).expect(409)).body.code).toBe('STANDARD.FROZEN');
    expect((await quality.delete(`${VERSIONS}/${id}`).expect(409)).body.code).toBe('STANDARD.FROZEN');
    expect((await publish(id).expect(409)).body.code).toBe('STANDARD.TRANSITION');
    for (const sql of [
      `UPDATE standard_versions SET body = '{"sections": []}' WHERE id = $1`,
      `UPDATE standard_versions SET version = '9.0.0' WHERE id = $1`,
      `UPDATE standard_versions SET status = 'draft', published_at = NULL WHERE id = $1`,
      `DELETE FROM standard_versions WHERE id = $1`,
    ]) {
      await expect(t.sql(sql, [id])).rejects.toMatchObject({ code: 'WH001' });
    }
    await expect(t.sql(`DELETE FROM standards WHERE id = $1`, [standardId])).rejects.toMatchObject({ code: '23503' });
    const trail = await t.sql(
      `SELECT actor_person_id, before, after FROM trail_entries WHERE object_id = $1 AND action = 'standard.publish'`,
      [id],
    );
    expect(trail).toEqual([
      {
        actor_person_id: quality.personId,
        before: { status: 'draft' },
        after: { status: 'published', code: body.code, version: '1.0.0', items: 9 },
      },
    ]);
  });

  it('lists every place that keeps it from it, in the reader’s language, and leaves the draft', async () => {
    const body = smallBody({ code: `BAD-${newId().slice(-8)}` });
    body.sections[0]!.weight = 0;
    body.sections[1]!.items[2]!.department = 'toString';
    body.sections[1]!.items[1]!.id = 'A-01';
    const { id } = await aDraftStandard(t, { body });
    const answer = await publish(id).set('Accept-Language', 'zh-CN').expect(422);
    expect(answer.body).toMatchObject({
      code: 'STANDARD.NOT_PUBLISHABLE',
      detail: '草稿尚不能发布：有 3 处需要处理。',
    });
    expect(answer.body.errors.map(({ field }: { field: string }) => field).sort()).toEqual([
      'sections[0].weight',
      'sections[1].items[1].id',
      'sections[1].items[2].department',
    ]);
    expect(await rowOf(id)).toMatchObject({ status: 'draft' });
  });

  it('does not publish what its publisher has not read', async () => {
    const { id, body } = await aDraftStandard(t);
    await save(id, 1, named(body, 'Changed')).expect(200);
    expect((await publish(id, { revision: 1 }).expect(409)).body.code).toBe('CONFLICT.STALE');
  });

  it('lets a save or the publication win, never both', async () => {
    for (let i = 0; i < 5; i++) {
      const { id, body } = await aDraftStandard(t);
      const answers = await Promise.all([
        publish(id, { revision: 1 }),
        save(id, 1, named(body, 'Late')),
        publish(id, { revision: 1 }),
      ]);
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
      const saved = answers[1]?.status === 200;
      expect(await rowOf(id)).toMatchObject({
        status: saved ? 'draft' : 'published',
        name: saved ? 'Late' : body.name.en,
      });
    }
  });
});

describe('what comes after', () => {
  it('copies to the next minor, or to a higher version of one’s own', async () => {
    const { id, standardId, body } = await aPublishedStandard(t, { version: '1.9.3' });
    expect((await quality.post(`${VERSIONS}/${id}/copy`, { version: '1.9.3' }).expect(409)).body.code).toBe(
      'STANDARD.VERSION_ORDER',
    );
    for (const version of ['2', '2.0.0-rc.1', '1.9.04', 3, null]) {
      const { body: bad } = await quality.post(`${VERSIONS}/${id}/copy`, { version }).expect(400);
      expect(bad.errors[0].field).toBe('version');
    }
    await quality.post(`${VERSIONS}/${id}/copy`).expect(201);
    const [draft] = await t.sql<{ id: string; version: string }>(
      `SELECT id, version FROM standard_versions WHERE standard_id = $1 AND status = 'draft'`,
      [standardId],
    );
    expect(draft?.version).toBe('1.10.0');
    const again = await quality.post(`${VERSIONS}/${id}/copy`, {}).expect(409);
    expect(again.body.code).toBe('STANDARD.DRAFT_EXISTS');
    const { body: copy } = await quality.get(`${VERSIONS}/${draft?.id}`).expect(200);
    expect(copy.body).toEqual({ ...body, version: '1.10.0' });
    await quality.delete(`${VERSIONS}/${draft?.id}`).expect(204);
    const { body: major } = await quality.post(`${VERSIONS}/${id}/copy`, { version: '2.0.0' }).expect(201);
    expect(major.version).toBe('2.0.0');
  });

  it('opens one draft of many at once', async () => {
    const { id } = await aPublishedStandard(t);
    const answers = await Promise.all([1, 2, 3].map(() => quality.post(`${VERSIONS}/${id}/copy`, {})));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
  });

  it('tells what changed', async () => {
    const { id } = await aPublishedStandard(t);
    const { body: draft } = await quality.post(`${VERSIONS}/${id}/copy`, {}).expect(201);
    const body: StandardBody = structuredClone(draft.body);
    body.sections[0]!.items[0]!.weight = 5;
    body.sections[1]!.items.pop();
    await save(draft.id, 1, body).expect(200);
    const { body: answer } = await quality.get(`${VERSIONS}/${draft.id}/changes`).expect(200);
    expect(answer.against).toEqual({ id, version: '1.0.0', status: 'published' });
    expect(answer.changes).toEqual([
      expect.objectContaining({ kind: 'removed', itemId: 'B-04' }),
      expect.objectContaining({ kind: 'changed', path: 'sections[0].items[0].weight', itemId: 'A-01', from: 2, to: 5 }),
    ]);
    const { body: back } = await quality.get(`${VERSIONS}/${id}/changes?against=${draft.id}`).expect(200);
    expect(back.changes).toHaveLength(2);
    expect((await quality.get(`${VERSIONS}/${id}/changes`).expect(200)).body).toEqual({ against: null, changes: [] });
    const foreign = await aPublishedStandard(t);
    expect(
      (await quality.get(`${VERSIONS}/${id}/changes?against=${foreign.id}`).expect(400)).body.errors[0].field,
    ).toBe('against');
    await quality.get(`${VERSIONS}/${id}/changes?against=1`).expect(400);
  });

  it('keeps several published versions until one is retired', async () => {
    const { id, standardId } = await aPublishedStandard(t);
    const { body: draft } = await quality.post(`${VERSIONS}/${id}/copy`, {}).expect(201);
    expect((await quality.post(`${VERSIONS}/${draft.id}/retire`).expect(409)).body.code).toBe('STANDARD.TRANSITION');
    await publish(draft.id).expect(200);
    expect(await rowOf(id)).toMatchObject({ status: 'published' });
    const { body: retired } = await quality.post(`${VERSIONS}/${id}/retire`).expect(200);
    expect(retired).toMatchObject({
      status: 'retired',
      retiredAt: expect.any(String),
      can: { retire: false, copy: true },
    });
    expect((await quality.post(`${VERSIONS}/${id}/retire`).expect(409)).body.code).toBe('STANDARD.TRANSITION');
    const { body } = await quality.get(`/api/v1/standards/${standardId}`).expect(200);
    expect(body.versions.map(({ status }: { status: string }) => status)).toEqual(['published', 'retired']);
  });

  it('discards a draft, and with its only version the standard', async () => {
    const { id, standardId } = await aDraftStandard(t);
    await quality.delete(`${VERSIONS}/${id}`).expect(204);
    await quality.get(`${VERSIONS}/${id}`).expect(404);
    expect(await t.sql(`SELECT 1 FROM standards WHERE id = $1`, [standardId])).toEqual([]);
    expect(
      await t.sql(`SELECT 1 FROM trail_entries WHERE action = 'standard.discard' AND object_id = $1`, [standardId]),
    ).toHaveLength(1);
  });
});
