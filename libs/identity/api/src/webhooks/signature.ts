import { randomBytes } from 'node:crypto';
import { Webhook } from 'standardwebhooks';

/** `whsec_` and 32 random bytes, as Standard Webhooks write secrets. */
export const newSecret = (): string => `whsec_${randomBytes(32).toString('base64')}`;

/** The three headers of Standard Webhooks; one signature for each secret that is valid now, the newest first. */
export function signedHeaders(id: string, at: Date, body: string, secrets: string[]): Record<string, string> {
  return {
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': secrets.map((secret) => new Webhook(secret).sign(id, at, body)).join(' '),
  };
}
