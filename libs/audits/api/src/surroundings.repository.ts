import { Injectable } from '@nestjs/common';
import { REPEAT_WEEKS } from '@wheelhouse/contracts';
import { addDays } from '@wheelhouse/kernel';
import type { Ctx } from '@wheelhouse/platform-db';
import type { AuditDocument } from './audit.rows.js';

/** How often items failed at an audit's outlet, by item id. */
export type Repeats = ReadonlyMap<string, number>;

export const NO_REPEATS: Repeats = new Map();

/** Reads around one audit: only what counts, never what is under embargo. */
@Injectable()
export class SurroundingsRepository {
  /**
   * For each of these items how many counted audits on the same standard it failed in at this outlet within the 26 weeks
   * before this one; items without any are left out.
   */
  async failedBefore(ctx: Ctx, audit: AuditDocument, standardId: string, itemIds: string[]): Promise<Repeats> {
    if (itemIds.length === 0) return NO_REPEATS;
    const rows: { itemId: string; times: number }[] = await ctx.em.query(
      `SELECT f.item_id AS "itemId", count(*)::int AS times
       FROM findings f JOIN standard_versions v ON v.tenant_id = f.tenant_id AND v.id = f.standard_version_id
       WHERE f.tenant_id = $1 AND f.outlet_id = $2 AND f.item_id = ANY($3) AND f.visit_date BETWEEN $4 AND $5
         AND (f.visit_date, f.audit_id) < ($5::date, $6::uuid) AND f.counted AND v.standard_id = $7 GROUP BY f.item_id`,
      [
        ctx.tenantId,
        audit.outletId,
        itemIds,
        addDays(audit.visitDate, 1 - 7 * REPEAT_WEEKS),
        audit.visitDate,
        audit.id,
        standardId,
      ],
    );
    return new Map(rows.map(({ itemId, times }) => [itemId, times]));
  }
}
