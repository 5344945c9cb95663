import { Injectable } from '@nestjs/common';
import type { LocalDate, Week } from '@wheelhouse/kernel';
import type { Ctx } from '@wheelhouse/platform-db';

/** Which weeks a tenant has closed. */
@Injectable()
export class ClosedWeeksRepository {
  /** First days of the closed weeks from `from` on. */
  async since(ctx: Ctx, from: LocalDate): Promise<Set<LocalDate>> {
    const rows: { start: LocalDate }[] = await ctx.em.query(
      `SELECT week_start::text AS start FROM closed_weeks WHERE tenant_id = $1 AND week_start >= $2`,
      [ctx.tenantId, from],
    );
    return new Set(rows.map(({ start }) => start));
  }

  /** One closing of this tenant at a time, until the transaction ends; what must happen once is the rows' unique keys. */
  async lock(ctx: Ctx): Promise<void> {
    await ctx.em.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 0))`, [`close-week:${ctx.tenantId}`]);
  }

  /** False when somebody else has closed it. */
  async add(ctx: Ctx, week: Week): Promise<boolean> {
    const rows = await ctx.em.query(
      `INSERT INTO closed_weeks (tenant_id, week_start, period, closed_at) VALUES ($1, $2, $3, $4)
       ON CONFLICT DO NOTHING RETURNING 1`,
      [ctx.tenantId, week.start, week.key, ctx.now],
    );
    return rows.length === 1;
  }
}
