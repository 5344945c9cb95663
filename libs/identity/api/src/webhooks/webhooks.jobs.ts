import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { TenantTransactions } from '@wheelhouse/platform-db';
import { JobsService } from '@wheelhouse/platform-jobs';
import { TenantsRepository } from '../tenants.repository.js';
import { type DeliverData, WebhookDeliverer } from './webhook-deliverer.js';

/** Endpoints that one worker sends to at the same time. */
const ENDPOINTS_AT_ONCE = 12;
/** Events that one worker makes deliveries of at the same time. */
const EVENTS_AT_ONCE = 4;

/** What the worker does for webhooks: makes deliveries of events, sends them, and forgets old ones. */
@Injectable()
export class WebhooksJobs implements OnApplicationBootstrap {
  constructor(
    private readonly jobs: JobsService,
    private readonly deliverer: WebhookDeliverer,
    private readonly tenants: TenantsRepository,
    private readonly transactions: TenantTransactions,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.work<{ tenantId: string; eventId: string }>(
      'dispatch-event',
      ({ data }) => this.deliverer.dispatch(data.tenantId, data.eventId),
      { concurrency: EVENTS_AT_ONCE },
    );
    await this.jobs.work<DeliverData>('deliver-webhooks', ({ data }) => this.deliverer.deliver(data), {
      concurrency: ENDPOINTS_AT_ONCE,
    });
    await this.jobs.work<DeliverData>('retry-webhook', ({ data: { tenantId, endpointId } }) =>
      this.transactions.run({ tenantId }, async (em) => this.deliverer.wake({ em, tenantId }, endpointId)),
    );
    await this.jobs.work<{ tenantId: string }>('sweep-events', ({ data }) => this.deliverer.sweep(data.tenantId));
  }

  /** Each night one job for each tenant, whatever the number of workers that tick. */
  @Cron('0 20 2 * * *', { name: 'sweep-events' })
  async tick(): Promise<void> {
    const tenants = await this.tenants.ids();
    await this.transactions.run({}, async (em) => {
      for (const id of tenants) await this.jobs.enqueue(em, 'sweep-events', { tenantId: id }, { key: id });
    });
  }
}
