import type { Actor, StandardKind, StandardVersionStatus } from '@wheelhouse/contracts';
import { can, grantsFor, holds, WHOLE_TENANT } from '@wheelhouse/identity-domain';

/**
 * Whether the actor reads standards as somebody of an outlet (franchise manager, outlet staff): only what is in use, and
 * never a mystery shop's questionnaire, which would no longer be one if the outlet knew it.
 */
export function readsAsOutlet(actor: Actor): boolean {
  if (holds(actor, 'audit.review') || holds(actor, 'wave.manage')) return false;
  return grantsFor(actor, 'standard.read').every((grant) => grant.scopeKind === 'outlet');
}

/** Whether the actor may read a version of a standard of this kind. */
export function mayRead(actor: Actor, version: { kind: StandardKind; status: StandardVersionStatus }): boolean {
  if (!holds(actor, 'standard.read')) return false;
  return !readsAsOutlet(actor) || (version.kind !== 'mystery_shop' && version.status !== 'draft');
}

/** Whether the actor may write drafts. Standards belong to the whole tenant. */
export const mayEdit = (actor: Actor): boolean => can(actor, 'standard.edit', WHOLE_TENANT);

/** Whether the actor may publish and retire versions. */
export const mayPublish = (actor: Actor): boolean => can(actor, 'standard.publish', WHOLE_TENANT);
