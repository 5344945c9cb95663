import { Injectable } from '@nestjs/common';
import { AuditsFacade } from '@wheelhouse/audits-api';
import {
  type Coverage,
  type CoverageQuery,
  type CoverageResponse,
  type CoverageRow,
  SCORE_SOURCES,
  SOURCE_OF_KIND,
  type ScoreSource,
} from '@wheelhouse/contracts';
import { can } from '@wheelhouse/identity-domain';
import { DomainError, localDateIn, parseWeek, type Week, weekOf } from '@wheelhouse/kernel';
import { type NetworkSnapshot, OrgFacade } from '@wheelhouse/org-api';
import { type Ctx, decodeCursor, encodeCursor } from '@wheelhouse/platform-db';
import { ScoringFacade } from '@wheelhouse/scoring-api';

const PAGE = 50;

type BySource = Record<ScoreSource, { audits: number; covered: boolean; due: number; missed: number }>;

interface OutletCoverage {
  outlet: NetworkSnapshot['outlets'][number];
  bySource: BySource;
}

/** Which outlets were to be audited in a week, were, and were not: four reads, whatever their number. */
@Injectable()
export class CoverageService {
  constructor(
    private readonly org: OrgFacade,
    private readonly audits: AuditsFacade,
    private readonly scoring: ScoringFacade,
  ) {}

  /** The counts of one week over the outlets that the actor may read of. */
  async of(ctx: Ctx, week: Week): Promise<Coverage> {
    return this.count(ctx, week, (await this.outlets(ctx, week)).outlets);
  }

  /** The counts, and a page of the outlets behind one of them. @throws REQUEST.INVALID for a week that is none, or to come */
  async list(ctx: Ctx, query: CoverageQuery): Promise<CoverageResponse> {
    const today = localDateIn(ctx.now, ctx.timeZone);
    const week = query.week === undefined ? weekOf(today, ctx.weekStart) : parseWeek(query.week, ctx.weekStart);
    if (!week || week.start > today)
      throw new DomainError('REQUEST.INVALID', {}, [
        { field: 'week', code: 'FIELD.FORMAT', params: { expected: '2026-W46' } },
      ]);
    const { outlets, names } = await this.outlets(ctx, week);
    const rows = outlets.map((one) => rowOf(one, query.source, names)).filter(shownBy(query.show ?? 'all'));
    const after = query.cursor === undefined ? '' : String(decodeCursor(query.cursor, 1)[0]);
    const limit = query.limit ?? PAGE;
    const rest = rows.filter(({ code }) => code > after);
    const items = rest.slice(0, limit).map(({ covered: _, ...row }): CoverageRow => row);
    return {
      coverage: this.count(ctx, week, outlets),
      items,
      nextCursor: rest.length > limit ? encodeCursor([items.at(-1)?.code ?? '']) : null,
      total: rows.length,
    };
  }

  private async outlets(
    ctx: Ctx,
    week: Week,
  ): Promise<{ outlets: OutletCoverage[]; names: Map<string, CoverageRow['name']> }> {
    const today = localDateIn(ctx.now, ctx.timeZone);
    const network = await this.org.networkOn(ctx, week.end < today ? week.end : today);
    const outlets = new Map(
      network.outlets
        .filter((outlet) => can(ctx.actor, 'report.read', this.org.outletPlace(outlet)))
        .map((outlet) => [outlet.id, { outlet, bySource: nothing() }]),
    );
    for (const { outletId, source, n } of await this.scoring.outletSources(ctx, week.start)) {
      const found = outlets.get(outletId)?.bySource[source];
      if (found) Object.assign(found, { audits: n, covered: true });
    }
    for (const { outletId, kind, due, missed } of await this.audits.dueByKind(ctx, week.start, week.end, today)) {
      const found = outlets.get(outletId)?.bySource[SOURCE_OF_KIND[kind]];
      if (!found) continue;
      found.due += due;
      found.missed += missed;
    }
    return { outlets: [...outlets.values()], names: new Map(network.units.map(({ id, name }) => [id, name])) };
  }

  private count(ctx: Ctx, week: Week, outlets: OutletCoverage[]): Coverage {
    const number = (test: (by: BySource) => boolean) => outlets.filter(({ bySource }) => test(bySource)).length;
    return {
      period: week.key,
      start: week.start,
      end: week.end,
      over: week.end < localDateIn(ctx.now, ctx.timeZone),
      open: outlets.length,
      audited: number((by) => SCORE_SOURCES.some((source) => by[source].covered)),
      bySource: SCORE_SOURCES.map((source) => {
        const secret = source === 'mystery_shop';
        return {
          source,
          audited: number((by) => by[source].covered),
          due: secret ? null : number((by) => by[source].due > 0),
          missed: secret ? null : number((by) => by[source].missed > 0),
        };
      }),
    };
  }
}

function nothing(): BySource {
  const none = () => ({ audits: 0, covered: false, due: 0, missed: 0 });
  return { self_check: none(), audit: none(), mystery_shop: none() };
}

type Counted = CoverageRow & { covered: boolean };

function rowOf(
  { outlet, bySource }: OutletCoverage,
  source: ScoreSource | undefined,
  names: ReadonlyMap<string, CoverageRow['name']>,
): Counted {
  const parts = source ? [bySource[source]] : SCORE_SOURCES.map((one) => bySource[one]);
  const sum = (key: 'audits' | 'due' | 'missed') => parts.reduce((total, part) => total + part[key], 0);
  return {
    outletId: outlet.id,
    code: outlet.code,
    name: outlet.name,
    regionName: names.get(outlet.orgUnitPath[1] ?? '') ?? null,
    audits: sum('audits'),
    due: sum('due'),
    missed: sum('missed'),
    covered: parts.some(({ covered }) => covered),
  };
}

function shownBy(show: NonNullable<CoverageQuery['show']>): (row: Counted) => boolean {
  switch (show) {
    case 'all':
      return () => true;
    case 'due':
      return ({ due }) => due > 0;
    case 'missed':
      return ({ missed }) => missed > 0;
    case 'audited':
      return ({ covered }) => covered;
    case 'unaudited':
      return ({ covered }) => !covered;
  }
}
