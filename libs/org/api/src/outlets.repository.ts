import { Injectable } from '@nestjs/common';
import type { CityTier, OutletKindResponse } from '@wheelhouse/contracts';
import type { LocalDate, LocalizedText } from '@wheelhouse/kernel';
import type { Ctx } from '@wheelhouse/platform-db';
import { conditionsOf, type OutletFilter, type OutletOrder, type OutletScope, orderOf } from './outlet-filter.js';
import { OutletEntity } from './outlet.entity.js';
export type { OutletFilter, OutletScope } from './outlet-filter.js';
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
    const [row] = await this.findMany(ctx, [id]);
    return row ?? null;
  }

  findMany(ctx: Ctx, ids: string[]): Promise<OutletRow[]> {
    return ctx.em.query(`SELECT ${ROW} WHERE o.tenant_id = $1 AND o.id = ANY($2)`, [ctx.tenantId, ids]);
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

  /** Outlets in the filter's order, at most `count`, each with what it was sorted by. */
  list(ctx: Ctx, filter: OutletFilter & OutletOrder, count: number): Promise<(OutletRow & { key: string })[]> {
    const { where, values } = conditionsOf(ctx, filter);
    const { key, order, after } = orderOf(ctx, filter, values);
    return ctx.em.query(
      `SELECT ${key} AS key, ${ROW} WHERE ${[where, ...after].join(' AND ')} ORDER BY ${order} LIMIT ${count}`,
      values,
    );
  }

  /** How many outlets the filter leaves. */
  async count(ctx: Ctx, filter: OutletFilter): Promise<number> {
    const { where, values } = conditionsOf(ctx, filter);
    const [row] = await ctx.em.query(`SELECT count(*)::int AS n FROM outlets o WHERE ${where}`, values);
    return row.n;
  }

  /** The kinds in use inside the scope, most used first. */
  kinds(ctx: Ctx, scope: OutletScope): Promise<OutletKindResponse[]> {
    const { where, values } = conditionsOf(ctx, { scope });
    return ctx.em.query(
      `SELECT o.kind, count(*)::int AS outlets FROM outlets o WHERE ${where} GROUP BY o.kind ORDER BY 2 DESC, 1`,
      values,
    );
  }

  /** Ids of all outlets, closed ones too, at these units or among these outlets. */
  async ids(ctx: Ctx, unitIds: string[], outletIds: string[] = []): Promise<string[]> {
    const rows: { id: string }[] = await ctx.em.query(
      `SELECT id FROM outlets WHERE tenant_id = $1 AND (org_unit_id = ANY($2) OR id = ANY($3)) ORDER BY id`,
      [ctx.tenantId, unitIds, outletIds],
    );
    return rows.map((row) => row.id);
  }

  /** Ids of all outlets whose name or code holds `q`. */
  async idsNamed(ctx: Ctx, q: string): Promise<string[]> {
    const rows: { id: string }[] = await ctx.em.query(
      `SELECT id FROM outlets WHERE tenant_id = $1 AND (code ILIKE $2 OR name->>'en' ILIKE $2 OR name->>'zh' ILIKE $2)`,
      [ctx.tenantId, `%${q.replace(/[\\%_]/g, '\\$&')}%`],
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

  /** Whoever opens outlets where their number is limited waits here for the others to end. */
  async lockOpening({ em, tenantId }: Ctx): Promise<void> {
    await em.query(`SELECT pg_advisory_xact_lock(hashtextextended('outlets:' || $1, 0))`, [tenantId]);
  }

  /** How many are open on a day. */
  async countOpen({ em, tenantId }: Ctx, day: LocalDate): Promise<number> {
    const [row] = await em.query(
      `SELECT count(*)::int AS open FROM outlets WHERE tenant_id = $1 AND (closed_on IS NULL OR closed_on > $2)`,
      [tenantId, day],
    );
    return row.open;
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

  /** Lets only one transaction at a time change these outlets and their histories. */
  async lock(ctx: Ctx, ...ids: string[]): Promise<void> {
    await ctx.em.query(`SELECT id FROM outlets WHERE tenant_id = $1 AND id = ANY($2) ORDER BY id FOR UPDATE`, [
      ctx.tenantId,
      ids,
    ]);
  }
}
