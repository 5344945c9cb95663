import { Injectable } from '@nestjs/common';
import type { CyclePhase, StandardVersionStatus } from '@wheelhouse/contracts';
import { type LocalizedText, newId } from '@wheelhouse/kernel';
import { type Ctx, likeOf } from '@wheelhouse/platform-db';
import { CycleEntity } from './cycle.entity.js';

export interface CycleRow {
  id: string;
  name: LocalizedText;
  phase: CyclePhase;
  orgUnitId: string;
  scopeName: LocalizedText;
  standardVersionId: string | null;
  standardId: string | null;
  standardName: LocalizedText | null;
  standardStatus: StandardVersionStatus | null;
  auditPlan: string | null;
  doFrom: string | null;
  doTo: string | null;
  conclusion: string | null;
  predecessorId: string | null;
  createdAt: Date;
}

/** What a new cycle begins with; its id and phase are not chosen. */
export type NewCycle = Pick<
  CycleRow,
  'name' | 'orgUnitId' | 'standardVersionId' | 'auditPlan' | 'doFrom' | 'doTo' | 'predecessorId'
>;
export type CycleChange = Partial<
  Omit<NewCycle, 'orgUnitId' | 'predecessorId'> & Pick<CycleRow, 'conclusion' | 'phase'>
>;

/** What a list is cut by. `orgUnitIds` null: every scope. */
export interface CycleFilter {
  orgUnitIds: string[] | null;
  phase: CyclePhase | null;
  q?: string;
  /** Id of the last row of the page before. */
  before: string | null;
  limit: number;
}

const SELECT = `
  SELECT c.id, c.name, c.phase, c.org_unit_id AS "orgUnitId", u.name AS "scopeName",
         c.standard_version_id AS "standardVersionId", v.standard_id AS "standardId", s.name AS "standardName",
         v.status AS "standardStatus", c.audit_plan AS "auditPlan", c.do_from::text AS "doFrom", c.do_to::text AS "doTo",
         c.conclusion, c.predecessor_id AS "predecessorId", c.created_at AS "createdAt"
  FROM cycles c
  JOIN org_units u ON u.tenant_id = c.tenant_id AND u.id = c.org_unit_id
  LEFT JOIN standard_versions v ON v.tenant_id = c.tenant_id AND v.id = c.standard_version_id
  LEFT JOIN standards s ON s.tenant_id = v.tenant_id AND s.id = v.standard_id`;

@Injectable()
export class CyclesRepository {
  async find(ctx: Ctx, id: string): Promise<CycleRow | null> {
    const rows = await ctx.em.query(`${SELECT} WHERE c.tenant_id = $1 AND c.id = $2`, [ctx.tenantId, id]);
    return rows[0] ?? null;
  }

  /** Waits until nobody else works on the cycle, then reads it. */
  async lock(ctx: Ctx, id: string): Promise<CycleRow | null> {
    await ctx.em.query(`SELECT 1 FROM cycles WHERE tenant_id = $1 AND id = $2 FOR UPDATE`, [ctx.tenantId, id]);
    return this.find(ctx, id);
  }

  /** Newest first. Ids are UUIDv7, so their order is that of creation. */
  list(ctx: Ctx, { orgUnitIds, phase, q, before, limit }: CycleFilter): Promise<CycleRow[]> {
    return ctx.em.query(
      `${SELECT}
       WHERE c.tenant_id = $1 AND ($2::uuid[] IS NULL OR c.org_unit_id = ANY($2)) AND ($3::text IS NULL OR c.phase = $3)
         AND ($4::uuid IS NULL OR c.id < $4) AND ($6::text IS NULL OR c.name->>'en' ILIKE $6 OR c.name->>'zh' ILIKE $6)
       ORDER BY c.id DESC LIMIT $5`,
      [ctx.tenantId, orgUnitIds, phase, before, limit, likeOf(q)],
    );
  }

