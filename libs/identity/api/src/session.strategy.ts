import { negotiateLocale } from '@wheelhouse/kernel';
import type { RequestWithContext } from '@wheelhouse/platform-http';
import passport, { Strategy, type StrategyCreated } from 'passport';
import type { SessionRow } from './sessions.repository.js';
import type { SessionsService } from './sessions.service.js';

export const SESSION_COOKIE = 'wheelhouse_session';
type Caller = NonNullable<RequestWithContext['caller']>;

/** A request on its way through the guard. passport's strategies live as long as the process, so the service comes along. */
export type RequestToSignIn = RequestWithContext & { sessions?: SessionsService };

/** passport strategy `session`: an opaque token, as a bearer header from programs or an httpOnly cookie from browsers. */
class SessionStrategy extends Strategy {
  override authenticate(this: StrategyCreated<this>, incoming: unknown): void {
    const request = incoming as RequestToSignIn;
    const { token } = tokenOf(request);
    if (!token || !request.sessions) return this.fail(401);
    request.sessions.resolve(token).then(
      (session) => {
        if (!session) return this.fail(401);
        request.caller = callerOf(session, request);
        return this.success(session);
      },
      (error: unknown) => this.error(error),
    );
  }
}

passport.use('session', new SessionStrategy());

function callerOf(session: SessionRow, request: RequestWithContext): Caller {
  const wanted = request.headers['accept-language'];
  return {
    sessionId: session.sessionId,
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
    locale: wanted ? negotiateLocale(wanted) : session.locale,
    ip: request.ip ?? null,
  };
}

/** The token of a request and how it came: a bearer header wins over the cookie. */
export function tokenOf(request: RequestWithContext): { token: string | null; by: 'bearer' | 'cookie' | 'none' } {
  const bearer = /^Bearer ([\w-]{20,100})$/.exec(request.headers.authorization ?? '')?.[1];
  if (bearer) return { token: bearer, by: 'bearer' };
  const cookie = (request as { cookies?: Record<string, string | undefined> }).cookies?.[SESSION_COOKIE];
  return cookie ? { token: cookie, by: 'cookie' } : { token: null, by: 'none' };
}
