import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '@wheelhouse/kernel';
import { INSTALLATION_TABLES } from '@wheelhouse/platform-db';
import type { TestApp } from '@wheelhouse/testing';
import pg from 'pg';
import { aWorld, type World } from '../support/a-world.js';
import { Evidence } from '../support/evidence.js';
import { startWholeApp } from '../support/whole-app.js';
import { fillPartitions, foreignKeysOf, tenantTablesOf, type TenantTable } from './tables.js';

const DENIED = '42501';

let app: TestApp;
let evidence: Evidence;
let role: pg.Client;
let tables: TenantTable[];
let a: World;
let b: World;

beforeAll(async () => {
  app = await startWholeApp();
  evidence = await Evidence.of(app);
  a = await aWorld(app);
  b = await aWorld(app);
  await fillPartitions(evidence, a);
  tables = await tenantTablesOf(evidence);
  role = new pg.Client({ connectionString: app.database.appUrl });
  await role.connect();
});

afterAll(async () => {
  await role?.end();
  await evidence?.close();
  await app?.close();
});

type Outcome = { code: string } | { rows: Record<string, unknown>[]; count: number };

/** What the application's role gets for a statement in a tenant, or in none; nothing of it stays. */
async function asApp(tenantId: string | null, sql: string, params: unknown[] = []): Promise<Outcome> {
  await role.query('BEGIN');
  try {
    if (tenantId) await role.query(`SET LOCAL app.tenant_id = '${tenantId}'`);
    const { rows, rowCount } = await role.query(sql, params);
    return { rows, count: rowCount ?? 0 };
  } catch (error) {
    return { code: (error as { code: string }).code };
  } finally {
    await role.query('ROLLBACK');
  }
}

const strangers = (): [string, string | null][] => [
  ['another tenant', b.t.id],
  ['no tenant', null],
];

/** Tries a statement on every table as every stranger and lists where the outcome is not as it must be. */
async function everywhere(
  sql: (table: TenantTable) => string,
  isRight: (outcome: Outcome) => boolean,
  params: (table: TenantTable) => unknown[] = () => [a.t.id],
): Promise<string[]> {
  const wrong: string[] = [];
  for (const table of tables) {
    for (const [who, tenantId] of strangers()) {
      const outcome = await asApp(tenantId, sql(table), params(table));
      if (!isRight(outcome)) wrong.push(`${table.name} as ${who}: ${JSON.stringify(outcome).slice(0, 200)}`);
    }
  }
  return wrong;
}

const isDenied = (outcome: Outcome) => 'code' in outcome && outcome.code === DENIED;
const touchesNothing = (outcome: Outcome) => isDenied(outcome) || ('count' in outcome && outcome.count === 0);

