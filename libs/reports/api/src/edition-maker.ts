import { Injectable } from '@nestjs/common';
import { addDays, type Week } from '@wheelhouse/kernel';
import type { Ctx } from '@wheelhouse/platform-db';
import {
  type Audience,
  buildEdition,
  type Edition,
  type EditionRow,
  itemFindings,
  periodRows,
  pooledTrendPoint,
  weeksBefore,
} from '@wheelhouse/reports-domain';
import type { TrendPoint } from '@wheelhouse/contracts';
import { ScoringFacade } from '@wheelhouse/scoring-api';
import { EditionHistoryRepository } from './edition-history.repository.js';
import { EditionsRepository } from './editions.repository.js';
import { type GatheredPeriod, PeriodFiguresService } from './period-figures.service.js';

/** One week, gathered and ranked, from which the edition of each audience is cut. */
export interface PreparedPeriod extends GatheredPeriod {
  rows: EditionRow[];
}

/** Computes editions without writing anything. */
@Injectable()
export class EditionMaker {
  constructor(
    private readonly figures: PeriodFiguresService,
    private readonly editions: EditionsRepository,
    private readonly history: EditionHistoryRepository,
    private readonly scoring: ScoringFacade,
  ) {}

  /** Reads and ranks a week of the whole tenant. */
  async prepare(ctx: Ctx, week: Week): Promise<PreparedPeriod> {
    const period = await this.figures.gather(ctx, week);
    return { ...period, rows: periodRows(period) };
  }

  /** The edition of one audience. */
  async build(ctx: Ctx, period: PreparedPeriod, audience: Audience): Promise<Edition> {
    const { week, rows, itemTexts, findings } = period;
    const outletIds = rows
      .filter(({ orgUnitIds }) => audience.kind === 'tenant' || orgUnitIds.includes(audience.unitId))
      .map(({ row }) => row.outletId);
    const isMine = (regionId: string | null) => audience.kind === 'tenant' || regionId === audience.unitId;
    return buildEdition(period, rows, {
      audience,
      previous: await this.editions.newest(ctx, addDays(week.start, -7), audience),
      pastTrend: await this.pastTrend(ctx, period, audience, outletIds),
      findings: itemFindings(findings, isMine, (itemId) => itemTexts.get(itemId)),
    });
  }

  /** What earlier editions said; weeks without one are filled from the weekly roll-up. */
  private async pastTrend(
    ctx: Ctx,
    period: PreparedPeriod,
    audience: Audience,
    outletIds: string[],
  ): Promise<TrendPoint[]> {
    const weeks = weeksBefore(period.week, ctx.weekStart);
    const known = await this.history.trendPoints(ctx, audience, weeks);
    const missing = weeks.filter(({ key }) => !known.has(key));
    const [first, last] = [missing[0], missing.at(-1)];
    if (!first || !last) return weeks.flatMap(({ key }) => known.get(key) ?? []);
    const widest = Math.max(...period.scheme.sources.map(({ windowWeeks }) => windowWeeks));
    const from = addDays(first.start, -7 * (widest - 1));
    const sums = await this.scoring.pooledWeeks(
      ctx,
      from,
      last.start,
      audience.kind === 'tenant' ? undefined : outletIds,
    );
    return weeks.map((week) => known.get(week.key) ?? pooledTrendPoint(week, period.scheme, sums));
  }
}
