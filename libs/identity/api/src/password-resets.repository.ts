import { Injectable } from '@nestjs/common';
import { newId } from '@wheelhouse/kernel';
import type { EntityManager } from 'typeorm';
import { PasswordResetEntity } from './password-reset.entity.js';

/** One-time links for a new password: an installation table, found before a tenant is known. */
@Injectable()
export class PasswordResetsRepository {
  /** A new link; every earlier one of the person ends. */
  async insert(
    em: EntityManager,
    link: Pick<PasswordResetEntity, 'personId' | 'tokenHash' | 'expiresAt'>,
  ): Promise<void> {
    await em.delete(PasswordResetEntity, { personId: link.personId });
    await em.insert(PasswordResetEntity, { id: newId(), usedAt: null, ...link });
  }

  /** A link that still works; `lock` holds it until the transaction ends, so that it is used once. */
  async findLive(
    em: EntityManager,
    tokenHash: Buffer,
    now: Date,
    lock = false,
  ): Promise<{ id: string; personId: string; expiresAt: Date } | null> {
    const [row] = await em.query(
      `SELECT id, person_id AS "personId", expires_at AS "expiresAt" FROM password_resets
       WHERE token_hash = $1 AND used_at IS NULL AND expires_at > $2 ${lock ? 'FOR UPDATE' : ''}`,
      [tokenHash, now],
    );
    return row ?? null;
  }

  async use(em: EntityManager, id: string, now: Date): Promise<void> {
    await em.update(PasswordResetEntity, { id }, { usedAt: now });
  }
}
