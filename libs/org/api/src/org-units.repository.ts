import { Injectable } from '@nestjs/common';
import type { OrgUnitKind } from '@wheelhouse/contracts';
import type { LocalDate, LocalizedText } from '@wheelhouse/kernel';
import type { Ctx } from '@wheelhouse/platform-db';
import { OrgUnitEntity } from './org-unit.entity.js';
import type { UnitOnDay } from './network-snapshot.js';

/** A unit where it hangs today. */
export interface OrgUnitRow {
  id: string;
  parentId: string | null;
  kind: OrgUnitKind;
  code: string;
  name: LocalizedText;
}

/** What keeps a unit from being deleted, in numbers; `past` counts what ever hung under it, now or before. */
export interface UnitUses {
  units: number;
  outlets: number;
  past: number;
  roles: number;
}

@Injectable()
export class OrgUnitsRepository {
  all(ctx: Ctx): Promise<OrgUnitRow[]> {
    return ctx.em.query(`SELECT id, parent_id AS "parentId", kind, code, name FROM org_units WHERE tenant_id = $1`, [
      ctx.tenantId,
    ]);
  }

  /** All units with their parents on `day`; before its recorded history a unit hangs where it was put first. */
  onDay(ctx: Ctx, day: LocalDate): Promise<UnitOnDay[]> {
    return ctx.em.query(
      `SELECT u.id, u.kind, u.code, u.name, p.id IS NOT NULL AS recorded,
              CASE WHEN p.id IS NOT NULL THEN p.parent_id ELSE (
                SELECT f.parent_id FROM org_unit_placements f
                WHERE f.tenant_id = u.tenant_id AND f.org_unit_id = u.id ORDER BY f.valid_from LIMIT 1) END AS "parentId"
       FROM org_units u LEFT JOIN org_unit_placements p ON p.tenant_id = u.tenant_id AND p.org_unit_id = u.id
         AND p.valid_from <= $2 AND (p.valid_until IS NULL OR p.valid_until > $2)
       WHERE u.tenant_id = $1`,
      [ctx.tenantId, day],
    );
  }

  async codeTaken(ctx: Ctx, code: string, exceptId: string | null): Promise<boolean> {
    const rows = await ctx.em.query(
      `SELECT 1 FROM org_units WHERE tenant_id = $1 AND code = $2 AND id IS DISTINCT FROM $3`,
      [ctx.tenantId, code, exceptId],
    );
    return rows.length > 0;
  }

  async insert(ctx: Ctx, unit: OrgUnitRow): Promise<void> {
    await ctx.em.insert(OrgUnitEntity, { tenantId: ctx.tenantId, ...unit });
  }

  async update(
    ctx: Ctx,
    id: string,
    change: Partial<Pick<OrgUnitRow, 'parentId' | 'kind' | 'code' | 'name'>>,
  ): Promise<void> {
    await ctx.em.update(OrgUnitEntity, { tenantId: ctx.tenantId, id }, change);
  }

  /** Lets only one transaction at a time change the shape of the tenant's tree. */
  async lockTree(ctx: Ctx): Promise<void> {
    await ctx.em.query(`SELECT id FROM org_units WHERE tenant_id = $1 AND parent_id IS NULL FOR UPDATE`, [
      ctx.tenantId,
    ]);
  }

  /** What hangs or ever hung under the unit, and how many roles are scoped to it. */
  async uses(ctx: Ctx, id: string): Promise<UnitUses> {
    const [row] = await ctx.em.query(
      `SELECT (SELECT count(*)::int FROM org_units WHERE tenant_id = $1 AND parent_id = $2) AS units,
              (SELECT count(*)::int FROM outlets WHERE tenant_id = $1 AND org_unit_id = $2) AS outlets,
              (SELECT count(DISTINCT org_unit_id)::int FROM org_unit_placements WHERE tenant_id = $1 AND parent_id = $2)
              + (SELECT count(DISTINCT outlet_id)::int FROM outlet_placements WHERE tenant_id = $1 AND org_unit_id = $2) AS past,
              (SELECT count(*)::int FROM role_grants WHERE tenant_id = $1 AND scope_kind = 'org_unit' AND scope_id = $2) AS roles`,
      [ctx.tenantId, id],
    );
    return row;
  }

  /** Removes the unit; what other features keep about it (a cycle) makes the database refuse. */
  async remove(ctx: Ctx, id: string): Promise<void> {
    await ctx.em.delete(OrgUnitEntity, { tenantId: ctx.tenantId, id });
  }
}
