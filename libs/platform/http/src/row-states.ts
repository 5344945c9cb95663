import { createHash } from 'node:crypto';
import type { ExecutionContext } from '@nestjs/common';
import { DomainError, isUuid } from '@wheelhouse/kernel';
import type { Ctx } from '@wheelhouse/platform-db';
import type { FastifyReply } from 'fastify';
import type { RequestWithContext } from './context.decorators.js';
import { VERSIONED, type VersionSource } from './versioned.js';

/**
 * `ETag` and `If-Match` of what is edited side by side. The state is read before the handler reads, so that a mark is
 * never newer than what it stands on. A writer's condition is judged after the handler: whether there is something for
 * the caller at all is the handler's to say, and a refusal undoes what it did. What was just made answers with its mark,
 * so that its maker can change it without reading it first.
 * @throws CONFLICT.CHANGED
 */
export async function withState(
  context: ExecutionContext,
  request: RequestWithContext,
  ctx: Ctx,
  work: () => Promise<unknown>,
): Promise<unknown> {
  const source = (Reflect.getMetadata(VERSIONED, context.getHandler()) ??
    Reflect.getMetadata(VERSIONED, context.getClass())) as VersionSource | undefined;
  const params = request.params as Record<string, string>;
  if (!source || (params.id !== undefined && !isUuid(params.id))) return work();
  const reply = context.switchToHttp().getResponse<FastifyReply>();
  if (request.method === 'POST' && params.id === undefined) {
    const made = (await work()) as { id: string };
    const state = await source(ctx, { id: made.id }, false);
    if (state !== null) void reply.header('ETag', markOf(ctx, state));
    return made;
  }
  const isRead = request.method === 'GET';
  const wanted = isRead ? undefined : request.headers['if-match'];
  const before = isRead || wanted !== undefined ? await source(ctx, params, !isRead) : null;
  const result = await work();
  if (wanted !== undefined && before !== null && !matches(wanted, markOf(ctx, before)))
    throw new DomainError('CONFLICT.CHANGED');
  const state = isRead ? before : request.method === 'DELETE' ? null : await source(ctx, params, false);
  if (state !== null) void reply.header('ETag', markOf(ctx, state));
  return result;
}

const markOf = (ctx: Ctx, state: string) =>
  `"${createHash('sha256').update(`${ctx.tenantId} ${state}`).digest('base64url').slice(0, 20)}"`;

/** A proxy that packs answers may have weakened the mark (`W/`): it still names the same state. */
function matches(header: string, mark: string): boolean {
  const marks = header.split(',').map((each) => each.trim().replace(/^W\//, ''));
  return marks.includes('*') || marks.includes(mark);
}
