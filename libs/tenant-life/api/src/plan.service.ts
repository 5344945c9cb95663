import { Injectable } from '@nestjs/common';
import { limitsOf, type PlanResponse } from '@wheelhouse/contracts';
import { localDateIn } from '@wheelhouse/kernel';
import { Clock, TenantTransactions } from '@wheelhouse/platform-db';
import { OperatorRepository, type TenantRow } from './operator.repository.js';
import { UsageRepository } from './usage.repository.js';

const DAY = 86_400_000;

/** A tenant's plan and what it uses of it. */
@Injectable()
export class PlanService {
  constructor(
    private readonly tenants: OperatorRepository,
    private readonly usage: UsageRepository,
    private readonly transactions: TenantTransactions,
    private readonly clock: Clock,
  ) {}

  async of(tenantId: string): Promise<PlanResponse> {
    return this.ofRow(await this.tenants.get(tenantId));
  }

  /** In a transaction of the tenant: even the operator's figures come through the tenant's wall. */
  async ofRow({ id, plan, agreed, timeZone }: TenantRow): Promise<PlanResponse> {
    const now = this.clock.now();
    const usage = await this.transactions.run({ tenantId: id }, (em) =>
      this.usage.usage(em, id, localDateIn(now, timeZone), new Date(now.getTime() - DAY)),
    );
    return { plan, limits: limitsOf(plan, agreed), usage };
  }
}
