import { Injectable } from '@nestjs/common';
import type { CreateWaveBody } from '@wheelhouse/contracts';
import type { LocalDate, LocalizedText } from '@wheelhouse/kernel';
import { type Ctx, likeOf } from '@wheelhouse/platform-db';
import { WaveEntity } from './wave.entity.js';

export interface WaveRow {
  id: string;
  name: LocalizedText;
  standardVersionId: string;
  scenario: LocalizedText;
  windowFrom: LocalDate;
  windowTo: LocalDate;
  releaseOn: LocalDate;
  releasedAt: Date | null;
}

const COLUMNS = `id, name, standard_version_id AS "standardVersionId", scenario, window_from::text AS "windowFrom",
  window_to::text AS "windowTo", release_on::text AS "releaseOn", released_at AS "releasedAt"`;

@Injectable()
export class WavesRepository {
  async insert(ctx: Ctx, id: string, wave: CreateWaveBody): Promise<void> {
    const { name, standardVersionId, scenario, windowFrom, windowTo, releaseOn } = wave;
    await ctx.em.insert(WaveEntity, {
      tenantId: ctx.tenantId,
      id,
      name,
      standardVersionId,
      scenario,
      windowFrom,
      windowTo,
      releaseOn,
    });
  }

  async find(ctx: Ctx, id: string): Promise<WaveRow | null> {
    const [row] = await ctx.em.query(`SELECT ${COLUMNS} FROM waves WHERE tenant_id = $1 AND id = $2`, [
      ctx.tenantId,
      id,
    ]);
    return row ?? null;
  }

  /** {@link find}, and nobody releases it or approves its shops until this transaction ends. */
  async lock(ctx: Ctx, id: string): Promise<WaveRow | null> {
    const [row] = await ctx.em.query(`SELECT ${COLUMNS} FROM waves WHERE tenant_id = $1 AND id = $2 FOR UPDATE`, [
      ctx.tenantId,
      id,
    ]);
    return row ?? null;
  }

  /** Newest window first; one row more than `limit`. */
  list(
    ctx: Ctx,
    { q, after, limit }: { q?: string; after: [windowFrom: LocalDate, id: string] | null; limit: number },
  ): Promise<WaveRow[]> {
    return ctx.em.query(
      `SELECT ${COLUMNS} FROM waves WHERE tenant_id = $1 AND ($2::date IS NULL OR (window_from, id) < ($2::date, $3::uuid))
         AND ($4::text IS NULL OR waves.name->>'en' ILIKE $4 OR waves.name->>'zh' ILIKE $4)
       ORDER BY waves.window_from DESC, waves.id DESC LIMIT ${limit + 1}`,
      [ctx.tenantId, after?.[0] ?? null, after?.[1] ?? null, likeOf(q)],
    );
  }

  /** Waves that are not released and whose window has ended by `ended` or which are released by `released`; soonest release first. */
  pressing(ctx: Ctx, ended: LocalDate, released: LocalDate, limit: number): Promise<WaveRow[]> {
    return ctx.em.query(
      `SELECT ${COLUMNS} FROM waves
       WHERE tenant_id = $1 AND released_at IS NULL AND (window_to < $2 OR release_on <= $3) ORDER BY waves.release_on, waves.id LIMIT $4`,
      [ctx.tenantId, ended, released, limit],
    );
  }

  async markReleased(ctx: Ctx, id: string): Promise<void> {
    await ctx.em.query(`UPDATE waves SET released_at = $3, updated_at = $3 WHERE tenant_id = $1 AND id = $2`, [
      ctx.tenantId,
      id,
      ctx.now,
    ]);
  }

  /** Waves whose release day has come by `today`. */
  async due(ctx: Ctx, today: LocalDate): Promise<string[]> {
    const rows: { id: string }[] = await ctx.em.query(
      `SELECT id FROM waves WHERE tenant_id = $1 AND released_at IS NULL AND release_on <= $2 ORDER BY id`,
      [ctx.tenantId, today],
    );
    return rows.map((row) => row.id);
  }
}
