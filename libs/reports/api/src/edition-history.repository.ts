import { Injectable } from '@nestjs/common';
import type { TrendPoint } from '@wheelhouse/contracts';
import type { LocalDate, Week } from '@wheelhouse/kernel';
import type { Ctx } from '@wheelhouse/platform-db';
import type { Audience } from '@wheelhouse/reports-domain';
import type { PreviousStanding } from '@wheelhouse/scoring-domain';

/** What earlier editions said: the basis of movement and of trends. Always the newest number of a period. */
@Injectable()
export class EditionHistoryRepository {
  /** Each outlet's standing in the tenant's edition of the week that begins on `periodStart`. */
  async standings(ctx: Ctx, periodStart: LocalDate): Promise<Map<string, PreviousStanding>> {
    const rows: (PreviousStanding & { outletId: string })[] = await ctx.em.query(
      `SELECT r.outlet_id AS "outletId", r.rank, r.estimate, (r.row ->> 'low')::double precision AS low,
              (r.row ->> 'high')::double precision AS high, (r.row ->> 'bottomQuarter')::boolean AS "bottomQuarter",
              r.row ->> 'comparedWith' AS "comparedWith"
       FROM edition_rows r
       WHERE r.tenant_id = $1 AND r.edition_id = (
         SELECT id FROM editions WHERE tenant_id = $1 AND period_start = $2 AND audience_kind = 'tenant' AND audience_id = $1
         ORDER BY number DESC LIMIT 1)`,
      [ctx.tenantId, periodStart],
    );
    return new Map(rows.map(({ outletId, ...standing }) => [outletId, standing]));
  }

  /** Estimates of ranked outlets in the tenant's editions of these weeks, in their order; null where there is none. */
  async estimates(ctx: Ctx, weeks: readonly Week[]): Promise<Map<string, (number | null)[]>> {
    const rows: { outletId: string; places: number[]; estimates: number[] }[] = await ctx.em.query(
      `WITH newest AS (
         SELECT DISTINCT ON (period_start) id, array_position($2::date[], period_start) - 1 AS place FROM editions
         WHERE tenant_id = $1 AND audience_kind = 'tenant' AND audience_id = $1 AND period_start = ANY($2::date[])
         ORDER BY period_start, number DESC)
       SELECT r.outlet_id AS "outletId", array_agg(n.place) AS places, array_agg(r.estimate) AS estimates
       FROM newest n JOIN edition_rows r ON r.tenant_id = $1 AND r.edition_id = n.id
       WHERE r.listing = 'ranked' AND r.estimate IS NOT NULL GROUP BY r.outlet_id`,
      [ctx.tenantId, weeks.map(({ start }) => start)],
    );
    return new Map(
      rows.map(({ outletId, places, estimates }) => {
        const line = Array<number | null>(weeks.length).fill(null);
        places.forEach((place, i) => (line[place] = estimates[i] ?? null));
        return [outletId, line];
      }),
    );
  }

  /** The last point of the trend of each edition of this audience in these weeks, by the week's name. */
  async trendPoints(
    ctx: Ctx,
    { kind, id }: Pick<Audience, 'kind' | 'id'>,
    weeks: readonly Week[],
  ): Promise<Map<string, TrendPoint>> {
    const rows: { point: TrendPoint }[] = await ctx.em.query(
      `SELECT DISTINCT ON (period_start) body -> 'head' -> 'trend' -> -1 AS point FROM editions
       WHERE tenant_id = $1 AND audience_kind = $2 AND audience_id = $3 AND period_start = ANY($4::date[])
       ORDER BY period_start, number DESC`,
      [ctx.tenantId, kind, id, weeks.map(({ start }) => start)],
    );
    return new Map(rows.map(({ point }) => [point.period, point]));
  }
}
