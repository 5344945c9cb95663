import { Injectable } from '@nestjs/common';
import { limitsOf, type PlanLimits } from '@wheelhouse/contracts';
import { DomainError } from '@wheelhouse/kernel';
import type { Ctx } from '@wheelhouse/platform-db';

const MB = 1_000_000;

/** What the tenant's plan allows, for the features that would go beyond it. */
@Injectable()
export class PlanLimitsService {
  async of(ctx: Ctx): Promise<PlanLimits> {
    const [row] = await ctx.em.query(`SELECT plan, agreed_limits AS agreed FROM tenants WHERE id = $1`, [ctx.tenantId]);
    return limitsOf(row.plan, row.agreed);
  }

  /** Refuses new files while the tenant keeps more than its plan covers, as of the last measurement. */
  async requireStorage(ctx: Ctx): Promise<void> {
    const { storageMb } = await this.of(ctx);
    if (storageMb === null) return;
    const [row] = await ctx.em.query(
      `SELECT storage_bytes::float8 AS bytes FROM tenant_measurements WHERE tenant_id = $1 ORDER BY day DESC LIMIT 1`,
      [ctx.tenantId],
    );
    const used = Math.ceil((row?.bytes ?? 0) / MB);
    if (used >= storageMb) throw new DomainError('PLAN.STORAGE', { limit: storageMb, used });
  }
}
