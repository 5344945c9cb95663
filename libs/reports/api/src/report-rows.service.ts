import { Injectable } from '@nestjs/common';
import type { EditionTableResponse, Page, RankingRow } from '@wheelhouse/contracts';
import { TrailService } from '@wheelhouse/identity-api';
import { DomainError, isUuid } from '@wheelhouse/kernel';
import { type Ctx, decodeCursor, pageOf } from '@wheelhouse/platform-db';
import type { ListRankingRowsDto, RankingRowFilterDto } from './dto/reports.dto.js';
import { presentRow } from './edition.presenter.js';
import { presentTable } from './edition-table.presenter.js';
import { EditionRowsRepository, type RowFilter } from './edition-rows.repository.js';
import { ReportsService } from './reports.service.js';
import { csvOfRows } from './rows-csv.js';

const CSV_CHUNK = 1_000;
/** No network that this is made for has more outlets. */
const MOST_ROWS = 10_000;

/** The ranked table of an edition: pages for the screen, all of it for a spreadsheet. */
@Injectable()
export class ReportRowsService {
  constructor(
    private readonly reports: ReportsService,
    private readonly rows: EditionRowsRepository,
    private readonly trail: TrailService,
  ) {}

  /** By rank unless asked otherwise; a missing figure comes last. */
  async page(ctx: Ctx, editionId: string, query: ListRankingRowsDto): Promise<Page<RankingRow>> {
    await this.reports.readable(ctx, editionId);
    const limit = query.limit ?? 100;
    const filter = filterOf(query);
    const after = query.cursor ? mark(query.cursor, filter.sort) : null;
    const found = await this.rows.page(ctx, editionId, { ...filter, after, limit: limit + 1 });
    const { items, nextCursor } = pageOf(found, limit, ({ key, outletId }) => [key, outletId]);
    return { items: items.map(({ row }) => presentRow(row)), nextCursor };
  }

  /** The whole table in one answer, at most 10,000 rows. */
  async table(ctx: Ctx, editionId: string): Promise<EditionTableResponse> {
    const { body } = await this.reports.readable(ctx, editionId);
    return presentTable(body.head.outlets, await this.rows.whole(ctx, editionId, MOST_ROWS));
  }

  /** Everything that an edition says of one outlet. @throws NOT_FOUND also for an outlet outside the edition */
  async one(ctx: Ctx, editionId: string, outletId: string): Promise<RankingRow> {
    await this.reports.readable(ctx, editionId);
    const row = await this.rows.one(ctx, editionId, outletId);
    if (!row) throw new DomainError('NOT_FOUND');
    return presentRow(row);
  }

  /** All rows that the filter leaves, as CSV; the export is written to the trail. */
  async csv(ctx: Ctx, editionId: string, query: RankingRowFilterDto): Promise<string> {
    const { period, audienceKind, audienceId, number } = await this.reports.readable(ctx, editionId);
    const filter = filterOf(query);
    const rows: RankingRow[] = [];
    for (let after: RowFilter['after'] = null; ;) {
      const chunk = await this.rows.page(ctx, editionId, { ...filter, after, limit: CSV_CHUNK });
      rows.push(...chunk.map(({ row }) => presentRow(row)));
      const last = chunk.at(-1);
      if (!last || chunk.length < CSV_CHUNK) break;
      after = [last.key, last.outletId];
    }
    const after = { period, audienceKind, audienceId, number, rows: rows.length, filter: { ...query } };
    await this.trail.record(ctx, { action: 'report.export', objectType: 'report', objectId: editionId, after });
    return csvOfRows(rows);
  }
}

function filterOf(query: RankingRowFilterDto): Omit<RowFilter, 'after' | 'limit'> {
  const { peerGroupId, orgUnitId, listing, q, sort = 'rank' } = query;
  const down = sort === 'score' || sort === 'n' || sort === 'findings' || sort === 'change';
  return { peerGroupId, orgUnitId, listing, q, sort, direction: query.direction ?? (down ? 'desc' : 'asc') };
}

/** A mark must fit the sort that it is used with. */
function mark(cursor: string, sort: RowFilter['sort']): [string | number, string] {
  const [key, outletId] = decodeCursor(cursor, 2);
  if (typeof key === (sort === 'name' ? 'string' : 'number') && key != null && isUuid(outletId)) return [key, outletId];
  throw new DomainError('REQUEST.CURSOR', {}, [
    { field: 'cursor', code: 'FIELD.FORMAT', params: { expected: 'cursor' } },
  ]);
}
