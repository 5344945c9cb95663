import { Injectable } from '@nestjs/common';
import type { ScoreSource } from '@wheelhouse/contracts';
import { addDays, type LocalDate } from '@wheelhouse/kernel';
import type { Ctx } from '@wheelhouse/platform-db';
import type { SelfAuditPairs, SourceWindow, WindowSums } from './scoring.types.js';

/** How far back a visit is looked for. */
const VISIT_HORIZON_WEEKS = 104;

type Outlets = readonly string[] | undefined;

/** Reads of the weekly roll-up: their cost follows outlets and weeks, never the number of audits. */
@Injectable()
export class OutletWeeksRepository {
  windowSums(ctx: Ctx, windows: readonly SourceWindow[], outletIds: Outlets): Promise<WindowSums[]> {
    return ctx.em.query(
      `SELECT w.outlet_id AS "outletId", w.source, sum(w.n)::int AS n, sum(w.total) AS sum, sum(w.total_squares) AS sumsq
       FROM outlet_weeks w JOIN unnest($2::text[], $3::date[], $4::date[]) AS given (source, first, last)
         ON w.source = given.source AND w.week_start BETWEEN given.first AND given.last
       WHERE w.tenant_id = $1 AND w.week_start BETWEEN $5 AND $6 AND ($7::uuid[] IS NULL OR w.outlet_id = ANY($7))
       GROUP BY w.outlet_id, w.source HAVING sum(w.n) > 0`,
      [
        ctx.tenantId,
        windows.map((w) => w.source),
        windows.map((w) => w.from),
        windows.map((w) => w.to),
        windows.map((w) => w.from).sort()[0] ?? null,
        windows
          .map((w) => w.to)
          .sort()
          .at(-1) ?? null,
        outletIds ?? null,
      ],
    );
  }

  /** Weeks of one outlet with at least one scored audit, both ends inside. */
  ofOutlet(
    ctx: Ctx,
    outletId: string,
    fromWeek: LocalDate,
    toWeek: LocalDate,
  ): Promise<{ source: ScoreSource; weekStart: LocalDate; n: number; total: number }[]> {
    return ctx.em.query(
      `SELECT source, week_start::text AS "weekStart", n, total FROM outlet_weeks
       WHERE tenant_id = $1 AND outlet_id = $2 AND week_start BETWEEN $3 AND $4 AND n > 0`,
      [ctx.tenantId, outletId, fromWeek, toWeek],
    );
  }

  selfAuditPairs(ctx: Ctx, fromWeek: LocalDate, toWeek: LocalDate, outletIds?: Outlets): Promise<SelfAuditPairs[]> {
    return ctx.em.query(
      `WITH means AS (
         SELECT outlet_id, week_start,
                max(total / n) FILTER (WHERE source = 'self_check') AS own, max(total / n) FILTER (WHERE source = 'audit') AS audited
         FROM outlet_weeks
         WHERE tenant_id = $1 AND week_start BETWEEN $2 AND $3 AND source IN ('self_check', 'audit') AND n > 0
           AND ($4::uuid[] IS NULL OR outlet_id = ANY($4))
         GROUP BY outlet_id, week_start)
       SELECT outlet_id AS "outletId", count(*)::int AS n, avg(own - audited) AS bias, avg(abs(own - audited)) AS mad
       FROM means WHERE own IS NOT NULL AND audited IS NOT NULL GROUP BY outlet_id ORDER BY outlet_id`,
      [ctx.tenantId, fromWeek, toWeek, outletIds ?? null],
    );
  }

  async weeksSinceVisit(ctx: Ctx, week: LocalDate, outletIds: Outlets): Promise<Map<string, number>> {
    const rows: { outletId: string; weeks: number }[] = await ctx.em.query(
      `SELECT outlet_id AS "outletId", ($3::date - max(week_start)) / 7 AS weeks
       FROM outlet_weeks
       WHERE tenant_id = $1 AND week_start BETWEEN $2 AND $3 AND source <> 'self_check'
         AND ($4::uuid[] IS NULL OR outlet_id = ANY($4))
       GROUP BY outlet_id`,
      [ctx.tenantId, addDays(week, -7 * VISIT_HORIZON_WEEKS), week, outletIds ?? null],
    );
    return new Map(rows.map((row) => [row.outletId, row.weeks]));
  }
}
