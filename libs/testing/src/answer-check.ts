import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import type { INestApplication } from '@nestjs/common';
import { describeApi, readApiShapes } from '@wheelhouse/platform-http';
import addFormats from 'ajv-formats';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

interface Documented {
  $ref?: string;
  content?: Record<string, { schema?: object }>;
}
type Responses = Record<string, Documented>;

/** How many different deviations are told of; more would be no help. */
const SHOWN = 20;

/**
 * Holds every answer of an application against its OpenAPI document: the endpoint, the status, the media type, each
 * field and each code must be described. What is not is kept and told at the end.
 */
export class AnswerCheck {
  private readonly found = new Map<string, string>();
  private readonly fresh: string[] = [];
  private operations: Map<string, Responses> | null = null;
  private nest: INestApplication | null = null;

  /** Before the application packs its answers. */
  watch(fastify: FastifyInstance): void {
    fastify.addHook('onSend', async (request, reply, payload) => {
      this.look(request, reply, payload);
      return payload;
    });
  }

  /** The application whose document it is. */
  of(nest: INestApplication): void {
    this.nest = nest;
  }

  /** What answers had that the document does not say, a line each. */
  get deviations(): string[] {
    return [...this.found.values()];
  }

  /** Those that were found since this was asked last. */
  takeNew(): string[] {
    return this.fresh.splice(0);
  }

  /** @throws Error that says what to write where */
  expectNone(): void {
    if (this.found.size === 0) return;
    throw new Error(
      `Answers that the OpenAPI document does not describe:\n${this.deviations.slice(0, SHOWN).join('\n')}\n` +
        'A field: declare it in the response type that the controller method returns (libs/contracts). ' +
        "A code: it is seen where the endpoint reaches `new DomainError('CODE')`; elsewhere put @MayRefuse('CODE') on the method. " +
        'A status: it is that of the code, or @HttpCode of the method. No JSON: @Header("Content-Type", …) or @ApiProduces.',
    );
  }

  private look(request: FastifyRequest, reply: FastifyReply, payload: unknown): void {
    const path = request.routeOptions.url?.replace(/:(\w+)/g, '{$1}');
    if (!this.nest || request.method === 'HEAD' || request.method === 'OPTIONS') return;
    this.operations ??= operationsOf(this.nest);
    const endpoint = `${request.method} ${path ?? '(none)'}`;
    const responses = path ? this.operations.get(endpoint) : UNROUTED;
    const type = String(reply.getHeader('content-type') ?? '').split(';')[0] ?? '';
    const text = textOf(payload, reply);
    const problem = this.problemWith(endpoint, responses, { status: reply.statusCode, type, text });
    if (!problem) return;
    const line = `${endpoint} → ${reply.statusCode}: ${problem.what}${problem.detail ?? ''}`;
    const kind = `${endpoint} ${reply.statusCode} ${problem.what}`;
    if (!this.found.has(kind)) this.fresh.push(line);
    this.found.set(kind, line);
  }

  private problemWith(
    endpoint: string,
    responses: Responses | undefined,
    { status, type, text }: { status: number; type: string; text: string | null },
  ): { what: string; detail?: string } | null {
    if (!responses) return { what: 'this endpoint is not in the document' };
    const code = type === 'application/problem+json' ? codeIn(text) : '';
    const documented = responses[String(status)];
    if (!documented) return { what: `this status is not documented${code && ` (${code})`}` };
    if (!documented.content) return text ? { what: `no content is documented, but there is ${type}` } : null;
    const media = documented.content[type];
    if (!media) return { what: `media type ${type || '(none)'} is not documented` };
    if (!type.endsWith('json') || !media.schema || text === null) return null;
    return this.shapeProblem(media.schema, text, code);
  }

  private shapeProblem(schema: object, text: string, code: string) {
    const check = schemas.check(schema);
    const body: unknown = JSON.parse(text);
    if (check(body)) return null;
    const [error] = check.errors ?? [];
    const place = (error?.instancePath ?? '').replace(/\/\d+/g, '/*');
    const extra = (error?.params as { additionalProperty?: string } | undefined)?.additionalProperty ?? '';
    if (place === '/code') return { what: `the code ${code} is not documented` };
    return { what: `${place || '/'} ${error?.message ?? ''} ${extra}`, detail: `, in ${text.slice(0, 300)}` };
  }
}

/** The responses of each endpoint (`GET /api/v1/…`) that the document of an application has. */
function operationsOf(nest: INestApplication): Map<string, Responses> {
  const document = describeApi(nest, readApiShapes(process.env.API_SHAPES));
  schemas.learn(document.components?.schemas ?? {});
  const operations = new Map<string, Responses>();
  for (const [path, item] of Object.entries(document.paths)) {
    for (const [verb, { responses }] of Object.entries(item as Record<string, { responses: Responses }>))
      operations.set(`${verb.toUpperCase()} ${path}`, inFull(responses, document.components?.responses as Responses));
  }
  return operations;
}

/** With the shared ones in place of what refers to them. */
function inFull(responses: Responses, shared: Responses = {}): Responses {
  return Object.fromEntries(
    Object.entries(responses).map(([status, one]) => [status, shared[one.$ref?.split('/').at(-1) ?? ''] ?? one]),
  );
}

/** Compiled schemas. The documents of all applications of a process share them: a name means the same in each. */
class Schemas {
  private readonly ajv = new Ajv2020({ strict: false, allErrors: false, validateSchema: false });
  private readonly known = new Map<string, string>();
  private readonly checks = new Map<string, ValidateFunction>();

  constructor() {
    (addFormats as unknown as (ajv: Ajv2020) => void)(this.ajv);
  }

  learn(components: Record<string, object>): void {
    for (const [name, schema] of Object.entries(components)) {
      const text = absolute(schema);
      const known = this.known.get(name);
      if (known === text) continue;
      if (known) throw new Error(`Two applications describe ${name} differently`);
      this.known.set(name, text);
      this.ajv.addSchema(JSON.parse(text) as object, `wheelhouse:${name}`);
    }
  }

  check(schema: object): ValidateFunction {
    const text = absolute(schema);
    const check = this.checks.get(text) ?? this.ajv.compile(JSON.parse(text) as object);
    this.checks.set(text, check);
    return check;
  }
}

const absolute = (schema: object) => JSON.stringify(schema).replaceAll('"#/components/schemas/', '"wheelhouse:');
const schemas = new Schemas();

/** An address that nothing answers to. */
const UNROUTED: Responses = {
  '404': { content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } },
};
for (const status of ['400', '413', '415']) UNROUTED[status] = UNROUTED['404'] as Documented;

function codeIn(text: string | null): string {
  return text ? String((JSON.parse(text) as { code?: string }).code) : '';
}

/** The payload as text; null for a stream. */
function textOf(payload: unknown, reply: FastifyReply): string | null {
  if (payload === null || payload === undefined) return '';
  if (typeof payload === 'string') return payload;
  if (!Buffer.isBuffer(payload)) return null;
  const coding = reply.getHeader('content-encoding');
  if (coding === 'br') return brotliDecompressSync(payload).toString('utf8');
  return (coding === 'gzip' ? gunzipSync(payload) : payload).toString('utf8');
}
