import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { IdentityFacade } from '@wheelhouse/identity-api';
import { OrgFacade } from '@wheelhouse/org-api';
import { TenantTransactions } from '@wheelhouse/platform-db';
import { JobsService } from '@wheelhouse/platform-jobs';
import { AuditsFacade } from './audits.facade.js';

/** Every hour: assignments whose window has closed are missed. Running it again changes nothing. */
@Injectable()
export class ExpireAssignmentsJob implements OnApplicationBootstrap {
  constructor(
    private readonly jobs: JobsService,
    private readonly transactions: TenantTransactions,
    private readonly org: OrgFacade,
    private readonly identity: IdentityFacade,
    private readonly audits: AuditsFacade,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.work<{ tenantId: string }>('expire-assignments', ({ data }) => this.run(data.tenantId));
  }

  /** Only enqueues: one job for each tenant, whatever the number of workers that tick. */
  @Cron('0 2 * * * *', { name: 'expire-assignments' })
  async tick(): Promise<void> {
    const tenants = await this.org.tenantsToClose();
    await this.transactions.run({}, async (em) => {
      for (const { id } of tenants) await this.jobs.enqueue(em, 'expire-assignments', { tenantId: id }, { key: id });
    });
  }

  private async run(tenantId: string): Promise<void> {
    await this.identity.runAsSystem(tenantId, 'en', (ctx) => this.audits.expireAssignments(ctx));
  }
}
