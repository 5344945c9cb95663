import { Injectable } from '@nestjs/common';
import type { LocalDate } from '@wheelhouse/kernel';
import type { Ctx } from '@wheelhouse/platform-db';
import type { PooledWeek } from './scoring.types.js';

/** Reads over many outlets at once, for what a report says of its whole audience. */
@Injectable()
export class WeekTotalsRepository {
  pooledWeeks(ctx: Ctx, fromWeek: LocalDate, toWeek: LocalDate, outletIds?: readonly string[]): Promise<PooledWeek[]> {
    return ctx.em.query(
      `SELECT week_start::text AS "weekStart", source, sum(n)::int AS n, sum(total) AS sum, sum(total_squares) AS sumsq
       FROM outlet_weeks
       WHERE tenant_id = $1 AND week_start BETWEEN $2 AND $3 AND ($4::uuid[] IS NULL OR outlet_id = ANY($4))
       GROUP BY week_start, source HAVING sum(n) > 0 ORDER BY week_start, source`,
      [ctx.tenantId, fromWeek, toWeek, outletIds ?? null],
    );
  }

  outletTotals(ctx: Ctx, week: LocalDate): Promise<{ outletId: string; n: number; findings: number }[]> {
    return ctx.em.query(
      `SELECT outlet_id AS "outletId", sum(n)::int AS n, sum(findings)::int AS findings FROM outlet_weeks
       WHERE tenant_id = $1 AND week_start = $2 GROUP BY outlet_id`,
      [ctx.tenantId, week],
    );
  }

  async firstWeek(ctx: Ctx): Promise<LocalDate | null> {
    const [row] = await ctx.em.query(`SELECT min(week_start)::text AS first FROM outlet_weeks WHERE tenant_id = $1`, [
      ctx.tenantId,
    ]);
    return row?.first ?? null;
  }

  async standardVersionIds(ctx: Ctx, from: LocalDate, to: LocalDate): Promise<string[]> {
    const rows: { id: string }[] = await ctx.em.query(
      `SELECT DISTINCT standard_version_id AS id FROM observations
       WHERE tenant_id = $1 AND status = 'counted' AND visit_date BETWEEN $2 AND $3 ORDER BY id`,
      [ctx.tenantId, from, to],
    );
    return rows.map(({ id }) => id);
  }
}
