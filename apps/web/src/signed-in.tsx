import { SkeletonPage } from '@wheelhouse/ui';
import { Failed, ProveAgain, SessionEnded, SessionProvider, useSessionQuery } from '@wheelhouse/web-core';
import { NoOrganisation } from './no-organisation.js';
import { Navigate, Outlet, useLocation } from 'react-router';

/** Lets only signed-in people through; others come back to the same address after signing in. */
export function SignedIn() {
  const query = useSessionQuery();
  const { pathname, search } = useLocation();
  if (query.data && !query.data.tenant && !query.data.isOperator) return <NoOrganisation />;
  if (query.data) {
    return (
      <SessionProvider key={query.data.tenant?.id ?? 'none'} session={query.data}>
        <Outlet />
        <ProveAgain session={query.data} />
        <SessionEnded session={query.data} />
      </SessionProvider>
    );
  }
  if (query.data === null) {
    const here = pathname + search;
    return <Navigate replace to={here === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(here)}`} />;
  }
  return (
    <main className="wh-main">
      {query.error ? <Failed error={query.error} onRetry={() => void query.refetch()} /> : <SkeletonPage />}
    </main>
  );
}
