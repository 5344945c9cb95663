import { appCan, createTenantTable } from '@wheelhouse/platform-db';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const FROZEN = `IF OLD.status <> 'draft' AND (TG_OP = 'DELETE' OR NEW.body::text <> OLD.body::text
            OR NEW.version <> OLD.version OR NEW.standard_id <> OLD.standard_id OR NEW.status = 'draft') THEN
          RAISE EXCEPTION 'a published standard version never changes' USING ERRCODE = 'WH001';
        END IF;
        RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;`;

/** Plans and their limits, measured usage, exports, and the end of a tenant: closed first, deleted after a grace period. */
export class TenantLife1790002400000 implements MigrationInterface {
  name = 'TenantLife1790002400000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE tenants
        ADD COLUMN plan text NOT NULL DEFAULT 'enterprise'
          CONSTRAINT tenants__plan CHECK (plan IN ('starter', 'growth', 'enterprise')),
        ADD COLUMN agreed_limits jsonb,
        ADD COLUMN delete_at timestamptz,
        DROP CONSTRAINT tenants_status_check,
        ADD CONSTRAINT tenants__status CHECK (status IN ('active', 'suspended', 'closing')),
        ADD CONSTRAINT tenants__delete_at CHECK ((status = 'closing') = (delete_at IS NOT NULL));
      CREATE TABLE operator_entries (
        id uuid CONSTRAINT operator_entries__id PRIMARY KEY,
        at timestamptz NOT NULL,
        person_name text,
        action text NOT NULL,
        tenant_ref uuid NOT NULL,
        slug text NOT NULL,
        detail jsonb
      );
      CREATE INDEX operator_entries__tenant_ref ON operator_entries (tenant_ref, at);
    `);
    await appCan(db, 'operator_entries', 'SELECT, INSERT');
    await createTenantTable(
      db,
      'tenant_measurements',
      `
      day date NOT NULL,
      storage_bytes bigint NOT NULL,
      measured_at timestamptz NOT NULL
    `,
      'SELECT, INSERT, UPDATE, DELETE',
      ['day'],
    );
    await createTenantTable(
      db,
      'tenant_minutes',
      `
      minute timestamptz NOT NULL,
      requests integer NOT NULL CHECK (requests >= 0)
    `,
      'SELECT, INSERT, UPDATE, DELETE',
      ['minute'],
    );
    await createTenantTable(
      db,
      'tenant_exports',
      `
      requested_by text,
      state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'running', 'done', 'failed')),
      progress real NOT NULL DEFAULT 0 CHECK (progress BETWEEN 0 AND 1),
      bytes bigint,
      sha256 text,
      finished_at timestamptz,
      expires_at timestamptz
    `,
    );
    await createTenantTable(
      db,
      'tenant_export_parts',
      `
      export_id uuid NOT NULL,
      part integer NOT NULL,
      content bytea NOT NULL,
      CONSTRAINT tenant_export_parts__export__fk FOREIGN KEY (tenant_id, export_id)
        REFERENCES tenant_exports (tenant_id, id) ON DELETE CASCADE
    `,
      'SELECT, INSERT, UPDATE, DELETE',
      ['export_id', 'part'],
    );
    await db.query(`
      CREATE OR REPLACE FUNCTION refuse_change_of_published_standard() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'DELETE' AND EXISTS (SELECT 1 FROM tenants t WHERE t.id = OLD.tenant_id AND t.delete_at <= now()) THEN
          RETURN OLD;
        END IF;
        ${FROZEN}
      END $$;

      -- Deletes a tenant whose grace period is over: every row of every table that has a tenant_id, people who belong to
      -- nobody else, and the tenant itself. Runs as the owner, since the application may not delete what is append-only,
      -- and refuses whatever is not due. Answers how many rows of which table are gone.
      CREATE FUNCTION delete_tenant(gone uuid) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER
        SET search_path = public, pg_temp AS $$
      DECLARE
        tables text[];
        name text;
        again boolean := true;
        deleted bigint;
        counts jsonb := '{}';
        former uuid[];
        person uuid;
      BEGIN
        PERFORM 1 FROM tenants WHERE id = gone AND status = 'closing' AND delete_at <= now() FOR UPDATE;
        IF NOT FOUND THEN
          RAISE EXCEPTION 'tenant % is not due', gone USING ERRCODE = 'object_not_in_prerequisite_state';
        END IF;
        EXECUTE format('SET LOCAL app.tenant_id = %L', gone);
        SELECT array_agg(c.oid::regclass::text ORDER BY c.relname) INTO tables
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_attribute a ON a.attrelid = c.oid
        WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') AND NOT c.relispartition
          AND a.attname = 'tenant_id' AND NOT a.attisdropped;
        SELECT array_agg(DISTINCT person_id) INTO former FROM members WHERE tenant_id = gone AND person_id IS NOT NULL;
        -- Who points to whom need not be known: what is still pointed to is tried again.
        WHILE again LOOP
          again := false;
          FOREACH name IN ARRAY tables LOOP
            BEGIN
              EXECUTE format('DELETE FROM %s WHERE tenant_id = %L', name, gone);
              GET DIAGNOSTICS deleted = ROW_COUNT;
              IF deleted > 0 THEN
                counts := counts || jsonb_build_object(name, deleted);
                again := true;
              END IF;
            EXCEPTION WHEN foreign_key_violation THEN
              NULL;
            END;
          END LOOP;
        END LOOP;
        FOREACH person IN ARRAY coalesce(former, '{}') LOOP
          EXECUTE format('SET LOCAL app.person_id = %L', person);
          IF NOT EXISTS (SELECT 1 FROM members WHERE person_id = person) THEN
            DELETE FROM people WHERE id = person AND NOT is_operator;
          END IF;
        END LOOP;
        DELETE FROM tenants WHERE id = gone;
        RETURN counts;
      END $$;
      REVOKE ALL ON FUNCTION delete_tenant(uuid) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION delete_tenant(uuid) TO wheelhouse_app;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP FUNCTION delete_tenant(uuid);
      CREATE OR REPLACE FUNCTION refuse_change_of_published_standard() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        ${FROZEN}
      END $$;
      DROP TABLE tenant_export_parts, tenant_exports, tenant_minutes, tenant_measurements, operator_entries;
      UPDATE tenants SET status = 'suspended', delete_at = NULL WHERE status = 'closing';
      ALTER TABLE tenants DROP CONSTRAINT tenants__delete_at, DROP CONSTRAINT tenants__status, DROP COLUMN plan,
        DROP COLUMN agreed_limits, DROP COLUMN delete_at,
        ADD CONSTRAINT tenants_status_check CHECK (status IN ('active', 'suspended'));
    `);
  }
}
