import { type Locale, negotiateLocale } from '@wheelhouse/kernel';
import type { RequestWithContext } from '@wheelhouse/platform-http';
import passport, { Strategy, type StrategyCreated } from 'passport';
import type { SessionRow } from './sessions.repository.js';
import type { SessionsService } from './sessions.service.js';
import type { LiveTokenRow } from './tokens/access-tokens.repository.js';
import type { AccessTokensService } from './tokens/access-tokens.service.js';
import { isAccessToken } from './tokens/token-format.js';

/** See `AppConfig.cookieName`. */
export const SESSION_COOKIE = 'wheelhouse_session';
type Caller = NonNullable<RequestWithContext['caller']>;

/** A request on its way through the guard. passport's strategies live as long as the process, so the services come along. */
export type RequestToSignIn = RequestWithContext & {
  sessions?: SessionsService;
  tokens?: AccessTokensService;
  /** Under what name the cookie comes. */
  sessionCookie?: string;
};

/**
 * passport strategy `session`: an opaque token, as a bearer header from programs or an httpOnly cookie from browsers. A bearer
 * may also be a personal or service token.
 */
class SessionStrategy extends Strategy {
  override authenticate(this: StrategyCreated<this>, incoming: unknown): void {
    const request = incoming as RequestToSignIn;
    callerBehind(request).then(
      (caller) => {
        if (!caller) return this.fail(401);
        request.caller = caller;
        return this.success(caller);
      },
      (error: unknown) => this.error(error),
    );
  }
}

passport.use('session', new SessionStrategy());

async function callerBehind(request: RequestToSignIn): Promise<Caller | null> {
  const { token, by } = tokenOf(request);
  if (!token) return null;
  if (by === 'bearer' && isAccessToken(token)) {
    const live = await request.tokens?.resolve(token, request.ip);
    return live ? callerByToken(live, request) : null;
  }
  const session = await request.sessions?.resolve(token);
  return session ? callerOf(session, request) : null;
}

/** As whom a token acts: its person or service account, narrowed to what it carries. */
function callerByToken(live: LiveTokenRow, request: RequestWithContext): Caller {
  const { personId, memberId, grants, permissions } = live;
  const kind = personId ? 'person' : 'service';
  return {
    sessionId: null,
    tokenId: live.tokenId,
    actor: { kind, personId, memberId, name: live.name, grants, permissions, via: live.tokenName, isOperator: false },
    tenantId: live.tenantId,
    timeZone: live.timeZone,
    weekStart: live.weekStart as Caller['weekStart'],
    locale: localeOf(request, live.locale),
    ip: request.ip ?? null,
  };
}

function localeOf(request: RequestWithContext, own: Locale | null): Locale {
  const wanted = request.headers['accept-language'];
  return wanted || !own ? negotiateLocale(wanted) : own;
}

function callerOf(session: SessionRow, request: RequestWithContext): Caller {
  return {
    sessionId: session.sessionId,
    tenantBound: session.tenantBound,
    provenAt: session.provenAt,
    actor: {
      kind: 'person',
      personId: session.personId,
      memberId: session.memberId,
      name: session.personName,
      grants: session.grants,
      isOperator: session.isOperator,
    },
    tenantId: session.tenantId ?? '',
    timeZone: session.tenant?.timeZone ?? 'UTC',
    weekStart: (session.tenant?.weekStart ?? 1) as Caller['weekStart'],
    locale: localeOf(request, session.locale),
    ip: request.ip ?? null,
  };
}

/** The token of a request and how it came: a bearer header wins over the cookie. */
export function tokenOf(request: RequestToSignIn): { token: string | null; by: 'bearer' | 'cookie' | 'none' } {
  const bearer = /^Bearer ([\w-]{20,100})$/.exec(request.headers.authorization ?? '')?.[1];
  if (bearer) return { token: bearer, by: 'bearer' };
  const { cookies } = request as { cookies?: Record<string, string | undefined> };
  const cookie = cookies?.[request.sessionCookie ?? SESSION_COOKIE];
  return cookie ? { token: cookie, by: 'cookie' } : { token: null, by: 'none' };
}
