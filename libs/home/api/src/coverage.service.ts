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

interface WeekCoverage {
  week: Week;
  outlets: OutletCoverage[];
  /** Of the units. */
  names: Map<string, CoverageRow['name']>;
}

/** Which outlets were to be audited in a week, were, and were not: five reads, whatever their number, three for each week that is over. */
@Injectable()
export class CoverageService {
  constructor(
    private readonly org: OrgFacade,
    private readonly audits: AuditsFacade,
    private readonly scoring: ScoringFacade,
  ) {}

  /** The counts of weeks, each over the outlets that the actor may read of; `now` is the network as it is today. */
  async of(ctx: Ctx, weeks: readonly Week[], now: NetworkSnapshot): Promise<Coverage[]> {
    return (await this.read(ctx, weeks, now)).map(({ week, outlets }) => this.count(ctx, week, outlets));
  }

  /** The counts, and a page of the outlets behind one of them. @throws REQUEST.INVALID for a week that is none, or to come */
  async list(ctx: Ctx, query: CoverageQuery): Promise<CoverageResponse> {
    const today = localDateIn(ctx.now, ctx.timeZone);
    const week = query.week === undefined ? weekOf(today, ctx.weekStart) : parseWeek(query.week, ctx.weekStart);
    if (!week || week.start > today)
      throw new DomainError('REQUEST.INVALID', {}, [
        { field: 'week', code: 'FIELD.FORMAT', params: { expected: '2026-W46' } },
      ]);
    const [{ outlets, names }] = (await this.read(ctx, [week])) as [WeekCoverage];
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

  private async read(ctx: Ctx, weeks: readonly Week[], now?: NetworkSnapshot): Promise<WeekCoverage[]> {
    const today = localDateIn(ctx.now, ctx.timeZone);
    const read: WeekCoverage[] = [];
    for (const week of weeks) {
      const network =
        now && week.end >= today ? now : await this.org.networkOn(ctx, week.end < today ? week.end : today);
      const outlets = network.outlets
        .filter((outlet) => can(ctx.actor, 'report.read', this.org.outletPlace(outlet)))
        .map((outlet) => ({ outlet, bySource: nothing() }));
      read.push({ week, outlets, names: new Map(network.units.map(({ id, name }) => [id, name])) });
    }
    const places = new Map(
      read.flatMap(({ week, outlets }) => outlets.map((one) => [`${week.start} ${one.outlet.id}`, one.bySource])),
    );
    const starts = weeks.map(({ start }) => start);
    for (const { weekStart, outletId, source, n } of await this.scoring.outletSources(ctx, starts)) {
      const found = places.get(`${weekStart} ${outletId}`)?.[source];
      if (found) Object.assign(found, { audits: n, covered: true });
    }
    for (const { weekStart, outletId, kind, due, missed } of await this.audits.dueByKind(ctx, weeks, today)) {
      const found = places.get(`${weekStart} ${outletId}`)?.[SOURCE_OF_KIND[kind]];
      if (!found) continue;
      found.due += due;
      found.missed += missed;
    }
    return read;
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
