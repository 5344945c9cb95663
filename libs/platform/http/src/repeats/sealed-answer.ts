import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const IV_BYTES = 12;
const TAG_BYTES = 16;

/** What was answered: the body as it was sent, and the mark of its state. */
export interface KeptAnswer {
  body: unknown;
  etag: string | null;
}

/**
 * Answers may show what is shown once (a link, a token). They are kept so that only who has the key itself can read
 * them: AES-256-GCM under a key derived from it (HKDF, RFC 5869), of which the database knows the hash only.
 */
export function seal(answer: KeptAnswer, key: string, keyHash: string): Buffer {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', secretOf(key, keyHash), iv);
  const sealed = Buffer.concat([cipher.update(JSON.stringify(answer), 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]);
}

export function unseal(sealed: Buffer, key: string, keyHash: string): KeptAnswer {
  const decipher = createDecipheriv('aes-256-gcm', secretOf(key, keyHash), sealed.subarray(0, IV_BYTES));
  decipher.setAuthTag(sealed.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
  const text = Buffer.concat([decipher.update(sealed.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]);
  return JSON.parse(text.toString('utf8')) as KeptAnswer;
}

const secretOf = (key: string, keyHash: string) =>
  Buffer.from(hkdfSync('sha256', key, keyHash, 'wheelhouse idempotency', 32));
