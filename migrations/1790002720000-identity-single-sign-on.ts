import { appCan, createTenantTable } from '@wheelhouse/platform-db';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sign-in by a tenant's own provider (OpenID Connect): its settings, who is who there, and sign-ins under way. */
export class IdentitySingleSignOn1790002720000 implements MigrationInterface {
  name = 'IdentitySingleSignOn1790002720000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE tenants ADD COLUMN sso_only boolean NOT NULL DEFAULT false;
      ALTER TABLE sessions ADD COLUMN tenant_bound boolean NOT NULL DEFAULT false;
      CREATE TABLE sign_in_domains (
        domain text CONSTRAINT sign_in_domains__domain PRIMARY KEY CHECK (domain = lower(domain)),
        owner_id uuid NOT NULL CONSTRAINT sign_in_domains__owner_id__fk REFERENCES tenants (id) ON DELETE CASCADE
      );
      CREATE INDEX sign_in_domains__owner_id ON sign_in_domains (owner_id);
    `);
    await appCan(db, 'sign_in_domains', 'SELECT, INSERT, DELETE');
    await createTenantTable(
      db,
      'sign_in_providers',
      `
      issuer text NOT NULL,
      client_id text NOT NULL,
      client_secret text NOT NULL
    `,
      undefined,
      [],
    );
    await createTenantTable(
      db,
      'external_identities',
      `
      person_id uuid NOT NULL CONSTRAINT external_identities__person_id__fk REFERENCES people (id) ON DELETE CASCADE,
      issuer text NOT NULL,
      subject text NOT NULL,
      CONSTRAINT external_identities__tenant_id__issuer__subject UNIQUE (tenant_id, issuer, subject)
    `,
    );
    await createTenantTable(
      db,
      'sso_attempts',
      `
      state_hash bytea NOT NULL,
      browser_hash bytea NOT NULL,
      nonce text NOT NULL,
      code_verifier text NOT NULL,
      next text NOT NULL,
      expires_at timestamptz NOT NULL,
      CONSTRAINT sso_attempts__tenant_id__state_hash UNIQUE (tenant_id, state_hash)
    `,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TABLE sso_attempts, external_identities, sign_in_providers, sign_in_domains;
      ALTER TABLE sessions DROP COLUMN tenant_bound;
      ALTER TABLE tenants DROP COLUMN sso_only;
    `);
  }
}
