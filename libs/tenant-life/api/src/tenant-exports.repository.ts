import { Injectable } from '@nestjs/common';
import type { TenantExportResponse } from '@wheelhouse/contracts';
import { newId } from '@wheelhouse/kernel';
import type { Ctx } from '@wheelhouse/platform-db';
import type { EntityManager } from 'typeorm';

const SHOWN = `id, state, progress, requested_by AS "requestedBy", created_at AS "createdAt", finished_at AS "finishedAt",
  expires_at AS "expiresAt", bytes::float8 AS bytes, sha256`;

@Injectable()
export class TenantExportsRepository {
  list(ctx: Pick<Ctx, 'em' | 'tenantId'>): Promise<TenantExportResponse[]> {
    return ctx.em.query(`SELECT ${SHOWN} FROM tenant_exports WHERE tenant_id = $1 ORDER BY id DESC LIMIT 50`, [
      ctx.tenantId,
    ]);
  }

  async find(ctx: Pick<Ctx, 'em' | 'tenantId'>, id: string): Promise<TenantExportResponse | null> {
    const [row] = await ctx.em.query(`SELECT ${SHOWN} FROM tenant_exports WHERE tenant_id = $1 AND id = $2`, [
      ctx.tenantId,
      id,
    ]);
    return row ?? null;
  }

  /** Two who ask at once wait for each other here. */
  async lockAll(ctx: Pick<Ctx, 'em' | 'tenantId'>): Promise<void> {
    await ctx.em.query(`SELECT pg_advisory_xact_lock(hashtextextended('tenant_exports:' || $1, 0))`, [ctx.tenantId]);
  }

  async insert(ctx: Pick<Ctx, 'em' | 'tenantId'>, requestedBy: string | null): Promise<string> {
    const id = newId();
    await ctx.em.query(`INSERT INTO tenant_exports (tenant_id, id, requested_by) VALUES ($1, $2, $3)`, [
      ctx.tenantId,
      id,
      requestedBy,
    ]);
    return id;
  }

  /** Begins the making, from the beginning whatever an earlier try left. False: it is done already, or gone. */
  async begin(em: EntityManager, tenantId: string, id: string): Promise<boolean> {
    await em.query(`DELETE FROM tenant_export_parts WHERE tenant_id = $1 AND export_id = $2`, [tenantId, id]);
    const [, changed] = await em.query(
      `UPDATE tenant_exports SET state = 'running', progress = 0, updated_at = now()
       WHERE tenant_id = $1 AND id = $2 AND state IN ('waiting', 'running')`,
      [tenantId, id],
    );
    return changed === 1;
  }

  async addPart(
    em: EntityManager,
    tenantId: string,
    id: string,
    part: number,
    content: Buffer,
    progress: number,
  ): Promise<void> {
    await em.query(`INSERT INTO tenant_export_parts (tenant_id, export_id, part, content) VALUES ($1, $2, $3, $4)`, [
      tenantId,
      id,
      part,
      content,
    ]);
    await em.query(`UPDATE tenant_exports SET progress = $3, updated_at = now() WHERE tenant_id = $1 AND id = $2`, [
      tenantId,
      id,
      progress,
    ]);
  }

  async finish(
    em: EntityManager,
    tenantId: string,
    id: string,
    { bytes, sha256, at, expiresAt }: { bytes: number; sha256: string; at: Date; expiresAt: Date },
  ): Promise<void> {
    await em.query(
      `UPDATE tenant_exports SET state = 'done', progress = 1, bytes = $3, sha256 = $4, finished_at = $5, expires_at = $6,
         updated_at = now()
       WHERE tenant_id = $1 AND id = $2`,
      [tenantId, id, bytes, sha256, at, expiresAt],
    );
  }

  async fail(em: EntityManager, tenantId: string, id: string, at: Date): Promise<void> {
    await em.query(`DELETE FROM tenant_export_parts WHERE tenant_id = $1 AND export_id = $2`, [tenantId, id]);
    await em.query(
      `UPDATE tenant_exports SET state = 'failed', finished_at = $3, updated_at = now() WHERE tenant_id = $1 AND id = $2`,
      [tenantId, id, at],
    );
  }

  async part(em: EntityManager, tenantId: string, id: string, part: number): Promise<Buffer | null> {
    const [row] = await em.query(
      `SELECT content FROM tenant_export_parts WHERE tenant_id = $1 AND export_id = $2 AND part = $3`,
      [tenantId, id, part],
    );
    return row?.content ?? null;
  }

  async remove(em: EntityManager, tenantId: string, id: string): Promise<boolean> {
    const [, gone] = await em.query(`DELETE FROM tenant_exports WHERE tenant_id = $1 AND id = $2`, [tenantId, id]);
    return gone === 1;
  }

  /** Archives past their time. */
  async removeExpired(em: EntityManager, tenantId: string, at: Date): Promise<void> {
    await em.query(`DELETE FROM tenant_exports WHERE tenant_id = $1 AND expires_at <= $2`, [tenantId, at]);
  }
}
