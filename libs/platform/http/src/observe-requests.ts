import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { FastifyAdapter } from '@nestjs/platform-fastify';
import {
  httpRequests,
  httpRunning,
  httpSeconds,
  type Logger,
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
export function observeRequests(adapter: FastifyAdapter, log?: Logger): void {
  const fastify = adapter.getInstance();
  fastify.addHook('onRequest', (request, reply, done) => {
    void reply.header('x-request-id', request.id);
    httpRunning.inc();
    const context: WorkContext = { requestId: request.id };
    runInContext(context, done);
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    httpRunning.dec();
    const { method } = request;
    const route = routeOf(request, reply);
    httpRequests.inc({ method, route, status: reply.statusCode });
    httpSeconds.observe({ method, route }, reply.elapsedTime / 1000);
    if (log) writeLine(log, route, request, reply);
    done();
  });
}

function writeLine(log: Logger, route: string, request: RequestWithContext, reply: FastifyReply): void {
  const level = reply.statusCode >= 500 ? 'error' : /^\((page|asset)\)$|^\/health\//.test(route) ? 'debug' : 'info';
  if (!log.isLevelEnabled(level)) return;
  const ms = Math.round(reply.elapsedTime * 10) / 10;
  const line = { requestId: request.id, ...(request.caller ? idsOf(request.caller) : {}) };
  log[level]({ ...line, method: request.method, route, status: reply.statusCode, ms }, 'request');
}
