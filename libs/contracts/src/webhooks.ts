import type { EventType, TEST_EVENT, WebhookBody } from './events.js';

/** Most endpoints of one tenant. */
export const WEBHOOKS_MAX = 10;

/** `POST /api/v1/webhooks`. */
export interface CreateWebhookBody {
  url: string;
  description?: string;
  events: EventType[];
}

/** `PATCH /api/v1/webhooks/:id`. */
export interface UpdateWebhookBody extends Partial<CreateWebhookBody> {
  enabled?: boolean;
}

/** `GET /api/v1/webhooks`: an endpoint that events are sent to. */
export interface WebhookResponse {
  id: string;
  url: string;
  description: string;
  events: EventType[];
  enabled: boolean;
  /** Why it is off: by hand, because everything failed for days, or because the target said 410 Gone. */
  disabledReason: 'manual' | 'failing' | 'gone' | null;
  /** Since when every attempt has failed; null when the last one arrived. */
  failingSince: string | null;
  /** The old secret signs too until then; null when there is one secret. */
  oldSecretUntil: string | null;
  createdAt: string;
}

/** Answer to creation and rotation: the secret is told once. */
export interface WebhookSecretResponse extends WebhookResponse {
  secret: string;
}

/** `waiting` for its first or next attempt; `failed` for good, until somebody sends it again. */
export const DELIVERY_STATUSES = ['waiting', 'delivered', 'failed'] as const;
export type DeliveryStatus = (typeof DELIVERY_STATUSES)[number];

/** `GET /api/v1/webhook-deliveries`. */
export interface WebhookDeliverySummary {
  id: string;
  endpointId: string;
  url: string;
  eventId: string;
  type: EventType | typeof TEST_EVENT;
  status: DeliveryStatus;
  attempts: number;
  /** When it is tried next; null when it is not. */
  nextAt: string | null;
  createdAt: string;
}

export interface WebhookAttempt {
  number: number;
  at: string;
  durationMs: number;
  /** HTTP status of the answer; null when there was none. */
  status: number | null;
  /** Why there was none: `timeout`, `unreachable`, `refused_address`, `tls`, `broken`, `refused_url`, `too_large`, `no_key`. */
  failure: string | null;
  /** The first 1,000 bytes of the answer. */
  answer: string;
}

/** `GET /api/v1/webhook-deliveries/:id`. */
export interface WebhookDeliveryResponse extends WebhookDeliverySummary {
  /** The body that is sent. */
  body: WebhookBody;
  tries: WebhookAttempt[];
}

/** `POST /api/v1/webhooks/:id/replay`. */
export interface ReplayWebhookBody {
  /** Everything that failed since then is sent again. */
  since: string;
}
