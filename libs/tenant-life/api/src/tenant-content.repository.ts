import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { WITHHELD_COLUMNS, WITHHELD_TABLES } from './exported-tables.js';

export interface TableColumn {
  name: string;
  type: string;
  nullable: boolean;
}

export interface TenantTable {
  name: string;
  columns: TableColumn[];
}

const ROWS_AT_ONCE = 500;

/** Everything that a tenant has, table by table, whichever features there are. */
@Injectable()
export class TenantContentRepository {
  /** The tables behind the tenant's wall, with their columns. */
  async tables(em: EntityManager): Promise<TenantTable[]> {
    return em.query(`
      SELECT c.relname AS name,
             json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod),
                                        'nullable', NOT a.attnotnull) ORDER BY a.attnum) AS columns
      FROM pg_class c
      JOIN pg_namespace n ON n.oid = c.relnamespace
      JOIN pg_policy p ON p.polrelid = c.oid AND p.polname = 'tenant' AND pg_get_expr(p.polqual, c.oid) <> 'true'
      JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
      WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') AND NOT c.relispartition
      GROUP BY c.relname ORDER BY c.relname`);
  }

  /** The tables and columns that go into an archive. */
  async exported(em: EntityManager): Promise<TenantTable[]> {
    const tables = await this.tables(em);
    return tables
      .filter(({ name }) => !(name in WITHHELD_TABLES))
      .map(({ name, columns }) => ({
        name,
        columns: columns.filter((column) => !(column.name in (WITHHELD_COLUMNS[name] ?? {}))),
      }));
  }

  /** The rows of a table as lines of JSON; bytes as base64. Reads through a cursor of the running transaction. */
  async *lines(em: EntityManager, tenantId: string, { name, columns }: TenantTable): AsyncGenerator<string> {
    const list = columns.map(({ name: column, type }) =>
      type === 'bytea' ? `encode("${column}", 'base64') AS "${column}"` : `"${column}"`,
    );
    const cursor = `export_${name}`;
    await em.query(
      `DECLARE ${cursor} NO SCROLL CURSOR FOR
       SELECT row_to_json(r)::text AS line FROM (SELECT ${list.join(', ')} FROM "${name}" WHERE tenant_id = '${tenantId}') r`,
    );
    for (;;) {
      const rows: { line: string }[] = await em.query(`FETCH ${ROWS_AT_ONCE} FROM ${cursor}`);
      if (rows.length > 0) yield `${rows.map(({ line }) => line).join('\n')}\n`;
      if (rows.length < ROWS_AT_ONCE) break;
    }
    await em.query(`CLOSE ${cursor}`);
  }

  /** The people who are or were members: name, e-mail, language. */
  people(em: EntityManager, tenantId: string): Promise<Record<string, unknown>[]> {
    return em.query(
      `SELECT p.id, p.email, p.name, p.locale FROM people p
       WHERE p.id IN (SELECT person_id FROM members WHERE tenant_id = $1) ORDER BY p.id`,
      [tenantId],
    );
  }

  logos(em: EntityManager, tenantId: string): Promise<{ hash: string; content: Buffer }[]> {
    return em.query(`SELECT hash, content FROM tenant_logos WHERE tenant_id = $1 ORDER BY hash`, [tenantId]);
  }

  async tenant(em: EntityManager, tenantId: string): Promise<Record<string, unknown>> {
    const [row] = await em.query(
      `SELECT id, slug, name, time_zone, week_start, cutoff_weekday, cutoff_hour, accent, logo, plan, created_at
       FROM tenants WHERE id = $1`,
      [tenantId],
    );
    return row;
  }

  /** Bytes of all the tenant's rows as stored (compressed where PostgreSQL compresses), without indexes. */
  async storageBytes(em: EntityManager, tenantId: string): Promise<number> {
    let bytes = 0;
    for (const { name } of await this.tables(em)) {
      const [row] = await em.query(
        `SELECT coalesce(sum(pg_column_size(t.*)), 0)::text AS bytes FROM "${name}" t WHERE tenant_id = $1`,
        [tenantId],
      );
      bytes += Number(row.bytes);
    }
    return bytes;
  }
}
