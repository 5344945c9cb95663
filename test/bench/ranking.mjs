import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import pg from 'pg';
import { AppModule } from '@wheelhouse/api/app';
import { CreateTenantCommand, IdentityFacade } from '@wheelhouse/identity-api';
import { addDays, shiftWeek, weekOf } from '@wheelhouse/kernel';
import { readConfig } from '@wheelhouse/platform-config';
import { CloseWeekCommand, EditionMaker } from '@wheelhouse/reports-api';
import { peakMemory, percentile, report, round, withDatabase } from './harness.mjs';

const OUTLETS = Number(process.env.BENCH_OUTLETS ?? 10_000);
const WEEKS = 13;
const RUNS = 7;

/** Ranking one week of a big network from its roll-ups, beside the same figures by one hand-written SQL statement. */
export async function run() {
  await withDatabase(async ({ ownerUrl, appUrl }) => {
    const app = await NestFactory.createApplicationContext(
      AppModule.command(readConfig({ DATABASE_URL: appUrl, NODE_ENV: 'production' })),
      { logger: false },
    );
    const week = shiftWeek(weekOf(new Date().toISOString().slice(0, 10)), -1);
    const tenantId = await seed(app, ownerUrl, week);
    const identity = app.get(IdentityFacade, { strict: false });
    const maker = app.get(EditionMaker, { strict: false });
    const asSystem = (work) => identity.runAsSystem(tenantId, 'en', work);

    const product = [];
    const floor = [];
    let rows = [];
    let expected = [];
    for (let i = 0; i <= RUNS; i++) {
      let start = performance.now();
      ({ rows } = await asSystem((ctx) => maker.prepare(ctx, week)));
      if (i > 0) product.push(performance.now() - start);
      await asSystem(async (ctx) => {
        start = performance.now();
        expected = await ctx.em.query(RANKING_SQL, [tenantId, week.start, week.end]);
      });
      if (i > 0) floor.push(performance.now() - start);
    }
    compare(
      rows.map(({ row }) => row),
      expected,
    );
    const times = (list) => ({ p50: percentile(list, 0.5), p99: percentile(list, 0.99) });
    report({
      bench: 'ranking',
      what: 'read and rank one week: rows with interval, movement, trend and reasons',
      outlets: OUTLETS,
      weeks: WEEKS,
      runs: RUNS,
      ...times(product),
      throughput: round((1000 * OUTLETS) / percentile(product, 0.5)),
      peakMemoryMiB: peakMemory(),
      floor: { what: 'composite, shrunk estimate and rank by one SQL statement', ...times(floor) },
      timesFloor: round(percentile(product, 0.5) / percentile(floor, 0.5)),
    });
    const start = performance.now();
    await asSystem((ctx) => app.get(CloseWeekCommand, { strict: false }).run(ctx, week));
    report({
      bench: 'ranking',
      what: 'close the week: one edition with its rows written',
      outlets: OUTLETS,
      ms: round(performance.now() - start),
      peakMemoryMiB: peakMemory(),
    });
    await app.close();
  });
}

/** Both ways must rank every outlet alike, or the times mean nothing. */
function compare(rows, expected) {
  const ranks = new Map(expected.map((row) => [row.outlet_id, row]));
  for (const row of rows) {
    const other = ranks.get(row.outletId);
    const same = row.rank === (other?.rank ?? null) && Math.abs(row.estimate - other.estimate) < 0.006;
    if (row.listing === 'ranked' && !same)
      throw new Error(`Not the same figures: ${JSON.stringify(row)} against ${JSON.stringify(other)}`);
  }
  const ranked = rows.filter((row) => row.listing === 'ranked').length;
  if (ranked < rows.length * 0.9 || ranked !== expected.length)
    throw new Error(`Ranked ${ranked}, by SQL ${expected.length}, of ${rows.length}`);
}

