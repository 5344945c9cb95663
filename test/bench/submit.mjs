import { createHash, randomBytes } from 'node:crypto';
import fs from 'node:fs';
import http from 'node:http';
import pg from 'pg';
import { v7 } from 'uuid';
import { canonicalContent } from '@wheelhouse/audits-domain';
import { weekOf } from '@wheelhouse/kernel';
import { findingsOf, scoreAudit } from '@wheelhouse/scoring-domain';
import { hammer, peakMemory, report, round, withApi, withDatabase } from './harness.mjs';

const SECONDS = Number(process.env.BENCH_SECONDS ?? 10);
const OUTLETS = 200;
const PORT = 38417;

/** Submitting a 60-answer audit over HTTP, beside the same rows written by plain pg in one transaction. */
export async function run() {
  await withDatabase(async ({ ownerUrl, appUrl }) => {
    const world = await seed(ownerUrl);
    const pool = new pg.Pool({ connectionString: appUrl, max: 40 });
    await withApi(appUrl, PORT, async (pid) => {
      const agent = new http.Agent({ keepAlive: true, maxSockets: 64 });
      const viaHttp = () => post(agent, world);
      const viaSql = () => writeRows(pool, world);
      await hammer(8, 3, viaHttp);
      await hammer(8, 2, viaSql);
      for (const connections of [8, 32]) {
        const product = await hammer(connections, SECONDS, viaHttp);
        const floor = await hammer(connections, SECONDS, viaSql);
        report({
          bench: 'submit',
          answers: world.items,
          ...product,
          peakMemoryMiB: peakMemory(pid),
          floor: {
            what: 'the same rows by plain pg, one transaction each',
            throughput: floor.throughput,
            p50: floor.p50,
            p99: floor.p99,
            failures: floor.failures,
          },
          shareOfFloor: round(product.throughput / floor.throughput),
        });
      }
      agent.destroy();
    });
    await pool.end();
  });
}

/** A tenant with a published 60-item standard, outlets, and a supervisor who is signed in. */
async function seed(ownerUrl) {
  const body = JSON.parse(fs.readFileSync(new URL('../../demo/content/AS-4S.json', import.meta.url), 'utf8'));
  body.sections.at(-1).items.splice(-2);
  const [tenantId, personId, memberId, unitId, standardId, versionId] = Array.from({ length: 6 }, () => v7());
  const token = randomBytes(32).toString('base64url');
  const outlets = Array.from({ length: OUTLETS }, () => v7());
  const db = new pg.Client({ connectionString: ownerUrl });
  await db.connect();
  await db.query('BEGIN');
  await db.query(`SET LOCAL app.tenant_id = '${tenantId}'`);
  const insert = (sql, ...params) => db.query(sql, params);
  await insert(
    `INSERT INTO tenants (id, slug, name, time_zone, week_start) VALUES ($1, 'bench', '{"en":"Bench","zh":"基准"}', 'Asia/Shanghai', 1)`,
    tenantId,
  );
  await insert(
    `INSERT INTO people (id, email, name, password_hash) VALUES ($1, 'bench@example.test', 'Bench', 'none')`,
    personId,
  );
  await insert(`INSERT INTO members (tenant_id, id, person_id) VALUES ($1, $2, $3)`, tenantId, memberId, personId);
  await insert(
    `INSERT INTO org_units (tenant_id, id, kind, code, name) VALUES ($1, $2, 'hq', 'HQ', '{"en":"HQ","zh":"总部"}')`,
    tenantId,
    unitId,
  );
  await insert(
    `INSERT INTO org_unit_placements (tenant_id, id, org_unit_id, valid_from) VALUES ($1, $2, $3, '1970-01-01')`,
    tenantId,
    v7(),
    unitId,
  );
  await insert(
    `INSERT INTO role_grants (tenant_id, id, member_id, role, scope_kind, scope_id) VALUES ($1, $2, $3, 'supervisor', 'org_unit', $4)`,
    tenantId,
    v7(),
    memberId,
    unitId,
  );
  await insert(
    `INSERT INTO sessions (id, token_hash, person_id, tenant_id, expires_at) VALUES ($1, $2, $3, $4, now() + interval '1 day')`,
    v7(),
    createHash('sha256').update(token).digest(),
    personId,
    tenantId,
  );
  await insert(
    `INSERT INTO standards (tenant_id, id, code, kind, name) VALUES ($1, $2, $3, 'after_sales', $4)`,
    tenantId,
    standardId,
    body.code,
    body.name,
  );
  await insert(
    `INSERT INTO standard_versions (tenant_id, id, standard_id, version, status, body, published_at) VALUES ($1, $2, $3, '1.0.0', 'published', $4, now())`,
    tenantId,
    versionId,
    standardId,
    body,
  );
  await insert(
    `INSERT INTO outlets (tenant_id, id, code, name, kind, org_unit_id, time_zone, opened_on)
     SELECT $1, id, 'B' || n, '{"en":"Outlet","zh":"门店"}', '4s', $2, 'Asia/Shanghai', '2020-01-01' FROM unnest($3::uuid[]) WITH ORDINALITY AS o (id, n)`,
    tenantId,
    unitId,
    outlets,
  );
  await insert(
    `INSERT INTO outlet_placements (tenant_id, id, outlet_id, org_unit_id, valid_from) SELECT $1, gen_random_uuid(), id, $2, '2020-01-01' FROM unnest($3::uuid[]) AS id`,
    tenantId,
    unitId,
    outlets,
  );
  await db.query('COMMIT');
  await db.end();
  const answers = answersFor(body);
  return {
    body,
    answers,
    items: Object.keys(answers).length,
    tenantId,
    memberId,
    versionId,
    token,
    outlets,
    visitDate: new Date(Date.now() - 86_400_000).toISOString().slice(0, 10),
  };
}

