import { Injectable } from '@nestjs/common';
import type { StandardKind } from '@wheelhouse/contracts';
import type { LocalizedText } from '@wheelhouse/kernel';
import { newId } from '@wheelhouse/kernel';
import type { Ctx } from '@wheelhouse/platform-db';
import { StandardEntity } from './standard.entity.js';

export interface StandardRow {
  id: string;
  code: string;
  kind: StandardKind;
  name: LocalizedText;
}

/** What a list of standards is cut by. `forOutlet`: only what an outlet may know (see the policy). */
export interface StandardFilter {
  q?: string;
  kind?: StandardKind;
  forOutlet: boolean;
  /** Code of the last row of the page before. */
  after: string | null;
  limit: number;
}

const COLUMNS = `s.id, s.code, s.kind, s.name`;
const FOR_OUTLETS = `s.kind <> 'mystery_shop' AND EXISTS (
  SELECT 1 FROM standard_versions v WHERE v.tenant_id = s.tenant_id AND v.standard_id = s.id AND v.status <> 'draft')`;

@Injectable()
export class StandardsRepository {
  /** Standards in the order of their codes; `q` is looked for in code and both names. */
  list(ctx: Ctx, filter: StandardFilter): Promise<StandardRow[]> {
    const pattern = filter.q ? `%${filter.q.replace(/[\\%_]/g, '\\$&')}%` : null;
    return ctx.em.query(
      `SELECT ${COLUMNS} FROM standards s
       WHERE s.tenant_id = $1 AND ($2::text IS NULL OR s.code > $2) AND ($3::text IS NULL OR s.kind = $3)
         AND ($4::text IS NULL OR s.code ILIKE $4 OR s.name->>'en' ILIKE $4 OR s.name->>'zh' ILIKE $4)
         AND (NOT $5::boolean OR (${FOR_OUTLETS}))
       ORDER BY s.code LIMIT $6`,
      [ctx.tenantId, filter.after, filter.kind ?? null, pattern, filter.forOutlet, filter.limit],
    );
  }

  async find(ctx: Ctx, id: string): Promise<StandardRow | null> {
    const rows = await ctx.em.query(`SELECT ${COLUMNS} FROM standards s WHERE s.tenant_id = $1 AND s.id = $2`, [
      ctx.tenantId,
      id,
    ]);
    return rows[0] ?? null;
  }

  /** Locks the standard, so that only one writer at a time works on its versions. */
  async lock(ctx: Ctx, key: { id: string } | { code: string }): Promise<StandardRow | null> {
    const [column, value] = 'id' in key ? ['id', key.id] : ['code', key.code];
    const rows = await ctx.em.query(
      `SELECT ${COLUMNS} FROM standards s WHERE s.tenant_id = $1 AND s.${column} = $2 FOR UPDATE`,
      [ctx.tenantId, value],
    );
    return rows[0] ?? null;
  }

  async insert(ctx: Ctx, standard: Omit<StandardRow, 'id'>): Promise<StandardRow> {
    const row = { id: newId(ctx.now), code: standard.code, kind: standard.kind, name: standard.name };
    await ctx.em.insert(StandardEntity, { tenantId: ctx.tenantId, ...row });
    return row;
  }

  async rename(ctx: Ctx, id: string, name: LocalizedText): Promise<void> {
    await ctx.em.query(
      `UPDATE standards SET name = $3, updated_at = $4 WHERE tenant_id = $1 AND id = $2 AND name <> $3::jsonb`,
      [ctx.tenantId, id, JSON.stringify(name), ctx.now],
    );
  }

  async remove(ctx: Ctx, id: string): Promise<void> {
    await ctx.em.delete(StandardEntity, { tenantId: ctx.tenantId, id });
  }
}