/** Five peer groups; self-checks each week, a supervisor every fourth, one mystery shop. */
async function seed(app, ownerUrl, week) {
  const tenantId = await app.get(CreateTenantCommand, { strict: false }).run(
    {
      slug: 'bench',
      name: { en: 'Bench', zh: '基准' },
      timeZone: 'Asia/Shanghai',
      weekStart: 1,
      admin: { email: 'a@bench.test', name: 'A', password: 'not used here' },
    },
    { personId: null, name: null, ip: null },
  );
  const db = new pg.Client({ connectionString: ownerUrl });
  await db.connect();
  await db.query('BEGIN');
  await db.query(`SET LOCAL app.tenant_id = '${tenantId}'`);
  await db.query(`SELECT setseed(0.42)`);
  await db.query(
    `INSERT INTO peer_groups (tenant_id, id, code, name) SELECT $1, gen_random_uuid(), 'G' || g, jsonb_build_object('en', 'Group ' || g, 'zh', '组' || g) FROM generate_series(1, 5) g`,
    [tenantId],
  );
  await db.query(
    `WITH groups AS (SELECT id, row_number() OVER (ORDER BY code) - 1 AS nr FROM peer_groups WHERE tenant_id = $1)
     INSERT INTO outlets (tenant_id, id, code, name, kind, org_unit_id, peer_group_id, time_zone, opened_on)
     SELECT $1, gen_random_uuid(), 'B' || lpad(n::text, 6, '0'), jsonb_build_object('en', 'Outlet ' || n, 'zh', '门店' || n), '4s',
            (SELECT id FROM org_units WHERE tenant_id = $1), (SELECT id FROM groups WHERE nr = n % 5), 'Asia/Shanghai', '2020-01-01'
     FROM generate_series(1, $2::int) n`,
    [tenantId, OUTLETS],
  );
  await db.query(
    `INSERT INTO outlet_placements (tenant_id, id, outlet_id, org_unit_id, valid_from)
     SELECT $1, gen_random_uuid(), id, org_unit_id, '2020-01-01' FROM outlets WHERE tenant_id = $1`,
    [tenantId],
  );
  const first = addDays(week.start, -7 * (WEEKS - 1));
  await db.query(
    `WITH truth AS (SELECT id, row_number() OVER (ORDER BY code) AS nr, 74 + 20 * random() AS q FROM outlets WHERE tenant_id = $1),
     seen AS (
       SELECT id, source, $2::date + 7 * w AS week_start, greatest(0, least(100, q + extra + 16 * (random() + random() - 1))) AS score
       FROM truth CROSS JOIN generate_series(0, ${WEEKS - 1}) w
       CROSS JOIN (VALUES ('self_check', 3, 1), ('audit', 0, 4), ('mystery_shop', -2, 13)) AS s (source, extra, every)
       WHERE (nr + w) % every = 0)
     INSERT INTO outlet_weeks (tenant_id, outlet_id, source, week_start, n, total, total_squares)
     SELECT $1, id, source, week_start, 2, score + score * 0.9, score * score + score * score * 0.81 FROM seen`,
    [tenantId, first],
  );
  await db.query('COMMIT');
  await db.query('ANALYZE');
  await db.end();
  return tenantId;
}

/** Formulas 2.2, 2.8, 2.9 and 2.12 with the default scheme, over one week's windows. */
const RANKING_SQL = `
WITH scheme (source, weight, weeks) AS (VALUES ('self_check', 10, 4), ('audit', 50, 13), ('mystery_shop', 40, 26)),
sums AS (
  SELECT w.outlet_id, w.source, s.weight, sum(w.n) AS n, sum(w.total) AS total, sum(w.total_squares) AS squares
  FROM outlet_weeks w JOIN scheme s USING (source)
  WHERE w.tenant_id = $1 AND w.week_start BETWEEN $2::date - 7 * (s.weeks - 1) AND $2::date
  GROUP BY 1, 2, 3 HAVING sum(w.n) > 0),
pairs AS (
  SELECT outlet_id, count(*) AS n, avg(abs(own - audited)) AS mad FROM (
    SELECT outlet_id, max(total / n) FILTER (WHERE source = 'self_check') AS own, max(total / n) FILTER (WHERE source = 'audit') AS audited
    FROM outlet_weeks WHERE tenant_id = $1 AND week_start BETWEEN $2::date - 7 * 25 AND $2::date AND source <> 'mystery_shop' AND n > 0
    GROUP BY outlet_id, week_start) m
  WHERE own IS NOT NULL AND audited IS NOT NULL GROUP BY outlet_id),
weighed AS (
  SELECT s.*, o.peer_group_id, s.total / s.n AS mean, s.weight * CASE WHEN s.source = 'self_check' AND p.n >= 3
    THEN least(1, greatest(0, 1 - p.mad / 20)) ELSE 1 END AS w
  FROM sums s JOIN outlets o ON o.tenant_id = $1 AND o.id = s.outlet_id AND o.opened_on <= $3 AND (o.closed_on IS NULL OR o.closed_on > $3)
  LEFT JOIN pairs p USING (outlet_id)),
noise AS (
  SELECT peer_group_id, source, sum(squares - total * total / n) FILTER (WHERE n > 1) / sum(n - 1) AS s2
  FROM weighed GROUP BY 1, 2 HAVING sum(n - 1) >= 5),
scored AS (
  SELECT outlet_id, peer_group_id, sum(w * mean) / sum(w) AS score, sum(w * w * s2 / n) / (sum(w) * sum(w)) AS v, sum(n) AS n, sum(weight) / 100.0 AS coverage
  FROM weighed JOIN noise USING (peer_group_id, source) GROUP BY 1, 2),
eligible AS (SELECT * FROM scored WHERE coverage >= 0.6 AND n >= 3),
fixed AS (SELECT peer_group_id, count(*) AS k, sum(1 / v) AS w, sum(1 / v / v) AS w2, sum(score / v) / sum(1 / v) AS mean FROM eligible GROUP BY 1),
between_ AS (
  SELECT f.peer_group_id, greatest(0, (sum((e.score - f.mean) ^ 2 / e.v) - (f.k - 1)) / (f.w - f.w2 / f.w)) AS tau2
  FROM fixed f JOIN eligible e USING (peer_group_id) GROUP BY f.peer_group_id, f.k, f.w, f.w2),
centre AS (SELECT peer_group_id, tau2, sum(score / (v + tau2)) / sum(1 / (v + tau2)) AS mu FROM eligible JOIN between_ USING (peer_group_id) GROUP BY 1, 2),
estimated AS (
  SELECT outlet_id, peer_group_id, floor(round((mu + tau2 / (v + tau2) * (score - mu))::numeric, 9) * 100 + 0.5) / 100 AS estimate
  FROM eligible JOIN centre USING (peer_group_id))
SELECT outlet_id, estimate::float8 AS estimate, rank() OVER (PARTITION BY peer_group_id ORDER BY estimate DESC)::int AS rank FROM estimated`;
