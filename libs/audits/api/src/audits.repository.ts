import { Injectable } from '@nestjs/common';
import type { Answers, AuditKind, VisitRecord } from '@wheelhouse/contracts';
import type { LocalDate, LocalizedText } from '@wheelhouse/kernel';
import type { Ctx } from '@wheelhouse/platform-db';
import { AUDIT_COLUMNS, type AuditDocument, type AuditRow, DOCUMENT_COLUMNS } from './audit.rows.js';

export interface NewDraft {
  id: string;
  kind: AuditKind;
  outletId: string;
  standardVersionId: string;
  assignmentId: string | null;
  waveId: string | null;
  auditorMemberId: string;
  visitDate: LocalDate;
}

export interface DraftChange {
  answers: Answers;
  /** Items whose answers are taken back. */
  removed: string[];
  visitRecord: VisitRecord;
  visitDate: LocalDate | null;
}

/** Single audits: finding, locking, and the life of a draft. */
@Injectable()
export class AuditsRepository {
  async find(ctx: Ctx, id: string): Promise<AuditDocument | null> {
    const [row] = await ctx.em.query(`SELECT ${DOCUMENT_COLUMNS} FROM audits a WHERE a.tenant_id = $1 AND a.id = $2`, [
      ctx.tenantId,
      id,
    ]);
    return row ?? null;
  }

  /** {@link find}, and nobody else changes it until this transaction ends. */
  async lock(ctx: Ctx, id: string): Promise<AuditDocument | null> {
    const [row] = await ctx.em.query(
      `SELECT ${DOCUMENT_COLUMNS} FROM audits a WHERE a.tenant_id = $1 AND a.id = $2 FOR UPDATE`,
      [ctx.tenantId, id],
    );
    return row ?? null;
  }

  /** False when there is an audit with this id already. */
  async insertDraft(ctx: Ctx, draft: NewDraft): Promise<boolean> {
    const rows = await ctx.em.query(
      `INSERT INTO audits (tenant_id, id, kind, status, outlet_id, standard_version_id, assignment_id, wave_id, auditor_member_id, visit_date,
         created_at, updated_at)
       VALUES ($1, $2, $3, 'draft', $4, $5, $6, $7, $8, $9, $10, $10) ON CONFLICT (tenant_id, id) DO NOTHING RETURNING id`,
      [
        ctx.tenantId,
        draft.id,
        draft.kind,
        draft.outletId,
        draft.standardVersionId,
        draft.assignmentId,
        draft.waveId,
        draft.auditorMemberId,
        draft.visitDate,
        ctx.now,
      ],
    );
    return rows.length === 1;
  }

  /** Merges what changed into a draft; null when it is no draft any more. */
  async saveDraft(ctx: Ctx, id: string, change: DraftChange): Promise<AuditRow | null> {
    const [rows] = await ctx.em.query(
      `UPDATE audits a SET answers = (a.answers || $3::jsonb) - $4::text[], visit_record = a.visit_record || $5::jsonb,
         visit_date = coalesce($6::date, a.visit_date), updated_at = $7
       WHERE a.tenant_id = $1 AND a.id = $2 AND a.status = 'draft' RETURNING ${AUDIT_COLUMNS}`,
      [
        ctx.tenantId,
        id,
        JSON.stringify(change.answers),
        change.removed,
        JSON.stringify(change.visitRecord),
        change.visitDate,
        ctx.now,
      ],
    );
    return rows[0] ?? null;
  }

  async deleteDraft(ctx: Ctx, id: string): Promise<boolean> {
    const [, deleted] = await ctx.em.query(`DELETE FROM audits WHERE tenant_id = $1 AND id = $2 AND status = 'draft'`, [
      ctx.tenantId,
      id,
    ]);
    return deleted === 1;
  }

  /** Whether a wave is released; it cannot be released meanwhile. Null: there is no such wave. */
  async waveReleased(ctx: Ctx, waveId: string): Promise<boolean | null> {
    const [row] = await ctx.em.query(
      `SELECT released_at IS NOT NULL AS released FROM waves WHERE tenant_id = $1 AND id = $2 FOR SHARE`,
      [ctx.tenantId, waveId],
    );
    return row?.released ?? null;
  }

  async scenario(ctx: Ctx, waveId: string): Promise<LocalizedText | null> {
    const [row] = await ctx.em.query(`SELECT scenario FROM waves WHERE tenant_id = $1 AND id = $2`, [
      ctx.tenantId,
      waveId,
    ]);
    return row?.scenario ?? null;
  }
}
