import { type ExecutionContext, Injectable } from '@nestjs/common';
import { AuthGuard } from '@nestjs/passport';
import { carries, holds, proofUntil } from '@wheelhouse/identity-domain';
import { DomainError } from '@wheelhouse/kernel';
import { AppConfig } from '@wheelhouse/platform-config';
import { Clock } from '@wheelhouse/platform-db';
import { accessOf, asksForProof, isOwnAccount, type RouteAccess, takesTokens } from '@wheelhouse/platform-http';
import { type RequestToSignIn, SESSION_COOKIE, tokenOf } from './session.strategy.js';
import { SessionsService } from './sessions.service.js';
import { AccessTokensService } from './tokens/access-tokens.service.js';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Stands before every route: signed in, inside a tenant, and holding the permission that the route names. A route that
 * names nothing is refused to everybody.
 */
@Injectable()
export class AccessGuard extends AuthGuard('session') {
  constructor(
    private readonly sessions: SessionsService,
    private readonly tokens: AccessTokensService,
    private readonly config: AppConfig,
    private readonly clock: Clock,
  ) {
    super();
  }

  override async canActivate(context: ExecutionContext): Promise<boolean> {
    const access = accessOf(context);
    if (access?.kind === 'public') return true;
    const request = context.switchToHttp().getRequest<RequestToSignIn>();
    request.sessionCookie = this.config.cookieName(SESSION_COOKIE);
    refuseForeignPages(request);
    request.sessions = this.sessions;
    request.tokens = this.tokens;
    await super.canActivate(context);
    const { caller } = request;
    if (!caller || !access) throw new DomainError('AUTH.FORBIDDEN');
    if (caller.tokenId && !takesTokens(context, access)) throw new DomainError('TOKEN.SESSION_ONLY');
    if (caller.tenantBound && isOwnAccount(context.getHandler(), context.getClass()))
      throw new DomainError('AUTH.BOUND');
    refuseStrangers(caller, access);
    if (asksForProof(context.getHandler()) && !proofUntil(caller.provenAt ?? null, this.clock.now()))
      throw new DomainError('AUTH.PROVE_AGAIN');
    return true;
  }

  override handleRequest<T>(error: unknown, session: T | false): T {
    if (error) throw error;
    if (!session) throw new DomainError('AUTH.REQUIRED');
    return session;
  }
}

/** Whoever may not call a route at all, whatever it is about. */
function refuseStrangers(caller: NonNullable<RequestToSignIn['caller']>, access: RouteAccess): void {
  if (access.kind === 'public' || access.kind === 'signed_in') return;
  if (access.kind === 'operator') {
    if (!caller.actor.isOperator) throw new DomainError('NOT_FOUND');
    return;
  }
  if (!caller.tenantId) throw new DomainError('AUTH.NO_TENANT');
  const wanted = access.kind === 'permission' ? [access.permission] : access.permissions;
  if (wanted.some((permission) => holds(caller.actor, permission))) return;
  const [permission] = wanted.filter((each) => !carries(caller.actor, each));
  throw permission ? new DomainError('TOKEN.SCOPE', { permission }) : new DomainError('AUTH.FORBIDDEN');
}

/**
 * A browser attaches its cookie to requests of other sites too. What changes something must therefore carry our own
 * header, which no foreign page can add without our consent; SameSite on the cookie is the second lock.
 */
function refuseForeignPages(request: RequestToSignIn): void {
  if (SAFE.has(request.method) || tokenOf(request).by !== 'cookie') return;
  const site = request.headers['sec-fetch-site'];
  const foreign = site !== undefined && site !== 'same-origin' && site !== 'none';
  if (request.headers['x-wheelhouse'] !== '1' || foreign) throw new DomainError('REQUEST.CSRF');
}
