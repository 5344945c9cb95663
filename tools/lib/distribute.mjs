import { Failure } from './failure.mjs';

const HELP = `npm run distribute

Spreads the tenants over the nodes of a Citus cluster, once: every table with a tenant_id is distributed by it, the few
others become reference tables. DATABASE_URL names the coordinator, as the owner of the tables. Safe to run again.

  --help   this text
`;

/** The whole of `npm run distribute`. */
export async function main(args) {
  let client;
  let code = 0;
  try {
    if (args.includes('--help')) return console.log(HELP.trimEnd());
    if (args.length > 0) throw new Failure(`Unknown option ${JSON.stringify(args[0])}: --help shows how.`, 2);
    const connectionString = process.env.DATABASE_URL;
    if (!connectionString)
      throw new Failure('DATABASE_URL is missing: the embedded PostgreSQL is one machine and cannot be distributed.');
    const { default: pg } = await import('pg');
    client = new pg.Client({ connectionString, connectionTimeoutMillis: 10_000 });
    await client.connect().catch((error) => {
      throw new Failure(`PostgreSQL cannot be reached (${error.message}): check DATABASE_URL.`);
    });
    await distribute(client, console.log);
  } catch (error) {
    console.error(error instanceof Failure ? error.message : error);
    code = error.exitCode ?? 1;
  } finally {
    await client?.end();
  }
  process.exit(code);
}

/** Tables that are no partition of another (those follow), with their tenant column and what Citus made of them. */
const TABLES = `
  SELECT c.relname AS name,
         EXISTS (SELECT 1 FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'tenant_id' AND a.attnotnull) AS tenant,
         EXISTS (SELECT 1 FROM pg_dist_partition p WHERE p.logicalrelid = c.oid) AS done
    FROM pg_class c
   WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
   ORDER BY c.relname`;

/**
 * Issues the statements. Reference tables first, since tenant tables refer to them; tenant tables after those that they
 * refer to. Jobs stay on the coordinator. Throws a Failure where the extension is missing or a table does not fit.
 */
export async function distribute(client, say) {
  const { rows: extension } = await client.query(
    `SELECT extversion AS version FROM pg_extension WHERE extname = 'citus'`,
  );
  if (extension.length === 0)
    throw new Failure(
      'The extension citus is not in this database, so nothing was changed: install it on every node and CREATE EXTENSION citus first.',
      3,
    );
  const { rows: tables } = await client.query(TABLES);
  if (!tables.some(({ name }) => name === 'tenants'))
    throw new Failure('There is no schema yet: run npm run migrate first.');
  const { rows: links } = await client.query(
    `SELECT DISTINCT conrelid::regclass::text AS child, confrelid::regclass::text AS parent FROM pg_constraint WHERE contype = 'f'`,
  );
  for (const { name, tenant, done } of inOrder(tables, links)) {
    if (name === 'migrations' || done) continue;
    if (tenant)
      await client.query(`SELECT create_distributed_table($1::regclass, 'tenant_id', colocate_with => $2)`, [
        name,
        tables.find((each) => each.tenant && each.done)?.name ?? 'default',
      ]);
    else await client.query('SELECT create_reference_table($1::regclass)', [name]);
    tables.find((each) => each.name === name).done = true;
    say(`${name}: ${tenant ? 'distributed by tenant_id' : 'reference table on every node'}`);
  }
}

/** Tables without a tenant first; then each after all that it refers to. */
function inOrder(tables, links) {
  const placed = [];
  const waiting = [...tables].sort((a, b) => Number(a.tenant) - Number(b.tenant));
  while (waiting.length > 0) {
    const blocked = ({ name }) =>
      links.some(
        ({ child, parent }) => child === name && parent !== name && waiting.some((other) => other.name === parent),
      );
    const next = waiting.findIndex((table) => !blocked(table));
    placed.push(...waiting.splice(Math.max(next, 0), 1));
  }
  return placed;
}
