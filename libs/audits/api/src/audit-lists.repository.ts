import { Injectable } from '@nestjs/common';
import type { AuditKind, AuditStatus } from '@wheelhouse/contracts';
import type { Ctx } from '@wheelhouse/platform-db';
import { AUDIT_COLUMNS, type AuditRow } from './audit.rows.js';
import { Conditions } from './conditions.js';

type Outlets = 'all' | readonly string[];

/** Which audits somebody may see; the same rules as `auditRights`, for a whole list. */
export interface AuditVisibility {
  memberId: string | null;
  /** Published audits at these outlets. */
  reads: Outlets;
  /** Everything that was handed in. */
  reviews: boolean;
  /** Drafts of self-checks at these outlets. */
  selfChecks: Outlets;
}

export interface AuditFilter {
  outlets?: readonly string[];
  outletId?: string;
  kind?: AuditKind;
  status?: AuditStatus;
  from?: string;
  to?: string;
  auditorMemberId?: string | null;
  /** In review and not decided yet. */
  undecided?: boolean;
  after?: [visitDate: string, id: string];
  limit: number;
}

@Injectable()
export class AuditListsRepository {
  /** Newest visit first; one row more than `limit`. */
  async list(ctx: Ctx, visibility: AuditVisibility, filter: AuditFilter): Promise<AuditRow[]> {
    const where = new Conditions();
    where.equal('a.tenant_id', ctx.tenantId);
    where.add(`(${visible(where, visibility)})`);
    where.equal('a.outlet_id', filter.outletId).equal('a.kind', filter.kind).equal('a.status', filter.status);
    if (filter.outlets) where.add(where.within('a.outlet_id', filter.outlets));
    if (filter.from) where.add(`a.visit_date >= ${where.param(filter.from)}`);
    if (filter.to) where.add(`a.visit_date <= ${where.param(filter.to)}`);
    if (filter.auditorMemberId !== undefined) where.add(`a.auditor_member_id = ${where.param(filter.auditorMemberId)}`);
    if (filter.undecided) where.add(`a.status = 'in_review' AND a.review IS NULL`);
    if (filter.after)
      where.add(
        `(a.visit_date, a.id) < (${where.param(filter.after[0])}::date, ${where.param(filter.after[1])}::uuid)`,
      );
    return ctx.em.query(
      `SELECT ${AUDIT_COLUMNS} FROM audits a WHERE ${where.sql} ORDER BY a.visit_date DESC, a.id DESC LIMIT ${filter.limit + 1}`,
      where.params,
    );
  }

  /** The newest published audits of each of these outlets. */
  lastPublished(ctx: Ctx, outletIds: readonly string[], each: number): Promise<AuditRow[]> {
    return ctx.em.query(
      `SELECT a.* FROM unnest($2::uuid[]) AS o (id) CROSS JOIN LATERAL (
         SELECT ${AUDIT_COLUMNS} FROM audits a
         WHERE a.tenant_id = $1 AND a.outlet_id = o.id AND a.status IN ('published', 'final')
         ORDER BY a.visit_date DESC, a.id DESC LIMIT ${each}) a`,
      [ctx.tenantId, outletIds],
    );
  }
}

function visible(where: Conditions, { memberId, reads, reviews, selfChecks }: AuditVisibility): string {
  const me = where.param(memberId);
  return [
    `(a.status <> 'draft' AND a.auditor_member_id = ${me})`,
    `(a.status = 'draft' AND a.kind <> 'self_check' AND a.auditor_member_id = ${me})`,
    `(a.status = 'draft' AND a.kind = 'self_check' AND ${where.within('a.outlet_id', selfChecks)})`,
    `((a.status IN ('published', 'final') OR (a.kind <> 'mystery_shop' AND a.status <> 'draft')) AND ${where.within('a.outlet_id', reads)})`,
    ...(reviews ? [`a.status <> 'draft'`] : []),
  ].join(' OR ');
}
