import { Injectable } from '@nestjs/common';
import { PlanLimitsService } from '@wheelhouse/identity-api';
import { DomainError, localDateIn } from '@wheelhouse/kernel';
import type { Ctx } from '@wheelhouse/platform-db';

/** How many outlets may be open at once: as many as the tenant's plan covers. */
@Injectable()
export class OutletAllowance {
  constructor(private readonly plans: PlanLimitsService) {}

  /**
   * Does what may open outlets, and refuses with `PLAN.OUTLETS` when more are open afterwards than before and than the plan
   * covers. Two who open outlets at once wait for each other, where there is a limit.
   */
  async within<T>(ctx: Ctx, work: () => Promise<T>): Promise<T> {
    const { outlets: limit } = await this.plans.of(ctx);
    if (limit === null) return work();
    await ctx.em.query(`SELECT pg_advisory_xact_lock(hashtextextended('outlets:' || $1, 0))`, [ctx.tenantId]);
    const before = await this.open(ctx);
    const result = await work();
    const after = await this.open(ctx);
    if (after > limit && after > before) throw new DomainError('PLAN.OUTLETS', { limit, used: before });
    return result;
  }

  private async open(ctx: Ctx): Promise<number> {
    const [{ open }] = await ctx.em.query(
      `SELECT count(*)::int AS open FROM outlets WHERE tenant_id = $1 AND (closed_on IS NULL OR closed_on > $2)`,
      [ctx.tenantId, localDateIn(ctx.now, ctx.timeZone)],
    );
    return open;
  }
}
