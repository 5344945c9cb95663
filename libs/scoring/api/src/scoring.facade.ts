import { Injectable } from '@nestjs/common';
import type { ScoreSource } from '@wheelhouse/contracts';
import { type LocalDate, weekOf } from '@wheelhouse/kernel';
import type { Ctx } from '@wheelhouse/platform-db';
import { GroupTotalsRepository } from './group-totals.repository.js';
import { ObservationsRepository } from './observations.repository.js';
import { OutletWeeksRepository } from './outlet-weeks.repository.js';
import type {
  GroupSection,
  GroupWeek,
  NewObservation,
  OutletGroup,
  OutletSource,
  PooledWeek,
  RedLineStanding,
  SelfAuditPairs,
  SourceWindow,
  WindowSums,
} from './scoring.types.js';
import { WeekTotalsRepository } from './week-totals.repository.js';

/**
 * Where scores are written and read. Whatever produces scores records observations here, so that a new source never
 * touches a report. Weeks are named by their first day in the tenant's week (`ctx.weekStart`); scores are 0–100.
 */
@Injectable()
export class ScoringFacade {
  constructor(
    private readonly observations: ObservationsRepository,
    private readonly weeks: OutletWeeksRepository,
    private readonly totals: WeekTotalsRepository,
    private readonly groups: GroupTotalsRepository,
  ) {}

  /** Writes the one observation of an audit and, when it counts, adds it to its outlet's week: one statement. */
  record(ctx: Ctx, observation: NewObservation): Promise<void> {
    return this.observations.insert(ctx, observation, weekOf(observation.visitDate, ctx.weekStart).start);
  }

  /** Held → counted, once; `findings` of the audit go into its week. */
  release(ctx: Ctx, auditId: string, findings = 0): Promise<void> {
    return this.releaseAll(ctx, [{ auditId, findings }]);
  }

  /** {@link release} for many audits in one statement. */
  async releaseAll(ctx: Ctx, audits: readonly { auditId: string; findings: number }[]): Promise<void> {
    if (audits.length === 0) return;
    await this.observations.release(
      ctx,
      audits.map((a) => a.auditId),
      audits.map((a) => a.findings),
    );
  }

  /** Takes back the held observation of a rejected audit. */
  withdraw(ctx: Ctx, auditId: string): Promise<void> {
    return this.observations.withdraw(ctx, auditId);
  }

  /** n, Σ and Σ² for each outlet and source over that source's weeks; outlets without any are left out. */
  async windowSums(ctx: Ctx, windows: readonly SourceWindow[], outletIds?: readonly string[]): Promise<WindowSums[]> {
    return windows.length === 0 ? [] : this.weeks.windowSums(ctx, windows, outletIds);
  }

  /**
   * Outlets with an audit in [from, to] (visit dates, both inside) that crossed a red line and which no later audit from
   * outside (any source but the self-check) that was not graded FAIL has cleared up to `to`.
   */
  redLines(ctx: Ctx, from: LocalDate, to: LocalDate): Promise<RedLineStanding[]> {
    return this.observations.redLines(ctx, from, to);
  }

  /** Self-check against audit by weeks in which an outlet has both, for outlets with at least one such week (formulas 2.12). */
  selfAuditPairs(ctx: Ctx, fromWeek: LocalDate, toWeek: LocalDate): Promise<SelfAuditPairs[]> {
    return this.weeks.selfAuditPairs(ctx, fromWeek, toWeek);
  }

  /** Whole weeks from each outlet's last counted visit by somebody else up to `week`; no entry: none within two years. */
  weeksSinceVisit(ctx: Ctx, week: LocalDate, outletIds?: readonly string[]): Promise<Map<string, number>> {
    return this.weeks.weeksSinceVisit(ctx, week, outletIds);
  }

  /** n, Σ and Σ² of each week and source over all these outlets together, oldest first; weeks without any are left out. */
  pooledWeeks(ctx: Ctx, fromWeek: LocalDate, toWeek: LocalDate, outletIds?: readonly string[]): Promise<PooledWeek[]> {
    return this.totals.pooledWeeks(ctx, fromWeek, toWeek, outletIds);
  }

  /** Scored audits and findings of the one week, over all sources, of each outlet with at least one counted audit in it. */
  outletTotals(ctx: Ctx, week: LocalDate): Promise<{ outletId: string; n: number; findings: number }[]> {
    return this.totals.outletTotals(ctx, week);
  }

  /** First day of the week of the tenant's first counted audit; null before there is one. */
  firstWeek(ctx: Ctx): Promise<LocalDate | null> {
    return this.totals.firstWeek(ctx);
  }

  /** Versions that counted audits of these visit dates (both inside) were done on, oldest first. */
  standardVersionIds(ctx: Ctx, from: LocalDate, to: LocalDate): Promise<string[]> {
    return this.totals.standardVersionIds(ctx, from, to);
  }

  /** Weekly sums of one source by group of outlets, oldest first; weeks without any are left out. */
  groupWeeks(
    ctx: Ctx,
    source: ScoreSource,
    fromWeek: LocalDate,
    toWeek: LocalDate,
    outlets: readonly OutletGroup[],
  ): Promise<GroupWeek[]> {
    return this.groups.weeks(ctx, source, fromWeek, toWeek, outlets);
  }

  /** Section scores of one source's counted audits (visit dates, both inside) by group of outlets and standard version. */
  groupSections(
    ctx: Ctx,
    source: ScoreSource,
    from: LocalDate,
    to: LocalDate,
    outlets: readonly OutletGroup[],
  ): Promise<GroupSection[]> {
    return this.groups.sections(ctx, source, from, to, outlets);
  }

  /** Scored audits of each week (by its first day), outlet and source with at least one counted audit in it. */
  outletSources(ctx: Ctx, weeks: readonly LocalDate[]): Promise<OutletSource[]> {
    return this.groups.bySource(ctx, weeks);
  }
}
