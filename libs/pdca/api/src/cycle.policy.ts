import type { Actor } from '@wheelhouse/contracts';
import { authorize, can, grantsFor, WHOLE_TENANT } from '@wheelhouse/identity-domain';

/** Whether the actor may plan, turn and close cycles: they belong to the whole tenant. */
export const mayManage = (actor: Actor): boolean => can(actor, 'cycle.manage', WHOLE_TENANT);

/** Refuses whoever may not manage cycles. */
export const requireManage = (actor: Actor): void => authorize(actor, 'cycle.manage', WHOLE_TENANT, 'cycle.read');

/**
 * The org units whose cycles the actor reads: those inside a granted scope, and those above it, for what is asked of the
 * whole is asked of the part. Null: all of the tenant.
 */
export function grantedUnits(actor: Actor): string[] | null {
  const grants = grantsFor(actor, 'cycle.read');
  if (grants.some((grant) => grant.scopeKind === 'tenant')) return null;
  return grants.flatMap((grant) => (grant.scopeKind === 'org_unit' && grant.scopeId ? [grant.scopeId] : []));
}
