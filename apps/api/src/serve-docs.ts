import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FastifyInstance } from 'fastify';

const UI = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
const OWN = fileURLToPath(new URL('docs', import.meta.url));

/** What the page is made of; nothing else of these folders is served. */
const FILES: Record<string, { folder: string; type: string }> = {
  'swagger-ui.css': { folder: UI, type: 'text/css; charset=utf-8' },
  'swagger-ui-bundle.js': { folder: UI, type: 'text/javascript; charset=utf-8' },
  'favicon-32x32.png': { folder: UI, type: 'image/png' },
  'docs.css': { folder: OWN, type: 'text/css; charset=utf-8' },
  'docs.js': { folder: OWN, type: 'text/javascript; charset=utf-8' },
};

/** Serves the readable documentation at /api/docs: Swagger UI from our own server, without any inline script. */
export function serveDocs(fastify: FastifyInstance): void {
  const page = readFileSync(join(OWN, 'index.html'), 'utf8');
  fastify.get('/api/docs', (_request, reply) =>
    reply.header('Cache-Control', 'no-cache').type('text/html; charset=utf-8').send(page),
  );
  for (const [name, { folder, type }] of Object.entries(FILES)) {
    let content: string | Buffer | null = null;
    fastify.get(`/api/docs/${name}`, (_request, reply) => {
      content ??= type.startsWith('text/')
        ? readFileSync(join(folder, name), 'utf8')
        : readFileSync(join(folder, name));
      return reply.header('Cache-Control', 'public, max-age=86400').type(type).send(content);
    });
  }
}
