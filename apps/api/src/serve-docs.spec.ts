import { expect, it } from '@jest/globals';
import { fastify } from 'fastify';
import { serveDocs } from './serve-docs.js';

it('serves a page without inline scripts, and every file that it names', async () => {
  const app = fastify();
  serveDocs(app);
  const page = await app.inject('/api/docs');
  expect([page.statusCode, page.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
  const scripts = [...page.body.matchAll(/<script([^>]*)>([^<]*)<\/script>/g)];
  expect(scripts.map(([, , inline]) => inline)).toEqual(['', '']);
  expect(page.body).not.toMatch(/\son\w+=|style=|javascript:/);
  const named = [...page.body.matchAll(/(?:src|href)="(\/api\/docs\/[^"]+)"/g)].map(([, address]) => String(address));
  expect(named).toHaveLength(5);
  for (const address of named) expect([address, (await app.inject(address)).statusCode]).toEqual([address, 200]);
  expect((await app.inject('/api/docs/package.json')).statusCode).toBe(404);
  await app.close();
});
