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
  await insertRows(
    em,
    'audits',
    rows.map((row) => ({
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
    })),
  );
  await insertRows(
    em,
    'section_scores',
    rows.flatMap((row) =>
      row.result.sections.map((section) => ({
        tenant_id: tenantId,
        audit_id: row.id,
        section_id: section.id,
        score: section.score,
      })),
    ),
  );
  await insertRows(
    em,
    'findings',
    rows.flatMap((row) =>
      row.findings.map((finding) => ({
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
      })),
    ),
  );
  await insertRows(
    em,
    'observations',
    rows.map((row) => ({
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
    })),
  );
}

/** The weekly roll-up of what counts, kept while audits are made. */
export class WeekRollUp {
  private readonly weeks = new Map<
    string,
    {
      outlet_id: string;
      source: string;
      week_start: string;
      n: number;
      total: number;
      total_squares: number;
      findings: number;
    }
  >();

  add(row: AuditRow): void {
    if (!row.publishedAt) return;
    const key = `${row.outletId} ${row.source} ${row.weekStart}`;
    const week = this.weeks.get(key) ?? {
      outlet_id: row.outletId,
      source: row.source,
      week_start: row.weekStart,
      n: 0,
      total: 0,
      total_squares: 0,
      findings: 0,
    };
    const score = row.result.display;
    if (score !== null) {
      week.n += 1;
      week.total += score;
      week.total_squares += score * score;
    }
    week.findings += row.findings.length;
    this.weeks.set(key, week);
  }

  async write(em: EntityManager, tenantId: string, at: Date): Promise<void> {
    const stamp = { created_at: at.toISOString(), updated_at: at.toISOString() };
    await insertRows(
      em,
      'outlet_weeks',
      [...this.weeks.values()].map((week) => ({ tenant_id: tenantId, ...week, ...stamp })),
    );
  }
}
