import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SAVED_VIEWS_MAX } from '@wheelhouse/contracts';
import { newId } from '@wheelhouse/kernel';
import { startApp, type TestApp } from '@wheelhouse/testing';
import request from 'supertest';
import { IDENTITY_ENTITIES, IdentityModule } from './index.js';
import { aTenant, type Caller, type TestTenant } from './testing/index.js';

let app: TestApp;
let t: TestTenant;
let viewer: Caller;
const PATH = '/api/v1/saved-views';

beforeAll(async () => {
  app = await startApp({ imports: [IdentityModule], entities: IDENTITY_ENTITIES });
  t = await aTenant(app);
  viewer = await t.as('viewer');
});
afterAll(() => app.close());

describe('saved views', () => {
  it('are kept for one page and listed by name', async () => {
    const by = await t.as('viewer');
    await by.post(PATH, { page: 'network', name: '  Zhejiang ', query: '?q=%E6%9D%AD%E5%B7%9E&tier=2' }).expect(201);
    const made = await by.post(PATH, { page: 'network', name: '全部', query: '' }).expect(201);
    await by.post(PATH, { page: 'reports', name: 'Zhejiang', query: 'peer=1' }).expect(201);
    const { body } = await by.get(`${PATH}?page=network`).expect(200);
    expect(body.map((view: { name: string; query: string }) => [view.name, view.query]).sort()).toEqual([
      ['Zhejiang', 'q=%E6%9D%AD%E5%B7%9E&tier=2'],
      ['全部', ''],
    ]);
    expect(made.body).toEqual({
      id: expect.any(String),
      page: 'network',
      name: '全部',
      query: '',
      createdAt: expect.any(String),
    });
  });

  it('are renamed, given other filters and deleted', async () => {
    const { body: made } = await viewer.post(PATH, { page: 'members', name: 'Mine', query: 'q=a' }).expect(201);
    expect((await viewer.patch(`${PATH}/${made.id}`, { name: 'Ours' }).expect(200)).body).toMatchObject({
      name: 'Ours',
      query: 'q=a',
    });
    expect((await viewer.patch(`${PATH}/${made.id}`, { query: '' }).expect(200)).body).toMatchObject({
      name: 'Ours',
      query: '',
    });
    await viewer.delete(`${PATH}/${made.id}`).expect(204);
    await viewer.delete(`${PATH}/${made.id}`).expect(404);
    expect((await viewer.get(`${PATH}?page=members`).expect(200)).body).toEqual([]);
  });

  it('have a name of their own on each page', async () => {
    await viewer.post(PATH, { page: 'waves', name: 'Twice', query: '' }).expect(201);
    const refused = await viewer.post(PATH, { page: 'waves', name: 'Twice', query: 'a=1' }).expect(409);
    expect(refused.body).toMatchObject({
      code: 'CONFLICT.DUPLICATE',
      errors: [{ field: 'name', code: 'FIELD.DUPLICATE' }],
    });
    expect(refused.body.detail).toContain('Twice');
    const { body: second } = await viewer.post(PATH, { page: 'waves', name: 'Second', query: '' }).expect(201);
    const renamed = await viewer.patch(`${PATH}/${second.id}`, { name: 'Twice' }).expect(409);
    expect(renamed.body.errors).toMatchObject([{ field: 'name', code: 'FIELD.DUPLICATE' }]);
    await viewer.patch(`${PATH}/${second.id}`, { name: 'Second', query: 'a=2' }).expect(200);
    const other = await t.as('viewer');
    await other.post(PATH, { page: 'waves', name: 'Twice', query: '' }).expect(201);
  });

  it('are no more than fifty for a page, also when two come at once', async () => {
    const by = await t.as('viewer');
    for (let i = 0; i < SAVED_VIEWS_MAX - 1; i++)
      await by.post(PATH, { page: 'cycles', name: `View ${i}`, query: '' }).expect(201);
    const answers = await Promise.all(['A', 'B'].map((name) => by.post(PATH, { page: 'cycles', name, query: '' })));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(answers.find(({ status }) => status === 409)?.body.code).toBe('VIEW.TOO_MANY');
    await by.post(PATH, { page: 'audits', name: 'Elsewhere', query: '' }).expect(201);
  });

  it('of others do not exist, in the same tenant and in another', async () => {
    const { body: made } = await viewer.post(PATH, { page: 'trail', name: 'Private', query: '' }).expect(201);
    const stranger = await (await aTenant(app)).as('hq_admin');
    for (const other of [await t.as('hq_admin'), stranger]) {
      await other.patch(`${PATH}/${made.id}`, { name: 'Taken' }).expect(404);
      await other.delete(`${PATH}/${made.id}`).expect(404);
      expect((await other.get(`${PATH}?page=trail`).expect(200)).body).toEqual([]);
    }
    await viewer.patch(`${PATH}/${newId()}`, { name: 'Nothing' }).expect(404);
    expect((await viewer.get(`${PATH}?page=trail`)).body).toHaveLength(1);
  });

  it('need a session', async () => {
    await request(app.server).get(`${PATH}?page=network`).expect(401);
    await request(app.server).post(PATH).send({ page: 'network', name: 'x', query: '' }).expect(401);
  });

  it.each([
    ['page', { page: 'Net work', name: 'x', query: '' }],
    ['page', { name: 'x', query: '' }],
    ['name', { page: 'network', name: '   ', query: '' }],
    ['name', { page: 'network', name: 'x'.repeat(101), query: '' }],
    ['query', { page: 'network', name: 'x', query: 'a'.repeat(2001) }],
    ['query', { page: 'network', name: 'x', query: 'q=<script>' }],
    ['query', { page: 'network', name: 'x', query: 'q=a#b' }],
    ['query', { page: 'network', name: 'x' }],
    ['memberId', { page: 'network', name: 'x', query: '', memberId: newId() }],
  ])('name the bad field: %s', async (field, body) => {
    const { body: problem } = await viewer.post(PATH, body).expect(400);
    expect(problem.errors.map((error: { field: string }) => error.field)).toEqual([field]);
  });
});
