import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DomainError } from '@wheelhouse/kernel';
import type { Ctx } from '@wheelhouse/platform-db';
import type { FastifyReply } from 'fastify';
import type { RequestWithContext } from '../context.decorators.js';
import type { RawFileBody } from '../raw-file.js';
import { RepeatsRepository } from './repeats.repository.js';
import { seal, unseal } from './sealed-answer.js';

/** Hours for which a repeated request gets the first answer again. */
const HOURS = 24;
const KEY = /^[\x21-\x7e]{16,255}$/;

const sha256 = (...parts: (string | Buffer)[]) => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\0');
  return hash.digest('hex');
};

/**
 * `Idempotency-Key`: the work of a POST and the memory of its answer are one transaction, so a request is done once or
 * not at all, whatever breaks in between; who repeats it gets the first answer. A refusal is not kept: nothing was done.
 */
@Injectable()
export class Repeats {
  constructor(private readonly repository: RepeatsRepository) {}

  /** @throws IDEMPOTENCY.KEY, IDEMPOTENCY.IN_FLIGHT, IDEMPOTENCY.OTHER_REQUEST */
  async once(request: RequestWithContext, reply: FastifyReply, ctx: Ctx, work: () => Promise<unknown>) {
    const key = request.headers['idempotency-key'];
    if (request.method !== 'POST' || key === undefined) return work();
    if (typeof key !== 'string' || !KEY.test(key)) throw new DomainError('IDEMPOTENCY.KEY');
    const keyHash = sha256(ctx.tenantId, ctx.actor.memberId ?? ctx.actor.personId ?? '', key);
    const route = `${request.method} ${request.routeOptions.url}`;
    const requestHash = sha256(request.url, contentOf(request));
    if (!(await this.repository.hold(ctx, keyHash))) throw new DomainError('IDEMPOTENCY.IN_FLIGHT', { seconds: 1 });
    const kept = await this.repository.find(ctx, keyHash);
    if (kept) {
      if (kept.route !== route || kept.requestHash !== requestHash) throw new DomainError('IDEMPOTENCY.OTHER_REQUEST');
      const { body, etag } = unseal(kept.answer, key, keyHash);
      void reply.header('Idempotency-Replayed', 'true');
      if (etag) void reply.header('ETag', etag);
      return body ?? undefined;
    }
    const body = (await work()) ?? null;
    const etag = (reply.getHeader('ETag') as string | undefined) ?? null;
    const expiresAt = new Date(ctx.now.getTime() + HOURS * 3_600_000);
    await this.repository.keep(
      ctx,
      { keyHash, route, requestHash, answer: seal({ body, etag }, key, keyHash) },
      expiresAt,
    );
    return body ?? undefined;
  }
}

/** What was sent, so that the same is the same: the file's bytes, or the body with its fields in the order sent. */
function contentOf(request: RequestWithContext): string | Buffer {
  const file = (request as { rawFile?: RawFileBody }).rawFile;
  if (file) return file.bytes;
  return JSON.stringify(request.body ?? null);
}
