import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DomainError } from '@wheelhouse/kernel';
import { AppConfig } from '@wheelhouse/platform-config';

/** For what a key is used: each purpose has a key of its own, derived from the installation's. */
type Purpose = 'second-factor' | 'recovery-code' | 'sign-in-provider';

/**
 * Secrets that must be read again are encrypted (AES-256-GCM) with a key that is not in the database: who gets a copy of the
 * database alone gets none of them. `about` binds a secret to its row: moved to another, it cannot be read.
 */
@Injectable()
export class SecretBox {
  constructor(private readonly config: AppConfig) {}

  seal(text: string, purpose: Purpose, about: string): string {
    const iv = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.key(purpose), iv).setAAD(Buffer.from(about));
    const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return `v1.${Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url')}`;
  }

  /** @throws Error when it was sealed with another key or about something else */
  open(sealed: string, purpose: Purpose, about: string): string {
    const bytes = Buffer.from(sealed.replace(/^v1\./, ''), 'base64url');
    const decipher = createDecipheriv('aes-256-gcm', this.key(purpose), bytes.subarray(0, 12))
      .setAAD(Buffer.from(about))
      .setAuthTag(bytes.subarray(12, 28));
    return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
  }

  /** A keyed hash, for secrets that are too short for a bare one. */
  mac(text: string, purpose: Purpose): Buffer {
    return createHmac('sha256', this.key(purpose)).update(text).digest();
  }

  private key(purpose: Purpose): Buffer {
    const given = this.config.WHEELHOUSE_SECRET_KEY;
    if (!given) throw new DomainError('SERVER.NO_SECRET_KEY');
    return Buffer.from(hkdfSync('sha256', given, '', `wheelhouse ${purpose}`, 32));
  }
}
