import { appCan } from '@wheelhouse/platform-db';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Second factors with recovery codes, sign-ins that are half-way, and refresh tokens of programs. */
export class IdentitySecondFactor1790002710000 implements MigrationInterface {
  name = 'IdentitySecondFactor1790002710000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE tenants ADD COLUMN require_second_factor boolean NOT NULL DEFAULT false;
      ALTER TABLE sessions
        ADD COLUMN second_factor boolean NOT NULL DEFAULT false,
        ADD COLUMN idle_seconds integer,
        ADD COLUMN token_expires_at timestamptz;
      CREATE TABLE second_factors (
        person_id uuid CONSTRAINT second_factors__person_id PRIMARY KEY
          CONSTRAINT second_factors__person_id__fk REFERENCES people (id) ON DELETE CASCADE,
        secret text NOT NULL,
        confirmed_at timestamptz,
        last_step bigint,
        created_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE TABLE recovery_codes (
        person_id uuid NOT NULL CONSTRAINT recovery_codes__person_id__fk REFERENCES people (id) ON DELETE CASCADE,
        code_hash bytea NOT NULL,
        used_at timestamptz,
        CONSTRAINT recovery_codes__person_id__code_hash PRIMARY KEY (person_id, code_hash)
      );
      CREATE TABLE sign_in_steps (
        id uuid CONSTRAINT sign_in_steps__id PRIMARY KEY,
        token_hash bytea NOT NULL CONSTRAINT sign_in_steps__token_hash UNIQUE,
        person_id uuid NOT NULL CONSTRAINT sign_in_steps__person_id__fk REFERENCES people (id) ON DELETE CASCADE,
        tenant_id uuid CONSTRAINT sign_in_steps__tenant_id__fk REFERENCES tenants (id) ON DELETE CASCADE,
        step text NOT NULL CHECK (step IN ('second_factor', 'enrol')),
        browser boolean NOT NULL,
        failures integer NOT NULL DEFAULT 0,
        expires_at timestamptz NOT NULL
      );
      CREATE INDEX sign_in_steps__person_id ON sign_in_steps (person_id);
      CREATE TABLE refresh_tokens (
        id uuid CONSTRAINT refresh_tokens__id PRIMARY KEY,
        session_id uuid NOT NULL CONSTRAINT refresh_tokens__session_id__fk REFERENCES sessions (id) ON DELETE CASCADE,
        token_hash bytea NOT NULL CONSTRAINT refresh_tokens__token_hash UNIQUE,
        used_at timestamptz,
        created_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE INDEX refresh_tokens__session_id ON refresh_tokens (session_id);
    `);
    for (const table of ['second_factors', 'recovery_codes', 'sign_in_steps', 'refresh_tokens'])
      await appCan(db, table, 'SELECT, INSERT, UPDATE, DELETE');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TABLE refresh_tokens, sign_in_steps, recovery_codes, second_factors;
      ALTER TABLE sessions DROP COLUMN second_factor, DROP COLUMN idle_seconds, DROP COLUMN token_expires_at;
      ALTER TABLE tenants DROP COLUMN require_second_factor;
    `);
  }
}
