import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DomainError } from '@wheelhouse/kernel';
import { ThrottleRepository } from './throttle.repository.js';

/** What is counted, within how many minutes, and how often it may happen for one e-mail and for one address. */
const LIMITS = {
  signIn: { prefix: '', minutes: 15, perAccount: 10, perAddress: 100 },
  resetLink: { prefix: 'reset-', minutes: 60, perAccount: 5, perAddress: 30 },
  secondFactor: { prefix: 'factor-', minutes: 15, perAccount: 10, perAddress: 100 },
  findProvider: { prefix: 'provider-', minutes: 15, perAccount: 60, perAddress: 60 },
  startProvider: { prefix: 'start-', minutes: 15, perAccount: 600, perAddress: 600 },
  oneTimeLink: { prefix: 'link-', minutes: 15, perAccount: 50, perAddress: 50 },
} as const;
type Deed = keyof typeof LIMITS;

/**
 * Counts what somebody might try too often, for each e-mail and each address, in the database, so that every process sees
 * the same count. An e-mail counts whether or not it has an account.
 */
@Injectable()
export class Throttle {
  constructor(private readonly attempts: ThrottleRepository) {}

  /**
   * Counts one before it is known how it ends, so that guesses that come at once are counted too; true when it is the last that
   * the e-mail has. @throws AUTH.THROTTLED when the e-mail or the address has none left
   */
  async take(deed: Deed, email: string | null, ip: string, now: Date): Promise<boolean> {
    const { minutes, perAccount, perAddress } = LIMITS[deed];
    const limits = new Map(keysOf(deed, email, ip).map((key, i) => [key, i === 0 ? perAddress : perAccount]));
    for (const { key, count, ends } of await this.attempts.find([...limits.keys()], now))
      if (count >= (limits.get(key) ?? 0)) throw refusal(ends, now);
    const ends = new Date(now.getTime() + minutes * 60_000);
    let isLast = false;
    for (const [key, limit] of limits) {
      const count = await this.attempts.add(key, ends, now);
      if (count > limit) throw refusal(ends, now);
      isLast = email !== null && count === limit;
    }
    return isLast;
  }

  /** It was no guess: the e-mail's count is cleared, the address has this one back. */
  async giveBack(deed: Deed, email: string, ip: string): Promise<void> {
    await this.clear(deed, email);
    await this.attempts.less(addressKey(deed, ip));
  }

  /** Forgets the e-mail's count. */
  async clear(deed: Deed, email: string): Promise<void> {
    await this.attempts.remove(accountKey(deed, email));
  }
}

const digest = (text: string) => createHash('sha256').update(text).digest('base64url');
const accountKey = (deed: Deed, email: string) => `${LIMITS[deed].prefix}account:${digest(email)}`;
const addressKey = (deed: Deed, ip: string) => `${LIMITS[deed].prefix}address:${digest(ip)}`;
/** The address's key first. */
const keysOf = (deed: Deed, email: string | null, ip: string) => [
  addressKey(deed, ip),
  ...(email === null ? [] : [accountKey(deed, email)]),
];

const refusal = (ends: Date, now: Date) =>
  new DomainError('AUTH.THROTTLED', { minutes: Math.max(1, Math.ceil((ends.getTime() - now.getTime()) / 60_000)) });
