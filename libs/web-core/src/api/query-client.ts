import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { ApiProblem } from './api-problem.js';

/**
 * The query client: fresh for 30 s, refetched when the window is looked at again, repeated only when no answer came or
 * the server failed. An answer “sign in first” waits at the session gate and never reaches it while somebody signs in.
 * “No organisation of yours is open” (it was suspended meanwhile) asks anew who one is and where.
 */
export function makeQueryClient(): QueryClient {
  const onError = (error: unknown) => {
    if (error instanceof ApiProblem && error.code === 'AUTH.NO_TENANT')
      void client.invalidateQueries({ queryKey: ['/auth/session'] });
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
