import { Injectable } from '@nestjs/common';
import type { Effect, Metric } from '@wheelhouse/contracts';
import { type LocalDate, localDateIn } from '@wheelhouse/kernel';
import { OrgFacade } from '@wheelhouse/org-api';
import {
  afterWindow,
  baselineWindow,
  effect,
  measurementOf,
  type Sample,
  trendWeeks,
  valueOf,
} from '@wheelhouse/pdca-domain';
import type { Ctx } from '@wheelhouse/platform-db';
import { CycleMetricsRepository, type MetricScope } from './cycle-metrics.repository.js';
import type { CycleRow } from './cycles.repository.js';
import type { KeptBaseline } from './objective.entity.js';
import type { ObjectiveRow } from './objectives.repository.js';

/** A cycle with what its figures are read from, looked up once for all of its objectives. */
export interface Ground {
  doFrom: LocalDate | null;
  today: LocalDate;
  standardId: string | null;
  outletIds: string[];
}

/** The figures of objectives: baseline, effect and trend. */
@Injectable()
export class ObjectiveFigures {
  constructor(
    private readonly metrics: CycleMetricsRepository,
    private readonly org: OrgFacade,
  ) {}

  /** The outlets below the cycle's scope (today's) and the days that count. */
  async groundOf(ctx: Ctx, cycle: Pick<CycleRow, 'orgUnitId' | 'doFrom' | 'standardId'>): Promise<Ground> {
    const outletIds = await this.org.outletIdsBelow(ctx, cycle.orgUnitId);
    return { doFrom: cycle.doFrom, today: localDateIn(ctx.now, ctx.timeZone), standardId: cycle.standardId, outletIds };
  }

  /** The metric over the 8 weeks before the do phase (or before today); null without a single audit. */
  async baseline(ctx: Ctx, ground: Ground, metric: Metric): Promise<KeptBaseline | null> {
    const window = baselineWindow(ground.doFrom, ground.today);
    const { inside } = await this.metrics.samples(ctx, scopeOf(ground, metric), window);
    const measurement = measurementOf(inside, window);
    return measurement && { ...measurement, sd: inside.kind === 'mean' ? inside.sd : null };
  }

  /** Before against after as it is now, in the scope and the control group, with the weekly trend. */
  async effect(ctx: Ctx, ground: Ground, objective: ObjectiveRow): Promise<Effect> {
    const { baseline, metric, target, direction } = objective;
    const scope = scopeOf(ground, metric);
    const before = baseline ? { from: baseline.from, to: baseline.to } : baselineWindow(ground.doFrom, ground.today);
    const after = afterWindow(ground.doFrom, ground.today);
    const then = await this.metrics.samples(ctx, scope, before);
    const now = after && (await this.metrics.samples(ctx, scope, after));
    return effect({
      before: baseline && { sample: sampleOf(baseline, metric), window: before },
      after: now && after && { sample: now.inside, window: after },
      controlBefore: { sample: then.outside, window: before },
      controlAfter: now && after && { sample: now.outside, window: after },
      target,
      direction,
      trend: await this.trend(ctx, ground, scope),
    });
  }

  private async trend(ctx: Ctx, ground: Ground, scope: MetricScope): Promise<Effect['trend']> {
    const weeks = trendWeeks(ground.doFrom, ground.today, ctx.weekStart);
    const seen = await this.metrics.byWeek(ctx, scope, { from: weeks[0]?.start ?? ground.today, to: ground.today });
    return weeks.map(({ key, start }) => {
      const sample = seen.get(start);
      return { period: key, value: sample ? valueOf(sample) : null, n: sample?.n ?? 0 };
    });
  }
}

const scopeOf = ({ standardId, outletIds }: Ground, metric: Metric): MetricScope => ({ metric, standardId, outletIds });

/** The sample that a baseline was made from: it stays what it was, whatever has been submitted since. */
function sampleOf({ value, n, sd }: KeptBaseline, { kind }: Metric): Sample {
  return kind === 'item_pass_rate'
    ? { kind: 'rate', n, passed: Math.round((value * n) / 100) }
    : { kind: 'mean', n, mean: value, sd: sd ?? null };
}
