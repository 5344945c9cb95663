import { expect, it } from 'vitest';
import { fastify } from 'fastify';
import request from 'supertest';
import { serveDocs } from './serve-docs.js';

it('serves a page without inline scripts, and every file that it names', async () => {
  const app = fastify();
  serveDocs(app);
  await app.ready();
  const get = (address: string) => request(app.server).get(address);
  const page = await get('/api/docs');
  expect([page.status, page.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
  const scripts = [...page.text.matchAll(/<script([^>]*)>([^<]*)<\/script>/g)];
  expect(scripts.map(([, , inline]) => inline)).toEqual(['', '']);
  expect(page.text).not.toMatch(/\son\w+=|style=|javascript:/);
  const named = [...page.text.matchAll(/(?:src|href)="(\/api\/docs\/[^"]+)"/g)].map(([, address]) => String(address));
  expect(named).toHaveLength(5);
  for (const address of named) expect([address, (await get(address)).status]).toEqual([address, 200]);
  await get('/api/docs/package.json').expect(404);
  await app.close();
});
