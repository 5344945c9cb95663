import { Injectable } from '@nestjs/common';
import type { ScoreSource } from '@wheelhouse/contracts';
import type { LocalDate } from '@wheelhouse/kernel';
import type { Ctx } from '@wheelhouse/platform-db';
import type { GroupSection, GroupWeek, OutletGroup, OutletSource } from './scoring.types.js';

const PLACED = `unnest($5::uuid[], $6::uuid[]) AS g (outlet_id, group_id)`;

/** Sums over groups of outlets (regions): one read for all groups. */
@Injectable()
export class GroupTotalsRepository {
  weeks(
    ctx: Ctx,
    source: ScoreSource,
    from: LocalDate,
    to: LocalDate,
    outlets: readonly OutletGroup[],
  ): Promise<GroupWeek[]> {
    return ctx.em.query(
      `SELECT g.group_id AS "groupId", w.week_start::text AS "weekStart", sum(w.n)::int AS n, sum(w.total) AS sum
       FROM outlet_weeks w JOIN ${PLACED} ON g.outlet_id = w.outlet_id
       WHERE w.tenant_id = $1 AND w.source = $2 AND w.week_start BETWEEN $3 AND $4
       GROUP BY g.group_id, w.week_start HAVING sum(w.n) > 0 ORDER BY g.group_id, w.week_start`,
      [ctx.tenantId, source, from, to, ...columns(outlets)],
    );
  }

  sections(
    ctx: Ctx,
    source: ScoreSource,
    from: LocalDate,
    to: LocalDate,
    outlets: readonly OutletGroup[],
  ): Promise<GroupSection[]> {
    return ctx.em.query(
      `SELECT g.group_id AS "groupId", o.standard_version_id AS "standardVersionId", s.key AS "sectionId",
              count(*)::int AS n, sum(s.value::text::double precision) AS sum
       FROM observations o JOIN ${PLACED} ON g.outlet_id = o.outlet_id
         CROSS JOIN LATERAL jsonb_each(o.section_scores) s
       WHERE o.tenant_id = $1 AND o.source = $2 AND o.visit_date BETWEEN $3 AND $4 AND o.status = 'counted'
         AND jsonb_typeof(s.value) = 'number'
       GROUP BY g.group_id, o.standard_version_id, s.key ORDER BY g.group_id, o.standard_version_id, s.key`,
      [ctx.tenantId, source, from, to, ...columns(outlets)],
    );
  }

  bySource(ctx: Ctx, weeks: readonly LocalDate[]): Promise<OutletSource[]> {
    return ctx.em.query(
      `SELECT week_start::text AS "weekStart", outlet_id AS "outletId", source, n FROM outlet_weeks
       WHERE tenant_id = $1 AND week_start = ANY ($2) ORDER BY week_start, outlet_id, source`,
      [ctx.tenantId, weeks],
    );
  }
}

const columns = (outlets: readonly OutletGroup[]) => [
  outlets.map(({ id }) => id),
  outlets.map(({ groupId }) => groupId),
];
