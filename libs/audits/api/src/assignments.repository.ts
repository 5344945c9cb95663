import { Injectable } from '@nestjs/common';
import type { AssignmentStatus, AuditKind } from '@wheelhouse/contracts';
import type { Ctx } from '@wheelhouse/platform-db';
import { AssignmentEntity } from './assignment.entity.js';
import type { AssignmentRow } from './audit.rows.js';
import { Conditions } from './conditions.js';

/** Review sent its shop back to the shopper, and the wave is not released yet. */
const SENT_BACK = `(w.released_at IS NULL AND EXISTS (SELECT 1 FROM audits a WHERE a.tenant_id = s.tenant_id AND a.id = s.audit_id
  AND a.status = 'draft' AND a.review IS NOT NULL))`;

/** `assignmentStatusOn` in SQL: what still waits after its window was missed, whether or not a job has written it down. */
const statusNow = (now: string) => `CASE WHEN s.status IN ('open', 'in_progress') AND NOT ${SENT_BACK}
  AND s.window_to < (${now}::timestamptz AT TIME ZONE o.time_zone)::date THEN 'missed' ELSE s.status END`;

const COLUMNS = `s.id, s.kind, s.outlet_id AS "outletId", s.standard_version_id AS "standardVersionId",
  s.assignee_member_id AS "assigneeMemberId", s.wave_id AS "waveId", w.scenario, s.window_from::text AS "windowFrom",
  s.window_to::text AS "windowTo", s.status, s.audit_id AS "auditId", ${SENT_BACK} AS "sentBack"`;

const FROM = `assignments s JOIN outlets o ON o.tenant_id = s.tenant_id AND o.id = s.outlet_id
  LEFT JOIN waves w ON w.tenant_id = s.tenant_id AND w.id = s.wave_id`;

/** Which assignments somebody may see. */
export interface AssignmentVisibility {
  memberId: string | null;
  /** Every mystery shop. */
  shops: boolean;
  /** Outlets whose other assignments are visible. */
  outlets: 'all' | readonly string[];
}

export interface AssignmentFilter {
  status?: AssignmentStatus;
  kind?: AuditKind;
  outletId?: string;
  /** At one of these outlets. */
  outlets?: readonly string[];
  /** Windows that touch these days, both inside. */
  from?: string;
  to?: string;
  changedSince?: Date;
  /** Windows that end on this day or later. */
  endsFrom?: string;
  waveId?: string;
  /** At one of these outlets, or for one of these members. */
  named?: { outletIds: readonly string[]; memberIds: readonly string[] };
  /** What waits for this member: assigned, or open to anybody of these kinds at these outlets. */
  waitingFor?: { memberId: string | null; anybody: { kind: string; outlets: 'all' | readonly string[] }[] };
  after?: [windowTo: string, id: string];
  limit: number;
}

@Injectable()
export class AssignmentsRepository {
  async find(ctx: Ctx, id: string): Promise<AssignmentRow | null> {
    const [row] = await ctx.em.query(`SELECT ${COLUMNS} FROM ${FROM} WHERE s.tenant_id = $1 AND s.id = $2`, [
      ctx.tenantId,
      id,
    ]);
    return row ?? null;
  }

  /** {@link find}, and nobody else changes it until this transaction ends. */
  async lock(ctx: Ctx, id: string): Promise<AssignmentRow | null> {
    const [row] = await ctx.em.query(
      `SELECT ${COLUMNS} FROM ${FROM} WHERE s.tenant_id = $1 AND s.id = $2 FOR UPDATE OF s`,
      [ctx.tenantId, id],
    );
    return row ?? null;
  }

  async insert(
    ctx: Ctx,
    rows: (Pick<AssignmentEntity, 'id' | 'kind' | 'outletId' | 'standardVersionId' | 'windowFrom' | 'windowTo'> &
      Partial<AssignmentEntity>)[],
  ): Promise<void> {
    await ctx.em.insert(
      AssignmentEntity,
      rows.map((row) => ({ ...row, tenantId: ctx.tenantId, status: 'open' as const })),
    );
  }

