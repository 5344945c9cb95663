import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { Page, TrailEntryResponse } from '@wheelhouse/contracts';
import { newId } from '@wheelhouse/kernel';
import { type Ctx, decodeCursor, pageOf, TenantTransactions } from '@wheelhouse/platform-db';
import { trailHeadings, trailLines } from './trail-csv.js';
import { TrailNames } from './trail-names.js';
import { presentTrailEntry, type TrailRow } from './trail.presenter.js';
import { type TrailFilter, TrailRepository } from './trail.repository.js';
import { TrailService } from './trail.service.js';

/** Entries that an export reads at once. */
const BATCH = 500;

/** Reads the audit trail: in pages, and as a file of any length. */
@Injectable()
export class TrailReader {
  constructor(
    private readonly entries: TrailRepository,
    private readonly names: TrailNames,
    private readonly trail: TrailService,
    private readonly transactions: TenantTransactions,
  ) {}

  /** Newest first. */
  async page(ctx: Ctx, filter: TrailFilter, limit: number, cursor?: string): Promise<Page<TrailEntryResponse>> {
    const before = cursor ? String(decodeCursor(cursor, 1)[0]) : null;
    const rows = await this.entries.rows(ctx, filter, limit + 1, before);
    const { items, nextCursor } = pageOf(rows, limit, (row) => [row.id]);
    return { items: await this.present(ctx, items), nextCursor };
  }

  /**
   * All that the filter leaves as CSV, newest first, read in batches while it is sent: nothing is held as a whole. The
   * export is an entry of its own, and the file ends before it: entries never change, so the batches fit together.
   */
  async export(ctx: Ctx, filter: TrailFilter): Promise<Readable> {
    const until = newId(ctx.now);
    await this.trail.record(ctx, { action: 'trail.export', objectType: 'trail', objectId: null, after: { filter } });
    return Readable.from(this.lines(ctx, filter, until));
  }

  private async *lines(ctx: Ctx, filter: TrailFilter, until: string): AsyncGenerator<string> {
    yield trailHeadings();
    for (let before: string | undefined = until; before !== undefined;) {
      // The request's transaction is over: each batch has a short one, so that a slow reader holds no connection.
      const batch: TrailEntryResponse[] = await this.transactions.run({ tenantId: ctx.tenantId }, async (em) => {
        const rows = await this.entries.rows({ ...ctx, em }, filter, BATCH, before ?? null);
        return this.present({ ...ctx, em }, rows);
      });
      yield trailLines(batch, ctx.locale);
      before = batch.length === BATCH ? batch.at(-1)?.id : undefined;
    }
  }

  private async present(ctx: Ctx, rows: TrailRow[]): Promise<TrailEntryResponse[]> {
    const names = await this.names.of(
      ctx,
      rows.map(({ objectId, before, after }) => [objectId, before, after]),
    );
    return rows.map((row) => presentTrailEntry(row, names));
  }
}
