import { ButtonLink, ErrorState, SkeletonPage } from '@wheelhouse/ui';
import { useT } from '@wheelhouse/ui';
import type { ReactNode } from 'react';
import { coreTexts } from '../texts.js';
import { ApiProblem } from './api-problem.js';
import { useExplain } from './use-api.js';

interface QueryLike<T> {
  data: T | undefined;
  error: Error | null;
  refetch: () => unknown;
}

/** Explains a failed load, with a way on: again, or home when there is nothing to load. */
export function Failed({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const explain = useExplain();
  const t = useT(coreTexts);
  const gone = error instanceof ApiProblem && (error.status === 404 || error.status === 403);
  return (
    <ErrorState
      {...explain(error)}
      onRetry={gone ? undefined : onRetry}
      action={gone ? <ButtonLink to="/">{t('home')}</ButtonLink> : undefined}
    />
  );
}

/** Loading keeps the shape, failure explains itself, data are shown: `<QueryState query={q}>{(data) => …}</QueryState>`. */
export function QueryState<T>({
  query,
  skeleton,
  children,
}: {
  query: QueryLike<T>;
  skeleton?: ReactNode;
  children: (data: T) => ReactNode;
}) {
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.error) return <Failed error={query.error} onRetry={() => void query.refetch()} />;
  return <>{skeleton ?? <SkeletonPage />}</>;
}
