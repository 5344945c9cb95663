import { Injectable } from '@nestjs/common';
import type { Page, TrailEntryResponse } from '@wheelhouse/contracts';
import { type Ctx, decodeCursor, pageOf } from '@wheelhouse/platform-db';

/** Reads the audit trail. */
@Injectable()
export class TrailRepository {
  async page(ctx: Ctx, cursor: string | undefined, limit: number): Promise<Page<TrailEntryResponse>> {
    const [before] = cursor ? decodeCursor(cursor, 1) : [null];
    const rows: TrailEntryResponse[] = await ctx.em.query(
      `SELECT id, at, actor_name AS "actorName", ip, action, object_type AS "objectType", object_id AS "objectId", before, after
       FROM trail_entries WHERE tenant_id = $1 AND ($2::uuid IS NULL OR id < $2::uuid) ORDER BY id DESC LIMIT $3`,
      [ctx.tenantId, before, limit + 1],
    );
    return pageOf(rows, limit, (row) => [row.id]);
  }
}
