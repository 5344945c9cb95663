import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { DomainError, isUuid } from '@wheelhouse/kernel';
import type { OpenSpan } from '@wheelhouse/platform-config/telemetry';
import type { Ctx } from '@wheelhouse/platform-db';
import type { FastifyRequest } from 'fastify';

/** What the guard learns of the caller before the transaction begins. */
export type RequestWithContext = FastifyRequest & {
  /** By a session (perhaps one that is bounded to its tenant), or by a token. */
  caller?: Omit<Ctx, 'em' | 'now'> & {
    sessionId: string | null;
    tokenId?: string;
    tenantBound?: boolean;
    /** When whoever has the session last proved who they are. */
    provenAt?: Date | null;
  };
  ctx?: Ctx;
  /** The span of this request, where it is traced. */
  span?: OpenSpan;
};

/** The context of this request: actor, tenant, transaction, time, language. Who is in no tenant (an operator) is refused. */
export const Context = createParamDecorator((_: unknown, execution: ExecutionContext): Ctx => {
  const { ctx } = execution.switchToHttp().getRequest<RequestWithContext>();
  if (!ctx) throw new DomainError('AUTH.NO_TENANT');
  return ctx;
});

/** A path parameter that must be a UUID; otherwise 400 with the field's name. */
export const IdParam = createParamDecorator((name: string | undefined, execution: ExecutionContext): string => {
  const field = name ?? 'id';
  const params = execution.switchToHttp().getRequest<FastifyRequest>().params as Record<string, string>;
  const value = params[field];
  if (!isUuid(value))
    throw new DomainError('REQUEST.INVALID', {}, [{ field, code: 'FIELD.FORMAT', params: { expected: 'UUID' } }]);
  return value.toLowerCase();
});
