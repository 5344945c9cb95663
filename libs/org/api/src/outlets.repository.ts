import { Injectable } from '@nestjs/common';
import type { CityTier } from '@wheelhouse/contracts';
import type { LocalDate, LocalizedText } from '@wheelhouse/kernel';
import type { Ctx } from '@wheelhouse/platform-db';
import { OutletEntity } from './outlet.entity.js';
import type { OutletOnDay } from './network-snapshot.js';

/** A whole outlet with the names of what it belongs to. */
export interface OutletRow {
  id: string;
  code: string;
  name: LocalizedText;
  kind: string;
  orgUnitId: string;
  orgUnitName: LocalizedText;
  peerGroupId: string | null;
  peerGroupName: LocalizedText | null;
  cityTier: CityTier | null;
  city: LocalizedText | null;
  latitude: number | null;
  longitude: number | null;
  timeZone: string;
  openedOn: LocalDate;
  closedOn: LocalDate | null;
  attributes: Record<string, string | number | boolean>;
}
export type OutletColumns = Omit<OutletRow, 'orgUnitName' | 'peerGroupName'>;

/** What other features see of an outlet. */
export interface OutletView {
  id: string;
  code: string;
  name: LocalizedText;
  kind: string;
  orgUnitId: string;
  /** Ids from the root to the unit that holds it today. */
  orgUnitPath: string[];
  peerGroupId: string | null;
  timeZone: string;
  openedOn: LocalDate;
  /** The first day on which it is no longer open: open on `day` when `openedOn ≤ day` and (`closedOn` null or `day < closedOn`). */
  closedOn: LocalDate | null;
  city: LocalizedText | null;
}

/** Where a list may look: everywhere, or at these units and outlets. */
export type OutletScope = 'all' | { unitIds: string[]; outletIds: string[] };

export interface OutletFilter {
  scope: OutletScope;
  /** At one of these units. */
  unitIds?: string[];
  q?: string;
  peerGroupId?: string;
  kind?: string;
  /** Leaves out what is closed on this day. */
  notClosedOn?: LocalDate;
  afterCode?: string;
}

const ROW = `o.id, o.code, o.name, o.kind, o.org_unit_id AS "orgUnitId", u.name AS "orgUnitName",
  o.peer_group_id AS "peerGroupId", g.name AS "peerGroupName", o.city_tier AS "cityTier", o.city, o.latitude, o.longitude,
  o.time_zone AS "timeZone", o.opened_on::text AS "openedOn", o.closed_on::text AS "closedOn", o.attributes
  FROM outlets o JOIN org_units u ON u.tenant_id = o.tenant_id AND u.id = o.org_unit_id
  LEFT JOIN peer_groups g ON g.tenant_id = o.tenant_id AND g.id = o.peer_group_id`;
const VIEW = `o.id, o.code, o.name, o.kind, o.org_unit_id AS "orgUnitId", o.peer_group_id AS "peerGroupId",
  o.time_zone AS "timeZone", o.opened_on::text AS "openedOn", o.closed_on::text AS "closedOn", o.city`;

@Injectable()
export class OutletsRepository {
  async find(ctx: Ctx, id: string): Promise<OutletRow | null> {
    const [row] = await ctx.em.query(`SELECT ${ROW} WHERE o.tenant_id = $1 AND o.id = $2`, [ctx.tenantId, id]);
    return row ?? null;
  }

  /** One outlet with its path in a single round trip. */
  async view(ctx: Ctx, id: string): Promise<OutletView | null> {
    const [row] = await ctx.em.query(
      `SELECT ${VIEW}, ARRAY(
         WITH RECURSIVE up (id, parent_id, above) AS (
           SELECT u.id, u.parent_id, 0 FROM org_units u WHERE u.tenant_id = $1 AND u.id = o.org_unit_id
           UNION ALL
           SELECT u.id, u.parent_id, up.above + 1 FROM up JOIN org_units u ON u.tenant_id = $1 AND u.id = up.parent_id)
         SELECT up.id::text FROM up ORDER BY up.above DESC) AS "orgUnitPath"
       FROM outlets o WHERE o.tenant_id = $1 AND o.id = $2`,
      [ctx.tenantId, id],
    );
    return row ?? null;
  }

  views(ctx: Ctx, ids: string[]): Promise<Omit<OutletView, 'orgUnitPath'>[]> {
    return ctx.em.query(`SELECT ${VIEW} FROM outlets o WHERE o.tenant_id = $1 AND o.id = ANY($2)`, [ctx.tenantId, ids]);
  }

