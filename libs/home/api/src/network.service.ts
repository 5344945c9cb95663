import { Injectable } from '@nestjs/common';
import type { NetworkHomeResponse, RedLineOutlet, RegionTrend, ReportResponse } from '@wheelhouse/contracts';
import { authorize, WHOLE_TENANT } from '@wheelhouse/identity-domain';
import { addDays, localDateIn, type LocalizedText, parseWeek, shiftWeek, weekOf } from '@wheelhouse/kernel';
import { type NetworkSnapshot, OrgFacade } from '@wheelhouse/org-api';
import { PdcaFacade } from '@wheelhouse/pdca-api';
import type { Ctx } from '@wheelhouse/platform-db';
import { ReportsFacade } from '@wheelhouse/reports-api';
import { ScoringFacade } from '@wheelhouse/scoring-api';
import { StandardsFacade } from '@wheelhouse/standards-api';
import { CoverageService } from './coverage.service.js';
import { CHART_WEEKS, regionSignal } from './region-signals.js';

const RED_LINE_OUTLETS = 5;

/** Headquarters' start page: from the newest edition and the roll-ups, so that its cost follows outlets, not history. */
@Injectable()
export class NetworkService {
  constructor(
    private readonly org: OrgFacade,
    private readonly scoring: ScoringFacade,
    private readonly standards: StandardsFacade,
    private readonly reports: ReportsFacade,
    private readonly cycles: PdcaFacade,
    private readonly coverage: CoverageService,
  ) {}

  /** For who may read of the whole tenant; 404 for everybody else. */
  async get(ctx: Ctx): Promise<NetworkHomeResponse> {
    authorize(ctx.actor, 'report.read', WHOLE_TENANT);
    const today = localDateIn(ctx.now, ctx.timeZone);
    const network = await this.org.networkOn(ctx, today);
    const running = weekOf(today, ctx.weekStart);
    const ended = shiftWeek(running, -1, ctx.weekStart);
    const report = await this.reports.newestOfTenant(ctx);
    const reported = report && parseWeek(report.period, ctx.weekStart);
    const weeks = [...(reported && reported.start < ended.start ? [reported] : []), ended, running];
    return {
      report: report && (await this.report(ctx, report)),
      coverage: await this.coverage.of(ctx, weeks, network),
      redLines: await this.redLines(ctx, network, today),
      ...(await this.signals(ctx, network, today)),
      cyclesRunning: await this.cycles.running(ctx),
    };
  }

  private async report(ctx: Ctx, report: ReportResponse): Promise<NetworkHomeResponse['report']> {
    const { id, period, periodStart, periodEnd, head, movers } = report;
    const placed = report.units.filter(({ place }) => place !== null);
    const ends = placed.length > 1 ? [placed[0], placed.at(-1)] : [];
    const ids = ends.flatMap((unit) => unit?.orgUnitId ?? []);
    const trends = await this.reports.trends(ctx, periodStart, ids);
    const [best = null, worst = null] = ends.map((unit): RegionTrend | null =>
      unit
        ? { orgUnitId: unit.orgUnitId, name: unit.name, place: unit.place, trend: trends.get(unit.orgUnitId) ?? [] }
        : null,
    );
    return { id, period, start: periodStart, end: periodEnd, head, movers, regions: placed.length, best, worst };
  }

  private async redLines(ctx: Ctx, network: NetworkSnapshot, today: string): Promise<NetworkHomeResponse['redLines']> {
    const { scheme } = await this.org.settings(ctx);
    const weeks = Math.max(1, ...scheme.sources.map(({ windowWeeks }) => windowWeeks));
    const from = addDays(weekOf(today, ctx.weekStart).start, -7 * (weeks - 1));
    const outlets = new Map(network.outlets.map((outlet) => [outlet.id, outlet]));
    const standing = (await this.scoring.redLines(ctx, from, today))
      .filter(({ outletId }) => outlets.has(outletId))
      .sort((a, b) => (a.since > b.since ? -1 : a.since < b.since ? 1 : a.outletId < b.outletId ? -1 : 1));
    const newest = standing.slice(0, RED_LINE_OUTLETS);
    const texts = newest.length > 0 ? await this.itemTexts(ctx, from, today) : new Map<string, LocalizedText>();
    const units = new Map(network.units.map(({ id, name }) => [id, name]));
    return {
      outlets: standing.length,
      newest: newest.flatMap(({ outletId, since, itemIds }): RedLineOutlet[] => {
        const outlet = outlets.get(outletId);
        if (!outlet) return [];
        const items = itemIds.map((itemId) => ({ itemId, text: texts.get(itemId) ?? null }));
        const regionName = units.get(outlet.orgUnitPath[1] ?? '') ?? null;
        return [{ outletId, name: outlet.name, regionName, since, items }];
      }),
    };
  }

  /** What items say, the newest wording winning. */
  private async itemTexts(ctx: Ctx, from: string, to: string): Promise<Map<string, LocalizedText>> {
    const texts = new Map<string, LocalizedText>();
    for (const id of await this.scoring.standardVersionIds(ctx, from, to)) {
      const { body } = await this.standards.version(ctx, id);
      for (const { items } of body.sections) for (const item of items) texts.set(item.id, { en: item.en, zh: item.zh });
    }
    return texts;
  }

  /** Closed weeks only: a running one is not a point yet. */
  private async signals(
    ctx: Ctx,
    network: NetworkSnapshot,
    today: string,
  ): Promise<Pick<NetworkHomeResponse, 'signals' | 'unwatched'>> {
    const running = weekOf(today, ctx.weekStart);
    const weeks = Array.from({ length: CHART_WEEKS }, (_, i) => shiftWeek(running, i - CHART_WEEKS, ctx.weekStart));
    const [first, last] = [weeks[0]?.start ?? running.start, weeks.at(-1)?.start ?? running.start];
    const groups = network.outlets.map(({ id, orgUnitPath }) => ({ id, groupId: orgUnitPath[1] ?? null }));
    const sums = await this.scoring.groupWeeks(ctx, 'audit', first, last, groups);
    const regions = network.units.filter(
      ({ depth, id }) => depth === 1 && groups.some(({ groupId }) => groupId === id),
    );
    const judged = regions.map(({ id, name }) => {
      const own = new Map(sums.filter(({ groupId }) => groupId === id).map((sum) => [sum.weekStart, sum]));
      return regionSignal({
        orgUnitId: id,
        name,
        weeks: weeks.map((week) => ({ week, n: own.get(week.start)?.n ?? 0, sum: own.get(week.start)?.sum ?? 0 })),
      });
    });
    return {
      signals: judged.flatMap((signal) => signal ?? []).sort((a, b) => (a.period > b.period ? -1 : 1)),
      unwatched: judged.filter((signal) => signal === undefined).length,
    };
  }
}
