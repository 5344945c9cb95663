import { SetMetadata } from '@nestjs/common';
import { ERROR_CATALOGUE, type ErrorCode } from '@wheelhouse/contracts';
import type { Endpoint } from './endpoints.js';
import type { JsonSchema } from './api-shapes.js';

const MAY_REFUSE = 'wheelhouse:may-refuse';

/**
 * Codes that an endpoint answers though its sources do not show it (they are thrown by what is found at run time only).
 * The document of the API lists them with those that are seen.
 */
export const MayRefuse = (...codes: ErrorCode[]) => SetMetadata(MAY_REFUSE, codes);

/** What may befall any request. A limit that stands before every route belongs here. */
const EVERYWHERE: ErrorCode[] = ['SERVER.ERROR', 'SERVER.UNAVAILABLE'];

/** Every code of the catalogue that an endpoint may answer: what it reaches, and what stands before it. */
export function refusalsOf(endpoint: Endpoint): ErrorCode[] {
  const {
    handler,
    access,
    verb,
    body,
    query,
    params,
    shape,
    takesKey,
    takesCondition,
    takesTokens,
    isOwnAccount,
    asksForProof,
  } = endpoint;
  const declared = (Reflect.getMetadata(MAY_REFUSE, handler) ?? []) as ErrorCode[];
  const isWrite = verb !== 'get';
  const isMembers = access?.kind === 'permission' || access?.kind === 'any_permission';
  const codes = new Set<ErrorCode>([...EVERYWHERE, ...declared, ...(shape.refusals as ErrorCode[])]);
  const add = (when: boolean | undefined, ...more: ErrorCode[]) => when && more.forEach((code) => codes.add(code));
  // Whoever shows many wrong tokens is slowed down.
  add(access?.kind !== 'public', 'AUTH.REQUIRED', 'REQUEST.THROTTLED');
  add(access?.kind !== 'public' && isWrite, 'REQUEST.CSRF');
  add(access?.kind !== 'public' && !takesTokens, 'TOKEN.SESSION_ONLY');
  add(isOwnAccount, 'AUTH.BOUND');
  add(asksForProof, 'AUTH.PROVE_AGAIN');
  add(isMembers, 'AUTH.FORBIDDEN', 'AUTH.NO_TENANT', 'TOKEN.SCOPE');
  add(access?.kind === 'operator' || params.length > 0, 'NOT_FOUND');
  add(params.length > 0 || query !== null || body !== null, 'REQUEST.INVALID');
  add(isWrite, 'REQUEST.MALFORMED', 'REQUEST.TOO_LARGE', 'REQUEST.UNSUPPORTED_TYPE');
  // What the database may refuse of what is written: a value that is taken, something in use, two writers at once.
  add(isWrite && access?.kind !== 'public', 'CONFLICT.STALE');
  add(isWrite && body !== null, 'CONFLICT.DUPLICATE');
  add(verb === 'delete', 'CONFLICT.IN_USE');
  add(takesKey, 'IDEMPOTENCY.KEY', 'IDEMPOTENCY.IN_FLIGHT', 'IDEMPOTENCY.OTHER_REQUEST');
  add(takesCondition, 'CONFLICT.CHANGED');
  return [...codes].sort();
}

const RETRIES: JsonSchema = { type: 'integer', minimum: 1, examples: [60] };

/**
 * The problems that an endpoint may answer, by status. Most endpoints answer the same ones, so each stands once among
 * `shared`, named by its status and codes: written out at every endpoint they were two thirds of the document.
 */
export function problemResponses(codes: ErrorCode[], shared: Record<string, object>): Record<string, JsonSchema> {
  const byStatus = new Map<number, ErrorCode[]>();
  for (const code of codes) {
    const { status } = ERROR_CATALOGUE[code];
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  return Object.fromEntries(
    [...byStatus].map(([status, ofStatus]) => {
      const name = `${status}_${ofStatus.join('_')}`;
      shared[name] ??= problemResponse(status, ofStatus);
      return [String(status), { $ref: `#/components/responses/${name}` }];
    }),
  );
}

function problemResponse(status: number, codes: ErrorCode[]): object {
  const canWait = status === 429 || status === 503 || codes.includes('IDEMPOTENCY.IN_FLIGHT');
  return {
    description: codes.map((code) => `\`${code}\` ${ERROR_CATALOGUE[code].en}`).join('\n\n'),
    ...(canWait
      ? { headers: { 'Retry-After': { description: 'Seconds after which to try again', schema: RETRIES } } }
      : {}),
    content: {
      'application/problem+json': {
        schema: {
          allOf: [
            { $ref: '#/components/schemas/Problem' },
            { properties: { status: { const: status }, code: { enum: codes } } },
          ],
        },
        examples: { [codes[0] ?? '']: { value: problemExample(codes[0]) } },
      },
    },
  };
}

function problemExample(code: ErrorCode = 'NOT_FOUND'): object {
  const { en, status } = ERROR_CATALOGUE[code];
  const detail = en.replace(/\{(\w+)\}/g, '1');
  return { type: `urn:wheelhouse:problem:${code}`, title: detail, status, detail, code, instance: '/api/v1/…' };
}

/** RFC 9457 problem details. */
export const PROBLEM_SCHEMA: JsonSchema = {
  type: 'object',
  description: 'RFC 9457 problem details. `code` is stable; title and detail are in the caller’s language.',
  properties: {
    type: { type: 'string', description: 'A URI that names the kind of problem, as `code` does' },
    title: { type: 'string' },
    status: { type: 'integer', minimum: 400, maximum: 599 },
    detail: { type: 'string' },
    code: { type: 'string', description: 'Stable; all of them with both languages are `x-error-codes`' },
    instance: { type: 'string', description: 'The path that was asked for' },
    errors: {
      type: 'array',
      maxItems: 200,
      description: 'What is wrong with which field, e.g. `items[3].weight`',
      items: {
        type: 'object',
        properties: {
          field: { type: 'string' },
          code: { type: 'string', description: 'Stable; all of them with both languages are `x-field-codes`' },
          message: { type: 'string', description: 'For people, in the caller’s language' },
        },
        required: ['field', 'code', 'message'],
        additionalProperties: false,
      },
    },
  },
  required: ['type', 'title', 'status', 'detail', 'code', 'instance'],
  additionalProperties: false,
};
