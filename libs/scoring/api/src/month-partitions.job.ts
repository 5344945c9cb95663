import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Cron, CronExpression } from '@nestjs/schedule';
import { Clock, TenantTransactions } from '@wheelhouse/platform-db';
import { JobsService } from '@wheelhouse/platform-jobs';

const TABLES = ['observations', 'audits', 'section_scores', 'findings'];
const MONTHS_AHEAD = 3;

/** Keeps three months of partitions ahead of today, so that no row of a coming month goes to the default partition. */
@Injectable()
export class MonthPartitionsJob implements OnApplicationBootstrap {
  constructor(
    private readonly jobs: JobsService,
    private readonly transactions: TenantTransactions,
    private readonly clock: Clock,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.work('ensure-partitions', () => this.ensure());
    await this.tick();
  }

  @Cron(CronExpression.EVERY_DAY_AT_1AM)
  async tick(): Promise<void> {
    await this.transactions.run({}, (em) => this.jobs.enqueue(em, 'ensure-partitions', {}, { key: 'months' }));
  }

  /** Makes the partitions that are missing from this month on. */
  async ensure(): Promise<void> {
    const from = this.clock.now();
    const to = new Date(from);
    to.setUTCMonth(to.getUTCMonth() + MONTHS_AHEAD);
    for (const table of TABLES) {
      await this.transactions.run({}, (em) =>
        em.query(`SELECT ensure_month_partitions($1, $2, $3)`, [table, from, to]),
      );
    }
  }
}
