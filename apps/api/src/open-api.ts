import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import type { INestApplication } from '@nestjs/common';

/** The OpenAPI 3.1 document of everything under /api/v1, made from the controllers themselves. */
export function describeApi(app: INestApplication): OpenAPIObject {
  const info = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Wheelhouse')
    .setDescription(
      'Service quality of a franchise network: standards, audits, cycles, rankings. Errors are RFC 9457 problem details.',
    )
    .setVersion('1')
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: 'accessToken of POST /api/v1/auth/login' })
    .addSecurityRequirements('bearer')
    .build();
  return SwaggerModule.createDocument(app, info);
}

/** Serves the document at /api/openapi.json. */
export function serveOpenApi(app: INestApplication): void {
  let document: OpenAPIObject | null = null;
  app
    .getHttpAdapter()
    .get(
      '/api/openapi.json',
      (_request: unknown, reply: { header(name: string, value: string): void; send(body: unknown): void }) => {
        document ??= describeApi(app);
        reply.header('content-type', 'application/json; charset=utf-8');
        reply.send(document);
      },
    );
}
