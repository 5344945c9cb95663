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

  /** Throws `AUTH.THROTTLED` when the e-mail or the address has reached its limit. */
  async check(deed: Deed, email: string | null, ip: string, now: Date): Promise<void> {
    const { perAccount, perAddress } = LIMITS[deed];
    const limits = new Map(keysOf(deed, email, ip).map((key, i) => [key, i === 0 ? perAddress : perAccount]));
    for (const { key, count, ends } of await this.attempts.find([...limits.keys()], now)) {
      if (count < (limits.get(key) ?? 0)) continue;
      const minutes = Math.max(1, Math.ceil((ends.getTime() - now.getTime()) / 60_000));
      throw new DomainError('AUTH.THROTTLED', { minutes });
    }
  }

  /** Counts one; true when it is the one that reaches the e-mail's limit. */
  async count(deed: Deed, email: string | null, ip: string, now: Date): Promise<boolean> {
    const ends = new Date(now.getTime() + LIMITS[deed].minutes * 60_000);
    const [byAddress, byAccount] = keysOf(deed, email, ip);
    if (byAddress) await this.attempts.add(byAddress, ends, now);
    return byAccount !== undefined && (await this.attempts.add(byAccount, ends, now)) === LIMITS[deed].perAccount;
  }

  /** A success clears the e-mail's count (not the address's). */
  async clear(deed: Deed, email: string): Promise<void> {
    await this.attempts.remove(accountKey(deed, email));
  }
}

const digest = (text: string) => createHash('sha256').update(text).digest('base64url');
const accountKey = (deed: Deed, email: string) => `${LIMITS[deed].prefix}account:${digest(email)}`;
/** The address's key first. */
const keysOf = (deed: Deed, email: string | null, ip: string) => [
  `${LIMITS[deed].prefix}address:${digest(ip)}`,
  ...(email === null ? [] : [accountKey(deed, email)]),
];
