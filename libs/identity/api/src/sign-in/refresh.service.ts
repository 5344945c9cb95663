import { Injectable } from '@nestjs/common';
import type { RefreshResponse } from '@wheelhouse/contracts';
import { DomainError, newId } from '@wheelhouse/kernel';
import { Clock, TenantTransactions } from '@wheelhouse/platform-db';
import { hashToken, newToken } from '../one-time-token.js';
import { PeopleRepository } from '../people.repository.js';
import { SecurityNotice } from '../security-notice.js';
import { SessionsRepository } from '../sessions.repository.js';
import { accessTokenEnds } from '../sessions.service.js';
import { RefreshTokensRepository } from './refresh-tokens.repository.js';

/** Gives programs a new pair of tokens. A spent refresh token that comes again was copied: its whole family ends. */
@Injectable()
export class RefreshService {
  constructor(
    private readonly tokens: RefreshTokensRepository,
    private readonly sessions: SessionsRepository,
    private readonly people: PeopleRepository,
    private readonly notice: SecurityNotice,
    private readonly transactions: TenantTransactions,
    private readonly clock: Clock,
  ) {}

  /** @throws AUTH.REFRESH for a token that is unknown or over, AUTH.REFRESH_REUSED for one that was spent */
  async refresh(refreshToken: string, ip: string): Promise<RefreshResponse> {
    const now = this.clock.now();
    const next = { accessToken: newToken(), refreshToken: newToken() };
    const expiresAt = accessTokenEnds(now);
    const copied = await this.transactions.run({}, async (em) => {
      const row = await this.tokens.findLocked(em, hashToken(refreshToken), now);
      if (!row) throw new DomainError('AUTH.REFRESH');
      if (row.usedAt) {
        await this.sessions.remove(row.sessionId, em);
        return row.personId;
      }
      await this.tokens.spend(em, row.id, now);
      const { sessionId } = row;
      const tokenHash = hashToken(next.refreshToken);
      await this.tokens.insert({ id: newId(now), sessionId, tokenHash, createdAt: now }, em);
      await this.sessions.renew(em, sessionId, hashToken(next.accessToken), expiresAt, now);
      return null;
    });
    if (copied === null) return { ...next, expiresAt: expiresAt.toISOString() };
    const person = await this.people.findById(copied);
    if (person) await this.notice.send(person, 'session.refresh_reused', ip);
    throw new DomainError('AUTH.REFRESH_REUSED');
  }
}
