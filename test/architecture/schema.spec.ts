import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrations, rollBackAll, migrate } from '@wheelhouse/migrations';
import { createDataSource, INSTALLATION_TABLES, schemaProblems } from '@wheelhouse/platform-db';
import { testDatabase } from '@wheelhouse/testing';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { ENTITIES } from '../../apps/api/src/features.js';
import { catalogueOf } from './catalogue.js';

/** Tenant tables that no entity stands for, each with the reason. */
const WITHOUT_ENTITY: Record<string, string> = {
  idempotency_keys: 'written and read as a whole, by one repository of the platform',
};
/** Installation tables without an entity. */
const PLAIN = ['migrations', 'sign_in_attempts'];

let database: Awaited<ReturnType<typeof testDatabase>>;
let source: DataSource;
let owner: pg.Client;

beforeAll(async () => {
  database = await testDatabase();
  source = await createDataSource({ url: database.appUrl, entities: ENTITIES, poolSize: 2 }).initialize();
  owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
});

afterAll(async () => {
  await owner?.end();
  await source?.destroy();
  await database?.drop();
});

const names = migrations.map(({ name }) => name);
const rows = async <T extends object>(sql: string, params: unknown[] = []): Promise<T[]> =>
  (await owner.query<T>(sql, params)).rows;

/** Tenant tables without their partitions, which are what their parent is. */
const TENANT_TABLES = `SELECT c.oid, c.relname FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
  AND c.relname NOT IN (${Object.keys(INSTALLATION_TABLES)
    .map((table) => `'${table}'`)
    .join()})`;

describe('row-level security', () => {
  it('is on every table: the processes would start on this schema', async () => {
    expect(await schemaProblems(source, names)).toEqual([]);
  });

  it.each([
    ['without any policy', '', true],
    [
      'enabled but not forced on its owner',
      'ALTER TABLE planted ENABLE ROW LEVEL SECURITY; CREATE POLICY tenant ON planted USING (false)',
      true,
    ],
    [
      'forced but without a policy',
      'ALTER TABLE planted ENABLE ROW LEVEL SECURITY; ALTER TABLE planted FORCE ROW LEVEL SECURITY',
      true,
    ],
    [
      'with all three',
      'ALTER TABLE planted ENABLE ROW LEVEL SECURITY; ALTER TABLE planted FORCE ROW LEVEL SECURITY; CREATE POLICY tenant ON planted USING (false)',
      false,
    ],
  ])('is missed on a planted table %s', async (_, sql, isReported) => {
    await owner.query(`CREATE TABLE planted (tenant_id uuid, id uuid); ${sql}`);
    const problems = await schemaProblems(source, names);
    await owner.query('DROP TABLE planted');
    expect(problems).toEqual(isReported ? ['table without row-level security: planted'] : []);
  });

  it('cannot be stepped around by connecting as the owner, nor by an old schema', async () => {
    const asOwner = await createDataSource({ url: database.ownerUrl, poolSize: 1 }).initialize();
    expect(await schemaProblems(asOwner, names)).toEqual(['the application connects as a role that owns tables']);
    await asOwner.destroy();
    expect(await schemaProblems(source, [...names, 'OneMore'])).toEqual(['migration pending: OneMore']);
  });

  it('checks rows that are read and rows that are written, with the same words on every table', async () => {
    const policies = await rows<{ isOpen: boolean; words: string }>(
      `SELECT DISTINCT polrelid::regclass::text = ANY($1) AS "isOpen", pg_get_expr(polqual, polrelid) || ' / ' || coalesce(pg_get_expr(polwithcheck, polrelid), pg_get_expr(polqual, polrelid)) AS words FROM pg_policy WHERE polname = 'tenant' ORDER BY 1`,
      [Object.keys(INSTALLATION_TABLES)],
    );
    const words = `(tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)`;
    // Tables without a tenant have none, or one that lets everything through (decision 29).
    expect(policies).toEqual([
      { isOpen: false, words: `${words} / ${words}` },
      { isOpen: true, words: 'true / true' },
    ]);
    expect(
      await rows(`SELECT polrelid::regclass::text AS table, polname, polcmd FROM pg_policy WHERE polname <> 'tenant'`),
    ).toEqual([{ table: 'members', polname: 'own_memberships', polcmd: 'r' }]);
  });
});

