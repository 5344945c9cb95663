import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** Whether a request asks for a page of the web app, which the browser's router then shows. */
export function wantsPage(request: { method: string; url: string; headers: { accept?: string } }): boolean {
  const path = request.url.split('?')[0] ?? '';
  const isApi = path.startsWith('/api/') || path.startsWith('/health/');
  const accept = request.headers.accept ?? '';
  const wantsHtml = accept.includes('text/html') || (path === '/' && accept.includes('*/*'));
  return (request.method === 'GET' || request.method === 'HEAD') && !isApi && wantsHtml;
}

/** Serves the built web app: hashed assets for a year, the page itself always fresh, every other path as the page. */
export async function serveWeb(app: NestFastifyApplication, folder: string): Promise<void> {
  const dist = resolve(folder);
  const page = join(dist, 'index.html');
  if (!existsSync(page)) throw new Error(`WEB_DIST holds no index.html: ${dist}`);
  const html = readFileSync(page);
  await app.register(fastifyStatic, {
    root: dist,
    index: false,
    preCompressed: true,
    wildcard: false,
    setHeaders: (reply: FastifyReply, path: string) =>
      void reply.header(
        'Cache-Control',
        path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      ),
  });
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addHook('onRequest', async (request: FastifyRequest, reply: FastifyReply) => {
    if (wantsPage(request)) {
      return reply.header('Cache-Control', 'no-cache').type('text/html; charset=utf-8').send(html);
    }
    return undefined;
  });
}
