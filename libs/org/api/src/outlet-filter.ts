import type { CityTier, OutletSort } from '@wheelhouse/contracts';
import type { LocalDate } from '@wheelhouse/kernel';
import type { Ctx } from '@wheelhouse/platform-db';

/** Where a list may look: everywhere, or at these units and outlets. */
export type OutletScope = 'all' | { unitIds: string[]; outletIds: string[] };

export interface OutletFilter {
  scope: OutletScope;
  /** At one of these units. */
  unitIds?: string[];
  q?: string;
  peerGroupId?: string;
  kind?: string;
  cityTier?: CityTier;
  /** Leaves out what is closed on this day. */
  notClosedOn?: LocalDate;
  /** Leaves only what is closed on this day. */
  closedOn?: LocalDate;
  changedSince?: Date;
}

export interface OutletOrder {
  sort?: OutletSort;
  direction?: 'asc' | 'desc';
  /** `[sort value, code]` of the last row of the page before. */
  after?: [string, string];
}

/** The filter as SQL on `outlets o`; `values` begins with the tenant. */
export function conditionsOf(ctx: Ctx, filter: OutletFilter): { where: string; values: unknown[] } {
  const values: unknown[] = [ctx.tenantId];
  const where = ['o.tenant_id = $1'];
  const add = (condition: (place: string) => string, value: unknown) => {
    values.push(value);
    where.push(condition(`$${values.length}`));
  };
  if (filter.scope !== 'all') {
    values.push(filter.scope.unitIds, filter.scope.outletIds);
    where.push(`(o.org_unit_id = ANY($${values.length - 1}) OR o.id = ANY($${values.length}))`);
  }
  if (filter.unitIds) add((p) => `o.org_unit_id = ANY(${p})`, filter.unitIds);
  if (filter.q) {
    const texts = ['o.code', `o.name->>'en'`, `o.name->>'zh'`, `o.city->>'en'`, `o.city->>'zh'`];
    add(
      (p) => `(${texts.map((text) => `${text} ILIKE ${p}`).join(' OR ')})`,
      `%${filter.q.replace(/[\\%_]/g, '\\$&')}%`,
    );
  }
  if (filter.peerGroupId) add((p) => `o.peer_group_id = ${p}`, filter.peerGroupId);
  if (filter.kind) add((p) => `o.kind = ${p}`, filter.kind);
  if (filter.cityTier) add((p) => `o.city_tier = ${p}`, filter.cityTier);
  if (filter.notClosedOn) add((p) => `(o.closed_on IS NULL OR o.closed_on > ${p})`, filter.notClosedOn);
  if (filter.closedOn) add((p) => `o.closed_on <= ${p}`, filter.closedOn);
  if (filter.changedSince) add((p) => `o.updated_at >= ${p}`, filter.changedSince);
  return { where: where.join(' AND '), values };
}

/** The order as SQL; adds what a page goes on after to `values`. Codes are unique and break every tie. */
export function orderOf(
  ctx: Ctx,
  { sort = 'code', direction = 'asc', after }: OutletOrder,
  values: unknown[],
): { key: string; order: string; after: string[] } {
  const [language, collation] = ctx.locale === 'zh-CN' ? ['zh', 'zh-x-icu'] : ['en', 'en-x-icu'];
  const key = {
    code: 'o.code',
    name: `(o.name->>'${language}') COLLATE "${collation}"`,
    city: `coalesce(o.city->>'${language}', '') COLLATE "${collation}"`,
    openedOn: `o.opened_on::text COLLATE "C"`,
  }[sort];
  const [way, beyond] = direction === 'desc' ? ['DESC', '<'] : ['ASC', '>'];
  const order = `${key} ${way}, o.code ${way}`;
  if (!after) return { key, order, after: [] };
  values.push(...after);
  return { key, order, after: [`(${key}, o.code) ${beyond} ($${values.length - 1}, $${values.length})`] };
}
