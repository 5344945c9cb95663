import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { expect, it } from 'vitest';
import { fastify } from 'fastify';
import request from 'supertest';
import { serveDocs } from './serve-docs.js';
import { serveWeb } from './serve-web.js';

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

it('serves the web app from a folder that is named from where the process starts', async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'wheelhouse-web-'));
  fs.writeFileSync(path.join(folder, 'index.html'), '<h1>here</h1>');
  const app = fastify();
  const nest = { register: app.register.bind(app), getHttpAdapter: () => ({ getInstance: () => app }) };
  await serveWeb(nest as unknown as NestFastifyApplication, path.relative(process.cwd(), folder));
  await app.ready();
  expect((await request(app.server).get('/outlets').set('accept', 'text/html')).text).toBe('<h1>here</h1>');
  await app.close();
  fs.rmSync(folder, { recursive: true });
});