describe('every table that carries a tenant', () => {
  it('is known, and all others are installation tables with a reason', async () => {
    const rows = await evidence.query<{ name: string }>(
      `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'v', 'm') ORDER BY 1`,
    );
    const known = new Set([...tables.map(({ name }) => name), ...Object.keys(INSTALLATION_TABLES)]);
    expect(rows.map(({ name }) => name).filter((name) => !known.has(name))).toEqual([]);
    expect(tables.length).toBeGreaterThan(80);
  });

  it('holds rows of the tenant whose data the strangers below look for', () => {
    expect(tables.filter(({ sample }) => !sample).map(({ name }) => name)).toEqual([]);
    expect(new Set(tables.map(({ sample }) => sample?.['tenant_id']))).toEqual(new Set([a.t.id]));
  });

  it('shows a stranger no row', async () => {
    const isEmpty = (outcome: Outcome) => isDenied(outcome) || ('rows' in outcome && outcome.rows[0]?.['n'] === 0);
    expect(
      await everywhere(({ name }) => `SELECT count(*)::int AS n FROM ${name} WHERE tenant_id = $1`, isEmpty),
    ).toEqual([]);
  });

  it('shows nobody anything outside a tenant', async () => {
    const wrong: string[] = [];
    for (const { name } of tables) {
      const outcome = await asApp(null, `SELECT count(*)::int AS n FROM ${name}`);
      if (!isDenied(outcome) && !('rows' in outcome && outcome.rows[0]?.['n'] === 0)) wrong.push(name);
    }
    expect(wrong).toEqual([]);
  });

  it('shows the tenant itself its rows, so that the emptiness above means something', async () => {
    const empty: string[] = [];
    for (const { name, isPartition } of tables.filter((table) => !table.isPartition)) {
      const outcome = await asApp(a.t.id, `SELECT count(*)::int AS n FROM ${name}`);
      if (!('rows' in outcome) || Number(outcome.rows[0]?.['n']) < 1 || isPartition) empty.push(name);
    }
    expect(empty).toEqual([]);
  });

  it('takes no row for another tenant', async () => {
    const copy = ({ name, columns }: TenantTable) =>
      `INSERT INTO ${name} (${columns}) SELECT ${columns} FROM jsonb_populate_record(null::${name}, $1)`;
    expect(await everywhere(copy, isDenied, ({ sample }) => [JSON.stringify(sample)])).toEqual([]);
  });

  it('changes no row of another tenant, and none of one’s own into another’s', async () => {
    expect(
      await everywhere(({ name }) => `UPDATE ${name} SET tenant_id = tenant_id WHERE tenant_id = $1`, touchesNothing),
    ).toEqual([]);
    const given: string[] = [];
    for (const { name } of tables) {
      const outcome = await asApp(b.t.id, `UPDATE ${name} SET tenant_id = $1`, [a.t.id]);
      if (!isDenied(outcome)) given.push(`${name}: ${JSON.stringify(outcome).slice(0, 200)}`);
    }
    expect(given).toEqual([]);
  });

  it('deletes no row of another tenant, nor all at once', async () => {
    expect(await everywhere(({ name }) => `DELETE FROM ${name} WHERE tenant_id = $1`, touchesNothing)).toEqual([]);
    expect(
      await everywhere(
        ({ name }) => `TRUNCATE ${name} CASCADE`,
        isDenied,
        () => [],
      ),
    ).toEqual([]);
  });

  it('cannot point to a row of another tenant', async () => {
    const keys = await foreignKeysOf(evidence);
    expect(keys.length).toBeGreaterThan(20);
    const wrong: string[] = [];
    for (const key of keys) {
      const [target] = await evidence.query<{ id: string }>(
        `SELECT ${key.targetColumn} AS id FROM ${key.target} WHERE tenant_id = $1 LIMIT 1`,
        [a.t.id],
      );
      const rows = await evidence.query<{ row: Record<string, unknown> }>(
        `SELECT to_jsonb(x) AS row FROM ${key.table} x WHERE tenant_id = $1 LIMIT 30`,
        [b.t.id],
      );
      const { columns, hasId } = tables.find(({ name }) => name === key.table) as TenantTable;
      const codes = new Set<string>();
      for (const { row } of rows) {
        const pointing = {
          ...row,
          [key.column]: target?.id,
          ...(hasId ? { id: newId() } : {}),
          ...(row['code'] ? { code: newId() } : {}),
        };
        const insert = await asApp(
          b.t.id,
          `INSERT INTO ${key.table} (${columns}) SELECT ${columns} FROM jsonb_populate_record(null::${key.table}, $1)`,
          [JSON.stringify(pointing)],
        );
        const update = hasId
          ? await asApp(b.t.id, `UPDATE ${key.table} SET ${key.column} = $1 WHERE id = $2`, [target?.id, row['id']])
          : insert;
        for (const outcome of [insert, update]) codes.add('code' in outcome ? outcome.code : 'accepted');
      }
      if (codes.has('accepted') || !codes.has('23503')) wrong.push(`${key.name}: ${[...codes].join()}`);
    }
    expect(wrong).toEqual([]);
  });
});

