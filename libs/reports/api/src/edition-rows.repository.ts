import { Injectable } from '@nestjs/common';
import type { Listing, RankingRow } from '@wheelhouse/contracts';
import type { Ctx } from '@wheelhouse/platform-db';

export type RowSort = 'rank' | 'score' | 'change' | 'n' | 'findings' | 'name';
export type StoredRow = RankingRow & { comparedWith: string | null };

export interface RowFilter {
  peerGroupId?: string;
  orgUnitId?: string;
  listing?: Listing;
  q?: string;
  sort: RowSort;
  direction: 'asc' | 'desc';
  /** `[sort value, outlet id]` of the last row of the page before. */
  after: [string | number, string] | null;
  limit: number;
}

/** What each sort orders by. A missing figure comes last in both directions. */
const SORTS: Record<RowSort, { column: string; type: string; missing: (last: number) => string }> = {
  rank: { column: 'rank', type: 'integer', missing: (last) => `${last * 2_000_000_000}` },
  score: { column: 'score', type: 'double precision', missing: (last) => `${last * 1e9}` },
  change: { column: 'change', type: 'double precision', missing: (last) => `${last * 1e9}` },
  n: { column: 'n', type: 'integer', missing: () => '0' },
  findings: { column: 'findings', type: 'integer', missing: () => '0' },
  name: { column: 'name_search', type: 'text', missing: () => `''` },
};

/** Rows of an edition. */
@Injectable()
export class EditionRowsRepository {
  /** One page of rows, each with the value that it was sorted by. */
  page(
    ctx: Ctx,
    editionId: string,
    filter: RowFilter,
  ): Promise<{ row: StoredRow; key: string | number; outletId: string }[]> {
    const { column, type, missing } = SORTS[filter.sort];
    const direction = filter.direction === 'desc' ? 'DESC' : 'ASC';
    const key = `coalesce(${column}, ${missing(direction === 'ASC' ? 1 : -1)})`;
    return ctx.em.query(
      `SELECT row, ${key} AS key, outlet_id AS "outletId" FROM edition_rows
       WHERE tenant_id = $1 AND edition_id = $2 AND ($3::uuid IS NULL OR peer_group_id = $3) AND ($4::uuid IS NULL OR $4 = ANY(org_unit_ids))
         AND ($5::text IS NULL OR listing = $5) AND ($6::text IS NULL OR name_search LIKE $6)
         AND ($8::uuid IS NULL OR (${key}, outlet_id) ${direction === 'ASC' ? '>' : '<'} ($7::${type}, $8))
       ORDER BY key ${direction}, outlet_id ${direction} LIMIT $9`,
      [
        ctx.tenantId,
        editionId,
        filter.peerGroupId ?? null,
        filter.orgUnitId ?? null,
        filter.listing ?? null,
        filter.q ? `%${filter.q.toLowerCase().replace(/[\\%_]/g, '\\$&')}%` : null,
        filter.after?.[0] ?? null,
        filter.after?.[1] ?? null,
        filter.limit,
      ],
    );
  }

  /** All rows of an edition as its table shows them: ranked ones by rank, then the others by code. */
  whole(ctx: Ctx, editionId: string, limit: number): Promise<{ row: StoredRow; orgUnitIds: string[] }[]> {
    return ctx.em.query(
      `SELECT row, org_unit_ids AS "orgUnitIds" FROM edition_rows WHERE tenant_id = $1 AND edition_id = $2
       ORDER BY rank NULLS LAST, row ->> 'code', outlet_id LIMIT $3`,
      [ctx.tenantId, editionId, limit],
    );
  }

  async one(ctx: Ctx, editionId: string, outletId: string): Promise<StoredRow | null> {
    const rows: { row: StoredRow }[] = await ctx.em.query(
      `SELECT row FROM edition_rows WHERE tenant_id = $1 AND edition_id = $2 AND outlet_id = $3`,
      [ctx.tenantId, editionId, outletId],
    );
    return rows[0]?.row ?? null;
  }

  /** The rows of these outlets, and of those below these org units, by code. */
  async within(
    ctx: Ctx,
    editionId: string,
    scope: { outletIds: string[]; orgUnitIds: string[] },
    limit: number,
  ): Promise<StoredRow[]> {
    const rows: { row: StoredRow }[] = await ctx.em.query(
      `SELECT row FROM edition_rows
       WHERE tenant_id = $1 AND edition_id = $2 AND (outlet_id = ANY($3) OR org_unit_ids && $4::uuid[])
       ORDER BY row ->> 'code', outlet_id LIMIT $5`,
      [ctx.tenantId, editionId, scope.outletIds, scope.orgUnitIds, limit],
    );
    return rows.map(({ row }) => row);
  }
}
