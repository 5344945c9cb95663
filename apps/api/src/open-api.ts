import { fileURLToPath } from 'node:url';
import type { INestApplication } from '@nestjs/common';
import type { OpenAPIObject } from '@nestjs/swagger';
import { describeApi as describe, readApiShapes } from '@wheelhouse/platform-http';

/** What the build read out of the sources lies beside this file; tests say where theirs is. */
const SHAPES = fileURLToPath(new URL('api-shapes.json', import.meta.url));

/** The OpenAPI 3.1 document of everything under /api/v1. */
export const describeApi = (app: INestApplication): OpenAPIObject =>
  describe(app, readApiShapes(process.env.API_SHAPES, SHAPES));

/** Serves the document at /api/openapi.json. */
export function serveOpenApi(app: INestApplication): void {
  let document: string | null = null;
  app
    .getHttpAdapter()
    .get(
      '/api/openapi.json',
      (_request: unknown, reply: { header(name: string, value: string): void; send(body: unknown): void }) => {
        document ??= JSON.stringify(describeApi(app));
        reply.header('content-type', 'application/json; charset=utf-8');
        reply.send(document);
      },
    );
}
