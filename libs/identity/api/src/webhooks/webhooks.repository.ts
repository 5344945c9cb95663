import { Injectable } from '@nestjs/common';
import type { WebhookAttempt, WebhookDeliverySummary } from '@wheelhouse/contracts';
import { newId } from '@wheelhouse/kernel';
import type { Ctx } from '@wheelhouse/platform-db';
import type { EntityManager } from 'typeorm';
import { WebhookEndpointEntity } from './webhook.entities.js';

type In = Pick<Ctx, 'em' | 'tenantId'>;
export type EndpointRow = Omit<WebhookEndpointEntity, 'tenantId' | 'updatedAt'>;

/** A delivery as the worker sends it. */
export interface DueDelivery {
  id: string;
  eventId: string;
  type: string;
  data: object;
  occurredAt: Date;
  attempts: number;
  round: number;
}

export type DeliverySummaryRow = Omit<WebhookDeliverySummary, 'nextAt' | 'createdAt'> & {
  nextAt: Date | null;
  createdAt: Date;
};

const SUMMARY = `d.id, d.endpoint_id AS "endpointId", e.url, d.event_id AS "eventId", d.type, d.status, d.attempts,
  d.next_at AS "nextAt", d.created_at AS "createdAt"`;
const FROM = `FROM webhook_deliveries d JOIN webhook_endpoints e ON e.tenant_id = d.tenant_id AND e.id = d.endpoint_id`;

/** Endpoints, deliveries and attempts of one tenant. */
@Injectable()
export class WebhooksRepository {
  /** Two who add at once wait for each other here. */
  async lockAll({ em, tenantId }: In): Promise<void> {
    await em.query(`SELECT pg_advisory_xact_lock(hashtextextended('webhooks:' || $1, 0))`, [tenantId]);
  }

  list({ em, tenantId }: In): Promise<EndpointRow[]> {
    return em.find(WebhookEndpointEntity, { where: { tenantId }, order: { id: 'ASC' } });
  }

  find({ em, tenantId }: In, id: string, lock = false): Promise<EndpointRow | null> {
    const options = lock ? { lock: { mode: 'pessimistic_write' as const } } : {};
    return em.findOne(WebhookEndpointEntity, { where: { tenantId, id }, ...options });
  }

  async insert(
    { em, tenantId }: In,
    row: Pick<EndpointRow, 'id' | 'url' | 'description' | 'events' | 'secret'>,
  ): Promise<void> {
    await em.insert(WebhookEndpointEntity, { tenantId, ...row, enabled: true });
  }

  async update({ em, tenantId }: In, id: string, change: Partial<EndpointRow>): Promise<void> {
    await em.update(WebhookEndpointEntity, { tenantId, id }, change);
  }

  async remove({ em, tenantId }: In, id: string): Promise<void> {
    await em.delete(WebhookEndpointEntity, { tenantId, id });
  }

  /** A delivery for each enabled endpoint that asks for the event, once however often it is called; their endpoints. */
  async fanOut({ em, tenantId }: In, eventId: string, now: Date): Promise<string[]> {
    const targets: { id: string }[] = await em.query(
      `SELECT w.id FROM webhook_endpoints w JOIN events v ON v.tenant_id = w.tenant_id AND v.type = ANY(w.events)
       WHERE w.tenant_id = $1 AND v.id = $2 AND w.enabled`,
      [tenantId, eventId],
    );
    for (const { id } of targets) await this.addDelivery({ em, tenantId }, id, eventId, now);
    return targets.map(({ id }) => id);
  }

  async addDelivery({ em, tenantId }: In, endpointId: string, eventId: string, now: Date): Promise<void> {
    await em.query(
      `INSERT INTO webhook_deliveries (tenant_id, id, endpoint_id, event_id, type, next_at, created_at)
       SELECT tenant_id, $2, $3, id, type, $5, $5 FROM events WHERE tenant_id = $1 AND id = $4
       ON CONFLICT (tenant_id, endpoint_id, event_id) DO NOTHING`,
      [tenantId, newId(now), endpointId, eventId, now],
    );
  }

  async addEvent({ em, tenantId }: In, type: string, data: object, now: Date): Promise<string> {
    const id = newId(now);
    await em.query(`INSERT INTO events (tenant_id, id, type, data, occurred_at) VALUES ($1, $2, $3, $4, $5)`, [
      ...[tenantId, id, type, JSON.stringify(data), now],
    ]);
    return id;
  }

  /** Takes the endpoint for this worker alone; null when another has it. */
  async lease({ em, tenantId }: In, id: string, now: Date, until: Date): Promise<boolean> {
    const [, count] = await em.query(
      `UPDATE webhook_endpoints SET leased_until = $4 WHERE tenant_id = $1 AND id = $2 AND enabled
         AND (leased_until IS NULL OR leased_until <= $3)`,
      [tenantId, id, now, until],
    );
    return count === 1;
  }

