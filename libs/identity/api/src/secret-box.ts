import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DomainError } from '@wheelhouse/kernel';
import { AppConfig } from '@wheelhouse/platform-config';

/** For what a key is used: each purpose has a key of its own, derived from the installation's. */
export type Purpose = 'second-factor' | 'sign-in-provider' | 'webhook';

/**
 * Secrets that must be read again are encrypted (AES-256-GCM) with a key that is not in the database: who gets a copy of the
 * database alone gets none of them. `about` binds a secret to its row: moved to another, it cannot be read. What is sealed
 * names its key, so that what an older one sealed is known and read with that: `v1.<key>.<bytes>`.
 */
@Injectable()
export class SecretBox {
  private readonly keys: Map<string, string>;
  private readonly current: string | undefined;

  constructor({ WHEELHOUSE_SECRET_KEY: now, WHEELHOUSE_SECRET_KEY_OLD: old }: AppConfig) {
    this.keys = new Map([now, old].flatMap((key) => (key ? [[nameOf(key), key]] : [])));
    this.current = now && nameOf(now);
  }

  /** What all that the present key sealed begins with; null without a key. */
  get mark(): string | null {
    return this.current ? `v1.${this.current}.` : null;
  }

  /** @throws SERVER.NO_SECRET_KEY */
  seal(text: string, purpose: Purpose, about: string): string {
    if (!this.current) throw new DomainError('SERVER.NO_SECRET_KEY');
    const iv = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.key(this.current, purpose), iv).setAAD(Buffer.from(about));
    const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return `v1.${this.current}.${Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url')}`;
  }

  /** @throws SERVER.NO_SECRET_KEY, SERVER.OTHER_SECRET_KEY; Error when it was changed or is about something else */
  open(sealed: string, purpose: Purpose, about: string): string {
    const [, name = '', content = ''] = sealed.split('.');
    const bytes = Buffer.from(content, 'base64url');
    const decipher = createDecipheriv('aes-256-gcm', this.key(name, purpose), bytes.subarray(0, 12))
      .setAAD(Buffer.from(about))
      .setAuthTag(bytes.subarray(12, 28));
    return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
  }

  private key(name: string, purpose: Purpose): Buffer {
    const given = this.keys.get(name);
    if (!given) throw new DomainError(this.current ? 'SERVER.OTHER_SECRET_KEY' : 'SERVER.NO_SECRET_KEY');
    return derived(given, purpose, 32);
  }
}

/** Tells keys apart and nothing about them. */
const nameOf = (key: string): string => derived(key, 'name', 6).toString('base64url');
const derived = (key: string, info: string, length: number): Buffer =>
  Buffer.from(hkdfSync('sha256', key, '', `wheelhouse ${info}`, length));
