import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { IDENTITY_ENTITIES, IdentityFacade, IdentityModule } from '@wheelhouse/identity-api';
import { aTenant, type TestTenant } from '@wheelhouse/identity-api/testing';
import { newId } from '@wheelhouse/kernel';
import type { Ctx } from '@wheelhouse/platform-db';
import { startApp, type TestApp } from '@wheelhouse/testing';
import { STANDARDS_ENTITIES, StandardsFacade, StandardsModule } from './index.js';
import { aDraftStandard, aPublishedStandard, fullAnswers } from './testing/index.js';

let app: TestApp;
let t: TestTenant;
let facade: StandardsFacade;

beforeAll(async () => {
  app = await startApp({
    imports: [IdentityModule, StandardsModule],
    entities: [...IDENTITY_ENTITIES, ...STANDARDS_ENTITIES],
  });
  t = await aTenant(app);
  facade = app.get(StandardsFacade);
});
afterAll(() => app.close());

const within = <T>(work: (ctx: Ctx) => Promise<T>, tenant = t): Promise<T> =>
  app.get(IdentityFacade).runAsSystem(tenant.id, 'en', work);
const setStatus = (id: string) =>
  t.sql(`UPDATE standard_versions SET status = 'retired', retired_at = now() WHERE id = $1`, [id]);

describe('standards for other features', () => {
  it('gives a published version with its compiled check, once for all who ask', async () => {
    const { id, standardId, code, body } = await aPublishedStandard(t);
    const view = await within((ctx) => facade.published(ctx, id));
    expect(view).toMatchObject({
      id,
      standardId,
      code,
      kind: 'store',
      version: '1.0.0',
      status: 'published',
      name: body.name,
      body,
    });
    expect(view.checkAnswers(fullAnswers(body), 'submit')).toEqual([]);
    expect(view.checkAnswers({ 'A-02': { value: 9 } }, 'draft')).toEqual([
      expect.objectContaining({ code: 'ANSWER.NOT_ON_SCALE' }),
    ]);
    const again = await within((ctx) => facade.version(ctx, id));
    expect(again.body).toBe(view.body);
    expect(() => view.body.sections.pop()).toThrow(TypeError);
  });

  it('sees at once that somebody else retired it', async () => {
    const { id } = await aPublishedStandard(t);
    await within((ctx) => facade.published(ctx, id));
    await setStatus(id);
    await expect(within((ctx) => facade.published(ctx, id))).rejects.toMatchObject({ code: 'STANDARD.NOT_PUBLISHED' });
    expect((await within((ctx) => facade.version(ctx, id))).status).toBe('retired');
  });

  it('always reads a draft anew', async () => {
    const { id, body } = await aDraftStandard(t);
    expect((await within((ctx) => facade.version(ctx, id))).body.sections).toHaveLength(2);
    await t.sql(`UPDATE standard_versions SET body = $2 WHERE id = $1`, [
      id,
      JSON.stringify({ ...body, sections: [] }),
    ]);
    expect((await within((ctx) => facade.version(ctx, id))).body.sections).toEqual([]);
    await expect(within((ctx) => facade.published(ctx, id))).rejects.toMatchObject({ code: 'STANDARD.NOT_PUBLISHED' });
  });

  it('keeps tenants apart, what is cached too', async () => {
    const { id } = await aPublishedStandard(t);
    await within((ctx) => facade.published(ctx, id));
    const other = await aTenant(app);
    await expect(within((ctx) => facade.version(ctx, id), other)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(within((ctx) => facade.version(ctx, newId()))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await within((ctx) => facade.newestPublished(ctx), other)).toEqual([]);
  });

  it('names the newest published version of each standard', async () => {
    const own = await aTenant(app);
    const quality = await own.as('quality_manager');
    const [a, b] = [
      await aPublishedStandard(own, { code: 'A', version: '1.9.0' }),
      await aPublishedStandard(own, { code: 'B' }),
    ];
    await aDraftStandard(own, { code: 'C' });
    const { body: next } = await quality.post(`/api/v1/standard-versions/${a.id}/copy`, {}).expect(201);
    await quality.post(`/api/v1/standard-versions/${next.id}/publish`).expect(200);
    const newest = await within((ctx) => facade.newestPublished(ctx), own);
    expect(newest.map(({ id, version }) => ({ id, version }))).toEqual([
      { id: next.id, version: '1.10.0' },
      { id: b.id, version: '1.0.0' },
    ]);
  });

  it('opens a draft for what was learned, or goes on with the one that is there', async () => {
    const { id } = await aPublishedStandard(t);
    const draft = await within((ctx) => facade.openDraftFrom(ctx, id));
    expect(draft).toMatchObject({ status: 'draft', version: '1.1.0' });
    expect((await within((ctx) => facade.openDraftFrom(ctx, id))).id).toBe(draft.id);
  });
});
