import { newId } from '@wheelhouse/kernel';
import type { World } from '../support/a-world.js';
import type { Evidence } from '../support/evidence.js';

/** One table or partition with a tenant. */
export interface TenantTable {
  name: string;
  isPartition: boolean;
  hasId: boolean;
  /** Columns that can be written, for an INSERT. */
  columns: string;
  /** One row of the first tenant that has any; undefined when the table is empty. */
  sample: Record<string, unknown> | undefined;
}

/** They name a tenant, but are read before one is known: installation tables. */
const BEFORE_A_TENANT = ['sessions', 'sign_in_steps'];

/** Every table of the schema `public` that has a tenant, from the catalogue, but for those that are read before one is known. */
export async function tenantTablesOf(evidence: Evidence): Promise<TenantTable[]> {
  const rows = await evidence.query<Omit<TenantTable, 'sample'>>(
    `SELECT c.relname AS name, c.relispartition AS "isPartition", bool_or(x.attname = 'id') AS "hasId",
       string_agg(quote_ident(x.attname), ', ' ORDER BY x.attnum) FILTER (WHERE x.attgenerated = '') AS columns
     FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'tenant_id'
       JOIN pg_attribute x ON x.attrelid = c.oid AND x.attnum > 0 AND NOT x.attisdropped
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND c.relname <> ALL ($1)
     GROUP BY 1, 2 ORDER BY 1`,
    [BEFORE_A_TENANT],
  );
  const tables: TenantTable[] = [];
  for (const row of rows) {
    const [first] = await evidence.query<{ row: Record<string, unknown> }>(
      `SELECT to_jsonb(x) AS row FROM ${row.name} x ORDER BY tenant_id LIMIT 1`,
    );
    tables.push({ ...row, sample: first?.row });
  }
  return tables;
}

export interface ForeignKey {
  name: string;
  table: string;
  /** The column beside `tenant_id`. */
  column: string;
  target: string;
  targetColumn: string;
}

/** Every foreign key from one tenant table to another. */
export const foreignKeysOf = (evidence: Evidence): Promise<ForeignKey[]> =>
  evidence.query<ForeignKey>(
    `SELECT k.conname AS name, k.conrelid::regclass::text AS table, own.attname AS column, k.confrelid::regclass::text AS target, theirs.attname AS "targetColumn"
     FROM pg_constraint k
       JOIN pg_attribute own ON own.attrelid = k.conrelid AND own.attnum = k.conkey[2]
       JOIN pg_attribute theirs ON theirs.attrelid = k.confrelid AND theirs.attnum = k.confkey[2]
     WHERE k.contype = 'f' AND k.conparentid = 0 AND k.connamespace = 'public'::regnamespace AND array_length(k.conkey, 1) = 2 ORDER BY 1`,
  );

/** Copies an audit with all that derives from it into every month that has a partition, and into the rest. */
export async function fillPartitions(evidence: Evidence, w: World): Promise<void> {
  const partitions = await evidence.query<{ month: string }>(
    `SELECT substring(relname from 'audits_(.*)') AS month FROM pg_class WHERE relispartition AND relname LIKE 'audits\\_%' AND relkind = 'r'`,
  );
  for (const { month } of partitions) {
    const id = newId(
      month === 'rest'
        ? new Date('2019-05-05')
        : new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(4)) - 1, 15)),
    );
    for (const [table, key] of [
      ['audits', 'id'],
      ['observations', 'id'],
      ['section_scores', 'audit_id'],
      ['findings', 'audit_id'],
    ] as const) {
      await w.t.sql(
        `INSERT INTO ${table} SELECT (jsonb_populate_record(x, jsonb_build_object('${key}', $1::text))).* FROM ${table} x WHERE ${key} = $2`,
        [id, w.supervisorAuditId],
      );
    }
  }
}
