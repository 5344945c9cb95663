import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { INSTALLATION_TABLES } from '@wheelhouse/platform-db';
import { testDatabase } from '@wheelhouse/testing';
import pg from 'pg';
import { distribute, type Queryable } from '../support/installations.mjs';

/** What makes the schema fit to be spread over machines by tenant; keys and foreign keys are in schema.spec.ts. */
let database: Awaited<ReturnType<typeof testDatabase>>;
let owner: pg.Client;

beforeAll(async () => {
  database = await testDatabase();
  owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner?.end();
  await database?.drop();
});
const rows = async <T extends object>(sql: string): Promise<T[]> => (await owner.query<T>(sql)).rows;
const ROOT_TABLES = `c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition`;

describe('a schema that is distributed by tenant', () => {
  it('has tenant_id, never empty, as the first column of every key of every tenant table', async () => {
    const wrong = await rows(
      `SELECT c.relname, i.indexrelid::regclass::text AS index FROM pg_class c
         LEFT JOIN pg_attribute t ON t.attrelid = c.oid AND t.attname = 'tenant_id' AND t.attnotnull
         LEFT JOIN pg_index i ON i.indrelid = c.oid AND i.indisprimary
        WHERE ${ROOT_TABLES} AND c.relname <> ALL ('{${Object.keys(INSTALLATION_TABLES).join()}}')
          AND (t.attnum IS NULL OR i.indkey[0] IS DISTINCT FROM t.attnum)`,
    );
    expect(wrong).toEqual([]);
  });

  it('counts nothing in one place: no sequence, no serial or identity column', async () => {
    const sequences = await rows<{ name: string }>(
      `SELECT relname AS name FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'S'`,
    );
    // TypeORM's own list of migrations, which stays on the coordinator.
    expect(sequences).toEqual([{ name: 'migrations_id_seq' }]);
    const identities = await rows(
      `SELECT c.relname, a.attname FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid WHERE ${ROOT_TABLES} AND a.attidentity <> ''`,
    );
    expect(identities).toEqual([]);
  });

  it('refers from a reference table to reference tables only', async () => {
    const names = `'{${Object.keys(INSTALLATION_TABLES).join()}}'::text[]`;
    const wrong = await rows(
      `SELECT conname FROM pg_constraint WHERE contype = 'f' AND conrelid::regclass::text = ANY (${names}) AND confrelid::regclass::text <> ALL (${names})`,
    );
    expect(wrong).toEqual([]);
  });

  it('has no trigger, rule or exclusion that needs to look across tenants', async () => {
    const exclusions = await rows(`SELECT conname FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
      WHERE k.contype = 'x' AND ${ROOT_TABLES} AND NOT EXISTS (SELECT 1 FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'tenant_id' AND a.attnum = ANY (k.conkey))`);
    expect(exclusions).toEqual([]);
  });

  it('is told its tenant by SET LOCAL with a literal, which goes to the nodes, and never by set_config', () => {
    const file = new URL('../../libs/platform/db/src/tenant-transactions.ts', import.meta.url);
    const source = readFileSync(fileURLToPath(file), 'utf8');
    expect(source).toContain("SET LOCAL app.tenant_id = '${valid(tenantId)}'");
    expect(source).not.toMatch(/set_config\(\s*'/);
  });
});

describe('npm run distribute', () => {
  it('says that the extension is missing, changes nothing, and ends with 3', async () => {
    const script = fileURLToPath(new URL('../../tools/distribute.mjs', import.meta.url));
    const env = { PATH: process.env['PATH'], DATABASE_URL: database.ownerUrl };
    const { code, said } = await new Promise<{ code: unknown; said: string }>((resolve) =>
      execFile(process.execPath, [script], { env }, (error, out, err) =>
        resolve({ code: error?.code, said: out + err }),
      ),
    );
    expect(code).toBe(3);
    expect(said).toMatch(/^The extension citus is not in this database, so nothing was changed: /);
  });

  it('names every table once: those without a tenant first, each tenant table after what it refers to', async () => {
    const sent: string[] = [];
    const citus: Queryable = {
      query: async (sql, params = []) => {
        if (sql.includes('pg_extension')) return { rows: [{ version: '13.0' }] };
        if (!sql.startsWith('SELECT create_'))
          return owner.query(sql.replace(/EXISTS \(SELECT 1 FROM pg_dist_partition[^)]*\)/, 'false'));
        sent.push(`${sql.includes('reference') ? 'reference' : 'tenant'} ${params[0]}`);
        return { rows: [] };
      },
    };
    await distribute(citus, () => undefined);
    const tables = await rows<{ name: string }>(
      `SELECT relname AS name FROM pg_class c WHERE ${ROOT_TABLES} AND relname <> 'migrations'`,
    );
    const kind = (name: string) => `${name in INSTALLATION_TABLES ? 'reference' : 'tenant'} ${name}`;
    expect([...sent].sort()).toEqual(tables.map(({ name }) => kind(name)).sort());
    const links = await rows<{ child: string; parent: string }>(
      `SELECT DISTINCT conrelid::regclass::text AS child, confrelid::regclass::text AS parent FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid WHERE contype = 'f' AND ${ROOT_TABLES} AND conrelid <> confrelid`,
    );
    const early = links.filter(({ child, parent }) => sent.indexOf(kind(child)) < sent.indexOf(kind(parent)));
    expect(early).toEqual([]);
  });
});
