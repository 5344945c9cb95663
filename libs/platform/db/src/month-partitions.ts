import type { QueryRunner } from 'typeorm';
import { APP_ROLE, appCan, enableTenantRls } from './tenant-table.js';

/** How many months on both sides of today have a partition of their own; older and later rows go to the default one. */
const MONTHS_BEHIND = 12;
const MONTHS_AHEAD = 3;

/**
 * Installs `ensure_month_partitions(table, from, to)`. Big tables are partitioned by the month inside their UUIDv7 key
 * (its first 48 bits are milliseconds), so the key stays `(tenant_id, id)` and a client-made id finds its partition.
 * The function runs as the owner, so that the application role can keep months ahead without the right to create.
 */
export async function installMonthPartitions(db: QueryRunner): Promise<void> {
  await db.query(`
    CREATE FUNCTION ensure_month_partitions(parent text, from_month date, to_month date) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
    DECLARE
      month date := date_trunc('month', from_month)::date;
      part text;
      low uuid;
      high uuid;
    BEGIN
      IF parent NOT IN ('observations', 'audits', 'section_scores', 'findings') THEN
        RAISE EXCEPTION 'not a partitioned table: %', parent;
      END IF;
      WHILE month <= to_month LOOP
        part := parent || '_' || to_char(month, 'YYYYMM');
        IF to_regclass(part) IS NULL THEN
          low := (lpad(to_hex((extract(epoch FROM month::timestamp AT TIME ZONE 'UTC') * 1000)::bigint), 12, '0') || repeat('0', 20))::uuid;
          high := (lpad(to_hex((extract(epoch FROM (month + interval '1 month')::timestamp AT TIME ZONE 'UTC') * 1000)::bigint), 12, '0') || repeat('0', 20))::uuid;
          EXECUTE format('CREATE TABLE %I PARTITION OF %I FOR VALUES FROM (%L) TO (%L)', part, parent, low, high);
          EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', part);
          EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', part);
          EXECUTE format('CREATE POLICY tenant ON %I USING (tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::uuid)', part);
        END IF;
        month := (month + interval '1 month')::date;
      END LOOP;
    END $$;
    REVOKE ALL ON FUNCTION ensure_month_partitions(text, date, date) FROM PUBLIC;
    GRANT EXECUTE ON FUNCTION ensure_month_partitions(text, date, date) TO ${APP_ROLE};
  `);
}

/**
 * Makes a tenant table that is partitioned by the month of `uuidColumn`, with a default partition that takes the rest.
 * It must hold a composite foreign key to another tenant table: that proves the tenant, so rows of big tables are not
 * checked against `tenants` once more each.
 */
export async function createMonthlyTenantTable(
  db: QueryRunner,
  table: string,
  uuidColumn: string,
  columns: string,
  privileges = 'SELECT, INSERT, UPDATE',
): Promise<void> {
  await db.query(`
    CREATE TABLE ${table} (
      tenant_id uuid NOT NULL,
      ${columns}
    ) PARTITION BY RANGE (${uuidColumn})
  `);
  await enableTenantRls(db, table);
  await appCan(db, table, privileges);
  await db.query(`CREATE TABLE ${table}_rest PARTITION OF ${table} DEFAULT`);
  await enableTenantRls(db, `${table}_rest`);
  await db.query(
    `SELECT ensure_month_partitions($1, (now() - interval '${MONTHS_BEHIND} months')::date, (now() + interval '${MONTHS_AHEAD} months')::date)`,
    [table],
  );
}
