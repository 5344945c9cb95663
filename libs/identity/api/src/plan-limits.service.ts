import { Injectable } from '@nestjs/common';
import { limitsOf, type PlanLimits } from '@wheelhouse/contracts';
import { DomainError } from '@wheelhouse/kernel';
import type { Ctx } from '@wheelhouse/platform-db';
import { TenantsRepository } from './tenants.repository.js';

const MB = 1_000_000;

/** What the tenant's plan allows, for the features that would go beyond it. */
@Injectable()
export class PlanLimitsService {
  constructor(private readonly tenants: TenantsRepository) {}

  async of(ctx: Ctx): Promise<PlanLimits> {
    const { plan, agreed } = await this.tenants.planOf(ctx);
    return limitsOf(plan, agreed);
  }

  /** Refuses new files while the tenant keeps more than its plan covers, as of the last measurement. */
  async requireStorage(ctx: Ctx): Promise<void> {
    const { storageMb } = await this.of(ctx);
    if (storageMb === null) return;
    const used = Math.ceil((await this.tenants.storageBytes(ctx)) / MB);
    if (used >= storageMb) throw new DomainError('PLAN.STORAGE', { limit: storageMb, used });
  }
}
