import { Injectable } from '@nestjs/common';
import type { Effect, Metric, ObjectiveDecision } from '@wheelhouse/contracts';
import { type LocalizedText, newId } from '@wheelhouse/kernel';
import type { Ctx } from '@wheelhouse/platform-db';
import { type KeptBaseline, ObjectiveEntity } from './objective.entity.js';

export interface ObjectiveRow {
  id: string;
  cycleId: string;
  revision: number;
  name: LocalizedText;
  metric: Metric;
  direction: 'up' | 'down';
  baseline: KeptBaseline | null;
  target: number | null;
  dueOn: string | null;
  measured: Effect | null;
  decision: ObjectiveDecision | null;
  decisionReason: string | null;
}

export type NewObjective = Pick<ObjectiveRow, 'name' | 'metric' | 'direction' | 'baseline' | 'target' | 'dueOn'>;
export type ObjectiveChange = Partial<Omit<ObjectiveRow, 'id' | 'cycleId'>>;

const COLUMNS = `id, cycle_id AS "cycleId", revision, name, metric, direction, baseline, target, due_on::text AS "dueOn", measured, decision,
  decision_reason AS "decisionReason"`;

@Injectable()
export class ObjectivesRepository {
  async find(ctx: Ctx, id: string): Promise<ObjectiveRow | null> {
    const rows = await ctx.em.query(`SELECT ${COLUMNS} FROM objectives WHERE tenant_id = $1 AND id = $2`, [
      ctx.tenantId,
      id,
    ]);
    return rows[0] ?? null;
  }

  /** The objectives of these cycles in the order in which they were set. */
  of(ctx: Ctx, cycleIds: string[]): Promise<ObjectiveRow[]> {
    return ctx.em.query(
      `SELECT ${COLUMNS} FROM objectives WHERE tenant_id = $1 AND cycle_id = ANY($2) ORDER BY created_at, id`,
      [ctx.tenantId, cycleIds],
    );
  }

  async insert(ctx: Ctx, cycleId: string, objective: NewObjective): Promise<string> {
    // Of this moment, not of `ctx.now`: ids made one after the other keep their order within one request.
    const id = newId();
    const key = { tenantId: ctx.tenantId, id, cycleId, revision: 1 };
    await ctx.em.insert(ObjectiveEntity, { ...key, ...objective, createdAt: ctx.now, updatedAt: ctx.now });
    return id;
  }

  async update(ctx: Ctx, id: string, change: ObjectiveChange): Promise<void> {
    await ctx.em.update(ObjectiveEntity, { tenantId: ctx.tenantId, id }, { ...change, updatedAt: ctx.now });
  }

  async remove(ctx: Ctx, id: string): Promise<void> {
    await ctx.em.delete(ObjectiveEntity, { tenantId: ctx.tenantId, id });
  }
}
