import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DomainError } from '@wheelhouse/kernel';
import { DataSource } from 'typeorm';

const WINDOW_MINUTES = 15;
const PER_ACCOUNT = 10;
const PER_ADDRESS = 100;

/** Counts failed sign-ins for each e-mail and each address, in the database, so that every process sees the same count. */
@Injectable()
export class SignInThrottle {
  constructor(private readonly source: DataSource) {}

  /** Throws `AUTH.THROTTLED` when the e-mail or the address has failed too often in the last 15 minutes. */
  async check(email: string, ip: string, now: Date): Promise<void> {
    const rows: { key: string; failures: number; ends: Date }[] = await this.source.query(
      `SELECT key, failures, window_ends_at AS ends FROM sign_in_attempts WHERE key = ANY($1) AND window_ends_at > $2`,
      [[accountKey(email), addressKey(ip)], now],
    );
    for (const row of rows) {
      if (row.failures >= (row.key === addressKey(ip) ? PER_ADDRESS : PER_ACCOUNT)) {
        const minutes = Math.max(1, Math.ceil((row.ends.getTime() - now.getTime()) / 60_000));
        throw new DomainError('AUTH.THROTTLED', { minutes });
      }
    }
  }

  /** Notes one failure. */
  async failed(email: string, ip: string, now: Date): Promise<void> {
    const ends = new Date(now.getTime() + WINDOW_MINUTES * 60_000);
    for (const key of [accountKey(email), addressKey(ip)]) {
      await this.source.query(
        `INSERT INTO sign_in_attempts AS a (key, failures, window_ends_at) VALUES ($1, 1, $2)
         ON CONFLICT (key) DO UPDATE SET
           failures = CASE WHEN a.window_ends_at <= $3 THEN 1 ELSE a.failures + 1 END,
           window_ends_at = CASE WHEN a.window_ends_at <= $3 THEN $2 ELSE a.window_ends_at END`,
        [key, ends, now],
      );
    }
  }

  /** A success clears the e-mail's count (not the address's). */
  async succeeded(email: string): Promise<void> {
    await this.source.query(`DELETE FROM sign_in_attempts WHERE key = $1`, [accountKey(email)]);
  }
}

const digest = (text: string) => createHash('sha256').update(text).digest('base64url');
const accountKey = (email: string) => `account:${digest(email)}`;
const addressKey = (ip: string) => `address:${digest(ip)}`;
