import { Injectable } from '@nestjs/common';
import { type LocalDate, type LocalizedText, newId } from '@wheelhouse/kernel';
import type { Ctx } from '@wheelhouse/platform-db';
import type { MovePlan, Stay, UnitStay } from './placements.js';

/** Two histories of the same shape: of org units under their parents, and of outlets under org units. */
const HISTORIES = {
  org_unit: { table: 'org_unit_placements', owner: 'org_unit_id', parent: 'parent_id' },
  outlet: { table: 'outlet_placements', owner: 'outlet_id', parent: 'org_unit_id' },
} as const;
export type HistoryKind = keyof typeof HISTORIES;

@Injectable()
export class PlacementsRepository {
  /** All stays of one unit or outlet, oldest first, with the parent's name of today. */
  history(ctx: Ctx, kind: HistoryKind, id: string): Promise<(Stay & { parentName: LocalizedText | null })[]> {
    const { table, owner, parent } = HISTORIES[kind];
    return ctx.em.query(
      `SELECT p.id, p.${parent} AS "parentId", u.name AS "parentName", p.valid_from::text AS "from", p.valid_until::text AS until
       FROM ${table} p LEFT JOIN org_units u ON u.tenant_id = p.tenant_id AND u.id = p.${parent}
       WHERE p.tenant_id = $1 AND p.${owner} = $2 ORDER BY p.valid_from`,
      [ctx.tenantId, id],
    );
  }

  /** The whole tree's history. */
  unitStays(ctx: Ctx): Promise<UnitStay[]> {
    return ctx.em.query(
      `SELECT id, org_unit_id AS "unitId", parent_id AS "parentId", valid_from::text AS "from", valid_until::text AS until
       FROM org_unit_placements WHERE tenant_id = $1`,
      [ctx.tenantId],
    );
  }

  /** A new stay that lasts from `from` on. */
  async begin(
    ctx: Pick<Ctx, 'em' | 'tenantId'>,
    kind: HistoryKind,
    id: string,
    parentId: string | null,
    from: LocalDate,
  ): Promise<void> {
    const { table, owner, parent } = HISTORIES[kind];
    await ctx.em.query(
      `INSERT INTO ${table} (tenant_id, id, ${owner}, ${parent}, valid_from) VALUES ($1, $2, $3, $4, $5)`,
      [ctx.tenantId, newId(), id, parentId, from],
    );
  }

  /** Writes a planned move into the history. */
  async apply(ctx: Ctx, kind: HistoryKind, id: string, parentId: string, plan: MovePlan): Promise<void> {
    const { table, parent } = HISTORIES[kind];
    const set = (what: string, stay: string, value: string | null) =>
      ctx.em.query(`UPDATE ${table} SET ${what} = $3, updated_at = now() WHERE tenant_id = $1 AND id = $2`, [
        ctx.tenantId,
        stay,
        value,
      ]);
    switch (plan.kind) {
      case 'none':
        return;
      case 'append':
        await set('valid_until', plan.close, plan.from);
        return this.begin(ctx, kind, id, parentId, plan.from);
      case 'replace':
        await set(parent, plan.stay, parentId);
        return;
      case 'resume':
        await ctx.em.query(`DELETE FROM ${table} WHERE tenant_id = $1 AND id = $2`, [ctx.tenantId, plan.remove]);
        await set('valid_until', plan.reopen, null);
    }
  }

  /** Lets the first stay begin on another day: with the outlet's first open day. */
  async setStart(ctx: Ctx, kind: HistoryKind, stayId: string, from: LocalDate): Promise<void> {
    const { table } = HISTORIES[kind];
    await ctx.em.query(`UPDATE ${table} SET valid_from = $3, updated_at = now() WHERE tenant_id = $1 AND id = $2`, [
      ctx.tenantId,
      stayId,
      from,
    ]);
  }

  /** Forgets the history of something that is being removed. */
  async removeAll(ctx: Ctx, kind: HistoryKind, id: string): Promise<void> {
    const { table, owner } = HISTORIES[kind];
    await ctx.em.query(`DELETE FROM ${table} WHERE tenant_id = $1 AND ${owner} = $2`, [ctx.tenantId, id]);
  }
}