describe('keys of tenant tables', () => {
  it('begin with the tenant: primary keys', async () => {
    const wrong = await rows(
      `SELECT t.relname FROM (${TENANT_TABLES}) t LEFT JOIN pg_constraint k ON k.conrelid = t.oid AND k.contype = 'p'
         LEFT JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = k.conkey[1] WHERE a.attname IS DISTINCT FROM 'tenant_id'`,
    );
    expect(wrong).toEqual([]);
  });

  it('begin with the tenant on both sides: foreign keys between them', async () => {
    const wrong = await rows(
      `SELECT k.conname FROM pg_constraint k JOIN (${TENANT_TABLES}) t ON t.oid = k.conrelid JOIN (${TENANT_TABLES}) r ON r.oid = k.confrelid
         JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1]
         JOIN pg_attribute b ON b.attrelid = k.confrelid AND b.attnum = k.confkey[1]
       WHERE k.contype = 'f' AND (a.attname <> 'tenant_id' OR b.attname <> 'tenant_id')`,
    );
    expect(wrong).toEqual([]);
  });

  it('reach tables outside the tenant only for the tenant itself and for people', async () => {
    const outside = await rows<{ target: string; column: string }>(
      `SELECT DISTINCT k.confrelid::regclass::text AS target, a.attname AS column FROM pg_constraint k JOIN (${TENANT_TABLES}) t ON t.oid = k.conrelid
         JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1]
       WHERE k.contype = 'f' AND k.confrelid::regclass::text IN ('tenants', 'people', 'sessions') ORDER BY 1`,
    );
    expect(outside).toEqual([
      { target: 'people', column: 'person_id' },
      { target: 'tenants', column: 'tenant_id' },
    ]);
  });

  it('include the tenant: unique indexes', async () => {
    const wrong = await rows(
      `SELECT i.indexrelid::regclass::text AS index FROM pg_index i JOIN (${TENANT_TABLES}) t ON t.oid = i.indrelid
       WHERE i.indisunique AND NOT EXISTS (SELECT 1 FROM pg_attribute a WHERE a.attrelid = i.indrelid AND a.attname = 'tenant_id' AND a.attnum = ANY(i.indkey))`,
    );
    expect(wrong).toEqual([]);
  });
});

describe('entities', () => {
  it('are what the migrations made: each column’s name, type and whether it may be empty', async () => {
    const columns = await rows<{ table: string; column: string; type: string; nullable: boolean }>(
      `SELECT c.relname AS table, a.attname AS column, format_type(a.atttypid, a.atttypmod) AS type, NOT a.attnotnull AS nullable
       FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
       WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition`,
    );
    for (const entity of source.entityMetadatas) {
      const migrated = columns
        .filter(({ table }) => table === entity.tableName)
        .map(({ column, type, nullable }) => `${column} ${type}${nullable ? '' : ' NOT NULL'}`);
      const declared = entity.columns.map(
        ({ databaseName, type, isArray, isNullable }) =>
          `${databaseName} ${typeName(String(type), isArray)}${isNullable ? '' : ' NOT NULL'}`,
      );
      expect([entity.tableName, declared.sort()]).toEqual([entity.tableName, migrated.sort()]);
      const key = await rows<{ columns: string[] }>(
        `SELECT array_agg(a.attname::text) AS columns FROM pg_constraint k JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = ANY(k.conkey) WHERE k.conrelid = '${entity.tableName}'::regclass AND k.contype = 'p'`,
      );
      expect([entity.tableName, entity.primaryColumns.map(({ databaseName }) => databaseName).sort()]).toEqual([
        entity.tableName,
        key[0]?.columns.sort(),
      ]);
    }
  });

  it('stand for every table, once, or there is a reason', async () => {
    const tables = await rows<{ name: string }>(
      `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND NOT relispartition`,
    );
    const mapped = source.entityMetadatas.map(({ tableName }) => tableName);
    expect(mapped.length).toBe(new Set(mapped).size);
    expect(
      tables
        .map(({ name }) => name)
        .filter((name) => !mapped.includes(name) && !(name in WITHOUT_ENTITY) && !PLAIN.includes(name)),
    ).toEqual([]);
    expect(Object.keys(WITHOUT_ENTITY).filter((name) => mapped.includes(name))).toEqual([]);
  });

  it('load nothing by themselves', () => {
    expect(source.entityMetadatas.flatMap(({ relations }) => relations).filter(({ isEager }) => isEager)).toEqual([]);
    expect(source.options.synchronize).toBe(false);
  });
});

const typeName = (type: string, isArray: boolean): string => {
  const names: Record<string, string> = { timestamptz: 'timestamp with time zone' };
  return `${names[type] ?? type}${isArray ? '[]' : ''}`;
};

describe('migrations', () => {
  it('leave nothing behind when undone, and make the same again', async () => {
    const other = await testDatabase();
    try {
      const first = await catalogueOf(other.ownerUrl);
      expect(first.length).toBeGreaterThan(500);
      await rollBackAll(other.ownerUrl);
      const left = (await catalogueOf(other.ownerUrl)).filter((line) => !line.includes(' migrations'));
      expect(left).toEqual([]);
      expect(await migrate(other.ownerUrl)).toEqual(names);
      expect(await catalogueOf(other.ownerUrl)).toEqual(first);
      expect(await migrate(other.ownerUrl)).toEqual([]);
    } finally {
      await other.drop();
    }
  });
});
