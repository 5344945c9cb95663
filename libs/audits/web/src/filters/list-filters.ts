import {
  AUDIT_KINDS,
  AUDIT_SORTS,
  AUDIT_STATUSES,
  FINDING_SORTS,
  type ListAuditsQuery,
  type ListFindingsQuery,
} from '@wheelhouse/contracts';
import { isLocalDate, isUuid } from '@wheelhouse/kernel';
import { daysBefore } from '../shared/days.js';

/** What lists of audits and of findings are narrowed by alike, as it stands in the address. */
const COMMON = { outletId: '', orgUnitId: '', kind: '', from: '', to: '' };
export type CommonFilters = typeof COMMON;

/** The filters of audits; `sort` is `visit` or `score`, with `-` before it for descending. */
export const NO_AUDIT_FILTERS = { ...COMMON, q: '', status: '', sort: '-visit' };
export type AuditFilters = typeof NO_AUDIT_FILTERS;

/** The filters of findings; `sort` is `visit` or `lost`, with `-` before it for descending. */
export const NO_FINDING_FILTERS = {
  ...COMMON,
  q: '',
  sort: '-visit',
  standardId: '',
  sectionId: '',
  itemId: '',
  critical: '',
};
export type FindingFilters = typeof NO_FINDING_FILTERS;

export const PERIODS = { weeks4: 28, weeks13: 91, weeks26: 182 } as const;
export type Period = keyof typeof PERIODS | 'allTime' | 'own';

const known = <V extends string>(values: readonly V[], value: string): V | undefined => values.find((v) => v === value);
const id = (value: string) => (isUuid(value) ? value : undefined);
const day = (value: string) => (isLocalDate(value) ? value : undefined);

/** What both lists send; a value that is none (an old link) narrows nothing. */
function commonQuery({ outletId, orgUnitId, kind, from, to }: CommonFilters) {
  return {
    outletId: id(outletId),
    orgUnitId: id(orgUnitId),
    kind: known(AUDIT_KINDS, kind),
    from: day(from),
    to: day(to),
  };
}

/** The filters as `/audits` takes them; `q` may wait for quiet. The file takes the same without the order. */
export function auditQuery(filters: AuditFilters, q = filters.q.trim()): ListAuditsQuery {
  const sort = known(AUDIT_SORTS, filters.sort.replace(/^-/, ''));
  const up = sort !== undefined && !filters.sort.startsWith('-');
  return {
    ...commonQuery(filters),
    q: q || undefined,
    status: known(AUDIT_STATUSES, filters.status),
    sort: sort === 'score' ? sort : undefined,
    direction: up ? 'asc' : undefined,
  };
}

/** The filters as `/findings` takes them; `q` may wait for quiet. Summary and file take the same without the order. */
export function findingQuery(filters: FindingFilters, q = filters.q.trim()): ListFindingsQuery {
  const { standardId, sectionId, itemId, critical } = filters;
  const sort = known(FINDING_SORTS, filters.sort.replace(/^-/, ''));
  return {
    ...commonQuery(filters),
    q: q || undefined,
    sort: sort === 'lost' ? sort : undefined,
    direction: sort !== undefined && !filters.sort.startsWith('-') ? 'asc' : undefined,
    standardId: id(standardId),
    sectionId: sectionId || undefined,
    itemId: itemId || undefined,
    critical: critical === 'true' ? true : critical === 'false' ? false : undefined,
  };
}

/** The first day of a period that ends `today`. */
export const sinceOf = (period: keyof typeof PERIODS, today: string): string => daysBefore(today, PERIODS[period] - 1);

/** Which period the days in the address are. */
export function periodOf({ from, to }: Pick<CommonFilters, 'from' | 'to'>, today: string): Period {
  if (from === '' && to === '') return 'allTime';
  const names = Object.keys(PERIODS) as (keyof typeof PERIODS)[];
  return (to === '' && names.find((name) => from === sinceOf(name, today))) || 'own';
}

/** How many filters are on, besides the order; a period counts as one. */
export function filtersOn({ from, to, sort: _sort, ...rest }: CommonFilters & { sort?: string }): number {
  return Object.values(rest).filter(Boolean).length + Number(Boolean(from || to));
}
