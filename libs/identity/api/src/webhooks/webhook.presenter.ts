import type { EventType, WebhookBody, WebhookDeliverySummary, WebhookResponse } from '@wheelhouse/contracts';
import type { DeliverySummaryRow, EndpointRow } from './webhooks.repository.js';

/** An endpoint without its secrets. */
export function presentWebhook(row: EndpointRow, now: Date): WebhookResponse {
  return {
    ...{ id: row.id, url: row.url, description: row.description, events: row.events as EventType[] },
    ...{ enabled: row.enabled, disabledReason: row.disabledReason },
    failingSince: row.failingSince?.toISOString() ?? null,
    oldSecretUntil: row.oldSecretUntil && row.oldSecretUntil > now ? row.oldSecretUntil.toISOString() : null,
    createdAt: row.createdAt.toISOString(),
  };
}

export function presentDelivery(row: DeliverySummaryRow): WebhookDeliverySummary {
  const { id, endpointId, url, eventId, type, status, attempts } = row;
  const [nextAt, createdAt] = [row.nextAt?.toISOString() ?? null, row.createdAt.toISOString()];
  return { id, endpointId, url, eventId, type, status, attempts, nextAt, createdAt };
}

/** The body of a webhook: the same bytes at every attempt. */
export const bodyOf = (
  tenantId: string,
  { type, occurredAt, data }: { type: string; occurredAt: Date; data: object },
): WebhookBody => ({
  type: type as WebhookBody['type'],
  timestamp: occurredAt.toISOString(),
  version: 1,
  tenantId,
  data: { ...data },
});
