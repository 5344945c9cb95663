import { Injectable } from '@nestjs/common';
import type { WebhookAttempt } from '@wheelhouse/contracts';
import { Clock } from '@wheelhouse/platform-db';
import { GuardedHttp, OutboundError } from '@wheelhouse/platform-http/outbound';
import { signedHeaders } from './signature.js';
import { bodyOf } from './webhook.presenter.js';
import type { DueDelivery, EndpointRow } from './webhooks.repository.js';

const TIMEOUT_MS = 15_000;
const ANSWER_BYTES = 1_000;

export type Tried = Omit<WebhookAttempt, 'number' | 'at'> & { at: Date };

/** Sends one delivery once: signed, to public addresses only, without following redirects, and not for ever. */
@Injectable()
export class WebhookSender {
  constructor(
    private readonly http: GuardedHttp,
    private readonly clock: Clock,
  ) {}

  /** Never throws: what went wrong is the result. */
  async send(tenantId: string, endpoint: EndpointRow, delivery: DueDelivery): Promise<Tried> {
    const at = this.clock.now();
    const began = performance.now();
    const body = JSON.stringify(bodyOf(tenantId, delivery));
    const both = endpoint.oldSecret && endpoint.oldSecretUntil && endpoint.oldSecretUntil > at;
    const secrets = [endpoint.secret, ...(both && endpoint.oldSecret ? [endpoint.oldSecret] : [])];
    const result = await this.http
      .fetch(endpoint.url, {
        method: 'POST',
        body,
        headers: {
          'content-type': 'application/json',
          'user-agent': 'Wheelhouse-Webhooks/1',
          ...signedHeaders(`evt_${delivery.eventId}`, at, body, secrets),
        },
        ...{ timeoutMs: TIMEOUT_MS, maxBytes: ANSWER_BYTES, longer: 'cut' },
      })
      .then(
        async (answer) => ({ status: answer.status, failure: null, answer: storable(await answer.text()) }),
        (error: unknown) => ({
          status: null,
          failure: error instanceof OutboundError ? error.failure : 'broken',
          answer: error instanceof OutboundError ? error.message.slice(0, 200) : '',
        }),
      );
    return { at, durationMs: Math.round(performance.now() - began), ...result };
  }
}

/** PostgreSQL keeps no NUL in a text. */
const storable = (text: string) => text.replaceAll('\0', '');
