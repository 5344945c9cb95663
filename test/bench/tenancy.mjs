import pg from 'pg';
import { listOption, percentile, report, round, withDatabase } from './harness.mjs';
import { BenchWorld } from './world.mjs';

const SECONDS = Number(process.env.BENCH_SECONDS ?? 6);
const WARM_ROUNDS = 50;

/** Statements of the product's kinds; each names its tenant, as all of ours do. `$1`: the tenant, `$2`: an id. */
const STATEMENTS = {
  'one audit by its id': `SELECT id, status, score, answers FROM audits WHERE tenant_id = $1 AND id = $2`,
  'a page of 50 outlets': `SELECT id, code, name FROM outlets WHERE tenant_id = $1 AND $2::uuid IS NOT NULL ORDER BY code LIMIT 50`,
  'sums of 13 weeks': `SELECT outlet_id, sum(n), sum(total), sum(total_squares) FROM outlet_weeks
    WHERE tenant_id = $1 AND $2::uuid IS NOT NULL GROUP BY outlet_id`,
  'one row written': `UPDATE outlet_weeks SET findings = findings + 1
    WHERE tenant_id = $1 AND outlet_id = $2 AND week_start = (SELECT max(week_start) FROM outlet_weeks WHERE tenant_id = $1)`,
};

/**
 * What tenancy costs by itself: the same statement with and without row-level security (which a superuser passes by, and
 * the owner as little as the application, since it is forced), and with and without the transaction that names the tenant.
 */
export async function run(args = []) {
  await withDatabase(async (urls) => {
    const world = await BenchWorld.open(urls);
    const pools = Object.fromEntries(
      ['appUrl', 'ownerUrl', 'adminUrl'].map((url) => [url, new pg.Pool({ connectionString: urls[url], max: 1 })]),
    );
    for (const tenants of listOption(args, 'tenants', [1, 1_000])) {
      await world.growTo(tenants);
      for (const [what, sql] of Object.entries(STATEMENTS)) await measure(world, pools, what, sql);
    }
    for (const pool of Object.values(pools)) await pool.end();
    await world.close();
  });
}

async function measure({ db, tenant, tenants }, { appUrl: app, ownerUrl: owner, adminUrl: superuser }, what, sql) {
  const { rows } = await db.query(`SELECT id, outlet_id FROM audits WHERE tenant_id = $1 LIMIT 1`, [tenant.id]);
  const values = [tenant.id, what === 'one row written' ? rows[0].outlet_id : rows[0].id];
  const plain = (pool) => () => pool.query(sql, values);
  const inTransaction = (pool) => async () => {
    const client = await pool.connect();
    try {
      await client.query(`BEGIN; SET LOCAL app.tenant_id = '${tenant.id}'`);
      const result = await client.query(sql, values);
      await client.query('COMMIT');
      return result;
    } finally {
      client.release();
    }
  };
  const ways = {
    'superuser, the statement alone': plain(superuser),
    'superuser, in a tenant transaction': inTransaction(superuser),
    'owner, in a tenant transaction (row-level security)': inTransaction(owner),
    'application, in a tenant transaction (row-level security)': inTransaction(app),
  };
  const durations = new Map(Object.keys(ways).map((way) => [way, []]));
  const end = performance.now() + SECONDS * 1000;
  // In turn, so that whatever else the machine does falls upon all of them alike.
  for (let round = 0; performance.now() < end; round++) {
    for (const [way, ask] of Object.entries(ways)) {
      const start = performance.now();
      const { rowCount } = await ask();
      if (rowCount === 0) throw new Error(`${what}, ${way}: no rows`);
      if (round >= WARM_ROUNDS) durations.get(way).push(performance.now() - start);
    }
  }
  const [alone, transaction, , secured] = [...durations.values()].map((list) => percentile(list, 0.5));
  report({
    ...{ bench: 'tenancy', what, tenants, runs: durations.get('superuser, the statement alone').length },
    ways: Object.fromEntries(
      [...durations].map(([way, list]) => [way, { p50: percentile(list, 0.5), p99: percentile(list, 0.99) }]),
    ),
    // Between medians, in milliseconds for one statement.
    transactionCostsMs: round(transaction - alone),
    rowSecurityCostsMs: round(secured - transaction),
  });
}
