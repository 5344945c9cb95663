import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { RefreshTokenEntity } from './refresh-token.entity.js';

export interface RefreshRow {
  id: string;
  sessionId: string;
  personId: string;
  usedAt: Date | null;
}

/** Refresh tokens of programs, live and spent: found before a tenant is known. */
@Injectable()
export class RefreshTokensRepository {
  constructor(private readonly source: DataSource) {}

  async insert(
    token: Pick<RefreshTokenEntity, 'id' | 'sessionId' | 'tokenHash' | 'createdAt'>,
    em: EntityManager = this.source.manager,
  ): Promise<void> {
    await em.insert(RefreshTokenEntity, token);
  }

  /** The token of a session that lives, locked: of two requests with it the second finds it spent. */
  async findLocked(em: EntityManager, tokenHash: Buffer, now: Date): Promise<RefreshRow | null> {
    const [row] = await em.query(
      `SELECT r.id, r.session_id AS "sessionId", s.person_id AS "personId", r.used_at AS "usedAt"
       FROM refresh_tokens r JOIN sessions s ON s.id = r.session_id
       WHERE r.token_hash = $1 AND s.expires_at > $2 FOR UPDATE OF r`,
      [tokenHash, now],
    );
    return row ?? null;
  }

  async spend(em: EntityManager, id: string, at: Date): Promise<void> {
    await em.update(RefreshTokenEntity, { id }, { usedAt: at });
  }
}
