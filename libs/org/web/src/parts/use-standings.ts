import { useQueries } from '@tanstack/react-query';
import type { MyRankingResponse, RankingRow } from '@wheelhouse/contracts';
import { api, useSession } from '@wheelhouse/web-core';

const AT_ONCE = 100;

export interface Standings {
  period: string | null;
  rows: Map<string, RankingRow>;
  /** Some are still on their way. */
  pending: boolean;
}

/** How these outlets stand in the newest edition, by outlet; asked for a page at a time. Empty without `report.read`. */
export function useStandings(outletIds: string[]): Standings {
  const { can } = useSession();
  const pages: string[][] = [];
  if (can('report.read')) {
    for (let at = 0; at < outletIds.length; at += AT_ONCE) pages.push(outletIds.slice(at, at + AT_ONCE));
  }
  return useQueries({
    queries: pages.map((ids) => ({
      queryKey: ['/reports/standings', ids.join()],
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        api.get<MyRankingResponse>('/reports/standings', { outletIds: ids.join() }, { signal }),
    })),
    combine: (results) => ({
      pending: results.some(({ isPending }) => isPending),
      period: results.find(({ data }) => data?.period)?.data?.period ?? null,
      rows: new Map(results.flatMap(({ data }) => (data?.rows ?? []).map((row) => [row.outletId, row] as const))),
    }),
  });
}
