import { createTenantTable } from '@wheelhouse/platform-db';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Service accounts (members without a person) and the tokens by which programs act as a member. */
export class IdentityAccessTokens1790002000000 implements MigrationInterface {
  name = 'IdentityAccessTokens1790002000000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE members
        ALTER COLUMN person_id DROP NOT NULL,
        ADD COLUMN name text,
        ADD CONSTRAINT members__person_or_name CHECK ((person_id IS NULL) = (name IS NOT NULL));
      CREATE UNIQUE INDEX members__tenant_id__name ON members (tenant_id, name) WHERE person_id IS NULL;
    `);
    await createTenantTable(
      db,
      'access_tokens',
      `
      member_id uuid NOT NULL,
      name text NOT NULL,
      token_hash bytea NOT NULL,
      hint text NOT NULL,
      permissions text[] NOT NULL CHECK (cardinality(permissions) > 0),
      expires_at timestamptz NOT NULL,
      revoked_at timestamptz,
      last_used_at timestamptz,
      last_used_ip text,
      window_began_at timestamptz,
      window_requests integer NOT NULL DEFAULT 0,
      CONSTRAINT access_tokens__tenant_id__token_hash UNIQUE (tenant_id, token_hash),
      CONSTRAINT access_tokens__member__fk FOREIGN KEY (tenant_id, member_id)
        REFERENCES members (tenant_id, id) ON DELETE CASCADE
    `,
    );
    await db.query(`CREATE INDEX access_tokens__tenant_id__member_id ON access_tokens (tenant_id, member_id)`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TABLE access_tokens;
      DELETE FROM members WHERE person_id IS NULL;
      DROP INDEX members__tenant_id__name;
      ALTER TABLE members
        DROP CONSTRAINT members__person_or_name,
        DROP COLUMN name,
        ALTER COLUMN person_id SET NOT NULL;
    `);
  }
}
