import { Injectable } from '@nestjs/common';
import type { LocalDate } from '@wheelhouse/kernel';
import type { Ctx } from '@wheelhouse/platform-db';
import type { NewObservation, RedLineStanding } from './scoring.types.js';

/** Adds the rows of a CTE `counted` (week_start, outlet_id, source, score, findings) to the weekly roll-up. */
const ADD_TO_WEEKS = `
  INSERT INTO outlet_weeks AS w (tenant_id, week_start, outlet_id, source, n, total, total_squares, findings)
  SELECT $1, week_start, outlet_id, source, count(score), coalesce(sum(score), 0), coalesce(sum(score * score), 0), sum(findings)
  FROM counted GROUP BY week_start, outlet_id, source
  ORDER BY week_start, outlet_id, source
  ON CONFLICT (tenant_id, week_start, outlet_id, source) DO UPDATE SET
    n = w.n + excluded.n, total = w.total + excluded.total, total_squares = w.total_squares + excluded.total_squares,
    findings = w.findings + excluded.findings, updated_at = now()`;

/** One observation for each audit. Every write keeps the weekly roll-up current in the same statement. */
@Injectable()
export class ObservationsRepository {
  async insert(ctx: Ctx, o: NewObservation, weekStart: LocalDate): Promise<void> {
    await ctx.em.query(
      `WITH o AS (
         INSERT INTO observations (tenant_id, id, outlet_id, source, standard_version_id, visit_date, week_start, score,
           section_scores, red_lines, failed, auditor_member_id, status)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) RETURNING 1),
       counted AS (
         SELECT $7::date AS week_start, $3::uuid AS outlet_id, $4::text AS source, $8::double precision AS score, $14::int AS findings
         FROM o WHERE $13::text = 'counted')
       ${ADD_TO_WEEKS}`,
      [
        ctx.tenantId,
        o.auditId,
        o.outletId,
        o.source,
        o.standardVersionId,
        o.visitDate,
        weekStart,
        o.score,
        JSON.stringify(o.sectionScores),
        o.redLines,
        o.failed,
        o.auditorMemberId,
        o.counted ? 'counted' : 'held',
        o.findings,
      ],
    );
  }

  /** Held → counted. `findings[i]` belongs to `ids[i]`. What is counted already stays as it is. */
  async release(ctx: Ctx, ids: string[], findings: number[]): Promise<void> {
    await ctx.em.query(
      `WITH given AS (SELECT * FROM unnest($2::uuid[], $3::int[]) AS g (id, findings)),
       counted AS (
         UPDATE observations o SET status = 'counted', updated_at = now() FROM given g
         WHERE o.tenant_id = $1 AND o.id = g.id AND o.status = 'held'
         RETURNING o.week_start, o.outlet_id, o.source, o.score, g.findings)
       ${ADD_TO_WEEKS}`,
      [ctx.tenantId, ids, findings],
    );
  }

  /** Takes a held observation away; a counted one never goes. */
  async withdraw(ctx: Ctx, id: string): Promise<void> {
    await ctx.em.query(`DELETE FROM observations WHERE tenant_id = $1 AND id = $2 AND status = 'held'`, [
      ctx.tenantId,
      id,
    ]);
  }

  async redLines(ctx: Ctx, from: LocalDate, to: LocalDate): Promise<RedLineStanding[]> {
    return ctx.em.query(
      `WITH crossed AS (
         SELECT id, outlet_id, visit_date, red_lines, failed FROM observations
         WHERE tenant_id = $1 AND status = 'counted' AND red_lines <> '{}' AND visit_date BETWEEN $2 AND $3)
       SELECT outlet_id AS "outletId", max(visit_date)::text AS since, bool_or(failed) AS failed,
              array_agg(DISTINCT item ORDER BY item) AS "itemIds"
       FROM (SELECT c.*, item FROM crossed c CROSS JOIN LATERAL unnest(c.red_lines) item
             WHERE NOT EXISTS (
               SELECT 1 FROM observations later
               WHERE later.tenant_id = $1 AND later.outlet_id = c.outlet_id AND later.visit_date BETWEEN c.visit_date AND $3
                 AND (later.visit_date, later.id) > (c.visit_date, c.id)
                 AND later.status = 'counted' AND NOT later.failed AND later.source <> 'self_check')) standing
       GROUP BY outlet_id ORDER BY outlet_id`,
      [ctx.tenantId, from, to],
    );
  }
}
