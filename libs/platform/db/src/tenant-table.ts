import type { QueryRunner } from 'typeorm';

/** The role that the product connects as. It owns nothing and cannot bypass row-level security. */
export const APP_ROLE = 'wheelhouse_app';

/** The tenant of the running transaction; the setting is `''`, not NULL, after a transaction that had one. */
const CURRENT_TENANT = `nullif(current_setting('app.tenant_id', true), '')::uuid`;

/** Grants `privileges` on an installation table to the application role. */
export async function appCan(db: QueryRunner, table: string, privileges: string): Promise<void> {
  await db.query(`GRANT ${privileges} ON ${table} TO ${APP_ROLE}`);
}

/** Puts a table behind its tenant: row-level security enabled and forced, with USING and WITH CHECK. */
export async function enableTenantRls(db: QueryRunner, table: string): Promise<void> {
  await db.query(`
    ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
    ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
    CREATE POLICY tenant ON ${table} USING (tenant_id = ${CURRENT_TENANT}) WITH CHECK (tenant_id = ${CURRENT_TENANT});
  `);
}

/**
 * Makes a tenant table: `tenant_id` first in its primary key, times of creation and change, row-level security, and
 * `privileges` for the application role. `key` replaces `id` where the key is natural.
 */
export async function createTenantTable(
  db: QueryRunner,
  table: string,
  columns: string,
  privileges = 'SELECT, INSERT, UPDATE, DELETE',
  key?: string[],
): Promise<void> {
  const id = key ? '' : 'id uuid NOT NULL,';
  const columnsOfKey = ['tenant_id', ...(key ?? ['id'])];
  await db.query(`
    CREATE TABLE ${table} (
      tenant_id uuid NOT NULL CONSTRAINT ${table}__tenant_id__fk REFERENCES tenants (id),
      ${id}
      ${columns},
      created_at timestamptz NOT NULL DEFAULT now(),
      updated_at timestamptz NOT NULL DEFAULT now(),
      CONSTRAINT ${table}__${columnsOfKey.join('__')} PRIMARY KEY (${columnsOfKey.join(', ')})
    )
  `);
  await enableTenantRls(db, table);
  await appCan(db, table, privileges);
}