  /** Outlets by code, at most `count`. */
  list(ctx: Ctx, filter: OutletFilter, count: number): Promise<OutletRow[]> {
    const values: unknown[] = [ctx.tenantId];
    const where = ['o.tenant_id = $1'];
    const add = (condition: (place: string) => string, value: unknown) => {
      values.push(value);
      where.push(condition(`$${values.length}`));
    };
    if (filter.scope !== 'all') {
      values.push(filter.scope.unitIds, filter.scope.outletIds);
      where.push(`(o.org_unit_id = ANY($${values.length - 1}) OR o.id = ANY($${values.length}))`);
    }
    if (filter.unitIds) add((p) => `o.org_unit_id = ANY(${p})`, filter.unitIds);
    if (filter.q)
      add(
        (p) => `(o.code ILIKE ${p} OR o.name->>'en' ILIKE ${p} OR o.name->>'zh' ILIKE ${p})`,
        `%${filter.q.replace(/[\\%_]/g, '\\$&')}%`,
      );
    if (filter.peerGroupId) add((p) => `o.peer_group_id = ${p}`, filter.peerGroupId);
    if (filter.kind) add((p) => `o.kind = ${p}`, filter.kind);
    if (filter.notClosedOn) add((p) => `(o.closed_on IS NULL OR o.closed_on > ${p})`, filter.notClosedOn);
    if (filter.afterCode !== undefined) add((p) => `o.code > ${p}`, filter.afterCode);
    values.push(count);
    return ctx.em.query(`SELECT ${ROW} WHERE ${where.join(' AND ')} ORDER BY o.code LIMIT $${values.length}`, values);
  }

  /** Ids of all outlets, closed ones too, at these units or among these outlets. */
  async ids(ctx: Ctx, unitIds: string[], outletIds: string[] = []): Promise<string[]> {
    const rows: { id: string }[] = await ctx.em.query(
      `SELECT id FROM outlets WHERE tenant_id = $1 AND (org_unit_id = ANY($2) OR id = ANY($3)) ORDER BY id`,
      [ctx.tenantId, unitIds, outletIds],
    );
    return rows.map((row) => row.id);
  }

  /** How many outlets are open on `day`, for each unit that holds some directly. */
  async openByUnit(ctx: Ctx, day: LocalDate): Promise<Map<string, number>> {
    const rows: { id: string; n: number }[] = await ctx.em.query(
      `SELECT org_unit_id AS id, count(*)::int AS n FROM outlets
       WHERE tenant_id = $1 AND opened_on <= $2 AND (closed_on IS NULL OR closed_on > $2) GROUP BY org_unit_id`,
      [ctx.tenantId, day],
    );
    return new Map(rows.map((row) => [row.id, row.n]));
  }

  /** Outlets open on `day` with the unit that held each then (before its recorded history: where it was put first). */
  onDay(ctx: Ctx, day: LocalDate): Promise<OutletOnDay[]> {
    return ctx.em.query(
      `SELECT o.id, o.code, o.name, o.peer_group_id AS "peerGroupId", coalesce(p.org_unit_id, (
                SELECT f.org_unit_id FROM outlet_placements f
                WHERE f.tenant_id = o.tenant_id AND f.outlet_id = o.id ORDER BY f.valid_from LIMIT 1), o.org_unit_id) AS "orgUnitId"
       FROM outlets o LEFT JOIN outlet_placements p ON p.tenant_id = o.tenant_id AND p.outlet_id = o.id
         AND p.valid_from <= $2 AND (p.valid_until IS NULL OR p.valid_until > $2)
       WHERE o.tenant_id = $1 AND o.opened_on <= $2 AND (o.closed_on IS NULL OR o.closed_on > $2) ORDER BY o.code`,
      [ctx.tenantId, day],
    );
  }

  async codeTaken(ctx: Ctx, code: string, exceptId: string | null): Promise<boolean> {
    const rows = await ctx.em.query(
      `SELECT 1 FROM outlets WHERE tenant_id = $1 AND code = $2 AND id IS DISTINCT FROM $3`,
      [ctx.tenantId, code, exceptId],
    );
    return rows.length > 0;
  }

  async insert(ctx: Ctx, outlet: OutletColumns): Promise<void> {
    await ctx.em.insert(OutletEntity, { tenantId: ctx.tenantId, ...outlet });
  }

  async update(ctx: Ctx, id: string, change: Partial<OutletColumns>): Promise<void> {
    await ctx.em.update(OutletEntity, { tenantId: ctx.tenantId, id }, change);
  }

  /** Lets only one transaction at a time change this outlet and its history. */
  async lock(ctx: Ctx, id: string): Promise<void> {
    await ctx.em.query(`SELECT id FROM outlets WHERE tenant_id = $1 AND id = $2 FOR UPDATE`, [ctx.tenantId, id]);
  }
}
