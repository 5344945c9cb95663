import { Injectable } from '@nestjs/common';
import { type OutletScoresResponse, SCORE_SOURCES } from '@wheelhouse/contracts';
import { authorize, can } from '@wheelhouse/identity-domain';
import { localDateIn, shiftWeek, weekOf } from '@wheelhouse/kernel';
import { OrgFacade } from '@wheelhouse/org-api';
import type { Ctx } from '@wheelhouse/platform-db';
import { OutletWeeksRepository } from './outlet-weeks.repository.js';

/** One outlet's scores by source and week, read from the roll-up: what is held under embargo is not in it. */
@Injectable()
export class OutletScoresQuery {
  constructor(
    private readonly weeks: OutletWeeksRepository,
    private readonly org: OrgFacade,
  ) {}

  /** The last `count` weeks up to the running one. Needs `report.read` or `audit.read` at the outlet. */
  async run(ctx: Ctx, outletId: string, count: number): Promise<OutletScoresResponse> {
    const place = this.org.outletPlace(await this.org.outlet(ctx, outletId));
    if (!can(ctx.actor, 'audit.read', place)) authorize(ctx.actor, 'report.read', place, 'org.read');
    const last = weekOf(localDateIn(ctx.now, ctx.timeZone), ctx.weekStart);
    const weeks = Array.from({ length: count }, (_, i) => shiftWeek(last, i + 1 - count, ctx.weekStart));
    const from = weeks[0]?.start ?? last.start;
    const rows = await this.weeks.ofOutlet(ctx, outletId, from, last.start);
    const sources = SCORE_SOURCES.map((source) => {
      const own = rows.filter((row) => row.source === source);
      const n = own.reduce((sum, row) => sum + row.n, 0);
      const total = own.reduce((sum, row) => sum + row.total, 0);
      const byWeek = new Map(own.map((row) => [row.weekStart, { n: row.n, mean: row.total / row.n }]));
      return { source, n, mean: n > 0 ? total / n : null, points: weeks.map(({ start }) => byWeek.get(start) ?? null) };
    });
    const [pairs] = await this.weeks.selfAuditPairs(ctx, from, last.start, [outletId]);
    return {
      weeks: weeks.map(({ key, start, end }) => ({ key, start, end })),
      sources,
      gap: pairs ? { weeks: pairs.n, bias: pairs.bias, spread: pairs.mad } : null,
    };
  }
}
