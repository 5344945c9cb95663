import { Injectable } from '@nestjs/common';
import type { WebhookAttempt } from '@wheelhouse/contracts';
import { DomainError } from '@wheelhouse/kernel';
import { Clock } from '@wheelhouse/platform-db';
import { GuardedHttp, OutboundError } from '@wheelhouse/platform-http/outbound';
import { SecretBox } from '../secret-box.js';
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
    private readonly box: SecretBox,
    private readonly clock: Clock,
  ) {}

  /** Never throws: what went wrong is the result. */
  async send(tenantId: string, endpoint: EndpointRow, delivery: DueDelivery): Promise<Tried> {
    const at = this.clock.now();
    const began = performance.now();
    const body = JSON.stringify(bodyOf(tenantId, delivery));
    const both = endpoint.oldSecret && endpoint.oldSecretUntil && endpoint.oldSecretUntil > at;
    const sealed = [endpoint.secret, ...(both && endpoint.oldSecret ? [endpoint.oldSecret] : [])];
    const result = await this.post(endpoint, `evt_${delivery.eventId}`, at, body, sealed).then(
      async (answer) => ({ status: answer.status, failure: null, answer: storable(await answer.text()) }),
      (error: unknown) => ({
        status: null,
        failure: failureOf(error),
        answer: error instanceof OutboundError ? error.message.slice(0, 200) : '',
      }),
    );
    return { at, durationMs: Math.round(performance.now() - began), ...result };
  }

  private async post(endpoint: EndpointRow, id: string, at: Date, body: string, sealed: string[]) {
    const secrets = sealed.map((secret) => this.opened(secret, endpoint.id));
    return this.http.fetch(endpoint.url, {
      method: 'POST',
      body,
      headers: {
        'content-type': 'application/json',
        'user-agent': 'Wheelhouse-Webhooks/1',
        ...signedHeaders(id, at, body, secrets),
      },
      ...{ timeoutMs: TIMEOUT_MS, maxBytes: ANSWER_BYTES, longer: 'cut' as const },
    });
  }

  /** Secrets of before they were sealed stand as they are until SealAnewJob comes by. */
  private opened(secret: string, endpointId: string): string {
    return secret.startsWith('whsec_') ? secret : this.box.open(secret, 'webhook', endpointId);
  }
}

function failureOf(error: unknown): string {
  if (error instanceof OutboundError) return error.failure;
  return error instanceof DomainError ? 'no_key' : 'broken';
}

/** PostgreSQL keeps no NUL in a text. */
const storable = (text: string) => text.replaceAll('\0', '');
