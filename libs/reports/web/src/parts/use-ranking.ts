import { useQuery } from '@tanstack/react-query';
import type {
  EditionTableResponse,
  Listing,
  OrgUnitResponse,
  PeerGroupResponse,
  ReportResponse,
  TableRow,
} from '@wheelhouse/contracts';
import { api, useApi, useFilters, useFormat, useSession } from '@wheelhouse/web-core';
import { useMemo } from 'react';
import { scaleFrom, type Scale } from './rank-format.js';
import { byListing, compared, filterRows, type RowSort, sortRows } from './table-rows.js';

export const ROW_SORTS: RowSort[] = ['rank', 'score', 'change', 'n', 'findings', 'name'];
const SORTS: RowSort[] = [...ROW_SORTS, 'estimate'];

const DEFAULTS = {
  ...{ peer: '', region: '', show: '', q: '', sort: 'rank', dir: '' },
  ...{ cols: '', rows: '', open: '', compare: '' },
};
export type RankingFilters = typeof DEFAULTS;
/** What narrows or orders the table; how it is drawn is not a filter. */
const NARROWING = ['peer', 'region', 'show', 'q', 'sort', 'dir'] as const;
export const NO_FILTER = { peer: '', region: '', show: '', q: '', sort: 'rank', dir: '', open: '' };

/** Whether a sort begins with the smallest unless told otherwise. */
export const startsUp = (sort: RowSort) => sort === 'rank' || sort === 'name';

/** The peer group that a report opens with: the one with most ranked outlets. */
function largestGroup({ peerGroups }: ReportResponse): string {
  const named = peerGroups.filter((group) => group.id !== null);
  return named.sort((a, b) => b.ranked - a.ranked)[0]?.id ?? 'all';
}

/** The filters of the ranked table, kept in the address. */
export function useRankingFilters(report: ReportResponse) {
  const [filters, set] = useFilters(DEFAULTS);
  const fallback = useMemo(() => largestGroup({ ...report, peerGroups: [...report.peerGroups] }), [report]);
  // A search, and an outlet that is asked for, are looked for everywhere unless a group was chosen.
  const peer = filters.peer || (filters.q ? 'all' : fallback);
  const sort = SORTS.find((one) => one === filters.sort) ?? 'rank';
  const direction: 'asc' | 'desc' =
    filters.dir === 'asc' || filters.dir === 'desc' ? filters.dir : startsUp(sort) ? 'asc' : 'desc';
  const orgUnitId = filters.region || undefined;
  const q = filters.q.trim() || undefined;
  const query = useMemo(() => ({ peerGroupId: peer === 'all' ? undefined : peer, orgUnitId, q }), [peer, orgUnitId, q]);
  return {
    ...{ filters, set, peer, sort, direction, query },
    shows: (listing: Listing) => filters.show === '' || filters.show === listing,
    compact: filters.rows === 'compact',
    changed: NARROWING.some((key) => filters[key] !== DEFAULTS[key]),
  };
}

export type RankingState = ReturnType<typeof useRankingFilters>;

/** The whole table of an edition: it never changes, so it is fetched once. */
export function useEditionTable(reportId: string | null) {
  return useQuery({
    queryKey: [`/reports/${reportId}/table`],
    queryFn: ({ signal }) => api.get<EditionTableResponse>(`/reports/${reportId}/table`, undefined, { signal }),
    enabled: reportId !== null,
    staleTime: Infinity,
  });
}

export interface RankedRows {
  lists: Record<Listing, TableRow[]>;
  scale: Scale;
  /** The whole edition, for going to an outlet that the filter leaves out. */
  table: EditionTableResponse;
}

/** What the filters leave of a table, ordered, by listing; and one scale for all interval bars of the group. */
export function useRankedRows(
  table: EditionTableResponse | undefined,
  before: EditionTableResponse | undefined,
  { query, sort, direction }: RankingState,
): RankedRows | null {
  const f = useFormat();
  const moved = useMemo(
    () => (table && before ? { ...table, rows: compared(table.rows, before.rows) } : table),
    [table, before],
  );
  const scale = useMemo(() => {
    const group = (moved?.rows ?? []).filter(
      (row) => row.listing === 'ranked' && (!query.peerGroupId || row.peerGroupId === query.peerGroupId),
    );
    const lowest = group.reduce<number | null>(
      (least, { low }) => (low === null ? least : Math.min(least ?? low, low)),
      null,
    );
    return { min: scaleFrom(lowest), max: 100 };
  }, [moved, query.peerGroupId]);
  return useMemo(() => {
    if (!moved) return null;
    const { ranked, apart, failed_red_line } = byListing(filterRows(moved, query));
    const byName = (rows: TableRow[]) => sortRows(rows, 'name', 'asc', (row) => f.text(row.name));
    const lists = {
      ranked: sortRows(ranked, sort, direction, (row) => f.text(row.name)),
      apart: byName(apart),
      failed_red_line: byName(failed_red_line),
    };
    return { lists, scale, table: moved };
  }, [moved, query, sort, direction, scale, f]);
}

/** What the filters offer: the peer groups that were compared, and the units below the audience. */
export function useFilterChoices(report: ReportResponse) {
  const { can } = useSession();
  const small = report.peerGroups.some((group) => group.id === null);
  const groups = useApi<PeerGroupResponse[]>(small && can('org.read') ? '/peer-groups' : null);
  const units = useApi<OrgUnitResponse[]>(can('org.read') ? '/org-units' : null);
  return useMemo(() => {
    const compared = report.peerGroups.flatMap((group) =>
      group.id !== null && group.name
        ? [{ id: group.id, name: group.name, ranked: group.ranked as number | null }]
        : [],
    );
    const others = (groups.data ?? [])
      .filter((group) => !compared.some((one) => one.id === group.id))
      .map((group) => ({ id: group.id, name: group.name, ranked: null }));
    const base = report.audienceKind === 'org_unit' ? report.audienceId : null;
    const inside = new Set(base ? [base] : []);
    const below = (units.data ?? []).filter((unit) => {
      if (base ? unit.parentId !== null && inside.has(unit.parentId) : unit.parentId !== null) {
        inside.add(unit.id);
        return true;
      }
      return false;
    });
    const top = Math.min(...below.map((unit) => unit.depth));
    return { groups: [...compared, ...others], units: below.map((unit) => ({ ...unit, indent: unit.depth - top })) };
  }, [report, groups.data, units.data]);
}

/** Mean of the peers that a row was compared with. */
export function meanOf(report: ReportResponse, row: Pick<TableRow, 'peerGroupId'>): number | null {
  const own = report.peerGroups.find((group) => group.id !== null && group.id === row.peerGroupId);
  return (own ?? report.peerGroups.find((group) => group.id === null))?.mean ?? null;
}
