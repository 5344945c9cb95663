import { Injectable } from '@nestjs/common';
import type { JobResponse } from '@wheelhouse/contracts';
import { newId } from '@wheelhouse/kernel';
import type { Ctx } from '@wheelhouse/platform-db';
import type { EntityManager } from 'typeorm';

/** The rows of watched tasks. */
@Injectable()
export class TasksRepository {
  async insert(ctx: Ctx, kind: string): Promise<string> {
    const id = newId();
    await ctx.em.query(`INSERT INTO tasks (tenant_id, id, kind, requested_by) VALUES ($1, $2, $3, $4)`, [
      ctx.tenantId,
      id,
      kind,
      ctx.actor.memberId,
    ]);
    return id;
  }

  async find(ctx: Ctx, id: string): Promise<JobResponse | null> {
    const [row] = await ctx.em.query(
      `SELECT id, kind, status, progress, error, started_at AS "startedAt", finished_at AS "finishedAt" FROM tasks WHERE tenant_id = $1 AND id = $2`,
      [ctx.tenantId, id],
    );
    return row ?? null;
  }

  /** Begun, perhaps once more: nothing of an earlier try stays. */
  started(em: EntityManager, tenantId: string, id: string): Promise<void> {
    return set(em, tenantId, id, `status = 'running', started_at = now(), progress = 0, error = NULL`);
  }

  /** `share`: 0–1. */
  progressed(em: EntityManager, tenantId: string, id: string, share: number): Promise<void> {
    return set(em, tenantId, id, `progress = $3`, [share]);
  }

  finished(em: EntityManager, tenantId: string, id: string): Promise<void> {
    return set(em, tenantId, id, `status = 'done', progress = 1, finished_at = now()`);
  }

  failed(em: EntityManager, tenantId: string, id: string, error: string): Promise<void> {
    return set(em, tenantId, id, `status = 'failed', error = $3, finished_at = now()`, [error]);
  }
}

async function set(em: EntityManager, tenantId: string, id: string, assignments: string, values: unknown[] = []) {
  await em.query(`UPDATE tasks SET ${assignments}, updated_at = now() WHERE tenant_id = $1 AND id = $2`, [
    tenantId,
    id,
    ...values,
  ]);
}