  /** Outlets among these where the same audit is waited for in these days already. */
  async waitingAt(
    ctx: Ctx,
    outletIds: readonly string[],
    asked: { kind: AuditKind; standardId: string; windowFrom: string; windowTo: string },
  ): Promise<Set<string>> {
    const rows: { id: string }[] = await ctx.em.query(
      `SELECT DISTINCT s.outlet_id AS id FROM assignments s
       JOIN standard_versions v ON v.tenant_id = s.tenant_id AND v.id = s.standard_version_id
       WHERE s.tenant_id = $1 AND s.outlet_id = ANY($2::uuid[]) AND s.kind = $3 AND v.standard_id = $4
         AND s.status IN ('open', 'in_progress') AND s.window_from <= $6 AND s.window_to >= $5`,
      [ctx.tenantId, outletIds, asked.kind, asked.standardId, asked.windowFrom, asked.windowTo],
    );
    return new Set(rows.map((row) => row.id));
  }

  async setStatus(ctx: Ctx, id: string, status: AssignmentStatus, auditId: string | null): Promise<void> {
    await ctx.em.query(
      `UPDATE assignments SET status = $3, audit_id = $4, updated_at = $5 WHERE tenant_id = $1 AND id = $2`,
      [ctx.tenantId, id, status, auditId, ctx.now],
    );
  }

  /** Rows by the end of their window: what waits soonest first, everything else newest first. One more than `limit`. */
  async list(ctx: Ctx, visibility: AssignmentVisibility, filter: AssignmentFilter): Promise<AssignmentRow[]> {
    const where = new Conditions();
    where.equal('s.tenant_id', ctx.tenantId);
    const me = where.param(visibility.memberId);
    where.add(
      `(s.assignee_member_id = ${me}${visibility.shops ? ` OR s.kind = 'mystery_shop'` : ''}
        OR (s.kind <> 'mystery_shop' AND ${where.within('s.outlet_id', visibility.outlets)}))`,
    );
    where.equal('s.outlet_id', filter.outletId).equal('s.wave_id', filter.waveId).equal('s.kind', filter.kind);
    if (filter.outlets) where.add(where.within('s.outlet_id', filter.outlets));
    if (filter.from) where.add(`s.window_to >= ${where.param(filter.from)}`);
    if (filter.to) where.add(`s.window_from <= ${where.param(filter.to)}`);
    if (filter.changedSince) where.add(`s.updated_at >= ${where.param(filter.changedSince)}`);
    if (filter.status) where.equal(statusNow(where.param(ctx.now)), filter.status);
    if (filter.endsFrom) where.add(`s.window_to >= ${where.param(filter.endsFrom)}`);
    if (filter.named) {
      const { outletIds, memberIds } = filter.named;
      where.add(`(${where.within('s.outlet_id', outletIds)} OR ${where.within('s.assignee_member_id', memberIds)})`);
    }
    const mine = filter.waitingFor;
    if (mine) {
      const open = mine.anybody.map(
        ({ kind, outlets }) =>
          ` OR (s.assignee_member_id IS NULL AND s.kind = ${where.param(kind)} AND ${where.within('s.outlet_id', outlets)})`,
      );
      where.add(`(s.assignee_member_id = ${me}${open.join('')})`);
      if (!filter.status) where.add(`${statusNow(where.param(ctx.now))} IN ('open', 'in_progress')`);
    }
    if (filter.after)
      where.add(
        `(s.window_to, s.id) ${mine ? '>' : '<'} (${where.param(filter.after[0])}::date, ${where.param(filter.after[1])}::uuid)`,
      );
    const order = mine ? 'ASC' : 'DESC';
    return ctx.em.query(
      `SELECT ${COLUMNS} FROM ${FROM} WHERE ${where.sql} ORDER BY s.window_to ${order}, s.id ${order} LIMIT ${filter.limit + 1}`,
      where.params,
    );
  }

  /** Writes down as missed whatever still waits after its window, in each outlet's own time zone. Answers how many. */
  async expire(ctx: Ctx): Promise<number> {
    const [, count] = await ctx.em.query(
      `UPDATE assignments s SET status = 'missed', updated_at = $2 FROM outlets o
       WHERE s.tenant_id = $1 AND s.status IN ('open', 'in_progress') AND s.window_to < ($2::timestamptz AT TIME ZONE 'Etc/GMT-14')::date
         AND o.tenant_id = s.tenant_id AND o.id = s.outlet_id AND s.window_to < ($2::timestamptz AT TIME ZONE o.time_zone)::date
         AND NOT EXISTS (SELECT 1 FROM audits a JOIN waves w ON w.tenant_id = a.tenant_id AND w.id = a.wave_id
           WHERE a.tenant_id = s.tenant_id AND a.id = s.audit_id AND a.status = 'draft' AND a.review IS NOT NULL AND w.released_at IS NULL)`,
      [ctx.tenantId, ctx.now],
    );
    return count;
  }
}
