import { useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import type {
  LoginResponse,
  Permission,
  SecondStepResponse,
  SessionResponse,
  SignInResponse,
  TenantBrief,
} from '@wheelhouse/contracts';
import type { Locale } from '@wheelhouse/kernel';
import { ReaderZone, setAccent, setLocale } from '@wheelhouse/ui';
import { createContext, useContext, useEffect, useMemo, type ReactNode } from 'react';
import { api } from '../api/api.js';
import { ApiProblem } from '../api/api-problem.js';
import { proofGate, sessionGate } from './session-gate.js';

const SESSION = ['/auth/session'];

/** Who is signed in: undefined while asking, null when nobody is. One that ended while the app is open is no null. */
export function useSessionQuery() {
  return useQuery(sessionQuery(useQueryClient()));
}

/** Asks who is signed in before anything is drawn: null when nobody is, or when there was no answer. */
export async function askSession(client: QueryClient): Promise<SessionResponse | null> {
  await client.prefetchQuery(sessionQuery(client));
  return client.getQueryData<SessionResponse>(SESSION) ?? null;
}

function sessionQuery(client: QueryClient) {
  return {
    queryKey: SESSION,
    queryFn: async ({ signal }: { signal: AbortSignal }) => {
      const hold = Boolean(client.getQueryData(SESSION));
      try {
        return await api.get<SessionResponse>('/auth/session', undefined, { signal, hold });
      } catch (error) {
        if (!hold && error instanceof ApiProblem && error.status === 401) return null;
        throw error;
      }
    },
    staleTime: 5 * 60_000,
  };
}

export interface Session extends SessionResponse {
  /** The tenant that one works in; pages that need one are shown only with one. */
  tenant: TenantBrief | null;
  /** Whether menus and pages that need any of these are shown. Each object's own `can` decides about it. */
  can: (...anyOf: Permission[]) => boolean;
}

const SessionContext = createContext<Session | null>(null);

/** Gives the session to everything below; applies the tenant's accent and time zone. */
export function SessionProvider({ session, children }: { session: SessionResponse; children: ReactNode }) {
  const value = useMemo<Session>(
    () => ({
      ...session,
      can: (...anyOf) => anyOf.length === 0 || anyOf.some((permission) => session.permissions.includes(permission)),
    }),
    [session],
  );
  useEffect(() => sessionGate.guard(), []);
  useEffect(() => proofGate.guard(), []);
  const accent = session.tenant?.accent;
  useEffect(() => {
    setAccent(accent);
  }, [accent]);
  return (
    <SessionContext value={value}>
      <ReaderZone timeZone={session.tenant?.timeZone}>{children}</ReaderZone>
    </SessionContext>
  );
}

/** The signed-in person, tenant, grants and `can(permission)`. Only below a page that needs a session. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('useSession outside a signed-in page');
  return session;
}

/** What ends or changes a session. */
export function useSessionActions() {
  const client = useQueryClient();
  return {
    /** Takes over the session that a sign-in answered. */
    begin: async (session: SessionResponse) => {
      // Only the session's own query is being watched; what others left behind goes.
      client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== SESSION[0] });
      client.setQueryData(SESSION, session);
      await setLocale(session.person.locale);
    },
    /** Signs out and loads the app anew, so that nothing of this person stays in memory. Rejects when it did not work. */
    end: async () => {
      await api.post('/auth/logout');
      location.assign('/sign-in');
    },
    /** Signs out and stays on this page, which is for everybody: an invitation for somebody else. */
    endHere: async () => {
      await api.post('/auth/logout');
      location.reload();
    },
    /** Goes on in another of the person's tenants; the app is loaded anew, so that nothing of this one stays. */
    switchTenant: async (tenantId: string) => {
      await api.post('/auth/tenant', { tenantId });
      location.assign('/');
    },
    /** Changes the language here at once and keeps it with the person. */
    changeLocale: async (locale: Locale) => {
      await setLocale(locale);
      const session = client.getQueryData<SessionResponse | null>(SESSION);
      if (!session) return;
      client.setQueryData(SESSION, { ...session, person: { ...session.person, locale } });
      await api.patch('/auth/me', { locale }).catch(() => undefined);
    },
    /**
     * Begins the session of the same person anew after it ended; rejects with the server's reason. Answers the second step
     * when one is needed: then it is called again with its token and the code.
     */
    resume: async (
      before: SessionResponse,
      proof: { password: string } | { stepToken: string; code: string },
    ): Promise<SecondStepResponse | null> => {
      const answer =
        'code' in proof
          ? await api.post<LoginResponse>('/auth/login/second-factor', proof, { hold: false })
          : await api.post<SignInResponse>('/auth/login', { email: before.person.email, ...proof }, { hold: false });
      if ('step' in answer) return answer;
      let { session } = answer;
      const tenant = before.tenant?.id;
      if (tenant && session.tenant?.id !== tenant)
        session = await api.post<SessionResponse>('/auth/tenant', { tenantId: tenant }, { hold: false });
      client.setQueryData(SESSION, session);
      sessionGate.reopen();
      void client.invalidateQueries({ predicate: ({ state }) => state.status === 'error' });
      return null;
    },
    /** Looks whether the session lives again, because somebody signed in in another tab; goes on when it does. */
    lookAgain: async (before: SessionResponse) => {
      const session = await api
        .get<SessionResponse>('/auth/session', undefined, { hold: false })
        .catch(() => undefined);
      if (session?.person.id !== before.person.id || session.tenant?.id !== before.tenant?.id) return;
      client.setQueryData(SESSION, session);
      sessionGate.reopen();
    },
    /** Asks anew who I am, after my own name or rights changed; when the session has ended, the dialog comes. */
    refresh: () => {
      if (sessionGate.state === 'put off') sessionGate.ask();
      return client.invalidateQueries({ queryKey: SESSION });
    },
  };
}
