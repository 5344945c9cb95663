import type {
  ListRankingRowsQuery,
  Listing,
  OrgUnitResponse,
  Page,
  PeerGroupResponse,
  RankingRow,
  ReportResponse,
} from '@wheelhouse/contracts';
import { useApi, useApiPages, useFilters, useSession } from '@wheelhouse/web-core';
import { useMemo } from 'react';
import { scaleFrom, type Scale } from './rank-format.js';

export type RowSort = NonNullable<ListRankingRowsQuery['sort']>;
export const ROW_SORTS: RowSort[] = ['rank', 'score', 'change', 'n', 'findings', 'name'];
const PAGE = 100;

const DEFAULTS = { peer: '', region: '', show: '', q: '', sort: 'rank', dir: '' };
export type RankingFilters = typeof DEFAULTS;

/** Whether a sort begins with the smallest unless told otherwise. */
export const startsUp = (sort: RowSort) => sort === 'rank' || sort === 'name';

/** The peer group that a report opens with: the one with most ranked outlets. */
function largestGroup({ peerGroups }: ReportResponse): string {
  const named = peerGroups.filter((group) => group.id !== null);
  return named.sort((a, b) => b.ranked - a.ranked)[0]?.id ?? 'all';
}

/** The filters of the ranked table, kept in the address, and what is asked of the server for them. */
export function useRankingFilters(report: ReportResponse) {
  const [filters, set] = useFilters(DEFAULTS);
  const fallback = useMemo(() => largestGroup({ ...report, peerGroups: [...report.peerGroups] }), [report]);
  // A search looks everywhere unless a group was chosen.
  const peer = filters.peer || (filters.q ? 'all' : fallback);
  const sort = ROW_SORTS.find((one) => one === filters.sort) ?? 'rank';
  const direction: 'asc' | 'desc' =
    filters.dir === 'asc' || filters.dir === 'desc' ? filters.dir : startsUp(sort) ? 'asc' : 'desc';
  const query = {
    peerGroupId: peer === 'all' ? undefined : peer,
    orgUnitId: filters.region || undefined,
    q: filters.q.trim() || undefined,
  };
  const shows = (listing: Listing) => filters.show === '' || filters.show === listing;
  return {
    filters,
    set,
    peer,
    sort,
    direction,
    query,
    shows,
    changed: Object.keys(DEFAULTS).some(
      (key) => filters[key as keyof RankingFilters] !== DEFAULTS[key as keyof RankingFilters],
    ),
  };
}

export type RankingState = ReturnType<typeof useRankingFilters>;

/** Ranked rows, page by page. */
export function useRankedRows(reportId: string, { query, sort, direction, shows }: RankingState) {
  const path = shows('ranked') ? `/reports/${reportId}/rows` : null;
  return useApiPages<RankingRow>(path, { ...query, sort, direction, listing: 'ranked', limit: PAGE });
}

/** Rows that are listed apart, by name. */
export function useApartRows(reportId: string, listing: Listing, { query, shows }: RankingState) {
  const path = shows(listing) ? `/reports/${reportId}/rows` : null;
  return useApiPages<RankingRow>(path, { ...query, sort: 'name', listing, limit: 50 });
}

/** One scale for the interval bars of all rows, whatever is shown of them. */
export function useScale(reportId: string, { query: { peerGroupId } }: RankingState): Scale {
  const lowest = useApi<Page<RankingRow>>(
    `/reports/${reportId}/rows`,
    { listing: 'ranked', sort: 'score', direction: 'asc', limit: 1, peerGroupId },
    { keep: true },
  );
  return { min: scaleFrom(lowest.data?.items[0]?.low), max: 100 };
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
export function meanOf(report: ReportResponse, row: Pick<RankingRow, 'peerGroupId'>): number | null {
  const own = report.peerGroups.find((group) => group.id !== null && group.id === row.peerGroupId);
  return (own ?? report.peerGroups.find((group) => group.id === null))?.mean ?? null;
}
