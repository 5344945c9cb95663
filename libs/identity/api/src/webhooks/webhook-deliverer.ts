import { Injectable } from '@nestjs/common';
import { Clock, type Ctx, TenantTransactions } from '@wheelhouse/platform-db';
import { JobsService } from '@wheelhouse/platform-jobs';
import { DISABLE_AFTER_MS, KEEP_DAYS, retryAt } from './retry-schedule.js';
import { type Tried, WebhookSender } from './webhook-sender.js';
import { WebhookSwitch } from './webhook-switch.js';
import { type DueDelivery, type EndpointRow, WebhooksRepository } from './webhooks.repository.js';

/** Sent at once to one endpoint, so that a slow one has no more connections than this. */
const AT_ONCE = 4;
/** A worker stays at one endpoint for so long; then others have their turn. */
const TURN_MS = 15_000;
/** Longer than a turn and the slowest answer: a lease outlives only a worker that died. */
const LEASE_MS = 45_000;
/** Where another worker has the endpoint. While this job waits no other is added, so it must not wait for the lease's end. */
const LOOK_AGAIN_MS = 2_000;
/** A target that failed is left alone for so long, whatever else waits for it. */
const PAUSE_MS = 30_000;

export interface DeliverData {
  tenantId: string;
  endpointId: string;
}

/**
 * Sends what is due to one endpoint. One worker at a time has an endpoint (a lease in the database), a failure ends its
 * turn and pauses the endpoint: a target that hangs holds one place of one worker for one timeout, and then nothing.
 */
@Injectable()
export class WebhookDeliverer {
  constructor(
    private readonly webhooks: WebhooksRepository,
    private readonly sender: WebhookSender,
    private readonly switching: WebhookSwitch,
    private readonly transactions: TenantTransactions,
    private readonly jobs: JobsService,
    private readonly clock: Clock,
  ) {}

  /** Makes an event's deliveries and has them sent. The job may run twice: the second finds them made. */
  async dispatch(tenantId: string, eventId: string): Promise<void> {
    await this.transactions.run({ tenantId }, async (em) => {
      for (const endpointId of await this.webhooks.fanOut({ em, tenantId }, eventId, this.clock.now()))
        await this.wake({ em, tenantId }, endpointId);
    });
  }

  /** Has the endpoint's due deliveries sent soon. While one such job waits, another is not added. */
  async wake({ em, tenantId }: Pick<Ctx, 'em' | 'tenantId'>, endpointId: string, startAfter?: Date): Promise<void> {
    const data: DeliverData = { tenantId, endpointId };
    await this.jobs.enqueue(em, 'deliver-webhooks', data, { key: endpointId, ...(startAfter ? { startAfter } : {}) });
  }

  async deliver({ tenantId, endpointId }: DeliverData): Promise<void> {
    const endpoint = await this.take(tenantId, endpointId);
    if (!endpoint) return;
    const began = Date.now();
    let goesOn = true;
    while (goesOn && Date.now() - began < TURN_MS) {
      const due = await this.inside(tenantId, (place) =>
        this.webhooks.due(place, endpointId, this.clock.now(), AT_ONCE),
      );
      const tries = await Promise.all(due.map((each) => this.sendOne(tenantId, endpoint, each)));
      goesOn = due.length > 0 && tries.every(arrived);
      if (tries.some((tried) => !arrived(tried))) await this.failed(tenantId, endpoint, tries);
      else if (due.length > 0 && endpoint.failingSince) await this.recovered(tenantId, endpoint);
    }
    await this.giveBack(tenantId, endpointId);
  }

  /** The endpoint, leased; null when it is off or gone, or not free now: then it is looked at again when it is. */
  private async take(tenantId: string, id: string): Promise<EndpointRow | null> {
    return this.inside(tenantId, async (place) => {
      const now = this.clock.now();
      const endpoint = await this.webhooks.find(place, id);
      if (!endpoint?.enabled) return null;
      const paused = (endpoint.pausedUntil?.getTime() ?? 0) - now.getTime();
      if (paused <= 0 && (await this.webhooks.lease(place, id, now, later(now, LEASE_MS)))) return endpoint;
      await this.wake(place, id, soon(paused > 0 ? paused : LOOK_AGAIN_MS));
      return null;
    });
  }

  /** Ends the lease; what is due or paused has its job. What waits for later has its own, made when it failed. */
  private async giveBack(tenantId: string, id: string): Promise<void> {
    await this.inside(tenantId, async (place) => {
      await this.webhooks.update(place, id, { leasedUntil: null });
      const now = this.clock.now();
      const endpoint = await this.webhooks.find(place, id);
      if (!endpoint?.enabled || (await this.webhooks.due(place, id, now, 1)).length === 0) return;
      const pause = Math.max(0, (endpoint.pausedUntil?.getTime() ?? 0) - now.getTime());
      await this.wake(place, id, soon(pause));
    });
  }

  /** One delivery, once; its result and its next attempt are written together. */
  private async sendOne(tenantId: string, endpoint: EndpointRow, delivery: DueDelivery): Promise<Tried> {
    const tried = await this.sender.send(tenantId, endpoint, delivery);
    await this.inside(tenantId, async (place) => {
      if (arrived(tried)) return this.webhooks.tried(place, delivery, tried, { status: 'delivered', nextAt: null });
      const now = this.clock.now();
      const nextAt = retryAt(delivery.round + 1, now);
      await this.webhooks.tried(place, delivery, tried, { status: nextAt ? 'waiting' : 'failed', nextAt });
      if (!nextAt) return;
      const data: DeliverData = { tenantId, endpointId: endpoint.id };
      await this.jobs.enqueue(place.em, 'retry-webhook', data, { startAfter: soon(nextAt.getTime() - now.getTime()) });
    });
    return tried;
  }

  private async failed(tenantId: string, endpoint: EndpointRow, tries: Tried[]): Promise<void> {
    await this.inside(tenantId, async (place) => {
      const now = this.clock.now();
      const failingSince = tries.some(arrived) ? now : (endpoint.failingSince ?? now);
      await this.webhooks.update(place, endpoint.id, { failingSince, pausedUntil: later(now, PAUSE_MS) });
      if (tries.some(({ status }) => status === 410)) return this.switching.off(place, endpoint, 'gone');
      if (now.getTime() - failingSince.getTime() >= DISABLE_AFTER_MS)
        return this.switching.off(place, endpoint, 'failing');
    });
  }

  private async recovered(tenantId: string, endpoint: EndpointRow): Promise<void> {
    endpoint.failingSince = null;
    await this.inside(tenantId, (place) =>
      this.webhooks.update(place, endpoint.id, { failingSince: null, pausedUntil: null }),
    );
  }

  /** Forgets what is older than a month. */
  sweep(tenantId: string): Promise<void> {
    const before = later(this.clock.now(), -KEEP_DAYS * 86_400_000);
    return this.inside(tenantId, ({ em }) => this.webhooks.sweep(em, tenantId, before));
  }

  private inside<T>(tenantId: string, work: (place: Pick<Ctx, 'em' | 'tenantId'>) => Promise<T>): Promise<T> {
    return this.transactions.run({ tenantId }, (em) => work({ em, tenantId }));
  }
}

const later = (moment: Date, ms: number) => new Date(moment.getTime() + ms);
/** Jobs wait by the clock of the machine. */
const soon = (ms: number) => new Date(Date.now() + ms);
const arrived = ({ status }: Tried) => status !== null && status >= 200 && status < 300;
