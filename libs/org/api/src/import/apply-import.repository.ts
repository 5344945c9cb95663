import { Injectable } from '@nestjs/common';
import { type LocalDate, newId } from '@wheelhouse/kernel';
import type { Ctx } from '@wheelhouse/platform-db';
import type { MovePlan, Stay } from '../placements.js';
import type { OutletNow, OutletValues } from './outlet-values.js';

/** A row that is to be written, with the outlet as it is now. */
export interface RowToWrite {
  row: number;
  code: string;
  outletId: string | null;
  target: OutletValues;
  before: Pick<OutletNow, 'orgUnitId' | 'openedOn' | 'closedOn'> | null;
}

export interface StaleRow {
  row: number;
  code: string;
}

const COLUMNS = `code text, name jsonb, kind text, "orgUnitId" uuid, "peerGroupId" uuid, "cityTier" text, city jsonb,
  latitude double precision, longitude double precision, "timeZone" text, "openedOn" date, "closedOn" date, attributes jsonb`;

/** Rows of an import and what they write, whole batches at a time. */
@Injectable()
export class ApplyImportRepository {
  /**
   * Rows whose outlet is no longer as the dry run saw it: changed since, or a new code that somebody took, or an org unit
   * or peer group that is gone. At most `count` of them.
   */
  stale(ctx: Ctx, importId: string, count: number): Promise<StaleRow[]> {
    return ctx.em.query(
      `SELECT r.row_number AS row, r.code FROM outlet_import_rows r
         LEFT JOIN outlets o ON o.tenant_id = r.tenant_id AND o.code = r.code
         LEFT JOIN org_units u ON u.tenant_id = r.tenant_id AND u.id = (r.target->>'orgUnitId')::uuid
         LEFT JOIN peer_groups g ON g.tenant_id = r.tenant_id AND g.id = (r.target->>'peerGroupId')::uuid
       WHERE r.tenant_id = $1 AND r.import_id = $2 AND r.outcome IN ('new', 'changed')
         AND (o.id IS DISTINCT FROM r.outlet_id OR o.updated_at IS DISTINCT FROM r.outlet_seen_at OR u.id IS NULL
           OR (g.id IS NULL AND r.target->>'peerGroupId' IS NOT NULL))
       ORDER BY r.row_number LIMIT $3`,
      [ctx.tenantId, importId, count],
    );
  }

  /** Lets nobody else change the outlets of the import until this transaction ends. */
  async lockOutlets(ctx: Ctx, importId: string): Promise<void> {
    await ctx.em.query(
      `SELECT o.id FROM outlets o JOIN outlet_import_rows r ON r.tenant_id = o.tenant_id AND r.outlet_id = o.id
       WHERE r.tenant_id = $1 AND r.import_id = $2 AND r.outcome = 'changed' ORDER BY o.id FOR UPDATE OF o`,
      [ctx.tenantId, importId],
    );
  }

  rows(ctx: Ctx, importId: string, after: number, count: number): Promise<RowToWrite[]> {
    return ctx.em.query(
      `SELECT r.row_number AS row, r.code, r.outlet_id AS "outletId", r.target,
         CASE WHEN o.id IS NOT NULL THEN jsonb_build_object('orgUnitId', o.org_unit_id, 'openedOn', o.opened_on,
           'closedOn', o.closed_on) END AS before
       FROM outlet_import_rows r LEFT JOIN outlets o ON o.tenant_id = r.tenant_id AND o.id = r.outlet_id
       WHERE r.tenant_id = $1 AND r.import_id = $2 AND r.outcome IN ('new', 'changed') AND r.row_number > $3
       ORDER BY r.row_number LIMIT $4`,
      [ctx.tenantId, importId, after, count],
    );
  }

  /** Org units that the import hangs outlets under or takes them from. */
  async unitsTouched(ctx: Ctx, importId: string): Promise<{ outletId: string | null; orgUnitId: string }[]> {
    return ctx.em.query(
      `SELECT DISTINCT r.outlet_id AS "outletId", u.id AS "orgUnitId" FROM outlet_import_rows r
         LEFT JOIN outlets o ON o.tenant_id = r.tenant_id AND o.id = r.outlet_id
         CROSS JOIN LATERAL (SELECT (r.target->>'orgUnitId')::uuid AS id UNION SELECT o.org_unit_id WHERE o.id IS NOT NULL) u
       WHERE r.tenant_id = $1 AND r.import_id = $2 AND r.outcome IN ('new', 'changed')`,
      [ctx.tenantId, importId],
    );
  }

