import { Injectable } from '@nestjs/common';
import { newId, type Week } from '@wheelhouse/kernel';
import type { Ctx } from '@wheelhouse/platform-db';
import type { Audience, Edition, EditionRow } from '@wheelhouse/reports-domain';

const ROWS_AT_ONCE = 1_000;

/** Writes editions. Their unique key (period, audience, number) is what makes each happen once. */
@Injectable()
export class EditionWriterRepository {
  /** The new edition's id; null when this number exists already (a concurrent writer is waited for). */
  async insert(
    ctx: Ctx,
    week: Week,
    audience: Audience,
    number: number,
    edition: Edition,
    digest: string,
  ): Promise<string | null> {
    const id = newId();
    const inserted = await ctx.em.query(
      `INSERT INTO editions (tenant_id, id, period, period_start, period_end, audience_kind, audience_id, audience_name, number, made_at, score, body)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
       ON CONFLICT (tenant_id, period_start, audience_kind, audience_id, number) DO NOTHING RETURNING id`,
      [
        ctx.tenantId,
        id,
        week.key,
        week.start,
        week.end,
        audience.kind,
        audience.id,
        JSON.stringify(audience.name),
        number,
        ctx.now,
        edition.body.head.score,
        JSON.stringify({ ...edition.body, digest }),
      ],
    );
    if (inserted.length === 0) return null;
    for (let from = 0; from < edition.rows.length; from += ROWS_AT_ONCE) {
      await this.insertRows(ctx, id, edition.rows.slice(from, from + ROWS_AT_ONCE));
    }
    return id;
  }

  private async insertRows(ctx: Ctx, editionId: string, rows: readonly EditionRow[]): Promise<void> {
    const given = rows.map(({ row, orgUnitIds, comparedWith }) => ({
      outlet_id: row.outletId,
      peer_group_id: row.peerGroupId,
      org_unit_ids: orgUnitIds,
      listing: row.listing,
      rank: row.rank,
      score: row.score,
      estimate: row.estimate,
      change: row.change,
      n: row.n,
      findings: row.findings,
      name_search: `${row.code} ${row.name.en} ${row.name.zh}`.toLowerCase(),
      row: { ...row, comparedWith },
    }));
    await ctx.em.query(
      `INSERT INTO edition_rows (tenant_id, edition_id, outlet_id, peer_group_id, org_unit_ids, listing, rank, score, estimate, change,
         n, findings, name_search, row)
       SELECT $1, $2, r.* FROM jsonb_to_recordset($3::jsonb) AS r (outlet_id uuid, peer_group_id uuid, org_unit_ids uuid[], listing text,
         rank integer, score double precision, estimate double precision, change double precision, n integer, findings integer,
         name_search text, row jsonb)`,
      [ctx.tenantId, editionId, JSON.stringify(given)],
    );
  }
}
