import { Injectable } from '@nestjs/common';
import type { AudienceKind, ReportSummary, TrendPoint } from '@wheelhouse/contracts';
import type { LocalDate } from '@wheelhouse/kernel';
import type { Ctx } from '@wheelhouse/platform-db';
import type { Audience, EditionBody } from '@wheelhouse/reports-domain';

/** Which editions somebody may read: the tenant's, and those of these org units. */
export interface ReadableAudiences {
  tenant: boolean;
  /** 'all', or ids. */
  orgUnits: 'all' | string[];
}

export interface EditionFilter {
  readable: ReadableAudiences;
  period?: string;
  audienceKind?: AudienceKind;
  audienceId?: string;
  /** `[periodStart, id]` of the last row of the page before. */
  from?: string;
  to?: string;
  changedSince?: string;
  after: [string, string] | null;
  limit: number;
}

export type EditionRecord = ReportSummary & { body: EditionBody };

const SUMMARY = `id, period, period_start::text AS "periodStart", period_end::text AS "periodEnd", audience_kind AS "audienceKind",
  audience_id AS "audienceId", audience_name AS "audienceName", number, made_at AS "madeAt", score`;
const READABLE = (n: number) =>
  `((audience_kind = 'tenant' AND $${n}) OR (audience_kind = 'org_unit' AND ($${n + 1}::uuid[] IS NULL OR audience_id = ANY($${n + 1}))))`;
const readable = ({ tenant, orgUnits }: ReadableAudiences) => [tenant, orgUnits === 'all' ? null : orgUnits];

/** Reads of editions. */
@Injectable()
export class EditionsRepository {
  /** Newest period first. */
  page(ctx: Ctx, filter: EditionFilter): Promise<ReportSummary[]> {
    return ctx.em.query(
      `SELECT ${SUMMARY} FROM editions
       WHERE tenant_id = $1 AND ${READABLE(2)} AND ($4::text IS NULL OR period = $4) AND ($5::text IS NULL OR audience_kind = $5)
         AND ($6::uuid IS NULL OR audience_id = $6) AND ($7::date IS NULL OR (period_start, id) < ($7::date, $8::uuid))
         AND ($10::date IS NULL OR period_start >= $10) AND ($11::date IS NULL OR period_end <= $11)
         AND ($12::timestamptz IS NULL OR made_at >= $12)
       ORDER BY period_start DESC, id DESC LIMIT $9`,
      [
        ctx.tenantId,
        ...readable(filter.readable),
        filter.period ?? null,
        filter.audienceKind ?? null,
        filter.audienceId ?? null,
        filter.after?.[0] ?? null,
        filter.after?.[1] ?? null,
        filter.limit,
        filter.from ?? null,
        filter.to ?? null,
        filter.changedSince ? new Date(filter.changedSince) : null,
      ],
    );
  }

  async find(ctx: Ctx, id: string): Promise<EditionRecord | null> {
    const [row] = await ctx.em.query(`SELECT ${SUMMARY}, body FROM editions WHERE tenant_id = $1 AND id = $2`, [
      ctx.tenantId,
      id,
    ]);
    return row ?? null;
  }

  /** The newest period's newest number for this audience. */
  async latest(ctx: Ctx, kind: AudienceKind, id: string): Promise<EditionRecord | null> {
    const [row] = await ctx.em.query(
      `SELECT ${SUMMARY}, body FROM editions WHERE tenant_id = $1 AND audience_kind = $2 AND audience_id = $3
       ORDER BY period_start DESC, number DESC LIMIT 1`,
      [ctx.tenantId, kind, id],
    );
    return row ?? null;
  }

  /** The org unit among the readable ones with the newest edition; the first by code of its id when several have one. */
  async newestOrgUnit(ctx: Ctx, audiences: ReadableAudiences): Promise<string | null> {
    const [row] = await ctx.em.query(
      `SELECT audience_id AS id FROM editions WHERE tenant_id = $1 AND audience_kind = 'org_unit' AND ${READABLE(2)}
       ORDER BY period_start DESC, audience_id LIMIT 1`,
      [ctx.tenantId, ...readable(audiences)],
    );
    return row?.id ?? null;
  }

  /** The trend in the newest edition of each of these org units for one period. */
  async trends(ctx: Ctx, periodStart: LocalDate, orgUnitIds: readonly string[]): Promise<Map<string, TrendPoint[]>> {
    const rows: { id: string; trend: TrendPoint[] }[] = await ctx.em.query(
      `SELECT DISTINCT ON (audience_id) audience_id AS id, body -> 'head' -> 'trend' AS trend FROM editions
       WHERE tenant_id = $1 AND period_start = $2 AND audience_kind = 'org_unit' AND audience_id = ANY($3)
       ORDER BY audience_id, number DESC`,
      [ctx.tenantId, periodStart, orgUnitIds],
    );
    return new Map(rows.map(({ id, trend }) => [id, trend]));
  }

  /** Every org unit that an edition was made for. */
  async orgUnitAudiences(ctx: Ctx): Promise<string[]> {
    const rows: { id: string }[] = await ctx.em.query(
      `SELECT DISTINCT audience_id AS id FROM editions WHERE tenant_id = $1 AND audience_kind = 'org_unit'`,
      [ctx.tenantId],
    );
    return rows.map(({ id }) => id);
  }

  /** All editions of one period and audience, newest first. */
  numbers(
    ctx: Ctx,
    periodStart: LocalDate,
    { kind, id }: Pick<Audience, 'kind' | 'id'>,
  ): Promise<{ id: string; number: number; madeAt: string }[]> {
    return ctx.em.query(
      `SELECT id, number, made_at AS "madeAt" FROM editions
       WHERE tenant_id = $1 AND period_start = $2 AND audience_kind = $3 AND audience_id = $4 ORDER BY number DESC`,
      [ctx.tenantId, periodStart, kind, id],
    );
  }

  /** Newest number of a period and audience, with the digest of its figures. */
  async newest(
    ctx: Ctx,
    periodStart: LocalDate,
    { kind, id }: Pick<Audience, 'kind' | 'id'>,
  ): Promise<{ id: string; number: number; score: number | null; digest: string; units: EditionBody['units'] } | null> {
    const [row] = await ctx.em.query(
      `SELECT id, number, score, body ->> 'digest' AS digest, body -> 'units' AS units FROM editions
       WHERE tenant_id = $1 AND period_start = $2 AND audience_kind = $3 AND audience_id = $4 ORDER BY number DESC LIMIT 1`,
      [ctx.tenantId, periodStart, kind, id],
    );
    return row ?? null;
  }
}
