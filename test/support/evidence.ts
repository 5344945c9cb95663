import pg from 'pg';
import type { TestApp } from '@wheelhouse/testing';

/** Looks at a test's database from outside every policy, as its superuser. */
export class Evidence {
  private constructor(
    private readonly client: pg.Client,
    /** Every table with a tenant, without partitions. */
    readonly tables: string[],
  ) {}

  static async of(app: TestApp): Promise<Evidence> {
    const url = new URL(process.env['TEST_ADMIN_URL'] ?? '');
    url.pathname = new URL(app.database.appUrl).pathname;
    const client = new pg.Client({ connectionString: url.href });
    client.on('error', () => undefined);
    await client.connect();
    const { rows } = await client.query<{ name: string }>(
      `SELECT c.relname AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'tenant_id'
       WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition ORDER BY 1`,
    );
    return new Evidence(
      client,
      rows.map(({ name }) => name),
    );
  }

  async query<T extends object>(sql: string, params: unknown[] = []): Promise<T[]> {
    return (await this.client.query<T>(sql, params)).rows;
  }

  /** Processes of the application that wait for a lock, in a statement that holds `text`. */
  async waiting(text = ''): Promise<{ pid: number }[]> {
    // Within a transaction the server would go on showing what it showed first.
    await this.client.query('SELECT pg_stat_clear_snapshot()');
    return this.query<{ pid: number }>(
      `SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'wheelhouse' AND wait_event_type = 'Lock' AND query ILIKE $1`,
      [`%${text}%`],
    );
  }

  /** Whether no transaction of the application is open any more. */
  async isQuiet(): Promise<boolean> {
    const busy = await this.query(
      `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'wheelhouse' AND state <> 'idle'`,
    );
    return busy.length === 0;
  }

  /** One checksum for each table over all rows of a tenant; what counts its requests changes with each of them. */
  async checksums(tenantId: string): Promise<Record<string, string>> {
    const sums: Record<string, string> = {};
    for (const table of this.tables.filter((name) => !['sessions', 'tenant_minutes'].includes(name))) {
      const [row] = await this.query<{ sum: string }>(
        `SELECT count(*) || ' ' || coalesce(md5(string_agg(x::text, '|' ORDER BY x::text)), '-') AS sum FROM ${table} x WHERE tenant_id = $1`,
        [tenantId],
      );
      sums[table] = row?.sum ?? '';
    }
    const [tenant] = await this.query<{ sum: string }>(`SELECT md5(x::text) AS sum FROM tenants x WHERE id = $1`, [
      tenantId,
    ]);
    return { ...sums, tenants: tenant?.sum ?? '' };
  }

  /** Rows of a tenant, as texts. */
  async rowsOf(tenantId: string): Promise<string[]> {
    const all: string[] = [];
    for (const table of this.tables) {
      const rows = await this.query<{ text: string }>(
        `SELECT '${table} ' || x::text AS text FROM ${table} x WHERE tenant_id = $1`,
        [tenantId],
      );
      all.push(...rows.map(({ text }) => text));
    }
    return all;
  }

  /** The ids of everything that a tenant keeps, and of the tenant. */
  async idsOf(tenantId: string): Promise<string[]> {
    const { rows } = await this.client.query<{ table: string }>(
      `SELECT table_name AS table FROM information_schema.columns WHERE table_schema = 'public' AND column_name = 'id' AND table_name = ANY($1)`,
      [this.tables],
    );
    const ids = [
      tenantId,
      ...(
        await this.query<{ id: string }>(
          `SELECT person_id AS id FROM members WHERE tenant_id = $1 AND person_id IS NOT NULL`,
          [tenantId],
        )
      ).map(({ id }) => id),
    ];
    for (const { table } of rows)
      ids.push(
        ...(await this.query<{ id: string }>(`SELECT id FROM ${table} WHERE tenant_id = $1`, [tenantId])).map(
          ({ id }) => id,
        ),
      );
    return [...new Set(ids)];
  }

  close(): Promise<void> {
    return this.client.end();
  }
}
