import { Injectable } from '@nestjs/common';
import {
  type AuditKind,
  type FindingFilter,
  type FindingSort,
  REPEAT_WEEKS,
  SOURCE_OF_KIND,
} from '@wheelhouse/contracts';
import type { Ctx } from '@wheelhouse/platform-db';
import type { ItemOfVersion } from '@wheelhouse/standards-api';
import { Conditions } from './conditions.js';

type Outlets = 'all' | readonly string[];

export interface FindingQuery extends Omit<FindingFilter, 'orgUnitId' | 'q' | 'changedSince'> {
  /** Where the actor may read audits. */
  scope: Outlets;
  /** Whose audit was published at this moment or later. */
  changedSince?: Date;
  /** The outlets of the org unit that was asked for. */
  within?: readonly string[];
  /** One of these items, or at one of these outlets. */
  named?: { items: readonly ItemOfVersion[]; outletIds: readonly string[] };
}

export interface FindingOrder {
  sort?: FindingSort;
  direction?: 'asc' | 'desc';
  /** The last row of the page before. */
  after?: FindingMark;
  limit: number;
}

export interface FindingRow {
  auditId: string;
  auditKind: AuditKind;
  outletId: string;
  standardId: string;
  standardVersionId: string;
  sectionId: string;
  itemId: string;
  critical: boolean;
  triggered: boolean;
  pointsLost: number;
  note: string | null;
  visitDate: string;
  repeated: number;
}

/** Findings of one item, or of all (`itemId` null). `standardVersionId`: the newest version with a finding. */
export interface FindingCount {
  standardId: string | null;
  itemId: string | null;
  standardVersionId: string;
  critical: boolean;
  findings: number;
  outlets: number;
}

/** Where a page of findings goes on: its day (`visit`) or points (`lost`), its audit and item. */
export type FindingMark = [value: string | number, auditId: string, itemId: string];

const FROM = `findings f JOIN standard_versions v ON v.tenant_id = f.tenant_id AND v.id = f.standard_version_id`;
const OF_AUDIT = `JOIN audits a ON a.tenant_id = f.tenant_id AND a.id = f.audit_id`;

/** Findings across audits: only what counts, so never what is under embargo or a draft. */
@Injectable()
export class FindingsRepository {
  /** Newest visit first unless another order is asked for; one row more than `limit`. */
  list(ctx: Ctx, query: FindingQuery & FindingOrder): Promise<FindingRow[]> {
    const where = conditions(ctx, query);
    const [key, type] = query.sort === 'lost' ? ['f.points_lost', 'double precision'] : ['f.visit_date', 'date'];
    const [way, beyond] = query.direction === 'asc' ? ['ASC', '>='] : ['DESC', '<='];
    if (query.after) {
      const [value, auditId, itemId] = query.after.map((part) => where.param(part));
      where.add(`(${key}, f.audit_id) ${beyond} (${value}::${type}, ${auditId}::uuid)`);
      where.add(`NOT (${key} = ${value}::${type} AND f.audit_id = ${auditId}::uuid AND f.item_id <= ${itemId})`);
    }
    const order = `${key} ${way}, f.audit_id ${way}, f.item_id`;
    const days = where.param(REPEAT_WEEKS * 7);
    return ctx.em.query(
      `WITH page AS (
         SELECT f.*, v.standard_id FROM ${FROM} ${query.kind ? OF_AUDIT : ''} WHERE ${where.sql}
         ORDER BY ${order} LIMIT ${query.limit + 1})
       SELECT f.audit_id AS "auditId", a.kind AS "auditKind", f.outlet_id AS "outletId", f.standard_id AS "standardId",
         f.standard_version_id AS "standardVersionId", f.section_id AS "sectionId", f.item_id AS "itemId", f.critical, f.triggered,
         f.points_lost AS "pointsLost", a.answers -> f.item_id ->> 'note' AS note, f.visit_date::text AS "visitDate",
         (SELECT count(*)::int FROM findings r JOIN standard_versions w ON w.tenant_id = r.tenant_id AND w.id = r.standard_version_id
          WHERE r.tenant_id = f.tenant_id AND r.outlet_id = f.outlet_id AND r.item_id = f.item_id AND r.counted
            AND w.standard_id = f.standard_id AND r.visit_date > f.visit_date - ${days}::int
            AND (r.visit_date, r.audit_id) <= (f.visit_date, f.audit_id)) AS repeated
       FROM page f ${OF_AUDIT} ORDER BY ${order}`,
      where.params,
    );
  }

