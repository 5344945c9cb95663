import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { workContext } from '@wheelhouse/platform-config/telemetry';
import { Clock, type RequestOrigin, TenantTransactions } from '@wheelhouse/platform-db';
import type { FastifyReply } from 'fastify';
import { from, lastValueFrom, type Observable } from 'rxjs';
import type { RequestWithContext } from './context.decorators.js';
import { Repeats } from './repeats/repeats.js';
import { accessOf, isWithoutTransaction } from './route-access.js';
import { withState } from './row-states.js';

/**
 * Runs every handler inside a tenant in one transaction of that tenant; an error undoes all that the request wrote.
 * Within it repeated requests are known again and conditions on what is edited are judged.
 */
@Injectable()
export class TransactionInterceptor implements NestInterceptor {
  constructor(
    private readonly transactions: TenantTransactions,
    private readonly clock: Clock,
    private readonly repeats: Repeats,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const access = accessOf(context);
    const request = context.switchToHttp().getRequest<RequestWithContext>();
    const caller = request.caller;
    if (caller) Object.assign(workContext() ?? {}, idsOf(caller));
    const isInside = access && access.kind !== 'public' && access.kind !== 'operator' && !isWithoutTransaction(context);
    if (!caller?.tenantId || !isInside) return next.handle();
    return from(
      this.transactions.run({ tenantId: caller.tenantId, personId: caller.actor.personId }, async (em) => {
        request.ctx = { ...caller, em, now: this.clock.now(), origin: originOf(request) };
        const ctx = request.ctx;
        const handled = () => lastValueFrom(next.handle(), { defaultValue: undefined });
        const reply = context.switchToHttp().getResponse<FastifyReply>();
        return this.repeats.once(request, reply, ctx, () => withState(context, request, ctx, handled));
      }),
    );
  }
}

/** Who works, for the log. */
export const idsOf = ({ tenantId, actor }: NonNullable<RequestWithContext['caller']>) => ({
  ...(tenantId ? { tenantId } : {}),
  actorId: actor.memberId ?? actor.personId ?? actor.kind,
});

/** What a request says of where it comes from. */
export function originOf(request: RequestWithContext): RequestOrigin {
  return {
    userAgent: request.headers['user-agent']?.slice(0, 300) ?? null,
    sessionId: request.caller?.sessionId ?? request.caller?.tokenId ?? null,
    requestId: String(request.id).slice(0, 100),
  };
}
