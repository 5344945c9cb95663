import type { IdentityFacade } from '@wheelhouse/identity-api';
import { DomainError } from '@wheelhouse/kernel';
import type { Ctx } from '@wheelhouse/platform-db';

/** The member who acts. Only people do audits. */
export function memberOf(ctx: Ctx): string {
  if (ctx.actor.memberId === null) throw new DomainError('AUTH.FORBIDDEN');
  return ctx.actor.memberId;
}

/** The name of who did an audit; nothing is read when that is the actor. */
export async function auditorName(identity: IdentityFacade, ctx: Ctx, memberId: string): Promise<string | null> {
  if (memberId === ctx.actor.memberId) return ctx.actor.name;
  return (await identity.memberNames(ctx, [memberId])).get(memberId) ?? null;
}