  async create(ctx: Ctx, targets: readonly OutletValues[]): Promise<void> {
    if (targets.length === 0) return;
    const outlets = targets.map((target) => ({ ...target, id: newId(), placementId: newId() }));
    await ctx.em.query(
      `WITH given AS (SELECT * FROM jsonb_to_recordset($2) AS r (id uuid, "placementId" uuid, ${COLUMNS})),
       made AS (
         INSERT INTO outlets (tenant_id, id, code, name, kind, org_unit_id, peer_group_id, city_tier, city, latitude, longitude,
           time_zone, opened_on, closed_on, attributes)
         SELECT $1, id, code, name, kind, "orgUnitId", "peerGroupId", "cityTier", nullif(city, 'null'::jsonb), latitude,
           longitude, "timeZone", "openedOn", "closedOn", attributes FROM given RETURNING id)
       SELECT count(*) FROM made`,
      [ctx.tenantId, JSON.stringify(outlets)],
    );
    await ctx.em.query(
      `INSERT INTO outlet_placements (tenant_id, id, outlet_id, org_unit_id, valid_from)
       SELECT $1, "placementId", id, "orgUnitId", "openedOn"
       FROM jsonb_to_recordset($2) AS r (id uuid, "placementId" uuid, "orgUnitId" uuid, "openedOn" date)`,
      [ctx.tenantId, JSON.stringify(outlets)],
    );
  }

  async change(ctx: Ctx, outlets: readonly (OutletValues & { id: string })[]): Promise<void> {
    if (outlets.length === 0) return;
    await ctx.em.query(
      `UPDATE outlets o SET name = r.name, kind = r.kind, org_unit_id = r."orgUnitId", peer_group_id = r."peerGroupId",
         city_tier = r."cityTier", city = nullif(r.city, 'null'::jsonb), latitude = r.latitude, longitude = r.longitude,
         time_zone = r."timeZone", opened_on = r."openedOn", closed_on = r."closedOn", attributes = r.attributes,
         updated_at = now()
       FROM jsonb_to_recordset($2) AS r (id uuid, ${COLUMNS}) WHERE o.tenant_id = $1 AND o.id = r.id`,
      [ctx.tenantId, JSON.stringify(outlets)],
    );
  }

  /** The first place of each outlet begins with its first open day. */
  async setStarts(ctx: Ctx, starts: readonly { id: string; openedOn: LocalDate }[]): Promise<void> {
    if (starts.length === 0) return;
    await ctx.em.query(
      `UPDATE outlet_placements p SET valid_from = r."openedOn", updated_at = now()
       FROM jsonb_to_recordset($2) AS r (id uuid, "openedOn" date)
       WHERE p.tenant_id = $1 AND p.id = (SELECT f.id FROM outlet_placements f
         WHERE f.tenant_id = $1 AND f.outlet_id = r.id ORDER BY f.valid_from LIMIT 1)`,
      [ctx.tenantId, JSON.stringify(starts)],
    );
  }

  /** The histories of several outlets, each oldest first. */
  stays(ctx: Ctx, outletIds: string[]): Promise<(Stay & { outletId: string })[]> {
    return ctx.em.query(
      `SELECT id, outlet_id AS "outletId", org_unit_id AS "parentId", valid_from::text AS "from", valid_until::text AS until
       FROM outlet_placements WHERE tenant_id = $1 AND outlet_id = ANY($2) ORDER BY outlet_id, valid_from`,
      [ctx.tenantId, outletIds],
    );
  }

  /** Writes planned moves into the histories, each kind of step at once. */
  async move(ctx: Ctx, moves: readonly { id: string; orgUnitId: string; plan: MovePlan }[]): Promise<void> {
    const removed = moves.flatMap(({ plan }) => (plan.kind === 'resume' ? [plan.remove] : []));
    const ends = moves.flatMap(({ plan }): { stay: string; until: LocalDate | null }[] => {
      if (plan.kind === 'append') return [{ stay: plan.close, until: plan.from }];
      return plan.kind === 'resume' ? [{ stay: plan.reopen, until: null }] : [];
    });
    const parents = moves.flatMap(({ plan, orgUnitId }) =>
      plan.kind === 'replace' ? [{ stay: plan.stay, orgUnitId }] : [],
    );
    const begun = moves.flatMap(({ id, plan, orgUnitId }) =>
      plan.kind === 'append' ? [{ stay: newId(), id, orgUnitId, from: plan.from }] : [],
    );
    if (removed.length > 0)
      await ctx.em.query(`DELETE FROM outlet_placements WHERE tenant_id = $1 AND id = ANY($2)`, [
        ctx.tenantId,
        removed,
      ]);
    if (ends.length > 0)
      await ctx.em.query(
        `UPDATE outlet_placements p SET valid_until = r.until, updated_at = now()
         FROM jsonb_to_recordset($2) AS r (stay uuid, until date) WHERE p.tenant_id = $1 AND p.id = r.stay`,
        [ctx.tenantId, JSON.stringify(ends)],
      );
    if (parents.length > 0)
      await ctx.em.query(
        `UPDATE outlet_placements p SET org_unit_id = r."orgUnitId", updated_at = now()
         FROM jsonb_to_recordset($2) AS r (stay uuid, "orgUnitId" uuid) WHERE p.tenant_id = $1 AND p.id = r.stay`,
        [ctx.tenantId, JSON.stringify(parents)],
      );
    if (begun.length > 0)
      await ctx.em.query(
        `INSERT INTO outlet_placements (tenant_id, id, outlet_id, org_unit_id, valid_from)
         SELECT $1, stay, id, "orgUnitId", "from"
         FROM jsonb_to_recordset($2) AS r (stay uuid, id uuid, "orgUnitId" uuid, "from" date)`,
        [ctx.tenantId, JSON.stringify(begun)],
      );
  }
}
