import { Injectable } from '@nestjs/common';
import type { Ctx } from '@wheelhouse/platform-db';
import type { Review } from './audit.entity.js';
import type { Submission } from './audit.rows.js';

/** Section scores and findings of the audit in CTE `a`: they are written exactly when the audit is. */
const DERIVED = `
  sections AS (
    INSERT INTO section_scores (tenant_id, audit_id, section_id, score)
    SELECT $1, a.id, s.id, s.score FROM a, jsonb_to_recordset($18::jsonb) AS s (id text, score double precision)),
  failed AS (
    INSERT INTO findings (tenant_id, audit_id, item_id, section_id, outlet_id, standard_version_id, source, visit_date,
      credit, points_lost, critical, triggered, counted)
    SELECT $1, a.id, f."itemId", f."sectionId", $5::uuid, $6::uuid, $20, $10::date, f.credit, f."pointsLost", f.critical, f.triggered,
      $4::text = 'published'
    FROM a, jsonb_to_recordset($19::jsonb) AS f ("itemId" text, "sectionId" text, credit double precision,
      "pointsLost" double precision, critical boolean, triggered boolean))
  SELECT count(*)::int AS written FROM a`;

/** Passages of audits: submission, withdrawal, publication, each with all that derives from it in one statement. */
@Injectable()
export class SubmissionsRepository {
  /** Writes an audit that had no draft. False when there is one with this id already. */
  insert(ctx: Ctx, submission: Submission): Promise<boolean> {
    return this.write(
      ctx,
      submission,
      `INSERT INTO audits (tenant_id, id, kind, status, outlet_id, standard_version_id, assignment_id, wave_id, auditor_member_id,
         visit_date, answers, visit_record, content_hash, result, score, grade, red_lines, finding_count, submitted_at, published_at,
         created_at, updated_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, jsonb_array_length($19::jsonb), $21,
         CASE WHEN $4::text = 'published' THEN $21::timestamptz END, $21, $21)
       ON CONFLICT (tenant_id, id) DO NOTHING RETURNING id`,
    );
  }

  /** Submits a draft. False when it is no draft any more. */
  submitDraft(ctx: Ctx, submission: Submission): Promise<boolean> {
    return this.write(
      ctx,
      submission,
      `UPDATE audits SET kind = $3, status = $4, outlet_id = $5, standard_version_id = $6, assignment_id = $7, wave_id = $8,
         auditor_member_id = $9, visit_date = $10, answers = $11, visit_record = $12, content_hash = $13, result = $14, score = $15,
         grade = $16, red_lines = $17, finding_count = jsonb_array_length($19::jsonb), submitted_at = $21, review = NULL,
         published_at = CASE WHEN $4::text = 'published' THEN $21::timestamptz END, updated_at = $21
       WHERE tenant_id = $1 AND id = $2 AND status = 'draft' RETURNING id`,
    );
  }

  private async write(ctx: Ctx, s: Submission, audit: string): Promise<boolean> {
    const [row] = await ctx.em.query(`WITH a AS (${audit}), ${DERIVED}`, [
      ctx.tenantId,
      s.id,
      s.kind,
      s.status,
      s.outletId,
      s.standardVersionId,
      s.assignmentId,
      s.waveId,
      s.auditorMemberId,
      s.visitDate,
      JSON.stringify(s.answers),
      JSON.stringify(s.visitRecord),
      s.contentHash,
      JSON.stringify(s.result),
      s.result.display,
      s.result.grade,
      s.result.triggered,
      JSON.stringify(s.result.sections),
      JSON.stringify(s.findings),
      s.source,
      s.at,
    ]);
    return row.written === 1;
  }

  /** A rejected audit becomes a draft again; everything that derived from its submission goes. */
  async withdraw(ctx: Ctx, id: string, review: Review): Promise<void> {
    await ctx.em.query(
      `WITH sections AS (DELETE FROM section_scores WHERE tenant_id = $1 AND audit_id = $2),
            failed AS (DELETE FROM findings WHERE tenant_id = $1 AND audit_id = $2)
       UPDATE audits SET status = 'draft', content_hash = NULL, result = NULL, score = NULL, grade = NULL, red_lines = '{}',
         finding_count = 0, submitted_at = NULL, published_at = NULL, review = $3, updated_at = $4
       WHERE tenant_id = $1 AND id = $2`,
      [ctx.tenantId, id, JSON.stringify(review), ctx.now],
    );
  }

  async approve(ctx: Ctx, id: string, review: Review): Promise<void> {
    await ctx.em.query(`UPDATE audits SET review = $3, updated_at = $4 WHERE tenant_id = $1 AND id = $2`, [
      ctx.tenantId,
      id,
      JSON.stringify(review),
      ctx.now,
    ]);
  }

  /** Publishes approved audits (of a wave, or one) whose embargo is over; answers which, with their numbers of findings. */
  async publishApproved(
    ctx: Ctx,
    which: { waveId: string } | { id: string },
  ): Promise<{ auditId: string; outletId: string; findings: number }[]> {
    return ctx.em.query(
      `WITH a AS (
         UPDATE audits SET status = 'published', published_at = $3, updated_at = $3
         WHERE tenant_id = $1 AND ${'waveId' in which ? 'wave_id' : 'id'} = $2 AND status = 'in_review' AND review ->> 'decision' = 'approved'
         RETURNING id, outlet_id, finding_count),
       failed AS (UPDATE findings f SET counted = TRUE FROM a WHERE f.tenant_id = $1 AND f.audit_id = a.id)
       SELECT id AS "auditId", outlet_id AS "outletId", finding_count AS findings FROM a ORDER BY id`,
      [ctx.tenantId, 'waveId' in which ? which.waveId : which.id, ctx.now],
    );
  }
}
