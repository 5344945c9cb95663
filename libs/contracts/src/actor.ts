import type { Permission, Role, ScopeKind } from './permissions.js';

/** One right of an actor: a role, and where it reaches. */
export interface Grant {
  role: Role;
  scopeKind: ScopeKind;
  /** The org unit or outlet; null for `tenant` and `own`. */
  scopeId: string | null;
}

/**
 * Who does something: a person as a member of the tenant, a service account, or the system (a job), which holds no grants
 * of its own.
 */
export interface Actor {
  kind: 'person' | 'service' | 'system';
  personId: string | null;
  memberId: string | null;
  name: string;
  grants: Grant[];
  /** What a token leaves of the grants; absent: everything that they give. */
  permissions?: readonly Permission[];
  /** Name of the token that it is done by. */
  via?: string;
  isOperator: boolean;
}
