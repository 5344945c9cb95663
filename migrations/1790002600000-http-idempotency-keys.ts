import { createTenantTable } from '@wheelhouse/platform-db';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Answers that are given again to who repeats a request under the same key. */
export class HttpIdempotencyKeys1790002600000 implements MigrationInterface {
  name = 'HttpIdempotencyKeys1790002600000';

  async up(db: QueryRunner): Promise<void> {
    await createTenantTable(
      db,
      'idempotency_keys',
      `
      key_hash text NOT NULL CHECK (key_hash ~ '^[0-9a-f]{64}$'),
      route text NOT NULL,
      request_hash text NOT NULL CHECK (request_hash ~ '^[0-9a-f]{64}$'),
      answer bytea NOT NULL,
      expires_at timestamptz NOT NULL
    `,
      'SELECT, INSERT, UPDATE, DELETE',
      ['key_hash'],
    );
    await db.query(`CREATE INDEX idempotency_keys__expires_at ON idempotency_keys (tenant_id, expires_at)`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE idempotency_keys`);
  }
}