  /** Those that are not closed, the oldest first. */
  running(ctx: Ctx, limit: number): Promise<CycleRow[]> {
    return ctx.em.query(`${SELECT} WHERE c.tenant_id = $1 AND c.phase <> 'closed' ORDER BY c.id LIMIT $2`, [
      ctx.tenantId,
      limit,
    ]);
  }

  async insert(ctx: Ctx, cycle: NewCycle): Promise<string> {
    const id = newId(ctx.now);
    const at = { createdAt: ctx.now, updatedAt: ctx.now };
    await ctx.em.insert(CycleEntity, { tenantId: ctx.tenantId, id, phase: 'plan', conclusion: null, ...cycle, ...at });
    return id;
  }

  async update(ctx: Ctx, id: string, change: CycleChange): Promise<void> {
    await ctx.em.update(CycleEntity, { tenantId: ctx.tenantId, id }, { ...change, updatedAt: ctx.now });
  }

  /** The cycle that followed from this one; the first, if there are several. */
  async successorOf(ctx: Ctx, id: string): Promise<string | null> {
    const rows: { id: string }[] = await ctx.em.query(
      `SELECT id FROM cycles WHERE tenant_id = $1 AND predecessor_id = $2 ORDER BY id LIMIT 1`,
      [ctx.tenantId, id],
    );
    return rows[0]?.id ?? null;
  }

  /** These org units, all that lie below them, and all that they lie below. */
  async unitsAround(ctx: Ctx, orgUnitIds: string[]): Promise<string[]> {
    const rows: { id: string }[] = await ctx.em.query(
      `WITH RECURSIVE below AS (
         SELECT id FROM org_units WHERE tenant_id = $1 AND id = ANY($2)
         UNION SELECT u.id FROM org_units u JOIN below ON u.tenant_id = $1 AND u.parent_id = below.id),
       above AS (
         SELECT id, parent_id FROM org_units WHERE tenant_id = $1 AND id = ANY($2)
         UNION SELECT u.id, u.parent_id FROM org_units u JOIN above ON u.tenant_id = $1 AND u.id = above.parent_id)
       SELECT id FROM below UNION SELECT id FROM above`,
      [ctx.tenantId, orgUnitIds],
    );
    return rows.map((row) => row.id);
  }

  /**
   * How many assignments there are in the scope of each of these cycles whose window touches its do phase and whose
   * standard is the cycle's (in any version), and how many of them are done or missed. Cancelled ones don't count.
   */
  assignments(ctx: Ctx, cycleIds: string[]): Promise<{ cycleId: string; total: number; settled: number }[]> {
    return ctx.em.query(
      `WITH RECURSIVE below AS (
         SELECT c.id AS cycle_id, c.org_unit_id AS unit_id FROM cycles c WHERE c.tenant_id = $1 AND c.id = ANY($2)
         UNION SELECT b.cycle_id, u.id FROM below b JOIN org_units u ON u.tenant_id = $1 AND u.parent_id = b.unit_id)
       SELECT c.id AS "cycleId", count(*)::int AS total, count(*) FILTER (WHERE a.status IN ('done', 'missed'))::int AS settled
       FROM below b
       JOIN cycles c ON c.tenant_id = $1 AND c.id = b.cycle_id
       JOIN standard_versions own ON own.tenant_id = $1 AND own.id = c.standard_version_id
       JOIN outlets o ON o.tenant_id = $1 AND o.org_unit_id = b.unit_id
       JOIN assignments a ON a.tenant_id = $1 AND a.outlet_id = o.id AND a.status <> 'cancelled'
        AND a.window_from <= c.do_to AND a.window_to >= c.do_from
       JOIN standard_versions v ON v.tenant_id = $1 AND v.id = a.standard_version_id AND v.standard_id = own.standard_id
       GROUP BY c.id`,
      [ctx.tenantId, cycleIds],
    );
  }
}
