import { Injectable } from '@nestjs/common';
import { type AuditKind, type FindingFilter, REPEAT_WEEKS, SOURCE_OF_KIND } from '@wheelhouse/contracts';
import type { Ctx } from '@wheelhouse/platform-db';
import { Conditions } from './conditions.js';

type Outlets = 'all' | readonly string[];

export interface FindingQuery extends Omit<FindingFilter, 'orgUnitId'> {
  /** Where the actor may read audits. */
  scope: Outlets;
  /** The outlets of the org unit that was asked for. */
  within?: readonly string[];
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

/** Where a page of findings goes on. */
export type FindingMark = [visitDate: string, auditId: string, itemId: string];

const FROM = `findings f JOIN standard_versions v ON v.tenant_id = f.tenant_id AND v.id = f.standard_version_id`;
const OF_AUDIT = `JOIN audits a ON a.tenant_id = f.tenant_id AND a.id = f.audit_id`;

/** Findings across audits: only what counts, so never what is under embargo or a draft. */
@Injectable()
export class FindingsRepository {
  /** Newest visit first; one row more than `limit`. */
  list(ctx: Ctx, query: FindingQuery & { after?: FindingMark; limit: number }): Promise<FindingRow[]> {
    const where = conditions(ctx, query);
    if (query.after) {
      const [day, auditId, itemId] = query.after.map((value) => where.param(value));
      where.add(`(f.visit_date, f.audit_id) <= (${day}::date, ${auditId}::uuid)`);
      where.add(`NOT (f.audit_id = ${auditId}::uuid AND f.item_id <= ${itemId})`);
    }
    const days = where.param(REPEAT_WEEKS * 7);
    return ctx.em.query(
      `WITH page AS (
         SELECT f.*, v.standard_id FROM ${FROM} ${query.kind ? OF_AUDIT : ''} WHERE ${where.sql}
         ORDER BY f.visit_date DESC, f.audit_id DESC, f.item_id LIMIT ${query.limit + 1})
       SELECT f.audit_id AS "auditId", a.kind AS "auditKind", f.outlet_id AS "outletId", f.standard_id AS "standardId",
         f.standard_version_id AS "standardVersionId", f.section_id AS "sectionId", f.item_id AS "itemId", f.critical, f.triggered,
         f.points_lost AS "pointsLost", a.answers -> f.item_id ->> 'note' AS note, f.visit_date::text AS "visitDate",
         (SELECT count(*)::int FROM findings r JOIN standard_versions w ON w.tenant_id = r.tenant_id AND w.id = r.standard_version_id
          WHERE r.tenant_id = f.tenant_id AND r.outlet_id = f.outlet_id AND r.item_id = f.item_id AND r.counted
            AND w.standard_id = f.standard_id AND r.visit_date > f.visit_date - ${days}::int
            AND (r.visit_date, r.audit_id) <= (f.visit_date, f.audit_id)) AS repeated
       FROM page f ${OF_AUDIT} ORDER BY f.visit_date DESC, f.audit_id DESC, f.item_id`,
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
    where.equal('a.kind', query.kind).equal('v.standard_id', query.standardId);
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
  where
    .equal('v.standard_id', query.standardId)
    .equal('f.section_id', query.sectionId)
    .equal('f.item_id', query.itemId);
  where.equal('f.critical', query.critical);
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
