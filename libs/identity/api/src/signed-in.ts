import { DomainError } from '@wheelhouse/kernel';
import type { RequestWithContext } from '@wheelhouse/platform-http';

/** Who is signed in, by a session. */
export function signedIn({ caller, ip }: RequestWithContext): { personId: string; sessionId: string; ip: string } {
  if (!caller?.actor.personId || !caller.sessionId) throw new DomainError('AUTH.REQUIRED');
  return { personId: caller.actor.personId, sessionId: caller.sessionId, ip };
}
