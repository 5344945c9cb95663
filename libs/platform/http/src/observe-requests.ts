import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { FastifyAdapter } from '@nestjs/platform-fastify';
import {
  httpRequests,
  httpRunning,
  httpSeconds,
  type Logger,
  openSpan,
  type OpenSpan,
  runInContext,
  type WorkContext,
} from '@wheelhouse/platform-config/telemetry';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { RequestWithContext } from './context.decorators.js';
import { idsOf } from './transaction.interceptor.js';

const REQUEST_ID = /^[\w.:-]{1,64}$/;

/** The caller's `x-request-id` where it is a plain word, else one of ours. The answer carries it back. */
export function requestIdOf(request: { headers: IncomingMessage['headers'] }): string {
  const given = request.headers['x-request-id'];
  return typeof given === 'string' && REQUEST_ID.test(given) ? given : randomUUID();
}

/** The route as it was declared, `/api/v1/outlets/:id`; pages and files of the web app under one name each. */
export function routeOf(request: FastifyRequest, reply: FastifyReply): string {
  const pattern = request.routeOptions.url;
  if (pattern && /^\/(api|health)\//.test(pattern)) return pattern;
  const type = String(reply.getHeader('content-type') ?? '');
  if (reply.statusCode < 400 && type.startsWith('text/html')) return '(page)';
  return pattern && pattern !== '*' && pattern !== '/*' ? '(asset)' : '(none)';
}

/**
 * Every request has an id that its log lines share, and leaves one line when it is answered: route, status, time, who.
 * Never its address, query, body or answer.
 */
export function observeRequests(adapter: FastifyAdapter, log?: Logger, isBehindProxy = false): void {
  const fastify = adapter.getInstance();
  const contexts = new WeakMap<FastifyRequest, WorkContext>();
  const enter = (request: RequestWithContext, done: () => void) => {
    const { span } = request;
    runInContext(contexts.get(request) ?? {}, () => (span ? span.within(done) : done()));
  };
  fastify.addHook('onRequest', (request: RequestWithContext, reply, done) => {
    void reply.header('x-request-id', request.id);
    httpRunning.inc();
    const span = spanOf(request, isBehindProxy);
    if (span) request.span = span;
    contexts.set(request, { requestId: request.id, ...(span ? { traceId: span.traceId } : {}) });
    enter(request, done);
  });
  // What reads the body runs outside of what was entered; the rest goes on inside.
  fastify.addHook('preHandler', (request, _reply, done) => enter(request, done));
  fastify.addHook('onResponse', (request: RequestWithContext, reply, done) => {
    httpRunning.dec();
    const { method } = request;
    const route = routeOf(request, reply);
    httpRequests.inc({ method, route, status: reply.statusCode });
    httpSeconds.observe({ method, route }, reply.elapsedTime / 1000);
    if (request.span) endSpan(request.span, route, request, reply.statusCode);
    if (log) writeLine(log, route, request, reply);
    done();
  });
}

/**
 * The span of a request to the API. A caller's `traceparent` is believed where a proxy of ours stands in front; a stranger's
 * would let them choose what is traced, and mix their ids with ours.
 */
function spanOf(request: FastifyRequest, isBehindProxy: boolean): OpenSpan | null {
  if (!request.url.startsWith('/api/v1/')) return null;
  const given = isBehindProxy ? request.headers['traceparent'] : undefined;
  const attributes = { 'http.request.method': request.method, 'wheelhouse.request_id': request.id };
  return openSpan(request.method, {
    kind: 'server',
    attributes,
    ...(typeof given === 'string' ? { parent: given } : {}),
  });
}

function endSpan(span: OpenSpan, route: string, { method, caller }: RequestWithContext, status: number): void {
  span.rename(`${method} ${route}`);
  span.set({ 'http.route': route, 'http.response.status_code': status });
  if (caller) span.set(attributesOf(idsOf(caller)));
  span.end(status >= 500 ? String(status) : undefined);
}

const attributesOf = ({ tenantId, actorId }: ReturnType<typeof idsOf>) => ({
  ...(tenantId ? { 'wheelhouse.tenant_id': tenantId } : {}),
  'wheelhouse.actor_id': actorId,
});

function writeLine(log: Logger, route: string, request: RequestWithContext, reply: FastifyReply): void {
  const level = reply.statusCode >= 500 ? 'error' : /^\((page|asset)\)$|^\/health\//.test(route) ? 'debug' : 'info';
  if (!log.isLevelEnabled(level)) return;
  const ms = Math.round(reply.elapsedTime * 10) / 10;
  const { id: requestId, span } = request;
  const line = {
    requestId,
    ...(span ? { traceId: span.traceId } : {}),
    ...(request.caller ? idsOf(request.caller) : {}),
  };
  log[level]({ ...line, method: request.method, route, status: reply.statusCode, ms }, 'request');
}
