import { Injectable } from '@nestjs/common';
import type { JobResponse } from '@wheelhouse/contracts';
import { DomainError, newId } from '@wheelhouse/kernel';
import { type Ctx, TenantTransactions } from '@wheelhouse/platform-db';

/** Long work that a person watches. Progress is written in short transactions of its own, so that it is seen at once. */
@Injectable()
export class TasksService {
  constructor(private readonly transactions: TenantTransactions) {}

  async create(ctx: Ctx, kind: string): Promise<string> {
    const id = newId();
    await ctx.em.query(`INSERT INTO tasks (tenant_id, id, kind, requested_by) VALUES ($1, $2, $3, $4)`, [
      ctx.tenantId,
      id,
      kind,
      ctx.actor.memberId,
    ]);
    return id;
  }

  async start(tenantId: string, id: string): Promise<void> {
    await this.set(tenantId, id, `status = 'running', started_at = now(), progress = 0, error = NULL`);
  }

  async progress(tenantId: string, id: string, share: number): Promise<void> {
    await this.set(tenantId, id, `progress = $3`, [Math.min(1, Math.max(0, share))]);
  }

  async finish(tenantId: string, id: string): Promise<void> {
    await this.set(tenantId, id, `status = 'done', progress = 1, finished_at = now()`);
  }

  async fail(tenantId: string, id: string, error: string): Promise<void> {
    await this.set(tenantId, id, `status = 'failed', error = $3, finished_at = now()`, [error.slice(0, 500)]);
  }

  async get(ctx: Ctx, id: string): Promise<JobResponse> {
    const [row] = await ctx.em.query(
      `SELECT id, kind, status, progress, error, started_at AS "startedAt", finished_at AS "finishedAt" FROM tasks WHERE tenant_id = $1 AND id = $2`,
      [ctx.tenantId, id],
    );
    if (!row) throw new DomainError('NOT_FOUND');
    return row;
  }

  private async set(tenantId: string, id: string, assignments: string, values: unknown[] = []): Promise<void> {
    await this.transactions.run({ tenantId }, (em) =>
      em.query(`UPDATE tasks SET ${assignments}, updated_at = now() WHERE tenant_id = $1 AND id = $2`, [
        tenantId,
        id,
        ...values,
      ]),
    );
  }
}
