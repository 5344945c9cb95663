import { Injectable } from '@nestjs/common';
import type { HouseEvent } from '@wheelhouse/contracts';
import type { EventPlace } from './events.service.js';

/** What happened, as it is told to the world outside. */
@Injectable()
export class EventsRepository {
  /** Keeps an event; answers whether anybody listens to its kind. */
  async add({ em, tenantId, now }: EventPlace, id: string, { type, data }: HouseEvent): Promise<boolean> {
    const [event] = await em.query(
      `INSERT INTO events (tenant_id, id, type, data, occurred_at) VALUES ($1, $2, $3, $4, $5)
       RETURNING EXISTS (SELECT 1 FROM webhook_endpoints w WHERE w.tenant_id = $1 AND w.enabled AND $3 = ANY (w.events)) AS heard`,
      [tenantId, id, type, JSON.stringify(data), now],
    );
    return event.heard;
  }
}
