import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * When a session last proved who it is, since when a tenant takes a member's sessions, an address of return for each
 * provider, and what an operator did that concerns no tenant.
 */
export class IdentityProveAgain1790003200000 implements MigrationInterface {
  name = 'IdentityProveAgain1790003200000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE sessions ADD COLUMN proven_at timestamptz;
      ALTER TABLE members ADD COLUMN sessions_after timestamptz;
      ALTER TABLE sign_in_providers ADD COLUMN own_return boolean NOT NULL DEFAULT false;
      ALTER TABLE operator_entries ALTER COLUMN tenant_ref DROP NOT NULL, ALTER COLUMN slug DROP NOT NULL;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DELETE FROM operator_entries WHERE tenant_ref IS NULL;
      ALTER TABLE operator_entries ALTER COLUMN tenant_ref SET NOT NULL, ALTER COLUMN slug SET NOT NULL;
      ALTER TABLE sign_in_providers DROP COLUMN own_return;
      ALTER TABLE members DROP COLUMN sessions_after;
      ALTER TABLE sessions DROP COLUMN proven_at;
    `);
  }
}
