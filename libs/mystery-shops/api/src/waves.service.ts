import { Injectable } from '@nestjs/common';
import { AuditsFacade } from '@wheelhouse/audits-api';
import type { Page, WaveResponse, WaveStatus } from '@wheelhouse/contracts';
import { authorize, can, WHOLE_TENANT } from '@wheelhouse/identity-domain';
import { DomainError, isLocalDate, isUuid, localDateIn } from '@wheelhouse/kernel';
import { type Ctx, decodeCursor, pageOf } from '@wheelhouse/platform-db';
import type { SearchQuery } from '@wheelhouse/platform-http';
import { type WaveRow, WavesRepository } from './waves.repository.js';

const DEFAULT_LIMIT = 50;

/** Reading waves: for who runs them. */
@Injectable()
export class WavesService {
  constructor(
    private readonly waves: WavesRepository,
    private readonly audits: AuditsFacade,
  ) {}

  async get(ctx: Ctx, id: string): Promise<WaveResponse> {
    authorize(ctx.actor, 'wave.manage', WHOLE_TENANT);
    const row = await this.waves.find(ctx, id);
    const [wave] = row ? await this.present(ctx, [row]) : [];
    if (!wave) throw new DomainError('NOT_FOUND');
    return wave;
  }

  /** Newest window first. */
  async list(ctx: Ctx, query: SearchQuery): Promise<Page<WaveResponse>> {
    authorize(ctx.actor, 'wave.manage', WHOLE_TENANT);
    const limit = query.limit ?? DEFAULT_LIMIT;
    const rows = await this.waves.list(ctx, {
      q: query.q,
      after: query.cursor ? readMark(query.cursor) : null,
      limit,
    });
    const page = pageOf(rows, limit, (row) => [row.windowFrom, row.id]);
    return { items: await this.present(ctx, page.items), nextCursor: page.nextCursor };
  }

  private async present(ctx: Ctx, rows: WaveRow[]): Promise<WaveResponse[]> {
    const counts = await this.audits.waveCounts(
      ctx,
      rows.map((row) => row.id),
    );
    const today = localDateIn(ctx.now, ctx.timeZone);
    const manage = can(ctx.actor, 'wave.manage', WHOLE_TENANT);
    return rows.map((row) => ({
      id: row.id,
      name: row.name,
      standardVersionId: row.standardVersionId,
      scenario: row.scenario,
      windowFrom: row.windowFrom,
      windowTo: row.windowTo,
      releaseOn: row.releaseOn,
      status: waveStatus(row, today),
      ...(counts.get(row.id) ?? {
        counts: { open: 0, in_progress: 0, done: 0, missed: 0, cancelled: 0 },
        inReview: 0,
        approved: 0,
      }),
      can: { manage, release: manage && row.releasedAt === null },
    }));
  }
}

/** Planned until its window begins, running until it is released. */
export function waveStatus(wave: Pick<WaveRow, 'windowFrom' | 'releasedAt'>, today: string): WaveStatus {
  if (wave.releasedAt !== null) return 'released';
  return today < wave.windowFrom ? 'planned' : 'running';
}

function readMark(cursor: string): [string, string] {
  const [day, id] = decodeCursor(cursor, 2);
  if (isLocalDate(day) && isUuid(id)) return [day, id];
  throw new DomainError('REQUEST.CURSOR', {}, [
    { field: 'cursor', code: 'FIELD.FORMAT', params: { expected: 'cursor' } },
  ]);
}