  /** The next deliveries of an endpoint that are due, the longest waiting first. */
  due({ em, tenantId }: In, endpointId: string, now: Date, limit: number): Promise<DueDelivery[]> {
    return em.query(
      `SELECT d.id, d.event_id AS "eventId", d.type, v.data, v.occurred_at AS "occurredAt", d.attempts, d.round
       FROM webhook_deliveries d JOIN events v ON v.tenant_id = d.tenant_id AND v.id = d.event_id
       WHERE d.tenant_id = $1 AND d.endpoint_id = $2 AND d.status = 'waiting' AND d.next_at <= $3
       ORDER BY d.next_at, d.id LIMIT $4`,
      [tenantId, endpointId, now, limit],
    );
  }

  /** Writes down one try: what came back, and what becomes of the delivery. */
  async tried(
    { em, tenantId }: In,
    delivery: DueDelivery,
    attempt: Omit<WebhookAttempt, 'number' | 'at'> & { at: Date },
    outcome: { status: 'delivered' | 'failed' | 'waiting'; nextAt: Date | null },
  ): Promise<void> {
    const number = delivery.attempts + 1;
    await em.query(
      `INSERT INTO webhook_attempts (tenant_id, id, delivery_id, number, at, duration_ms, status, failure, answer)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        ...[tenantId, newId(attempt.at), delivery.id, number, attempt.at, attempt.durationMs],
        ...[attempt.status, attempt.failure, attempt.answer],
      ],
    );
    await em.query(
      `UPDATE webhook_deliveries SET status = $3, next_at = $4, attempts = $5, round = round + 1, updated_at = now()
       WHERE tenant_id = $1 AND id = $2`,
      [tenantId, delivery.id, outcome.status, outcome.nextAt, number],
    );
  }

  /** What waits for an endpoint that is switched off has failed: it can be sent again. */
  async failWaiting({ em, tenantId }: In, endpointId: string): Promise<void> {
    await em.query(
      `UPDATE webhook_deliveries SET status = 'failed', next_at = NULL WHERE tenant_id = $1 AND endpoint_id = $2 AND status = 'waiting'`,
      [tenantId, endpointId],
    );
  }

  /** Puts up one delivery, or all of an endpoint that failed since a moment, as if for the first time; how many. */
  async replay(
    { em, tenantId }: In,
    which: { id: string } | { endpointId: string; since: Date },
    now: Date,
  ): Promise<number> {
    const [condition, params] =
      'id' in which
        ? [`id = $3`, [which.id]]
        : [`endpoint_id = $3 AND status = 'failed' AND created_at >= $4`, [which.endpointId, which.since]];
    const [, count] = await em.query(
      `UPDATE webhook_deliveries SET status = 'waiting', round = 0, next_at = $2, updated_at = now() WHERE tenant_id = $1 AND ${condition}`,
      [tenantId, now, ...params],
    );
    return count;
  }

  /** Newest first. */
  deliveries(
    { em, tenantId }: In,
    filter: { endpointId?: string; status?: string; type?: string; before: string | null; limit: number },
  ): Promise<DeliverySummaryRow[]> {
    return em.query(
      `SELECT ${SUMMARY} ${FROM} WHERE d.tenant_id = $1 AND ($2::uuid IS NULL OR d.id < $2::uuid)
         AND ($3::uuid IS NULL OR d.endpoint_id = $3::uuid) AND ($4::text IS NULL OR d.status = $4)
         AND ($5::text IS NULL OR d.type = $5)
       ORDER BY d.id DESC LIMIT $6`,
      [
        ...[tenantId, filter.before, filter.endpointId ?? null, filter.status ?? null],
        ...[filter.type ?? null, filter.limit],
      ],
    );
  }

  async delivery(
    { em, tenantId }: In,
    id: string,
  ): Promise<(DeliverySummaryRow & { data: object; occurredAt: Date }) | null> {
    const [row] = await em.query(
      `SELECT ${SUMMARY}, v.data, v.occurred_at AS "occurredAt" ${FROM}
         JOIN events v ON v.tenant_id = d.tenant_id AND v.id = d.event_id WHERE d.tenant_id = $1 AND d.id = $2`,
      [tenantId, id],
    );
    return row ?? null;
  }

  attempts({ em, tenantId }: In, deliveryId: string): Promise<(Omit<WebhookAttempt, 'at'> & { at: Date })[]> {
    return em.query(
      `SELECT number, at, duration_ms AS "durationMs", status, failure, answer FROM webhook_attempts
       WHERE tenant_id = $1 AND delivery_id = $2 ORDER BY number DESC LIMIT 100`,
      [tenantId, deliveryId],
    );
  }

  /** Forgets events that are older than `before`, with their deliveries, a part at a time. */
  async sweep(em: EntityManager, tenantId: string, before: Date): Promise<void> {
    await em.query(
      `DELETE FROM events WHERE tenant_id = $1 AND id IN (SELECT id FROM events WHERE tenant_id = $1 AND id < $2 ORDER BY id LIMIT 5000)`,
      [tenantId, firstIdAt(before)],
    );
  }
}

/** The smallest UUIDv7 of a moment. */
function firstIdAt(moment: Date): string {
  const hex = moment.getTime().toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`;
}