describe('the application’s role', () => {
  it.each([
    'ALTER TABLE outlets DISABLE ROW LEVEL SECURITY',
    'ALTER TABLE outlets NO FORCE ROW LEVEL SECURITY',
    'ALTER TABLE outlets ADD COLUMN mine int',
    'ALTER TABLE outlets OWNER TO wheelhouse_app',
    'DROP TABLE edition_rows',
    'DROP POLICY tenant ON outlets',
    'CREATE POLICY mine ON outlets USING (true)',
    'CREATE TABLE mine (id int)',
    'CREATE TABLE audits_mine PARTITION OF audits DEFAULT',
    'CREATE SCHEMA mine',
    'CREATE FUNCTION mine() RETURNS int LANGUAGE sql AS $$ SELECT 1 $$',
    'DROP TRIGGER standard_versions__frozen ON standard_versions',
    'ALTER TABLE standard_versions DISABLE TRIGGER ALL',
    'SET LOCAL session_replication_role = replica',
    'SET LOCAL ROLE wheelhouse_owner',
    'SET LOCAL SESSION AUTHORIZATION wheelhouse_owner',
    'ALTER ROLE wheelhouse_app BYPASSRLS',
    'CREATE ROLE mine',
    'COPY outlets TO PROGRAM $$cat$$',
    `SELECT pg_read_file('/etc/hostname')`,
    'INSERT INTO migrations (timestamp, name) VALUES (1, $$mine$$)',
    'DELETE FROM people',
    'DELETE FROM tenants',
  ])('may not %s', async (sql) => {
    expect(await asApp(a.t.id, sql)).toEqual({ code: DENIED });
  });

  it('cannot turn the policies off for itself', async () => {
    await asApp(null, 'SELECT 1');
    await role.query('SET row_security = off');
    expect(await asApp(b.t.id, 'SELECT * FROM outlets')).toEqual({ code: DENIED });
    await role.query('RESET row_security');
  });

  it('changes and deletes nothing that is written once, not even in its own tenant', async () => {
    for (const table of [
      'trail_entries',
      'editions',
      'edition_rows',
      'closed_weeks',
      'cycle_passages',
      'schemes',
      'outlet_import_rows',
    ]) {
      expect([table, await asApp(a.t.id, `UPDATE ${table} SET updated_at = now()`)]).toEqual([table, { code: DENIED }]);
      expect([table, await asApp(a.t.id, `DELETE FROM ${table}`)]).toEqual([table, { code: DENIED }]);
    }
  });

  it.each([
    ['its body', `UPDATE standard_versions SET body = '{}' WHERE id = $1`],
    ['its version', `UPDATE standard_versions SET version = '2.0.0' WHERE id = $1`],
    ['back to a draft', `UPDATE standard_versions SET status = 'draft', published_at = NULL WHERE id = $1`],
    ['away', `DELETE FROM standard_versions WHERE id = $1`],
  ])('cannot change a published standard: %s', async (_, sql) => {
    expect(await asApp(a.t.id, sql, [a.standard.id])).toEqual({ code: 'WH001' });
  });

  it('sees with a person’s eyes only that person’s own memberships', async () => {
    await role.query('BEGIN');
    await role.query(`SET LOCAL app.person_id = '${b.people.admin.personId}'`);
    const { rows } = await role.query(`SELECT DISTINCT person_id FROM members`);
    const grants = await role.query(`SELECT 1 FROM role_grants`);
    await role.query('ROLLBACK');
    expect(rows).toEqual([{ person_id: b.people.admin.personId }]);
    expect(grants.rowCount).toBe(0);
  });

  it('makes months ahead with their policy and nothing else', async () => {
    expect(await asApp(null, `SELECT ensure_month_partitions('people', '2031-01-01', '2031-01-01')`)).toEqual({
      code: 'P0001',
    });
    await role.query(`SELECT ensure_month_partitions('audits', '2031-01-01', '2031-01-01')`);
    const rows = await evidence.query(
      `SELECT relrowsecurity, relforcerowsecurity FROM pg_class WHERE relname = 'audits_203101'`,
    );
    expect(rows).toEqual([{ relrowsecurity: true, relforcerowsecurity: true }]);
  });
});
