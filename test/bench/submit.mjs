import { createHash } from 'node:crypto';
import pg from 'pg';
import { v7 } from 'uuid';
import { canonicalContent } from '@wheelhouse/audits-domain';
import { weekOf } from '@wheelhouse/kernel';
import { findingsOf, scoreAudit } from '@wheelhouse/scoring-domain';
import {
  hammer,
  HttpClient,
  listOption,
  peakMemory,
  report,
  round,
  withApis,
  withBareServers,
  withDatabase,
} from './harness.mjs';
import { BenchWorld } from './world.mjs';

const SECONDS = Number(process.env.BENCH_SECONDS ?? 5);
const CONNECTIONS = 32;

/**
 * Submitting a 60-answer audit over HTTP, in one tenant among 1, 100 and 1,000; beside the same rows by plain pg in one
 * transaction, and plain Fastify that reads the same body and answers the same bytes.
 */
export async function run(args = []) {
  await withDatabase(async (urls) => {
    const world = await BenchWorld.open(urls);
    const visitDate = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
    for (const tenants of listOption(args, 'tenants', [1, 100, 1_000])) {
      await world.growTo(tenants);
      for (const apis of listOption(args, 'apis', [1, 4])) await measure({ ...world, visitDate }, urls.appUrl, apis);
    }
    await world.close();
  });
}

async function measure(world, appUrl, apis) {
  const pool = new pg.Pool({ connectionString: appUrl, max: 24 });
  const [who] = world.tenant.supervisors;
  let product;
  let memory;
  let answer;
  await withApis(appUrl, apis, async (addresses, pids) => {
    const client = new HttpClient(addresses, who.token);
    const first = await client.ask('POST', pathOf(v7()), bodyOf(world));
    if (first.status !== 200) throw new Error(`${first.status} ${first.bytes}`);
    answer = first.bytes.toString('utf8');
    const submit = () => client.succeeds('POST', pathOf(v7()), bodyOf(world));
    await hammer(CONNECTIONS, 2, submit);
    product = await hammer(CONNECTIONS, SECONDS, submit);
    memory = peakMemory(pids[0]);
    client.close();
  });
  await hammer(CONNECTIONS, 1, () => writeRows(pool, world));
  const sql = await hammer(CONNECTIONS, SECONDS, () => writeRows(pool, world));
  await pool.end();
  await withBareServers(apis, answer, async (addresses) => {
    const client = new HttpClient(addresses, who.token);
    const bare = await hammer(CONNECTIONS, SECONDS / 2, () => client.succeeds('POST', pathOf(v7()), bodyOf(world)));
    client.close();
    const times = ({ throughput, p50, p99, failures }) => ({ throughput, p50, p99, failures });
    report({
      ...{ bench: 'submit', tenants: world.tenants, apis, answers: Object.keys(world.answers).length, ...product },
      peakMemoryMiB: memory,
      floors: {
        sql: { what: 'the same rows by plain pg, one transaction each', ...times(sql) },
        fastify: { what: 'the same bytes by plain Fastify', ...times(bare) },
      },
      shareOfSql: round(product.throughput / sql.throughput),
    });
  });
}

const pick = (list) => list[Math.floor(Math.random() * list.length)];

const pathOf = (id) => `/api/v1/audits/${id}/submit`;

const bodyOf = ({ tenant, answers, visitDate }) =>
  JSON.stringify({
    ...{ kind: 'supervisor_audit', outletId: pick(tenant.outletIds), standardVersionId: tenant.versionId },
    ...{ visitDate, answers },
  });

/** What a submission leaves in the database, and nothing else: computed here, written in one transaction. */
async function writeRows(pool, { tenant, body, answers, visitDate }) {
  const { id: tenantId, versionId, outletIds } = tenant;
  const [{ memberId }] = tenant.supervisors;
  const result = scoreAudit(body, answers);
  const findings = findingsOf(body, answers);
  const [id, outletId] = [v7(), pick(outletIds)];
  const content = {
    outletId,
    kind: 'supervisor_audit',
    standardVersionId: versionId,
    assignmentId: null,
    visitDate,
    answers,
    visitRecord: {},
  };
  const hash = createHash('sha256').update(canonicalContent(content)).digest('hex');
  const week = weekOf(visitDate, 1).start;
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    await client.query(`SET LOCAL app.tenant_id = '${tenantId}'`);
    await client.query(
      `INSERT INTO audits (tenant_id, id, kind, status, outlet_id, standard_version_id, auditor_member_id, visit_date, answers, content_hash, result, score, grade, red_lines, finding_count, submitted_at, published_at)
       VALUES ($1, $2, 'supervisor_audit', 'published', $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, now(), now())`,
      [
        tenantId,
        id,
        outletId,
        versionId,
        memberId,
        visitDate,
        JSON.stringify(answers),
        hash,
        JSON.stringify(result),
        result.display,
        result.grade,
        result.triggered,
        findings.length,
      ],
    );
    await client.query(
      `INSERT INTO section_scores (tenant_id, audit_id, section_id, score) SELECT $1, $2, s.id, s.score FROM jsonb_to_recordset($3::jsonb) AS s (id text, score double precision)`,
      [tenantId, id, JSON.stringify(result.sections)],
    );
    await client.query(
      `INSERT INTO findings (tenant_id, audit_id, item_id, section_id, outlet_id, standard_version_id, source, visit_date, credit, points_lost, critical, triggered, counted)
       SELECT $1, $2, f."itemId", f."sectionId", $3, $4, 'audit', $5, f.credit, f."pointsLost", f.critical, f.triggered, true
       FROM jsonb_to_recordset($6::jsonb) AS f ("itemId" text, "sectionId" text, credit double precision, "pointsLost" double precision, critical boolean, triggered boolean)`,
      [tenantId, id, outletId, versionId, visitDate, JSON.stringify(findings)],
    );
    await client.query(
      `INSERT INTO observations (tenant_id, id, outlet_id, source, standard_version_id, visit_date, week_start, score, section_scores, red_lines, failed, auditor_member_id, status)
       VALUES ($1, $2, $3, 'audit', $4, $5, $6, $7, $8, $9, false, $10, 'counted')`,
      [
        tenantId,
        id,
        outletId,
        versionId,
        visitDate,
        week,
        result.display,
        JSON.stringify(Object.fromEntries(result.sections.map((s) => [s.id, s.score]))),
        result.triggered,
        memberId,
      ],
    );
    await client.query(
      `INSERT INTO outlet_weeks AS w (tenant_id, outlet_id, source, week_start, n, total, total_squares, findings) VALUES ($1, $2, 'audit', $3, 1, $4, $5, $6)
       ON CONFLICT (tenant_id, week_start, outlet_id, source) DO UPDATE SET n = w.n + 1, total = w.total + excluded.total,
         total_squares = w.total_squares + excluded.total_squares, findings = w.findings + excluded.findings`,
      [tenantId, outletId, week, result.display, result.display ** 2, findings.length],
    );
    await client.query('COMMIT');
    return true;
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
}
