import {
  type Actor,
  type Grant,
  type Permission,
  ROLE_PERMISSIONS,
  ROLE_SCOPES,
  type Role,
  type ScopeKind,
} from '@wheelhouse/contracts';
import { DomainError } from '@wheelhouse/kernel';

/**
 * Where a thing is. `orgUnitPath` runs from the root to the unit that holds it; an outlet's thing names the outlet too.
 * The empty place `{ orgUnitPath: [] }` is the tenant itself.
 */
export interface Place {
  orgUnitPath: string[];
  outletId?: string;
}

/** The tenant as a whole: only tenant-wide grants reach it. */
export const WHOLE_TENANT: Place = { orgUnitPath: [] };

/** Whether a grant's scope reaches a place. `own` reaches no place: it is decided on the assignment itself. */
export function reaches(grant: Grant, place: Place): boolean {
  switch (grant.scopeKind) {
    case 'tenant':
      return true;
    case 'org_unit':
      return grant.scopeId !== null && place.orgUnitPath.includes(grant.scopeId);
    case 'outlet':
      return grant.scopeId !== null && grant.scopeId === place.outletId;
    case 'own':
      return false;
  }
}

/** Whether what the actor came with carries `permission` at all: a token may carry less than the grants behind it. */
export function carries(actor: Actor, permission: Permission): boolean {
  return actor.permissions?.includes(permission) ?? true;
}

/** Whether the actor holds `permission` anywhere at all: what a route asks before it loads anything. */
export function holds(actor: Actor, permission: Permission): boolean {
  return grantsFor(actor, permission).length > 0;
}

/** Whether the actor may do `permission` at `place`: a right is the pair of both. */
export function can(actor: Actor, permission: Permission, place: Place): boolean {
  return grantsFor(actor, permission).some((grant) => reaches(grant, place));
}

/**
 * Refuses what is not allowed. Outside every scope of the actor that could see the thing: `NOT_FOUND` (404), so that its
 * existence does not leak; inside the scope but without the permission: `AUTH.FORBIDDEN` (403).
 */
export function authorize(
  actor: Actor,
  permission: Permission,
  place: Place,
  visibleBy: Permission = permission,
): void {
  if (can(actor, permission, place)) return;
  if (can(actor, visibleBy, place)) throw new DomainError('AUTH.FORBIDDEN');
  if (permission === visibleBy && actor.grants.some((grant) => reaches(grant, place)))
    throw new DomainError('AUTH.FORBIDDEN');
  throw new DomainError('NOT_FOUND');
}

/** The grants through which the actor holds `permission`: what a list is filtered by. */
export function grantsFor(actor: Actor, permission: Permission): Grant[] {
  if (!carries(actor, permission)) return [];
  return actor.grants.filter((grant) => ROLE_PERMISSIONS[grant.role].includes(permission));
}

/** Union of the permissions of all grants, in the order of the catalogue. */
export function permissionsOf(grants: Grant[]): Permission[] {
  return [...new Set(grants.flatMap((grant) => [...ROLE_PERMISSIONS[grant.role]]))].sort();
}

/** Whether a role may be granted with this kind of scope, and the scope names what it must. */
export function isGrantable(role: Role, scopeKind: ScopeKind, scopeId: string | null | undefined): boolean {
  return ROLE_SCOPES[role].includes(scopeKind) && (scopeKind === 'tenant' || scopeKind === 'own') === !scopeId;
}
