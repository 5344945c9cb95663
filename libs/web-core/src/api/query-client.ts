import { QueryClient } from '@tanstack/react-query';
import { ApiProblem } from './api-problem.js';

/**
 * The query client: fresh for 30 s, refetched when the window is looked at again, repeated only when no answer came or
 * the server failed. An answer “sign in first” waits at the session gate and never reaches it while somebody signs in.
 */
export function makeQueryClient(): QueryClient {
  return new QueryClient({
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
}
