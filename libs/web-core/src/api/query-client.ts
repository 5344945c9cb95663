import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { ApiProblem } from './api-problem.js';

const SESSION_KEY = ['/auth/session'];
const lost = (error: unknown) => error instanceof ApiProblem && error.code === 'AUTH.REQUIRED';

/**
 * The query client: fresh for 30 s, refetched when the window is looked at again, repeated only when no answer came or
 * the server failed. An answer “sign in first” ends the session, which leads to the sign-in page and back.
 */
export function makeQueryClient(): QueryClient {
  const onError = (error: unknown) => {
    if (lost(error)) client.setQueryData(SESSION_KEY, null);
  };
  const client = new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        gcTime: 10 * 60_000,
        networkMode: 'always',
        retry: (count, error) =>
          count < 2 && error instanceof ApiProblem && (error.status === 0 || error.status >= 500),
      },
      mutations: { networkMode: 'always' },
    },
  });
  return client;
}
