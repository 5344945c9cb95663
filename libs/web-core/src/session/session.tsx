import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Permission, SessionResponse, TenantBrief } from '@wheelhouse/contracts';
import type { Locale } from '@wheelhouse/kernel';
import { ReaderZone, setAccent, setLocale } from '@wheelhouse/ui';
import { createContext, useContext, useEffect, useMemo, type ReactNode } from 'react';
import { api } from '../api/api.js';
import { ApiProblem } from '../api/api-problem.js';

const SESSION = ['/auth/session'];

/** Who is signed in: undefined while asking, null when nobody is. */
export function useSessionQuery() {
  return useQuery({
    queryKey: SESSION,
    queryFn: async ({ signal }) => {
      try {
        return await api.get<SessionResponse>('/auth/session', undefined, { signal });
      } catch (error) {
        if (error instanceof ApiProblem && error.status === 401) return null;
        throw error;
      }
    },
    staleTime: 5 * 60_000,
  });
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
    /** Asks anew who I am, after my own name or rights changed. */
    refresh: () => client.invalidateQueries({ queryKey: SESSION }),
  };
}
