import type { EntityManager } from 'typeorm';
import type { AuditRow } from './audit-rows.js';

const CHUNK = 400;

/** Inserts objects into a table, keys being column names; jsonb values come as objects. */
export async function insertRows(em: EntityManager, table: string, rows: Record<string, unknown>[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {});
  if (columns.length === 0) return;
  for (let i = 0; i < rows.length; i += CHUNK) {
    await em.query(
      `INSERT INTO ${table} (${columns.join(', ')}) SELECT ${columns.join(', ')} FROM jsonb_populate_recordset(NULL::${table}, $1::jsonb)`,
      [JSON.stringify(rows.slice(i, i + CHUNK))],
    );
  }
}

/** Writes audits with their section scores, findings and observations, as their submissions would have. */
export async function insertAudits(em: EntityManager, tenantId: string, rows: AuditRow[]): Promise<void> {
  await insertRows(em, 'audits', rows.map((row) => ({
    tenant_id: tenantId,
    id: row.id,
    kind: row.kind,
    status: row.status,
    outlet_id: row.outletId,
    standard_version_id: row.versionId,
    assignment_id: row.assignmentId,
    wave_id: row.waveId,
    auditor_member_id: row.auditorId,
    visit_date: row.visitDate,
    answers: JSON.parse(row.answers),
    visit_record: JSON.parse(row.visitRecord),
    content_hash: row.hash,
    result: row.result,
    score: row.result.display,
    grade: row.result.grade,
    red_lines: row.result.triggered,
    finding_count: row.findings.length,
    submitted_at: row.submittedAt,
    published_at: row.publishedAt,
    created_at: row.submittedAt,
    updated_at: row.submittedAt,
  })));
  await insertRows(em, 'section_scores', rows.flatMap((row) => row.result.sections.map((section) => ({ tenant_id: tenantId, audit_id: row.id, section_id: section.id, score: section.score }))));
  await insertRows(em, 'findings', rows.flatMap((row) => row.findings.map((finding) => ({
    tenant_id: tenantId,
    audit_id: row.id,
    item_id: finding.itemId,
    section_id: finding.sectionId,
    outlet_id: row.outletId,
    standard_version_id: row.versionId,
    source: row.source,
    visit_date: row.visitDate,
    credit: finding.credit,
    points_lost: finding.pointsLost,
    critical: finding.critical,
    triggered: finding.triggered,
    counted: row.publishedAt !== null,
  }))));
  await insertRows(em, 'observations', rows.map((row) => ({
    tenant_id: tenantId,
    id: row.id,
    outlet_id: row.outletId,
    source: row.source,
    standard_version_id: row.versionId,
    visit_date: row.visitDate,
    week_start: row.weekStart,
    score: row.result.display,
    section_scores: Object.fromEntries(row.result.sections.map((section) => [section.id, section.score])),
    red_lines: row.result.triggered,
    failed: row.failed,
    auditor_member_id: row.auditorId,
    status: row.publishedAt ? 'counted' : 'held',
    created_at: row.submittedAt,
    updated_at: row.submittedAt,
  })));
}

/** The weekly roll-up of everything that counts, in one statement. */
export async function rollUpWeeks(em: EntityManager, tenantId: string): Promise<void> {
  await em.query(
    `INSERT INTO outlet_weeks (tenant_id, outlet_id, source, week_start, n, total, total_squares, findings)
     SELECT o.tenant_id, o.outlet_id, o.source, o.week_start, count(o.score), coalesce(sum(o.score), 0), coalesce(sum(o.score * o.score), 0),
            coalesce(sum(a.finding_count), 0)
     FROM observations o JOIN audits a ON a.tenant_id = o.tenant_id AND a.id = o.id
     WHERE o.tenant_id = $1 AND o.status = 'counted' GROUP BY 1, 2, 3, 4`,
    [tenantId],
  );
}
