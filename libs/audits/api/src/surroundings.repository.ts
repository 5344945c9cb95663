import { Injectable } from '@nestjs/common';
import { type AuditResponse, SOURCE_OF_KIND } from '@wheelhouse/contracts';
import { addDays, weekOf } from '@wheelhouse/kernel';
import type { OutletView } from '@wheelhouse/org-api';
import type { Ctx } from '@wheelhouse/platform-db';
import type { AuditDocument } from './audit.rows.js';

/** Days within which the same item failing again at the same outlet is a repeated finding. */
export const REPEAT_WINDOW_DAYS = 90;
const PEER_WEEKS = 13;

/** What else is known of an audit's outlet. */
export interface Surroundings {
  previous: AuditResponse['previous'];
  peers: AuditResponse['peers'];
  /** Items with a counted finding at this outlet in the 90 days before. */
  repeated: ReadonlySet<string>;
}

export const NO_SURROUNDINGS: Surroundings = { previous: null, peers: null, repeated: new Set() };

/** Reads around one audit: only what counts, never what is under embargo. */
@Injectable()
export class SurroundingsRepository {
  async of(ctx: Ctx, audit: AuditDocument, outlet: OutletView, failed: string[]): Promise<Surroundings> {
    return {
      previous: await this.previous(ctx, audit),
      peers: await this.peers(ctx, audit, outlet),
      repeated: failed.length === 0 ? new Set() : await this.repeated(ctx, audit, failed),
    };
  }

  private async previous(ctx: Ctx, audit: AuditDocument): Promise<Surroundings['previous']> {
    const [row] = await ctx.em.query(
      `SELECT id, visit_date::text AS "visitDate", score FROM audits
       WHERE tenant_id = $1 AND outlet_id = $2 AND kind = $3 AND status IN ('published', 'final') AND visit_date <= $4
         AND (visit_date, id) < ($4::date, $5::uuid)
       ORDER BY visit_date DESC, id DESC LIMIT 1`,
      [ctx.tenantId, audit.outletId, audit.kind, audit.visitDate, audit.id],
    );
    return row ?? null;
  }

  /** The peer group's mean of the audit's source (supervisor and HQ audits are one) over the 13 weeks up to its own. */
  private async peers(ctx: Ctx, audit: AuditDocument, outlet: OutletView): Promise<Surroundings['peers']> {
    if (outlet.peerGroupId === null) return null;
    const week = weekOf(audit.visitDate, ctx.weekStart).start;
    const [row] = await ctx.em.query(
      `SELECT sum(w.total) / nullif(sum(w.n), 0) AS mean, sum(w.n)::int AS n
       FROM outlet_weeks w JOIN outlets o ON o.tenant_id = w.tenant_id AND o.id = w.outlet_id
       WHERE w.tenant_id = $1 AND w.week_start BETWEEN $2 AND $3 AND w.source = $4 AND o.peer_group_id = $5`,
      [ctx.tenantId, addDays(week, -7 * (PEER_WEEKS - 1)), week, SOURCE_OF_KIND[audit.kind], outlet.peerGroupId],
    );
    return row?.n > 0 ? row : null;
  }

  private async repeated(ctx: Ctx, audit: AuditDocument, failed: string[]): Promise<Set<string>> {
    const rows: { itemId: string }[] = await ctx.em.query(
      `SELECT DISTINCT item_id AS "itemId" FROM findings
       WHERE tenant_id = $1 AND outlet_id = $2 AND item_id = ANY($3) AND visit_date BETWEEN $4 AND $5
         AND (visit_date, audit_id) < ($5::date, $6::uuid) AND counted`,
      [ctx.tenantId, audit.outletId, failed, addDays(audit.visitDate, -REPEAT_WINDOW_DAYS), audit.visitDate, audit.id],
    );
    return new Set(rows.map((row) => row.itemId));
  }
}
