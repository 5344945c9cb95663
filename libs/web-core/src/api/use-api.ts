import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
  type QueryClient,
} from '@tanstack/react-query';
import type { Page } from '@wheelhouse/contracts';
import { toast, useLocale, useT } from '@wheelhouse/ui';
import { coreTexts } from '../texts.js';
import { api, type ApiQuery } from './api.js';
import { ApiProblem } from './api-problem.js';

/** The cache key of a path and what is said in its query. Server texts depend on the language, so it belongs to the key. */
export const apiKey = (path: string, query: ApiQuery = {}, locale?: string) => {
  const said = Object.entries(query).filter(([, value]) => value !== undefined && value !== null && value !== '');
  return [path, Object.fromEntries(said), locale] as const;
};

export interface UseApiOptions {
  enabled?: boolean;
  /** Milliseconds between refetches, e.g. while a job runs. */
  refetchInterval?: number | false;
  /** Keeps the old data on screen while a changed query loads (filters). */
  keep?: boolean;
}

/** `GET path?query` as a query. Null as path waits. */
export function useApi<T>(
  path: string | null,
  query?: ApiQuery,
  { enabled = true, refetchInterval, keep }: UseApiOptions = {},
) {
  const locale = useLocale();
  return useQuery({
    queryKey: apiKey(path ?? '', query, locale),
    queryFn: ({ signal }) => api.get<T>(path ?? '', query, { signal }),
    enabled: enabled && path !== null,
    refetchInterval,
    placeholderData: keep ? keepPreviousData : undefined,
  });
}

/** Something that a page asks for first: a path as `useApi` has it, or a list as `useApiPages` has it. */
export type FirstCall = string | { pages: string; query?: ApiQuery };

/** Fetches what a page will ask for first, unless it is there and fresh; failures are the page's to tell. */
export function warm(client: QueryClient, locale: string, calls: FirstCall[]): void {
  for (const call of calls) {
    const [path, query] = typeof call === 'string' ? [call, undefined] : [call.pages, call.query];
    const queryKey = apiKey(path, query, locale);
    const queryFn = ({ signal }: { signal: AbortSignal }) => api.get(path, query, { signal, hold: false });
    if (typeof call === 'string') void client.prefetchQuery({ queryKey, queryFn, staleTime: FRESH_MS });
    else
      void client.prefetchInfiniteQuery({
        queryKey: [...queryKey, 'pages'],
        queryFn,
        initialPageParam: undefined,
        staleTime: FRESH_MS,
      });
  }
}

/** How long an answer is taken as it is, in milliseconds. */
const FRESH_MS = 30_000;

/** A keyset-paged list: `rows` so far, `more()` for the next page. */
export function useApiPages<T>(
  path: string | null,
  query?: ApiQuery,
  { enabled = true, keep = true }: UseApiOptions = {},
) {
  const locale = useLocale();
  const result = useInfiniteQuery({
    queryKey: [...apiKey(path ?? '', query, locale), 'pages'],
    queryFn: ({ pageParam, signal }) => api.get<Page<T>>(path ?? '', { ...query, cursor: pageParam }, { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    enabled: enabled && path !== null,
    placeholderData: keep ? keepPreviousData : undefined,
  });
  return {
    ...result,
    rows: result.data?.pages.flatMap((page) => page.items),
    total: result.data?.pages[0]?.total,
    more: () => void result.fetchNextPage(),
  };
}

/** Marks everything below the given paths as old: `/outlets` also means `/outlets/:id` and its lists. */
export function invalidate(client: QueryClient, paths: string[]): Promise<void> {
  return client.invalidateQueries({
    predicate: ({ queryKey: [path] }) =>
      typeof path === 'string' && paths.some((p) => path === p || path.startsWith(`${p}/`)),
  });
}

export interface UseSaveOptions<In, Out> {
  /** Paths whose data are old afterwards. */
  changes?: string[];
  /** Said briefly when it worked; `null` says nothing. Default “Saved”. */
  done?: string | null | ((out: Out, input: In) => string | undefined);
  onDone?: (out: Out, input: In) => void;
  /** Failures are shown as a toast unless the form shows them itself. */
  quiet?: boolean;
}

/** A change: `const save = useSave((body) => api.post('/outlets', body), { changes: ['/outlets'] }); save.mutate(body)`. */
export function useSave<In, Out = unknown>(
  run: (input: In) => Promise<Out>,
  { changes = [], done, onDone, quiet }: UseSaveOptions<In, Out> = {},
) {
  const client = useQueryClient();
  const t = useT(coreTexts);
  const explain = useExplain();
  const mutation = useMutation<Out, Error, In>({
    mutationFn: run,
    onSuccess: async (out, input) => {
      await invalidate(client, changes);
      const said = typeof done === 'function' ? done(out, input) : done;
      const text = said === undefined ? t('saved') : said;
      if (text) toast({ text, tone: 'good' });
      onDone?.(out, input);
    },
    onError: (error) => {
      if (!quiet) toast({ text: explain(error).text, tone: 'bad' });
    },
  });
  return { ...mutation, problem: mutation.error instanceof ApiProblem ? mutation.error : null };
}

/** A failure in words: title and text in the reader's language. */
export function useExplain() {
  const t = useT(coreTexts);
  return (error: unknown): { title: string; text: string } => {
    if (!(error instanceof ApiProblem)) return { title: t('crashTitle'), text: `${t('crashText')} ${t('crashKept')}` };
    if (error.code === 'CLIENT.OFFLINE') return { title: t('offlineTitle'), text: t('offlineText') };
    if (error.code === 'CLIENT.TIMEOUT') return { title: t('timeoutTitle'), text: t('timeoutText') };
    if (error.code === 'NOT_FOUND' || (error.status === 404 && !error.details))
      return { title: t('notFoundTitle'), text: t('notFoundText') };
    if (error.code === 'AUTH.FORBIDDEN') return { title: t('forbiddenTitle'), text: t('forbiddenText') };
    return { title: error.details?.title ?? t('serverTitle'), text: error.message };
  };
}
