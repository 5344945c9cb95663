import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { RecoveryCodeEntity } from './recovery-code.entity.js';
import { SecondFactorEntity } from './second-factor.entity.js';

/** Second factors belong to people, who are known before a tenant is: installation tables. */
@Injectable()
export class SecondFactorsRepository {
  constructor(private readonly source: DataSource) {}

  find(personId: string, em: EntityManager = this.source.manager): Promise<SecondFactorEntity | null> {
    return em.findOneBy(SecondFactorEntity, { personId });
  }

  /** Begins anew with another secret; one that is confirmed stays as it is (false). */
  async begin(personId: string, secret: string): Promise<boolean> {
    const rows = await this.source.query(
      `INSERT INTO second_factors (person_id, secret) VALUES ($1, $2)
       ON CONFLICT (person_id) DO UPDATE SET secret = $2, last_step = NULL WHERE second_factors.confirmed_at IS NULL
       RETURNING person_id`,
      [personId, secret],
    );
    return rows.length === 1;
  }

  /** Takes a code's half minute, once: of two requests with one code one wins. */
  async takeStep(personId: string, step: number, em: EntityManager = this.source.manager): Promise<boolean> {
    const [, count] = await em.query(
      `UPDATE second_factors SET last_step = $2 WHERE person_id = $1 AND (last_step IS NULL OR last_step < $2)`,
      [personId, step],
    );
    return count === 1;
  }

  async confirm(em: EntityManager, personId: string, at: Date): Promise<void> {
    await em.update(SecondFactorEntity, { personId }, { confirmedAt: at });
  }

  async remove(em: EntityManager, personId: string): Promise<void> {
    await em.delete(RecoveryCodeEntity, { personId });
    await em.delete(SecondFactorEntity, { personId });
  }

  async replaceCodes(em: EntityManager, personId: string, hashes: Buffer[]): Promise<void> {
    await em.delete(RecoveryCodeEntity, { personId });
    await em.insert(
      RecoveryCodeEntity,
      hashes.map((codeHash) => ({ personId, codeHash })),
    );
  }

  /** Spends a recovery code, once. */
  async takeCode(personId: string, codeHash: Buffer, at: Date): Promise<boolean> {
    const [, count] = await this.source.query(
      `UPDATE recovery_codes SET used_at = $3 WHERE person_id = $1 AND code_hash = $2 AND used_at IS NULL`,
      [personId, codeHash, at],
    );
    return count === 1;
  }

  async codesLeft(personId: string): Promise<number> {
    const [row] = await this.source.query(
      `SELECT count(*)::int AS n FROM recovery_codes WHERE person_id = $1 AND used_at IS NULL`,
      [personId],
    );
    return row.n;
  }
}
