import { Injectable } from '@nestjs/common';
import type { CreateSavedViewBody, SavedViewResponse, UpdateSavedViewBody } from '@wheelhouse/contracts';
import { newId } from '@wheelhouse/kernel';
import type { Ctx } from '@wheelhouse/platform-db';

const FIELDS = `id, page, name, query, created_at AS "createdAt"`;

/** A member's saved views. Every statement names the member, so that others' do not exist. */
@Injectable()
export class SavedViewsRepository {
  list(ctx: Ctx, memberId: string, page: string): Promise<SavedViewResponse[]> {
    return ctx.em.query(
      `SELECT ${FIELDS} FROM saved_views WHERE tenant_id = $1 AND member_id = $2 AND page = $3 ORDER BY name, id LIMIT 200`,
      [ctx.tenantId, memberId, page],
    );
  }

  /** How many there are for a page, with the member locked, so that two at once cannot pass the limit. */
  async countLocked(ctx: Ctx, memberId: string, page: string): Promise<number> {
    await ctx.em.query(`SELECT 1 FROM members WHERE tenant_id = $1 AND id = $2 FOR NO KEY UPDATE`, [
      ctx.tenantId,
      memberId,
    ]);
    const [row] = await ctx.em.query(
      `SELECT count(*)::int AS n FROM saved_views WHERE tenant_id = $1 AND member_id = $2 AND page = $3`,
      [ctx.tenantId, memberId, page],
    );
    return row.n;
  }

  /** Null when the member has one of that name for the page. */
  async insert(ctx: Ctx, memberId: string, view: CreateSavedViewBody): Promise<SavedViewResponse | null> {
    const [row] = await ctx.em.query(
      `INSERT INTO saved_views (tenant_id, id, member_id, page, name, query) VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (tenant_id, member_id, page, name) DO NOTHING RETURNING ${FIELDS}`,
      [ctx.tenantId, newId(), memberId, view.page, view.name, view.query],
    );
    return row ?? null;
  }

  /** Whether another view of the same page has the name. */
  async isTaken(ctx: Ctx, memberId: string, id: string, name: string): Promise<boolean> {
    const rows = await ctx.em.query(
      `SELECT 1 FROM saved_views v JOIN saved_views mine USING (tenant_id, member_id, page)
       WHERE v.tenant_id = $1 AND v.member_id = $2 AND mine.id = $3 AND v.id <> $3 AND v.name = $4`,
      [ctx.tenantId, memberId, id, name],
    );
    return rows.length > 0;
  }

  async update(ctx: Ctx, memberId: string, id: string, change: UpdateSavedViewBody): Promise<SavedViewResponse | null> {
    const [[row]] = await ctx.em.query(
      `UPDATE saved_views SET name = coalesce($4, name), query = coalesce($5, query), updated_at = now()
       WHERE tenant_id = $1 AND member_id = $2 AND id = $3 RETURNING ${FIELDS}`,
      [ctx.tenantId, memberId, id, change.name ?? null, change.query ?? null],
    );
    return row ?? null;
  }

  async remove(ctx: Ctx, memberId: string, id: string): Promise<boolean> {
    const [, count] = await ctx.em.query(
      `DELETE FROM saved_views WHERE tenant_id = $1 AND member_id = $2 AND id = $3`,
      [ctx.tenantId, memberId, id],
    );
    return count === 1;
  }
}
