import { Injectable } from '@nestjs/common';
import type { MyRankingResponse, ReportResponse, TrendPoint } from '@wheelhouse/contracts';
import { can, holds, WHOLE_TENANT } from '@wheelhouse/identity-domain';
import type { LocalDate } from '@wheelhouse/kernel';
import type { Ctx } from '@wheelhouse/platform-db';
import { presentEdition } from './edition.presenter.js';
import { EditionsRepository } from './editions.repository.js';
import { ReportsService } from './reports.service.js';

/** Editions for the features behind reports; the rights of the actor of `ctx` hold. */
@Injectable()
export class ReportsFacade {
  constructor(
    private readonly reports: ReportsService,
    private readonly editions: EditionsRepository,
  ) {}

  /** How the actor's own outlets stand in the tenant's newest edition; null for who may not read reports. */
  async mine(ctx: Ctx): Promise<MyRankingResponse | null> {
    return holds(ctx.actor, 'report.read') ? this.reports.mine(ctx) : null;
  }

  /** The tenant's newest edition; null before there is one and for whom it is not. */
  async newestOfTenant(ctx: Ctx): Promise<ReportResponse | null> {
    if (!can(ctx.actor, 'report.read', WHOLE_TENANT)) return null;
    const edition = await this.editions.latest(ctx, 'tenant', ctx.tenantId);
    return edition && presentEdition(edition, []);
  }

  /** Thirteen weeks of each of these org units, from their newest editions of one period; no entry: there is none. */
  async trends(ctx: Ctx, periodStart: LocalDate, orgUnitIds: readonly string[]): Promise<Map<string, TrendPoint[]>> {
    if (!can(ctx.actor, 'report.read', WHOLE_TENANT)) return new Map();
    return this.editions.trends(ctx, periodStart, orgUnitIds);
  }
}
