import { Injectable } from '@nestjs/common';
import type { HouseEvent } from '@wheelhouse/contracts';
import { newId } from '@wheelhouse/kernel';
import { JobsService } from '@wheelhouse/platform-jobs';
import type { EntityManager } from 'typeorm';

/** Where and when something happens: a `Ctx`, or the parts of it that are known. */
export interface EventPlace {
  em: EntityManager;
  tenantId: string;
  now: Date;
}

/**
 * Tells the world outside what happened. The event is a row in the transaction of what it tells of, with the job that sends
 * it: neither is there without the other, and a crash after the commit loses nothing. Where nobody listens there is no job.
 * Who publishes knows nobody who listens.
 */
@Injectable()
export class EventsService {
  constructor(private readonly jobs: JobsService) {}

  async publish({ em, tenantId, now }: EventPlace, ...events: HouseEvent[]): Promise<void> {
    for (const { type, data } of events) {
      const id = newId(now);
      const [event] = await em.query(
        `INSERT INTO events (tenant_id, id, type, data, occurred_at) VALUES ($1, $2, $3, $4, $5)
         RETURNING EXISTS (SELECT 1 FROM webhook_endpoints w WHERE w.tenant_id = $1 AND w.enabled AND $3 = ANY (w.events)) AS heard`,
        [tenantId, id, type, JSON.stringify(data), now],
      );
      if (event.heard) await this.jobs.enqueue(em, 'dispatch-event', { tenantId, eventId: id });
    }
  }
}
