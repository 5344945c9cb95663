import { appCan, createTenantTable } from '@wheelhouse/platform-db';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Saved views; invitations and password resets by one-time links; when a session was last used. */
export class IdentityInvitationsAndViews1790000700000 implements MigrationInterface {
  name = 'IdentityInvitationsAndViews1790000700000';

  async up(db: QueryRunner): Promise<void> {
    await createTenantTable(
      db,
      'saved_views',
      `
      member_id uuid NOT NULL,
      page text NOT NULL,
      name text NOT NULL,
      query text NOT NULL CHECK (length(query) <= 2000),
      CONSTRAINT saved_views__tenant_id__member_id__page__name UNIQUE (tenant_id, member_id, page, name),
      CONSTRAINT saved_views__member__fk FOREIGN KEY (tenant_id, member_id)
        REFERENCES members (tenant_id, id) ON DELETE CASCADE
    `,
    );
    await createTenantTable(
      db,
      'invitations',
      `
      email text NOT NULL CHECK (email = lower(email)),
      name text NOT NULL,
      locale text NOT NULL CHECK (locale IN ('en', 'zh-CN')),
      grants jsonb NOT NULL,
      token_hash bytea NOT NULL,
      invited_by uuid,
      sends integer NOT NULL DEFAULT 1,
      sent_at timestamptz NOT NULL,
      expires_at timestamptz NOT NULL,
      accepted_at timestamptz,
      revoked_at timestamptz,
      member_id uuid,
      CONSTRAINT invitations__tenant_id__token_hash UNIQUE (tenant_id, token_hash),
      CONSTRAINT invitations__one_end CHECK (accepted_at IS NULL OR revoked_at IS NULL),
      CONSTRAINT invitations__invited_by__fk FOREIGN KEY (tenant_id, invited_by) REFERENCES members (tenant_id, id),
      CONSTRAINT invitations__member__fk FOREIGN KEY (tenant_id, member_id) REFERENCES members (tenant_id, id)
    `,
    );
    // One open invitation for each address: who lost it is sent the same one anew.
    await db.query(`
      CREATE UNIQUE INDEX invitations__tenant_id__email ON invitations (tenant_id, email)
        WHERE accepted_at IS NULL AND revoked_at IS NULL
    `);
    await db.query(`
      CREATE TABLE password_resets (
        id uuid CONSTRAINT password_resets__id PRIMARY KEY,
        person_id uuid NOT NULL CONSTRAINT password_resets__person_id__fk REFERENCES people (id) ON DELETE CASCADE,
        token_hash bytea NOT NULL CONSTRAINT password_resets__token_hash UNIQUE,
        expires_at timestamptz NOT NULL,
        used_at timestamptz,
        created_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE INDEX password_resets__person_id ON password_resets (person_id);
      ALTER TABLE sessions ADD COLUMN last_used_at timestamptz NOT NULL DEFAULT now();
      ALTER TABLE mails ADD COLUMN secret text, ADD COLUMN secret_readable boolean NOT NULL DEFAULT false;
      CREATE INDEX trail_entries__tenant_id__action ON trail_entries (tenant_id, action, id);
    `);
    await appCan(db, 'password_resets', 'SELECT, INSERT, UPDATE, DELETE');
    // Steps into the tenant of the session behind a token, so that session, membership and grants are one round trip.
    // SET LOCAL, not set_config: see TenantTransactions.
    await db.query(`
      CREATE FUNCTION enter_session(hash bytea, at timestamptz) RETURNS void LANGUAGE plpgsql AS $$
      DECLARE
        tenant uuid;
      BEGIN
        SELECT s.tenant_id INTO tenant FROM sessions s WHERE s.token_hash = hash AND s.expires_at > at;
        EXECUTE format('SET LOCAL app.tenant_id = %L', coalesce(tenant::text, ''));
      END $$
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP FUNCTION enter_session(bytea, timestamptz);
      DROP INDEX trail_entries__tenant_id__action;
      ALTER TABLE mails DROP COLUMN secret, DROP COLUMN secret_readable;
      ALTER TABLE sessions DROP COLUMN last_used_at;
      DROP TABLE password_resets, invitations, saved_views;
    `);
  }
}
