import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { localDateIn } from '@wheelhouse/kernel';
import { Clock, TenantTransactions } from '@wheelhouse/platform-db';
import { JobsService } from '@wheelhouse/platform-jobs';
import { OperatorRepository } from './operator.repository.js';
import { RateRepository } from './rate.repository.js';
import { TenantClosingService } from './tenant-closing.service.js';
import { TenantContentRepository } from './tenant-content.repository.js';
import { TenantExportsRepository } from './tenant-exports.repository.js';
import { UsageRepository } from './usage.repository.js';

const DAY = 86_400_000;

/** Every hour: measures what tenants keep (once a day each), throws away what has expired, deletes tenants that are due. */
@Injectable()
export class DailyRoundsJob implements OnApplicationBootstrap {
  constructor(
    private readonly jobs: JobsService,
    private readonly transactions: TenantTransactions,
    private readonly tenants: OperatorRepository,
    private readonly content: TenantContentRepository,
    private readonly usage: UsageRepository,
    private readonly exports: TenantExportsRepository,
    private readonly rates: RateRepository,
    private readonly closing: TenantClosingService,
    private readonly clock: Clock,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.work<{ tenantId: string; timeZone: string }>('measure-tenant', ({ data }) => this.measure(data));
    await this.jobs.work('delete-tenants', () => this.closing.deleteDue());
  }

  /** Only enqueues, whatever the number of workers that tick. */
  @Cron('0 17 * * * *', { name: 'tenant-rounds' })
  async tick(): Promise<void> {
    const tenants = await this.tenants.all();
    await this.transactions.run({}, async (em) => {
      for (const { id, timeZone } of tenants) {
        await this.jobs.enqueue(em, 'measure-tenant', { tenantId: id, timeZone }, { key: id });
      }
      await this.jobs.enqueue(em, 'delete-tenants', {}, { key: 'all' });
    });
  }

  private async measure({ tenantId, timeZone }: { tenantId: string; timeZone: string }): Promise<void> {
    const now = this.clock.now();
    const day = localDateIn(now, timeZone);
    await this.transactions.run({ tenantId }, async (em) => {
      await this.exports.removeExpired(em, tenantId, now);
      await this.rates.forget(em, tenantId, new Date(now.getTime() - DAY));
      const { measuredAt } = await this.usage.usage(em, tenantId, day, now);
      if (measuredAt && localDateIn(new Date(measuredAt), timeZone) === day) return;
      await this.usage.measured(em, tenantId, day, await this.content.storageBytes(em, tenantId), now);
    });
  }
}
