import { Injectable } from '@nestjs/common';
import { ASSIGNMENT_STATUSES, type AssignmentStatus, type AuditKind, type ScoreSource } from '@wheelhouse/contracts';
import type { LocalDate, Week } from '@wheelhouse/kernel';
import type { Ctx } from '@wheelhouse/platform-db';

export interface ShopVisit {
  shopperMemberId: string;
  outletId: string;
  /** The visit's day; of a planned one the last day of its window. */
  day: LocalDate;
}

export interface WaveCounts {
  counts: Record<AssignmentStatus, number>;
  /** Handed in and not decided yet. */
  inReview: number;
  /** Approved, published or not. */
  approved: number;
}

/** How often an item failed at the outlets of one group, and at which five of them most. */
export interface GroupFindings {
  groupId: string | null;
  itemId: string;
  critical: boolean;
  count: number;
  outlets: number;
  worst: { outletId: string; count: number }[];
}

/** Items of one source that failed equally often at an outlet. */
export interface RepeatedFinding {
  outletId: string;
  source: ScoreSource;
  times: number;
  itemIds: string[];
}

/** Assignments of one kind at one outlet whose window ended within some days. */
export interface DueAtOutlet {
  weekStart: LocalDate;
  outletId: string;
  kind: AuditKind;
  due: number;
  /** Not done in their window. */
  missed: number;
}

/** What other features count. */
@Injectable()
export class FiguresRepository {
  shopVisits(ctx: Ctx, shopperIds: readonly string[], outletIds: readonly string[]): Promise<ShopVisit[]> {
    return ctx.em.query(
      `SELECT s.assignee_member_id AS "shopperMemberId", s.outlet_id AS "outletId", coalesce(a.visit_date, s.window_to)::text AS day
       FROM assignments s LEFT JOIN audits a ON a.tenant_id = s.tenant_id AND a.id = s.audit_id AND a.status <> 'draft'
       WHERE s.tenant_id = $1 AND s.kind = 'mystery_shop' AND s.status NOT IN ('missed', 'cancelled')
         AND s.assignee_member_id = ANY($2) AND s.outlet_id = ANY($3)`,
      [ctx.tenantId, shopperIds, outletIds],
    );
  }

  async waveCounts(ctx: Ctx, waveIds: readonly string[]): Promise<Map<string, WaveCounts>> {
    const rows: { waveId: string; status: AssignmentStatus; count: number; inReview: number; approved: number }[] =
      await ctx.em.query(
        `SELECT s.wave_id AS "waveId", s.status, count(*)::int AS count,
              count(*) FILTER (WHERE a.status = 'in_review' AND a.review IS NULL)::int AS "inReview",
              count(*) FILTER (WHERE a.review ->> 'decision' = 'approved' OR a.status IN ('published', 'final'))::int AS approved
       FROM assignments s LEFT JOIN audits a ON a.tenant_id = s.tenant_id AND a.id = s.audit_id
       WHERE s.tenant_id = $1 AND s.wave_id = ANY($2) GROUP BY s.wave_id, s.status`,
        [ctx.tenantId, waveIds],
      );
    const none = () => Object.fromEntries(ASSIGNMENT_STATUSES.map((status) => [status, 0])) as WaveCounts['counts'];
    const waves = new Map(
      waveIds.map((id): [string, WaveCounts] => [id, { counts: none(), inReview: 0, approved: 0 }]),
    );
    for (const row of rows) {
      const wave = waves.get(row.waveId);
      if (!wave) continue;
      wave.counts[row.status] = row.count;
      wave.inReview += row.inReview;
      wave.approved += row.approved;
    }
    return waves;
  }

  findingsByItem(
    ctx: Ctx,
    from: LocalDate,
    to: LocalDate,
    outlets: readonly { id: string; groupId: string | null }[],
  ): Promise<GroupFindings[]> {
    return ctx.em.query(
      `WITH failed AS (
         SELECT outlet_id, item_id, count(*)::int AS n, bool_or(critical) AS critical FROM findings
         WHERE tenant_id = $1 AND counted AND visit_date BETWEEN $2 AND $3 GROUP BY outlet_id, item_id),
       placed AS (
         SELECT f.*, g.group_id, row_number() OVER (PARTITION BY g.group_id, f.item_id ORDER BY f.n DESC, f.outlet_id) AS place
         FROM failed f JOIN unnest($4::uuid[], $5::uuid[]) AS g (outlet_id, group_id) ON g.outlet_id = f.outlet_id)
       SELECT group_id AS "groupId", item_id AS "itemId", bool_or(critical) AS critical, sum(n)::int AS count, count(*)::int AS outlets,
              jsonb_agg(jsonb_build_object('outletId', outlet_id, 'count', n) ORDER BY place) FILTER (WHERE place <= 5) AS worst
       FROM placed GROUP BY group_id, item_id ORDER BY group_id, item_id`,
      [ctx.tenantId, from, to, outlets.map(({ id }) => id), outlets.map(({ groupId }) => groupId)],
    );
  }

  repeatedFindings(ctx: Ctx, from: LocalDate, to: LocalDate, atLeast: number): Promise<RepeatedFinding[]> {
    return ctx.em.query(
      `SELECT outlet_id AS "outletId", source, times, array_agg(item_id ORDER BY item_id) AS "itemIds"
       FROM (SELECT outlet_id, source, item_id, count(*)::int AS times FROM findings
             WHERE tenant_id = $1 AND counted AND visit_date BETWEEN $2 AND $3
             GROUP BY outlet_id, source, item_id HAVING count(*) >= $4) repeated
       GROUP BY outlet_id, source, times ORDER BY outlet_id, source, times`,
      [ctx.tenantId, from, to, atLeast],
    );
  }

  assignmentsDue(
    ctx: Ctx,
    from: LocalDate,
    to: LocalDate,
  ): Promise<{ outletId: string; status: AssignmentStatus; count: number }[]> {
    return ctx.em.query(
      `SELECT outlet_id AS "outletId", status, count(*)::int AS count FROM assignments
       WHERE tenant_id = $1 AND window_to BETWEEN $2 AND $3 AND kind <> 'mystery_shop'
       GROUP BY outlet_id, status ORDER BY outlet_id, status`,
      [ctx.tenantId, from, to],
    );
  }

  dueByKind(ctx: Ctx, weeks: readonly Pick<Week, 'start' | 'end'>[], today: LocalDate): Promise<DueAtOutlet[]> {
    return ctx.em.query(
      `SELECT w.first::text AS "weekStart", outlet_id AS "outletId", kind, count(*)::int AS due,
              count(*) FILTER (WHERE status = 'missed' OR (status IN ('open', 'in_progress') AND window_to < $4))::int AS missed
       FROM unnest($2::date[], $3::date[]) AS w (first, last) JOIN assignments ON window_to BETWEEN w.first AND w.last
       WHERE tenant_id = $1 AND kind <> 'mystery_shop' AND status <> 'cancelled'
       GROUP BY w.first, outlet_id, kind ORDER BY w.first, outlet_id, kind`,
      [ctx.tenantId, weeks.map(({ start }) => start), weeks.map(({ end }) => end), today],
    );
  }
}