  /** By item, most frequent first, and the total, which comes first of all. */
  count(ctx: Ctx, query: FindingQuery, limit: number): Promise<FindingCount[]> {
    const where = conditions(ctx, query);
    return ctx.em.query(
      `SELECT v.standard_id AS "standardId", f.item_id AS "itemId", max(f.standard_version_id::text) AS "standardVersionId",
         bool_or(f.critical) AS critical, count(*)::int AS findings, count(DISTINCT f.outlet_id)::int AS outlets
       FROM ${FROM} ${query.kind ? OF_AUDIT : ''} WHERE ${where.sql}
       GROUP BY GROUPING SETS ((v.standard_id, f.item_id), ())
       ORDER BY grouping(f.item_id) DESC, findings DESC, f.item_id, v.standard_id LIMIT ${limit + 1}`,
      where.params,
    );
  }

  /** Published audits by version that the filter leaves, whether or not something failed in them. */
  audits(ctx: Ctx, query: FindingQuery): Promise<{ standardVersionId: string; audits: number }[]> {
    const where = new Conditions();
    where.equal('a.tenant_id', ctx.tenantId).add(`a.status IN ('published', 'final')`);
    narrow(where, 'a', query);
    if (query.changedSince) where.add(`a.updated_at >= ${where.param(query.changedSince)}`);
    where.equal('a.kind', query.kind).equal('v.standard_id', query.standardId);
    if (query.named?.items.length === 0) where.add(where.within('a.outlet_id', query.named.outletIds));
    return ctx.em.query(
      `SELECT a.standard_version_id AS "standardVersionId", count(*)::int AS audits
       FROM audits a JOIN standard_versions v ON v.tenant_id = a.tenant_id AND v.id = a.standard_version_id
       WHERE ${where.sql} GROUP BY a.standard_version_id`,
      where.params,
    );
  }
}

function conditions(ctx: Ctx, query: FindingQuery): Conditions {
  const where = new Conditions();
  where.equal('f.tenant_id', ctx.tenantId).add('f.counted');
  narrow(where, 'f', query);
  if (query.changedSince) {
    const since = where.param(query.changedSince);
    where.add(
      `EXISTS (SELECT 1 FROM audits p WHERE p.tenant_id = f.tenant_id AND p.id = f.audit_id AND p.updated_at >= ${since})`,
    );
  }
  where
    .equal('v.standard_id', query.standardId)
    .equal('f.section_id', query.sectionId)
    .equal('f.item_id', query.itemId);
  where.equal('f.critical', query.critical);
  if (query.named) {
    const { items, outletIds } = query.named;
    const [versions, ids] = [
      where.param(items.map((i) => i.standardVersionId)),
      where.param(items.map((i) => i.itemId)),
    ];
    const named = `(f.standard_version_id, f.item_id) IN (SELECT * FROM unnest(${versions}::uuid[], ${ids}::text[]))`;
    where.add(`(${where.within('f.outlet_id', outletIds)} OR ${named})`);
  }
  if (query.kind) where.equal('f.source', SOURCE_OF_KIND[query.kind]).equal('a.kind', query.kind);
  return where;
}

/** What findings and audits have alike: the outlet and the day. */
function narrow(where: Conditions, table: 'a' | 'f', { scope, within, outletId, from, to }: FindingQuery): void {
  where.equal(`${table}.outlet_id`, outletId);
  if (scope !== 'all') where.add(where.within(`${table}.outlet_id`, scope));
  if (within) where.add(where.within(`${table}.outlet_id`, within));
  if (from) where.add(`${table}.visit_date >= ${where.param(from)}`);
  if (to) where.add(`${table}.visit_date <= ${where.param(to)}`);
}
