import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrate, migrations } from '@wheelhouse/migrations';
import { createDataSource, schemaProblems } from '@wheelhouse/platform-db';
import { testDatabase } from '@wheelhouse/testing';
import pg from 'pg';
import { RELEASED } from '../upgrade/released.mjs';

interface Column {
  name: string;
  type: string;
  required: boolean;
  filled: boolean;
}

let database: Awaited<ReturnType<typeof testDatabase>>;
let owner: pg.Client;
let before: Map<string, Column>;
let rulesBefore: Set<string>;
let after: Map<string, Column>;
let rulesAfter: Set<string>;

beforeAll(async () => {
  database = await testDatabase();
  owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  const source = await createDataSource({ url: database.ownerUrl, migrations, poolSize: 2 }).initialize();
  const newer = migrations.slice(migrations.findIndex(({ name }) => name === RELEASED) + 1);
  for (let i = 0; i < newer.length; i++) await source.undoLastMigration({ transaction: 'each' });
  await source.destroy();
  [before, rulesBefore] = [await columns(), await rules()];
  expect(await migrate(database.ownerUrl)).toEqual(newer.map(({ name }) => name));
  [after, rulesAfter] = [await columns(), await rules()];
});

afterAll(async () => {
  await owner?.end();
  await database?.drop();
});

const OF_TABLES = `c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition`;

async function columns(): Promise<Map<string, Column>> {
  const { rows } = await owner.query<Column>(
    `SELECT c.relname || '.' || a.attname AS name, format_type(a.atttypid, a.atttypmod) AS type, a.attnotnull AS required,
            a.atthasdef OR a.attgenerated <> '' AS filled
       FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped WHERE ${OF_TABLES}`,
  );
  return new Map(rows.map((column) => [column.name, column]));
}

/** What refuses rows: `table: definition`. */
async function rules(): Promise<Set<string>> {
  const { rows } = await owner.query<{ rule: string }>(
    `SELECT c.relname || ': ' || pg_get_constraintdef(k.oid) AS rule FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
      WHERE ${OF_TABLES} AND k.contype IN ('c', 'u', 'f', 'x') UNION
     SELECT c.relname || ': ' || regexp_replace(pg_get_indexdef(i.indexrelid), '^.* USING', 'UNIQUE') FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
      WHERE ${OF_TABLES} AND i.indisunique AND NOT i.indisprimary`,
  );
  return new Set(rows.map(({ rule }) => rule));
}

const tableOf = (name: string) => name.split(/[.:]/)[0] ?? '';
const oldTables = () => new Set([...before.keys()].map(tableOf));
const grown = () => [...after.values()].filter(({ name }) => !before.has(name) && oldTables().has(tableOf(name)));

describe('migrations since the last release leave its processes running', () => {
  it('they drop, rename and retype nothing', () => {
    expect([...before.values()].filter(({ name, type }) => after.get(name)?.type !== type)).toEqual([]);
  });

  it('what they add to a table may be left out by who does not know it', () => {
    expect(grown().filter(({ required, filled }) => required && !filled)).toEqual([]);
    expect([...before.values()].filter(({ name, required }) => !required && after.get(name)?.required)).toEqual([]);
  });

  it('what they make has a forced policy, open where there is no tenant: else the older ones would not be ready', async () => {
    const { rows } = await owner.query<{ name: string }>(
      `SELECT c.relname AS name FROM pg_class c WHERE ${OF_TABLES} AND NOT (c.relrowsecurity AND c.relforcerowsecurity
         AND EXISTS (SELECT 1 FROM pg_policy p WHERE p.polrelid = c.oid AND p.polname = 'tenant'))`,
    );
    const made = rows.filter(({ name }) => !oldTables().has(name));
    expect(made).toEqual([]);
  });

  it('they refuse no row that was good before: new rules are about new columns, or wider than those that they replace', () => {
    const isAboutNew = (rule: string) =>
      grown().some(({ name }) => tableOf(name) === tableOf(rule) && rule.includes(name.split('.')[1] ?? ''));
    const added = [...rulesAfter].filter((rule) => !rulesBefore.has(rule) && oldTables().has(tableOf(rule)));
    const isWider = (rule: string) =>
      [...rulesBefore].some(
        (old) =>
          !rulesAfter.has(old) &&
          tableOf(old) === tableOf(rule) &&
          wordsOf(old).every((word) => wordsOf(rule).includes(word)),
      );
    expect(added.filter((rule) => !isAboutNew(rule) && !isWider(rule))).toEqual([]);
  });
});

/** The values in a list of allowed ones. */
const wordsOf = (rule: string) => [...rule.matchAll(/'([^']*)'/g)].map((match) => match[1]);

it('a process starts and stays ready on a schema that is newer than it knows', async () => {
  const source = await createDataSource({ url: database.appUrl, poolSize: 1 }).initialize();
  try {
    const known = migrations.slice(0, -1).map(({ name }) => name);
    expect(await schemaProblems(source, known)).toEqual([]);
  } finally {
    await source.destroy();
  }
});
