import type { CityTier, ListOutletsQuery, OutletSort, OutletStatus } from '@wheelhouse/contracts';
import { CITY_TIERS, OUTLET_SORTS, OUTLET_STATUSES } from '@wheelhouse/contracts';
import { isUuid } from '@wheelhouse/kernel';

/** The filters of the network page as they stand in the address; `sort` is `name`, or `-name` for descending. */
export const NO_FILTERS = { unit: '', q: '', peers: '', kind: '', tier: '', status: 'open', sort: 'code' };
export type NetworkFilters = typeof NO_FILTERS;

/** Column and direction of the sort; something else in the address counts as the default. */
export function sortOf(filters: Pick<NetworkFilters, 'sort'>): { sort: OutletSort; direction: 'asc' | 'desc' } {
  const name = filters.sort.replace(/^-/, '');
  const sort = OUTLET_SORTS.find((known) => known === name);
  return sort ? { sort, direction: filters.sort.startsWith('-') ? 'desc' : 'asc' } : { sort: 'code', direction: 'asc' };
}

/** What a press on a column makes of the sort: that column, or the other way round. */
export function nextSort(filters: Pick<NetworkFilters, 'sort'>, column: OutletSort): string {
  const { sort, direction } = sortOf(filters);
  return sort === column && direction === 'asc' ? `-${column}` : column;
}

/** The filters as the list and the exports take them; what is no value of its filter (an old link) narrows nothing. */
export function outletQuery(filters: NetworkFilters, q = filters.q.trim()): ListOutletsQuery {
  const { sort, direction } = sortOf(filters);
  const status = OUTLET_STATUSES.find((known) => known === filters.status) ?? 'open';
  return {
    q: q || undefined,
    orgUnitId: isUuid(filters.unit) ? filters.unit : undefined,
    peerGroupId: isUuid(filters.peers) ? filters.peers : undefined,
    kind: filters.kind || undefined,
    cityTier: CITY_TIERS.find((tier): tier is CityTier => tier === filters.tier),
    status: status === 'open' ? undefined : (status satisfies OutletStatus),
    sort: sort === 'code' ? undefined : sort,
    direction: direction === 'asc' ? undefined : direction,
  };
}

/** How many filters are on, besides the unit and the order. */
export const filtersOn = ({ q, peers, kind, tier, status }: NetworkFilters): number =>
  [q, peers, kind, tier, status === 'open' ? '' : status].filter(Boolean).length;
