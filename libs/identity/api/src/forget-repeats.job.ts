import { Injectable } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { Clock, TenantTransactions } from '@wheelhouse/platform-db';
import { RepeatsRepository } from '@wheelhouse/platform-http';
import { TenantsRepository } from './tenants.repository.js';

/** Once an hour: answers that are kept for repeated requests are let go after their day. */
@Injectable()
export class ForgetRepeatsJob {
  constructor(
    private readonly tenants: TenantsRepository,
    private readonly repeats: RepeatsRepository,
    private readonly transactions: TenantTransactions,
    private readonly clock: Clock,
  ) {}

  @Cron('15 41 * * * *', { name: 'forget-repeats' })
  async tick(): Promise<void> {
    for (const id of await this.tenants.ids())
      await this.transactions.run({ tenantId: id }, (em) => this.repeats.forget(em, id, this.clock.now()));
  }
}
