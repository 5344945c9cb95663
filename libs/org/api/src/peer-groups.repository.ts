import { Injectable } from '@nestjs/common';
import type { LocalDate, LocalizedText } from '@wheelhouse/kernel';
import type { Ctx } from '@wheelhouse/platform-db';
import type { OutletScope } from './outlets.repository.js';
import { PeerGroupEntity } from './peer-group.entity.js';

export interface PeerGroupRow {
  id: string;
  code: string;
  name: LocalizedText;
}

@Injectable()
export class PeerGroupsRepository {
  /** All groups by code, each with its outlets that are inside `scope` and open on `day`. */
  list(ctx: Ctx, scope: OutletScope, day: LocalDate): Promise<(PeerGroupRow & { outlets: number })[]> {
    return ctx.em.query(
      `SELECT g.id, g.code, g.name, count(o.id)::int AS outlets
       FROM peer_groups g LEFT JOIN outlets o ON o.tenant_id = g.tenant_id AND o.peer_group_id = g.id
         AND o.opened_on <= $2 AND (o.closed_on IS NULL OR o.closed_on > $2)
         AND ($3 OR o.org_unit_id = ANY($4::uuid[]) OR o.id = ANY($5::uuid[]))
       WHERE g.tenant_id = $1 GROUP BY g.tenant_id, g.id ORDER BY g.code`,
      [
        ctx.tenantId,
        day,
        scope === 'all',
        scope === 'all' ? [] : scope.unitIds,
        scope === 'all' ? [] : scope.outletIds,
      ],
    );
  }

  names(ctx: Ctx): Promise<{ id: string; name: LocalizedText }[]> {
    return ctx.em.query(`SELECT id, name FROM peer_groups WHERE tenant_id = $1 ORDER BY code`, [ctx.tenantId]);
  }

  async exists(ctx: Ctx, id: string): Promise<boolean> {
    return ctx.em.existsBy(PeerGroupEntity, { tenantId: ctx.tenantId, id });
  }

  async codeTaken(ctx: Ctx, code: string, exceptId: string | null): Promise<boolean> {
    const rows = await ctx.em.query(
      `SELECT 1 FROM peer_groups WHERE tenant_id = $1 AND code = $2 AND id IS DISTINCT FROM $3`,
      [ctx.tenantId, code, exceptId],
    );
    return rows.length > 0;
  }

  async insert(ctx: Ctx, group: PeerGroupRow): Promise<void> {
    await ctx.em.insert(PeerGroupEntity, { tenantId: ctx.tenantId, ...group });
  }

  async update(ctx: Ctx, id: string, change: Partial<Omit<PeerGroupRow, 'id'>>): Promise<void> {
    await ctx.em.update(PeerGroupEntity, { tenantId: ctx.tenantId, id }, change);
  }

  async isUsed(ctx: Ctx, id: string): Promise<boolean> {
    const rows = await ctx.em.query(`SELECT 1 FROM outlets WHERE tenant_id = $1 AND peer_group_id = $2 LIMIT 1`, [
      ctx.tenantId,
      id,
    ]);
    return rows.length > 0;
  }

  async remove(ctx: Ctx, id: string): Promise<void> {
    await ctx.em.delete(PeerGroupEntity, { tenantId: ctx.tenantId, id });
  }
}
