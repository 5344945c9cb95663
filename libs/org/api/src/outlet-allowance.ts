import { Injectable } from '@nestjs/common';
import { PlanLimitsService } from '@wheelhouse/identity-api';
import { DomainError, localDateIn } from '@wheelhouse/kernel';
import type { Ctx } from '@wheelhouse/platform-db';
import { OutletsRepository } from './outlets.repository.js';

/** How many outlets may be open at once: as many as the tenant's plan covers. */
@Injectable()
export class OutletAllowance {
  constructor(
    private readonly plans: PlanLimitsService,
    private readonly outlets: OutletsRepository,
  ) {}

  /**
   * Does what may open outlets, and refuses with `PLAN.OUTLETS` when more are open afterwards than before and than the plan
   * covers. Two who open outlets at once wait for each other, where there is a limit.
   */
  async within<T>(ctx: Ctx, work: () => Promise<T>): Promise<T> {
    const { outlets: limit } = await this.plans.of(ctx);
    if (limit === null) return work();
    const today = localDateIn(ctx.now, ctx.timeZone);
    await this.outlets.lockOpening(ctx);
    const before = await this.outlets.countOpen(ctx, today);
    const result = await work();
    const after = await this.outlets.countOpen(ctx, today);
    if (after > limit && after > before) throw new DomainError('PLAN.OUTLETS', { limit, used: before });
    return result;
  }
}
