import { Injectable } from '@nestjs/common';
import { AuditsFacade, type GroupFindings } from '@wheelhouse/audits-api';
import { SCORE_SOURCES } from '@wheelhouse/contracts';
import { addDays, type LocalizedText, type Week } from '@wheelhouse/kernel';
import { type NetworkSnapshot, OrgFacade } from '@wheelhouse/org-api';
import type { Ctx } from '@wheelhouse/platform-db';
import {
  type OutletFacts,
  PARETO_WEEKS,
  type PeriodFigures,
  REPEAT_TIMES,
  REPEAT_WEEKS,
  repeatedItems,
  weeksBefore,
} from '@wheelhouse/reports-domain';
import { ScoringFacade } from '@wheelhouse/scoring-api';
import { type PeriodOutlet, rankPeriod } from '@wheelhouse/scoring-domain';
import { StandardsFacade } from '@wheelhouse/standards-api';
import { EditionHistoryRepository } from './edition-history.repository.js';

/** A week of a tenant with the texts of the items that its standards hold. */
export interface GatheredPeriod extends PeriodFigures {
  itemTexts: ReadonlyMap<string, LocalizedText>;
  /** Findings by region and item in the Pareto window. */
  findings: readonly GroupFindings[];
  tenantName: LocalizedText;
}

/**
 * Everything that the editions of one week are made from, read once for all audiences: a fixed number of statements,
 * whatever the number of outlets.
 */
@Injectable()
export class PeriodFiguresService {
  constructor(
    private readonly org: OrgFacade,
    private readonly scoring: ScoringFacade,
    private readonly standards: StandardsFacade,
    private readonly history: EditionHistoryRepository,
    private readonly audits: AuditsFacade,
  ) {}

  /** Ranks the outlets that were open on the week's last day, from the roll-ups up to that week. */
  async gather(ctx: Ctx, week: Week): Promise<GatheredPeriod> {
    const { scheme, name: tenantName } = await this.org.settings(ctx);
    const network = await this.org.networkOn(ctx, week.end);
    const windows = scheme.sources.map(({ source, windowWeeks }) => ({
      source,
      from: addDays(week.start, -7 * (windowWeeks - 1)),
      to: week.start,
    }));
    const from = windows.map((window) => window.from).sort()[0] ?? week.start;
    const pairs = new Map((await this.scoring.selfAuditPairs(ctx, from, week.start)).map((one) => [one.outletId, one]));
    const outlets = await this.outlets(ctx, week, network, windows, from, pairs);
    const ranking = rankPeriod({ scheme, outlets });
    const facts = await this.facts(ctx, week, network, pairs);
    const regions = network.outlets.map(({ id, orgUnitPath }) => ({ id, groupId: orgUnitPath[1] ?? null }));
    const findings = await this.audits.findingsByItem(
      ctx,
      addDays(week.start, -7 * (PARETO_WEEKS - 1)),
      week.end,
      regions,
    );
    return {
      week,
      scheme,
      network,
      ranking,
      facts,
      findings,
      tenantName,
      ...(await this.standardsUsed(ctx, from, week)),
    };
  }

  private async outlets(
    ctx: Ctx,
    week: Week,
    network: NetworkSnapshot,
    windows: Parameters<ScoringFacade['windowSums']>[1],
    from: string,
    pairs: ReadonlyMap<string, { n: number; mad: number }>,
  ): Promise<PeriodOutlet[]> {
    const sums = new Map<string, PeriodOutlet['sources']>();
    for (const { outletId, source, n, sum, sumsq } of await this.scoring.windowSums(ctx, windows)) {
      const sources = sums.get(outletId) ?? {};
      sources[source] = { n, sum, sumsq };
      sums.set(outletId, sources);
    }
    const redLines = new Map((await this.scoring.redLines(ctx, from, week.end)).map((one) => [one.outletId, one]));
    const previous = await this.history.standings(ctx, addDays(week.start, -7));
    return network.outlets.map(({ id, peerGroupId }) => {
      const pair = pairs.get(id);
      return {
        outletId: id,
        peerGroupId,
        sources: sums.get(id) ?? {},
        selfAuditGap: pair ? { pairs: pair.n, mad: pair.mad } : null,
        redLines: redLines.get(id)?.itemIds ?? [],
        failedRedLine: redLines.get(id)?.failed ?? false,
        previous: previous.get(id) ?? null,
      };
    });
  }

  private async facts(
    ctx: Ctx,
    week: Week,
    network: NetworkSnapshot,
    pairs: ReadonlyMap<string, { n: number; bias: number }>,
  ): Promise<Map<string, OutletFacts>> {
    const inWeek = new Map((await this.scoring.outletTotals(ctx, week.start)).map((one) => [one.outletId, one]));
    const visits = await this.scoring.weeksSinceVisit(ctx, week.start);
    const missed = new Map<string, number>();
    for (const { outletId, status, count } of await this.audits.assignmentsDue(ctx, week.start, week.end)) {
      if (status !== 'done' && status !== 'cancelled') missed.set(outletId, (missed.get(outletId) ?? 0) + count);
    }
    const repeated = await this.repeated(ctx, week);
    const trends = await this.history.estimates(ctx, weeksBefore(week, ctx.weekStart));
    return new Map(
      network.outlets.map(({ id }): [string, OutletFacts] => {
        const pair = pairs.get(id);
        return [
          id,
          {
            findings: inWeek.get(id)?.findings ?? 0,
            audits: inWeek.get(id)?.n ?? 0,
            covered: inWeek.has(id),
            missed: missed.get(id) ?? 0,
            selfAuditGap: pair ? { pairs: pair.n, bias: pair.bias } : null,
            weeksSinceVisit: visits.get(id) ?? null,
            repeatedItems: repeated.get(id) ?? 0,
            trend: trends.get(id) ?? [],
          },
        ];
      }),
    );
  }

  /** How many items keep failing at each outlet. */
  private async repeated(ctx: Ctx, week: Week): Promise<Map<string, number>> {
    const from = addDays(week.start, -7 * (REPEAT_WEEKS - 1));
    const failed = await this.audits.repeatedFindings(ctx, from, week.end, REPEAT_TIMES);
    if (failed.length === 0) return new Map();
    const windows = SCORE_SOURCES.map((source) => ({ source, from, to: week.start }));
    const done = await this.scoring.windowSums(ctx, windows, [...new Set(failed.map(({ outletId }) => outletId))]);
    const audits = new Map(done.map(({ outletId, source, n }) => [`${outletId} ${source}`, n]));
    return repeatedItems(failed, (outletId, source) => audits.get(`${outletId} ${source}`) ?? 0);
  }

  /** The versions behind the figures, and what their items say; the newest wording wins. */
  private async standardsUsed(
    ctx: Ctx,
    from: string,
    week: Week,
  ): Promise<Pick<GatheredPeriod, 'standardVersions' | 'itemTexts'>> {
    const standardVersions: GatheredPeriod['standardVersions'] = [];
    const itemTexts = new Map<string, LocalizedText>();
    for (const id of await this.scoring.standardVersionIds(ctx, from, week.end)) {
      const { code, version, body } = await this.standards.version(ctx, id);
      standardVersions.push({ id, code, version });
      for (const { items } of body.sections)
        for (const item of items) itemTexts.set(item.id, { en: item.en, zh: item.zh });
    }
    return { standardVersions, itemTexts };
  }
}
