import { appCan, createTenantTable } from '@wheelhouse/platform-db';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tenants, people, sessions; members, role grants, settings, the audit trail and the mail outbox of each tenant. */
export class IdentityCreatePeople1790000000000 implements MigrationInterface {
  name = 'IdentityCreatePeople1790000000000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE tenants (
        id uuid CONSTRAINT tenants__id PRIMARY KEY,
        slug text NOT NULL CONSTRAINT tenants__slug UNIQUE CHECK (slug ~ '^[a-z0-9][a-z0-9-]{1,39}$'),
        name jsonb NOT NULL,
        time_zone text NOT NULL,
        week_start smallint NOT NULL CHECK (week_start BETWEEN 1 AND 7),
        cutoff_weekday smallint NOT NULL DEFAULT 1 CHECK (cutoff_weekday BETWEEN 1 AND 7),
        cutoff_hour smallint NOT NULL DEFAULT 6 CHECK (cutoff_hour BETWEEN 0 AND 23),
        accent text NOT NULL DEFAULT '#0f766e' CHECK (accent ~ '^#[0-9a-f]{6}$'),
        status text NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'suspended')),
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE TABLE people (
        id uuid CONSTRAINT people__id PRIMARY KEY,
        email text NOT NULL CONSTRAINT people__email UNIQUE CHECK (email = lower(email)),
        name text NOT NULL,
        password_hash text NOT NULL,
        locale text NOT NULL DEFAULT 'en' CHECK (locale IN ('en', 'zh-CN')),
        is_operator boolean NOT NULL DEFAULT false,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE TABLE sessions (
        id uuid CONSTRAINT sessions__id PRIMARY KEY,
        token_hash bytea NOT NULL CONSTRAINT sessions__token_hash UNIQUE,
        person_id uuid NOT NULL CONSTRAINT sessions__person_id__fk REFERENCES people (id) ON DELETE CASCADE,
        tenant_id uuid CONSTRAINT sessions__tenant_id__fk REFERENCES tenants (id) ON DELETE SET NULL,
        ip text,
        user_agent text,
        expires_at timestamptz NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE INDEX sessions__person_id ON sessions (person_id);
      CREATE TABLE sign_in_attempts (
        key text CONSTRAINT sign_in_attempts__key PRIMARY KEY,
        failures integer NOT NULL,
        window_ends_at timestamptz NOT NULL
      );
    `);
    for (const table of ['tenants', 'people', 'sessions']) await appCan(db, table, 'SELECT, INSERT, UPDATE');
    await db.query(`GRANT DELETE ON sessions TO wheelhouse_app`);
    await appCan(db, 'sign_in_attempts', 'SELECT, INSERT, UPDATE, DELETE');

    await createTenantTable(
      db,
      'members',
      `
      person_id uuid NOT NULL CONSTRAINT members__person_id__fk REFERENCES people (id),
      status text NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'inactive')),
      CONSTRAINT members__tenant_id__person_id UNIQUE (tenant_id, person_id)
    `,
    );
    await db.query(`
      CREATE INDEX members__person_id ON members (person_id);
      CREATE POLICY own_memberships ON members FOR SELECT
        USING (person_id = nullif(current_setting('app.person_id', true), '')::uuid);
    `);
    await createTenantTable(
      db,
      'role_grants',
      `
      member_id uuid NOT NULL,
      role text NOT NULL CHECK (role IN ('hq_admin', 'quality_manager', 'supervisor', 'franchise_manager',
        'outlet_staff', 'mystery_shopper', 'viewer')),
      scope_kind text NOT NULL CHECK (scope_kind IN ('tenant', 'org_unit', 'outlet', 'own')),
      scope_id uuid CHECK ((scope_id IS NULL) = (scope_kind IN ('tenant', 'own'))),
      CONSTRAINT role_grants__tenant_id__member_id__role__scope UNIQUE NULLS NOT DISTINCT
        (tenant_id, member_id, role, scope_kind, scope_id),
      CONSTRAINT role_grants__member__fk FOREIGN KEY (tenant_id, member_id)
        REFERENCES members (tenant_id, id) ON DELETE CASCADE
    `,
    );
    await createTenantTable(
      db,
      'schemes',
      `
      version integer NOT NULL,
      body jsonb NOT NULL,
      made_by uuid,
      CONSTRAINT schemes__tenant_id__version UNIQUE (tenant_id, version)
    `,
      'SELECT, INSERT',
    );
    await createTenantTable(
      db,
      'trail_entries',
      `
      at timestamptz NOT NULL,
      actor_person_id uuid,
      actor_name text,
      ip text,
      action text NOT NULL,
      object_type text NOT NULL,
      object_id uuid,
      before jsonb,
      after jsonb
    `,
      'SELECT, INSERT',
    );
    await createTenantTable(
      db,
      'mails',
      `
      recipient text NOT NULL,
      subject text NOT NULL,
      html text NOT NULL,
      body_text text NOT NULL,
      status text NOT NULL DEFAULT 'waiting' CHECK (status IN ('waiting', 'sent', 'kept', 'failed')),
      error text,
      sent_at timestamptz,
      dedupe_key text,
      CONSTRAINT mails__tenant_id__dedupe_key UNIQUE (tenant_id, dedupe_key)
    `,
    );
    await createTenantTable(
      db,
      'tasks',
      `
      kind text NOT NULL,
      requested_by uuid,
      status text NOT NULL DEFAULT 'queued' CHECK (status IN ('queued', 'running', 'done', 'failed')),
      progress real NOT NULL DEFAULT 0 CHECK (progress BETWEEN 0 AND 1),
      error text,
      started_at timestamptz,
      finished_at timestamptz
    `,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(
      `DROP TABLE tasks, mails, trail_entries, schemes, role_grants, members, sign_in_attempts, sessions, people, tenants`,
    );
  }
}
