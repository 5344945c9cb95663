import { createTenantTable } from '@wheelhouse/platform-db';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A tenant's logo: the picture behind the tenant's wall, and its hash beside the accent, which every session shows. */
export class OrgTenantLogos1790000900000 implements MigrationInterface {
  name = 'OrgTenantLogos1790000900000';

  async up(db: QueryRunner): Promise<void> {
    await createTenantTable(
      db,
      'tenant_logos',
      `
      hash text NOT NULL CHECK (hash ~ '^[0-9a-f]{64}$'),
      content bytea NOT NULL CHECK (octet_length(content) BETWEEN 1 AND 1048576),
      width integer NOT NULL CHECK (width BETWEEN 1 AND 512),
      height integer NOT NULL CHECK (height BETWEEN 1 AND 160)
    `,
      'SELECT, INSERT, UPDATE, DELETE',
      ['hash'],
    );
    await db.query(`ALTER TABLE tenants ADD COLUMN logo text CHECK (logo ~ '^[0-9a-f]{64}$')`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE tenants DROP COLUMN logo`);
    await db.query(`DROP TABLE tenant_logos`);
  }
}
