import { type ExecutionContext, SetMetadata } from '@nestjs/common';
import type { Permission } from '@wheelhouse/contracts';

/** Who may call a route. Every route declares exactly one; the guard refuses a route that declares none. */
export type RouteAccess =
  | { kind: 'public' }
  | { kind: 'signed_in' }
  | { kind: 'operator' }
  | { kind: 'permission'; permission: Permission }
  | { kind: 'any_permission'; permissions: Permission[] };

export const ROUTE_ACCESS = 'wheelhouse:access';

/** The caller must hold `permission` in some scope; the policy on the loaded object decides the rest. */
export const Requires = (permission: Permission) =>
  SetMetadata(ROUTE_ACCESS, { kind: 'permission', permission } satisfies RouteAccess);

/** The caller must hold one of several permissions. */
export const RequiresAny = (...permissions: Permission[]) =>
  SetMetadata(ROUTE_ACCESS, { kind: 'any_permission', permissions } satisfies RouteAccess);

const ALSO = 'wheelhouse:also-needs';

/**
 * What the policy on the loaded object asks for besides, so that what is out of sight is 404 and what may not be changed
 * 403: the document names it, for whoever gives a token its permissions.
 */
export const AlsoNeeds = (permission: Permission) => SetMetadata(ALSO, permission);

/** What a handler’s policy asks for besides its access. */
export const alsoNeededBy = (handler: object): Permission | undefined => Reflect.getMetadata(ALSO, handler);

/** Anybody who is signed in to a tenant. */
export const SignedIn = () => SetMetadata(ROUTE_ACCESS, { kind: 'signed_in' } satisfies RouteAccess);

/** The operator of the installation, who sees no tenant's content. */
export const OperatorOnly = () => SetMetadata(ROUTE_ACCESS, { kind: 'operator' } satisfies RouteAccess);

/** Open to everybody. */
export const Public = () => SetMetadata(ROUTE_ACCESS, { kind: 'public' } satisfies RouteAccess);

const OWN_ACCOUNT = 'wheelhouse:own-account';

/** About the account, which reaches beyond the tenant: refused to a session that only the tenant's own provider vouches for. */
export const OwnAccount = () => SetMetadata(OWN_ACCOUNT, true);

/** Whether a handler is about the account. */
export const isOwnAccount = (handler: object, controller: object): boolean =>
  Reflect.hasMetadata(OWN_ACCOUNT, handler) || Reflect.hasMetadata(OWN_ACCOUNT, controller);

const PROVEN_LATELY = 'wheelhouse:proven-lately';

/**
 * Changes what guards accounts (passwords, second factors, tokens, sessions): refused to whoever has not proved in the last
 * minutes who they are. It is `SessionOnly` or for whoever is signed in, since a token proves nothing.
 */
export const ProvenLately = () => SetMetadata(PROVEN_LATELY, true);

/** Whether a handler asks for that. */
export const asksForProof = (handler: object): boolean => Reflect.hasMetadata(PROVEN_LATELY, handler);

const NO_TRANSACTION = 'wheelhouse:no-transaction';

/** Reads by transactions of its own and has no `ctx`: a request that held one beside them would take two connections. */
export const WithoutTransaction = () => SetMetadata(NO_TRANSACTION, true);

/** Whether a handler opens its transactions itself. */
export const isWithoutTransaction = (context: ExecutionContext): boolean =>
  Reflect.hasMetadata(NO_TRANSACTION, context.getHandler());

const TAKES_TOKENS = 'wheelhouse:takes-tokens';

/** Personal and service tokens may call it too, which routes for whoever is signed in otherwise refuse. */
export const TakesTokens = () => SetMetadata(TAKES_TOKENS, true);

/** Only for whoever is signed in: no token may do it, whatever it carries. */
export const SessionOnly = () => SetMetadata(TAKES_TOKENS, false);

/** Whether tokens may call a handler: by default where a permission is asked for, because those they carry. */
export const takesTokens = (context: ExecutionContext, access: RouteAccess): boolean =>
  tokensMayCall(context.getHandler(), context.getClass(), access);

/** The same of a handler and its class. */
export function tokensMayCall(handler: object, controller: object, { kind }: RouteAccess): boolean {
  const said: boolean | undefined =
    Reflect.getMetadata(TAKES_TOKENS, handler) ?? Reflect.getMetadata(TAKES_TOKENS, controller);
  return said ?? (kind === 'permission' || kind === 'any_permission');
}

/** The access that a handler (or its class) declares. */
export function accessOf(context: ExecutionContext): RouteAccess | undefined {
  return (
    Reflect.getMetadata(ROUTE_ACCESS, context.getHandler()) ?? Reflect.getMetadata(ROUTE_ACCESS, context.getClass())
  );
}
