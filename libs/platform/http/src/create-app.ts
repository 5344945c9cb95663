import cookie from '@fastify/cookie';
import type { DynamicModule, LoggerService, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { DomainError } from '@wheelhouse/kernel';
import { Lifecycle } from '@wheelhouse/platform-config';
import type { Logger } from '@wheelhouse/platform-config/telemetry';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import { compressAnswers } from './compress-answers.js';
import { refuse } from './problem.filter.js';
import { protectAnswers } from './protect-answers.js';
import { passRawFiles } from './raw-file.js';
import { observeRequests, requestIdOf } from './observe-requests.js';
import { shedLoad } from './shed-load.js';

/** Largest request body that is read, in bytes: a standard of 500 items fits. */
export const BODY_LIMIT = 2 * 1024 * 1024;

/** Media types of bodies that are files; a route says with `@TakesRawFile` that it wants one. */
const RAW_FILE_TYPES = ['text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'];

/** An address that cannot even be read (`%zz`, a parameter without end) names nothing. */
function refuseAddress(_: unknown, request: FastifyRequest, reply: FastifyReply): void {
  refuse(new DomainError('NOT_FOUND'), request, reply);
}

export interface HttpOptions {
  /** May hook in where answers are not packed yet. */
  watch?: (fastify: FastifyInstance) => void;
  /** Proxies whose `X-Forwarded-For` is believed. */
  trustProxy?: string[] | false;
  /** Requests that may wait for a connection to the database; those beyond are refused at once. Left out: any number. */
  waitingMost?: number;
  /** Where a line for each request goes; without it none is written. */
  requestLog?: Logger;
}

/** The HTTP application, the same for the server and for tests. Everything refused before a route is a problem too. */
export async function createHttpApp(
  root: Type<unknown> | DynamicModule,
  logger: LoggerService | false,
  { watch, trustProxy = false, waitingMost, requestLog }: HttpOptions = {},
): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT,
    routerOptions: { maxParamLength: 200 },
    frameworkErrors: refuseAddress,
    genReqId: requestIdOf,
    trustProxy,
    // What arrives on an open line while the process ends is still answered; the answer closes the line.
    return503OnClosing: false,
  });
  observeRequests(adapter, requestLog, trustProxy !== false);
  // Pictures arrive as they are; who takes them looks at what they really are.
  adapter
    .getInstance()
    .addContentTypeParser(/^image\//, { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  passRawFiles(adapter, RAW_FILE_TYPES);
  const app = await NestFactory.create<NestFastifyApplication>(root, adapter, {
    logger: logger || false,
    abortOnError: false,
  });
  await app.register(cookie);
  await protectAnswers(app);
  const lifecycle = app.get(Lifecycle, { strict: false });
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addHook('onSend', (_request, reply, _payload, done) => {
    // A line that stays open would keep the process; its client opens the next one elsewhere.
    if (lifecycle.closing) void reply.header('connection', 'close');
    done();
  });
  if (waitingMost !== undefined) shedLoad(fastify, app.get(DataSource, { strict: false }), waitingMost);
  watch?.(fastify);
  fastify.addHook('onSend', compressAnswers);
  return app;
}