/** Mostly met, six items failed, one N/A, a few notes: an ordinary audit. */
function answersFor(body) {
  const answers = {};
  let n = 0;
  for (const item of body.sections.flatMap((section) => section.items)) {
    const fails = ++n % 10 === 0 && !item.critical;
    const note = n % 12 === 0 ? { note: 'Seen at 10:30 together with the workshop manager' } : {};
    if (item.type === 'yes_no') answers[item.id] = { value: !fails, ...note };
    else if (item.type === 'sample')
      answers[item.id] = { value: { ok: item.sample.size - (fails ? 2 : 0), n: item.sample.size }, ...note };
    else if (item.type === 'scale') answers[item.id] = { value: item.scale.max - (fails ? 2 : 0), ...note };
    else if (item.type === 'choice')
      answers[item.id] = { value: [...item.options].sort((a, b) => b.credit - a.credit)[fails ? 1 : 0].code, ...note };
    else
      answers[item.id] = {
        value: fails ? (item.numeric.full_at + item.numeric.zero_at) / 2 : item.numeric.full_at,
        ...note,
      };
  }
  return answers;
}

const pick = (list) => list[Math.floor(Math.random() * list.length)];

function post(agent, world) {
  const payload = JSON.stringify({
    kind: 'supervisor_audit',
    outletId: pick(world.outlets),
    standardVersionId: world.versionId,
    visitDate: world.visitDate,
    answers: world.answers,
  });
  return new Promise((resolve) => {
    const request = http.request(
      {
        agent,
        port: PORT,
        host: '127.0.0.1',
        method: 'POST',
        path: `/api/v1/audits/${v7()}/submit`,
        headers: {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(payload),
          authorization: `Bearer ${world.token}`,
        },
      },
      (response) => {
        response.resume();
        response.on('end', () => resolve(response.statusCode < 300));
      },
    );
    request.on('error', () => resolve(false));
    request.end(payload);
  });
}

/** What a submission leaves in the database, and nothing else: computed here, written in one transaction. */
async function writeRows(pool, { tenantId, memberId, versionId, body, answers, outlets, visitDate }) {
  const result = scoreAudit(body, answers);
  const findings = findingsOf(body, answers);
  const [id, outletId] = [v7(), pick(outlets)];
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
