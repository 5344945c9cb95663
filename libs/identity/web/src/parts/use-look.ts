import { useQuery } from '@tanstack/react-query';
import { api, ApiProblem, useLocale } from '@wheelhouse/web-core';

/** What a one-time token stands for. It travels in the body, so that no log of addresses keeps it. */
export function useLook<T>(path: string, token: string) {
  const locale = useLocale();
  const query = useQuery({
    queryKey: [path, token, locale],
    queryFn: () => api.post<T>(path, { token }),
    retry: (count, error) => count < 2 && !(error instanceof ApiProblem && error.status >= 400 && error.status < 500),
    refetchOnWindowFocus: false,
    staleTime: Infinity,
  });
  return { ...query, problem: query.error instanceof ApiProblem ? query.error : null };
}
