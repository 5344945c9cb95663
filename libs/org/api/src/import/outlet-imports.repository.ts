import { Injectable } from '@nestjs/common';
import type { ImportCounts, ImportFormat, ImportStatus } from '@wheelhouse/contracts';
import type { Ctx } from '@wheelhouse/platform-db';
import type { MappedColumn } from './columns.js';
import type { ImportFailure } from './outlet-import.entity.js';
import { storable } from './storable.js';

export interface ImportRow {
  id: string;
  memberId: string;
  fileName: string;
  format: ImportFormat;
  status: ImportStatus;
  progress: number;
  taskId: string;
  rows: number;
  counts: ImportCounts | null;
  columns: MappedColumn[];
  skippedWrong: boolean;
  error: ImportFailure | null;
  createdAt: Date;
  checkedAt: Date | null;
  finishedAt: Date | null;
}

export interface NewImport {
  id: string;
  memberId: string;
  fileName: string;
  format: ImportFormat;
  taskId: string;
  rows: number;
  file: Buffer;
}

const ROW = `i.id, i.member_id AS "memberId", i.file_name AS "fileName", i.format, i.status, t.progress, i.task_id AS "taskId",
  i.rows, i.counts, i.columns, i.skipped_wrong AS "skippedWrong", i.error, i.created_at AS "createdAt",
  i.checked_at AS "checkedAt", i.finished_at AS "finishedAt"
  FROM outlet_imports i JOIN tasks t ON t.tenant_id = i.tenant_id AND t.id = i.task_id`;

/** Imports and their one way through their states; each passage is taken at most once, whoever tries. */
@Injectable()
export class OutletImportsRepository {
  async insert(ctx: Ctx, one: NewImport): Promise<void> {
    await ctx.em.query(
      `INSERT INTO outlet_imports (tenant_id, id, member_id, file_name, format, task_id, rows, file)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [ctx.tenantId, one.id, one.memberId, one.fileName, one.format, one.taskId, one.rows, one.file],
    );
  }

  async find(ctx: Ctx, id: string): Promise<ImportRow | null> {
    const [row] = await ctx.em.query(`SELECT ${ROW} WHERE i.tenant_id = $1 AND i.id = $2`, [ctx.tenantId, id]);
    return row ?? null;
  }

  /** Newest first; of one member when `memberId` is given. */
  list(ctx: Ctx, memberId: string | null, before: string | null, count: number): Promise<ImportRow[]> {
    return ctx.em.query(
      `SELECT ${ROW} WHERE i.tenant_id = $1 AND ($2::uuid IS NULL OR i.member_id = $2)
         AND ($3::uuid IS NULL OR i.id < $3) ORDER BY i.id DESC LIMIT $4`,
      [ctx.tenantId, memberId, before, count],
    );
  }

  async file(ctx: Ctx, id: string): Promise<Buffer | null> {
    const [row] = await ctx.em.query(`SELECT file FROM outlet_imports WHERE tenant_id = $1 AND id = $2`, [
      ctx.tenantId,
      id,
    ]);
    return row?.file ?? null;
  }

  async status(ctx: Ctx, id: string): Promise<ImportStatus | null> {
    const [row] = await ctx.em.query(`SELECT status FROM outlet_imports WHERE tenant_id = $1 AND id = $2`, [
      ctx.tenantId,
      id,
    ]);
    return row?.status ?? null;
  }

  /** False: it was no longer being checked (cancelled, or another worker was first). */
  setChecked(ctx: Ctx, id: string, found: { counts: ImportCounts; rows: number; columns: MappedColumn[] }) {
    return this.pass(
      ctx,
      id,
      ['checking'],
      `status = 'checked', checked_at = $4, file = NULL, counts = $5, rows = $6, columns = $7`,
      [ctx.now, JSON.stringify(found.counts), found.rows, storable(found.columns)],
    );
  }

  setApplying(ctx: Ctx, id: string, by: { memberId: string; taskId: string; skipWrong: boolean }) {
    return this.pass(ctx, id, ['checked'], `status = 'applying', applied_by = $4, task_id = $5, skipped_wrong = $6`, [
      by.memberId,
      by.taskId,
      by.skipWrong,
    ]);
  }

  setApplied(ctx: Ctx, id: string) {
    return this.pass(ctx, id, ['applying'], `status = 'applied', finished_at = $4`, [ctx.now]);
  }

  setFailed(ctx: Ctx, id: string, from: 'checking' | 'applying', error: ImportFailure) {
    return this.pass(ctx, id, [from], `status = 'failed', finished_at = $4, file = NULL, error = $5`, [
      ctx.now,
      storable(error),
    ]);
  }

  setCancelled(ctx: Ctx, id: string) {
    return this.pass(
      ctx,
      id,
      ['checking', 'checked', 'applying'],
      `status = 'cancelled', finished_at = $4, file = NULL`,
      [ctx.now],
    );
  }

  private async pass(ctx: Ctx, id: string, from: ImportStatus[], set: string, values: unknown[]): Promise<boolean> {
    const rows = await ctx.em.query(
      `WITH passed AS (UPDATE outlet_imports SET ${set}, updated_at = now()
         WHERE tenant_id = $1 AND id = $2 AND status = ANY($3) RETURNING id) SELECT id FROM passed`,
      [ctx.tenantId, id, from, ...values],
    );
    return rows.length === 1;
  }
}
