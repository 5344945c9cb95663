import { Injectable } from '@nestjs/common';
import type { MyRankingResponse, Page, ReportResponse, ReportSummary } from '@wheelhouse/contracts';
import { DomainError } from '@wheelhouse/kernel';
import { type Ctx, decodeCursor, pageOf } from '@wheelhouse/platform-db';
import type { LatestReportDto, ListReportsDto } from './dto/reports.dto.js';
import { presentEdition, presentRow, presentSummary } from './edition.presenter.js';
import { EditionRowsRepository } from './edition-rows.repository.js';
import { type EditionRecord, EditionsRepository, type ReadableAudiences } from './editions.repository.js';
import { ReportPolicy } from './report.policy.js';

const MOST_OWN_ROWS = 500;

/** Reads editions for people, inside what they may see. */
@Injectable()
export class ReportsService {
  constructor(
    private readonly editions: EditionsRepository,
    private readonly rows: EditionRowsRepository,
    private readonly policy: ReportPolicy,
  ) {}

  /** Newest period first. */
  async list(ctx: Ctx, query: ListReportsDto): Promise<Page<ReportSummary>> {
    const limit = query.limit ?? 50;
    const after = query.cursor ? textPair(decodeCursor(query.cursor, 2)) : null;
    const rows = await this.editions.page(ctx, {
      readable: await this.policy.readable(ctx),
      period: query.period,
      audienceKind: query.audienceKind,
      audienceId: query.audienceId,
      ...{ from: query.from, to: query.to, changedSince: query.changedSince },
      after,
      limit: limit + 1,
    });
    return pageOf(rows.map(presentSummary), limit, (row) => [row.periodStart, row.id]);
  }

  /** The newest edition of the asked audience, or of the widest that the reader may see. */
  async latest(ctx: Ctx, query: LatestReportDto): Promise<ReportResponse> {
    const { kind, id } = await this.audience(ctx, query);
    await this.policy.authorizeAudience(ctx, kind, id);
    return this.present(ctx, await this.editions.latest(ctx, kind, id));
  }

  /** One edition; 404 outside the reader's scope. */
  async get(ctx: Ctx, id: string): Promise<ReportResponse> {
    return this.present(ctx, await this.readable(ctx, id));
  }

  /** Loads an edition that the actor may read. */
  async readable(ctx: Ctx, id: string): Promise<EditionRecord> {
    const edition = await this.editions.find(ctx, id);
    if (!edition) throw new DomainError('NOT_FOUND');
    await this.policy.authorizeAudience(ctx, edition.audienceKind, edition.audienceId);
    return edition;
  }

  /** The rows of the outlets that the reader answers for, from the tenant's newest edition; no other outlet's. */
  async mine(ctx: Ctx): Promise<MyRankingResponse> {
    const newest = await this.editions.latest(ctx, 'tenant', ctx.tenantId);
    if (!newest) return { period: null, periodStart: null, periodEnd: null, madeAt: null, rows: [] };
    const scope = { outletIds: this.policy.ownOutlets(ctx), orgUnitIds: this.policy.ownUnits(ctx) };
    const rows = await this.rows.within(ctx, newest.id, scope, MOST_OWN_ROWS);
    const { period, periodStart, periodEnd, madeAt } = newest;
    return { period, periodStart, periodEnd, madeAt, rows: rows.map(presentRow) };
  }

  /** The rows of these outlets in the tenant's newest edition, of no outlet that the reader may not read about. */
  async standings(ctx: Ctx, outletIds: string[]): Promise<MyRankingResponse> {
    const newest = await this.editions.latest(ctx, 'tenant', ctx.tenantId);
    if (!newest) return { period: null, periodStart: null, periodEnd: null, madeAt: null, rows: [] };
    const readable = await this.policy.outletsOf(ctx, outletIds);
    const rows = await this.rows.within(ctx, newest.id, { outletIds: readable, orgUnitIds: [] }, readable.length);
    const { period, periodStart, periodEnd, madeAt } = newest;
    return { period, periodStart, periodEnd, madeAt, rows: rows.map(presentRow) };
  }

  private async present(ctx: Ctx, edition: EditionRecord | null): Promise<ReportResponse> {
    if (!edition) throw new DomainError('NOT_FOUND');
    const audience = { kind: edition.audienceKind, id: edition.audienceId };
    return presentEdition(edition, await this.editions.numbers(ctx, edition.periodStart, audience));
  }

  private async audience(
    ctx: Ctx,
    { audienceKind, audienceId }: LatestReportDto,
  ): Promise<{ kind: 'tenant' | 'org_unit'; id: string }> {
    if (audienceKind === 'tenant') return { kind: 'tenant', id: audienceId ?? ctx.tenantId };
    if (audienceId)
      return { kind: audienceKind ?? (audienceId === ctx.tenantId ? 'tenant' : 'org_unit'), id: audienceId };
    const readable = await this.policy.readable(ctx);
    if (readable.tenant && !audienceKind) return { kind: 'tenant', id: ctx.tenantId };
    const id = await this.ownRegion(ctx, readable);
    if (!id) throw new DomainError('NOT_FOUND');
    return { kind: 'org_unit', id };
  }

  /** The region that a grant names; otherwise any that lies inside the scope. */
  private async ownRegion(ctx: Ctx, readable: ReadableAudiences): Promise<string | null> {
    const named = this.policy
      .ownUnits(ctx)
      .filter((id) => readable.orgUnits === 'all' || readable.orgUnits.includes(id));
    return (
      (named.length > 0 ? await this.editions.newestOrgUnit(ctx, { tenant: false, orgUnits: named }) : null) ??
      this.editions.newestOrgUnit(ctx, readable)
    );
  }
}

function textPair(values: (string | number | null)[]): [string, string] {
  return [String(values[0]), String(values[1])];
}
