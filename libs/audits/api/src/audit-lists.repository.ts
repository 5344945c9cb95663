import { Injectable } from '@nestjs/common';
import type { AuditKind, AuditSort, AuditStatus } from '@wheelhouse/contracts';
import type { Ctx } from '@wheelhouse/platform-db';
import { AUDIT_COLUMNS, type AuditRow } from './audit.rows.js';
import { Conditions } from './conditions.js';

type Outlets = 'all' | readonly string[];

/** Which audits somebody may see; the same rules as `auditRights`, for a whole list. */
export interface AuditVisibility {
  memberId: string | null;
  /** Of which kinds the member's own audits. */
  ownKinds: readonly AuditKind[];
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
  changedSince?: Date;
  auditorMemberId?: string | null;
  /** In review and not decided yet. */
  undecided?: boolean;
  /** At one of these outlets, or by one of these auditors where the reader may know who it was. */
  named?: { outletIds: readonly string[]; memberIds: readonly string[]; shoppers: boolean };
}

export interface AuditOrder {
  sort?: AuditSort;
  direction?: 'asc' | 'desc';
  /** Sort value and id of the last row of the page before. */
  after?: AuditMark;
  limit: number;
}

/** Where a page of audits goes on: its day (`visit`) or score (`score`), and its id. */
export type AuditMark = [value: string | number, id: string];

/** A row with the value that it is sorted by. */
export type SortedAuditRow = AuditRow & { mark: string | number };

@Injectable()
export class AuditListsRepository {
  /** Newest visit first unless another order is asked for; one row more than `limit`. */
  async list(ctx: Ctx, visibility: AuditVisibility, filter: AuditFilter & AuditOrder): Promise<SortedAuditRow[]> {
    const where = conditions(ctx, visibility, filter);
    const { key, type } = sortKey(where, visibility, filter);
    const [way, beyond] = filter.direction === 'asc' ? ['ASC', '>'] : ['DESC', '<'];
    if (filter.after) {
      const [value, id] = filter.after.map((part) => where.param(part));
      where.add(`(${key}, a.id) ${beyond} (${value}::${type}, ${id}::uuid)`);
    }
    return ctx.em.query(
      `SELECT ${AUDIT_COLUMNS}, ${type === 'date' ? `${key}::text` : key} AS mark FROM audits a WHERE ${where.sql}
       ORDER BY ${key} ${way}, a.id ${way} LIMIT ${filter.limit + 1}`,
      where.params,
    );
  }

  /** How many audits the filter leaves of those that may be seen. */
  async count(ctx: Ctx, visibility: AuditVisibility, filter: AuditFilter): Promise<number> {
    const where = conditions(ctx, visibility, filter);
    const [row] = await ctx.em.query(`SELECT count(*)::int AS n FROM audits a WHERE ${where.sql}`, where.params);
    return row.n;
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

function conditions(ctx: Ctx, visibility: AuditVisibility, filter: AuditFilter): Conditions {
  const where = new Conditions();
  where.equal('a.tenant_id', ctx.tenantId);
  where.add(`(${visible(where, visibility)})`);
  where.equal('a.outlet_id', filter.outletId).equal('a.kind', filter.kind).equal('a.status', filter.status);
  if (filter.outlets) where.add(where.within('a.outlet_id', filter.outlets));
  if (filter.from) where.add(`a.visit_date >= ${where.param(filter.from)}`);
  if (filter.to) where.add(`a.visit_date <= ${where.param(filter.to)}`);
  if (filter.changedSince) where.add(`a.updated_at >= ${where.param(filter.changedSince)}`);
  if (filter.auditorMemberId !== undefined) where.add(`a.auditor_member_id = ${where.param(filter.auditorMemberId)}`);
  if (filter.undecided) where.add(`a.status = 'in_review' AND a.review IS NULL`);
  if (filter.named) where.add(`(${named(where, visibility.memberId, filter.named)})`);
  return where;
}

function named(where: Conditions, memberId: string | null, filter: NonNullable<AuditFilter['named']>): string {
  const outlets = where.within('a.outlet_id', filter.outletIds);
  const auditors = where.within('a.auditor_member_id', filter.memberIds);
  if (filter.shoppers || auditors === 'FALSE') return `${outlets} OR ${auditors}`;
  return `${outlets} OR (${auditors} AND (a.kind <> 'mystery_shop' OR a.auditor_member_id = ${where.param(memberId)}))`;
}

/** What a list is sorted by. A score that the reader may not learn yet counts as none, and none comes last. */
function sortKey(
  where: Conditions,
  { reads, reviews }: AuditVisibility,
  { sort, direction }: AuditOrder,
): { key: string; type: string } {
  if (sort !== 'score') return { key: 'a.visit_date', type: 'date' };
  const released = `a.status IN ('published', 'final')`;
  const learned = `a.kind <> 'mystery_shop' OR (${released} AND ${where.within('a.outlet_id', reads)})${reviews ? ` OR NOT ${released}` : ''}`;
  return {
    key: `coalesce(CASE WHEN ${learned} THEN a.score END, ${direction === 'asc' ? 101 : -1})`,
    type: 'double precision',
  };
}

function visible(where: Conditions, { memberId, ownKinds, reads, reviews, selfChecks }: AuditVisibility): string {
  const own = `a.auditor_member_id = ${where.param(memberId)} AND a.kind = ANY(${where.param(ownKinds)})`;
  return [
    `(a.status <> 'draft' AND ${own})`,
    `(a.status = 'draft' AND a.kind <> 'self_check' AND ${own})`,
    `(a.status = 'draft' AND a.kind = 'self_check' AND ${where.within('a.outlet_id', selfChecks)})`,
    `((a.status IN ('published', 'final') OR (a.kind <> 'mystery_shop' AND a.status <> 'draft')) AND ${where.within('a.outlet_id', reads)})`,
    ...(reviews ? [`a.status <> 'draft'`] : []),
  ].join(' OR ');
}
