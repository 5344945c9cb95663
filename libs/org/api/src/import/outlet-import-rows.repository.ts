import { Injectable } from '@nestjs/common';
import type { ImportOutcome } from '@wheelhouse/contracts';
import type { Ctx } from '@wheelhouse/platform-db';
import type { CheckedRow } from './check-file.js';
import { storable } from './storable.js';

type StoredRow = Omit<CheckedRow, 'seenAt' | 'target'>;

@Injectable()
export class OutletImportRowsRepository {
  async insert(ctx: Ctx, importId: string, rows: readonly CheckedRow[]): Promise<void> {
    await ctx.em.query(
      `INSERT INTO outlet_import_rows (tenant_id, import_id, row_number, outcome, code, name, outlet_id, outlet_seen_at,
         problems, changes, target, cells)
       SELECT $1, $2, r.row, r.outcome, r.code, r.name, r."outletId", r."seenAt", r.problems, r.changes, r.target, r.cells
       FROM jsonb_to_recordset($3) AS r (row integer, outcome text, code text, name jsonb, "outletId" uuid,
         "seenAt" timestamptz, problems jsonb, changes jsonb, target jsonb, cells jsonb)`,
      [ctx.tenantId, importId, storable(rows)],
    );
  }

  /** In the order of the file, after row `after`. */
  page(ctx: Ctx, importId: string, outcome: ImportOutcome | null, after: number, count: number): Promise<StoredRow[]> {
    return ctx.em.query(
      `SELECT row_number AS row, outcome, code, name, outlet_id AS "outletId", problems, changes, cells
       FROM outlet_import_rows WHERE tenant_id = $1 AND import_id = $2 AND ($3::text IS NULL OR outcome = $3)
         AND row_number > $4 ORDER BY row_number LIMIT $5`,
      [ctx.tenantId, importId, outcome, after, count],
    );
  }
}
