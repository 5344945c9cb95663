import { Injectable } from '@nestjs/common';
import type { HouseEvent } from '@wheelhouse/contracts';
import { newId } from '@wheelhouse/kernel';
import { JobsService } from '@wheelhouse/platform-jobs';
import type { EntityManager } from 'typeorm';
import { EventsRepository } from './events.repository.js';

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
  constructor(
    private readonly events: EventsRepository,
    private readonly jobs: JobsService,
  ) {}

  async publish(place: EventPlace, ...events: HouseEvent[]): Promise<void> {
    const { em, tenantId, now } = place;
    for (const event of events) {
      const id = newId(now);
      const heard = await this.events.add(place, id, event);
      if (heard) await this.jobs.enqueue(em, 'dispatch-event', { tenantId, eventId: id });
    }
  }
}
