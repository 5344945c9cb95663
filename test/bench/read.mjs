import pg from 'pg';
import { hammer, HttpClient, listOption, report, round, withApis, withBareServers, withDatabase } from './harness.mjs';
import { recordSql, replaySql } from './recorded-sql.mjs';
import { BenchWorld } from './world.mjs';

const SECONDS = Number(process.env.BENCH_SECONDS ?? 3);
const CONNECTIONS = 32;
const READS = {
  'a report': '/api/v1/reports/latest',
  'a list of outlets': '/api/v1/outlets?limit=50',
  'a home': '/api/v1/home/network',
};

/**
 * What people look at most, over HTTP, in one tenant among 1, 100 and 1,000; beside the very same statements by plain pg
 * and plain Fastify with the very same bytes.
 */
export async function run(args = []) {
  await withDatabase(async (urls) => {
    const world = await BenchWorld.open(urls);
    const recorded = await record(world, urls);
    for (const tenants of listOption(args, 'tenants', [1, 100, 1_000])) {
      await world.growTo(tenants);
      for (const apis of listOption(args, 'apis', [1, 4])) await measure(world, urls.appUrl, recorded, apis);
    }
    await world.close();
  });
}

/** The statements and the bytes of each read, of a process that is warm. */
async function record({ db, tenant }, { appUrl, logFile }) {
  const recorded = new Map();
  await db.query(`ALTER ROLE wheelhouse_app SET log_statement = 'all'`);
  await withApis(appUrl, 1, async (addresses) => {
    const client = new HttpClient(addresses, tenant.admin.token);
    for (const [what, path] of Object.entries(READS)) {
      await client.ask('GET', path);
      let answer;
      const statements = await recordSql(logFile, async () => (answer = await client.ask('GET', path)));
      if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${answer.bytes}`);
      recorded.set(what, { path, statements, answer: answer.bytes.toString('utf8') });
    }
    client.close();
  });
  await db.query(`ALTER ROLE wheelhouse_app RESET log_statement`);
  return recorded;
}

async function measure({ tenant, tenants }, appUrl, recorded, apis) {
  const pool = new pg.Pool({ connectionString: appUrl, max: 24 });
  const products = new Map();
  await withApis(appUrl, apis, async (addresses) => {
    const client = new HttpClient(addresses, tenant.admin.token);
    for (const [what, { path }] of recorded) {
      const get = () => client.succeeds('GET', path);
      await hammer(CONNECTIONS, 1, get);
      products.set(what, await hammer(CONNECTIONS, SECONDS, get));
    }
    client.close();
  });
  for (const [what, { path, statements, answer }] of recorded) {
    const replay = () => replaySql(pool, statements);
    await hammer(CONNECTIONS, 0.5, replay);
    const sql = await hammer(CONNECTIONS, SECONDS * 0.7, replay);
    const product = products.get(what);
    await withBareServers(apis, answer, async (addresses) => {
      const client = new HttpClient(addresses, tenant.admin.token);
      const bare = await hammer(CONNECTIONS, SECONDS * 0.5, () => client.succeeds('GET', path));
      client.close();
      const times = ({ throughput, p50, p99 }) => ({ throughput, p50, p99 });
      report({
        ...{ bench: 'read', what, tenants, apis, bytes: Buffer.byteLength(answer), ...product },
        floors: {
          sql: { what: `the same ${statements.length} statements by plain pg`, ...times(sql) },
          fastify: { what: 'the same bytes by plain Fastify', ...times(bare) },
        },
        shareOfSql: round(product.throughput / sql.throughput),
      });
    });
  }
  await pool.end();
}
