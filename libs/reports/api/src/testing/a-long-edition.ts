import type { RankingScheme } from '@wheelhouse/contracts';
import { IdentityFacade } from '@wheelhouse/identity-api';
import type { TestTenant } from '@wheelhouse/identity-api/testing';
import { type LocalizedText, parseWeek, type Week, type Weekday } from '@wheelhouse/kernel';
import {
  buildEdition,
  type Edition,
  type EditionNetwork,
  type OutletFacts,
  type PeriodFigures,
  periodRows,
} from '@wheelhouse/reports-domain';
import { rankPeriod } from '@wheelhouse/scoring-domain';
import { EditionWriterRepository } from '../edition-writer.repository.js';

const REGIONS = 8;
const AREAS = 5;
const GROUPS = 4;
const WEEKS = 13;

const uuid = (kind: number, i: number) =>
  `0190${kind.toString(16).padStart(4, '0')}-0000-7000-8000-${i.toString(16).padStart(12, '0')}`;
const named = (en: string, zh: string, i: number): LocalizedText => ({ en: `${en} ${i + 1}`, zh: `${zh}${i + 1}` });

/** Waves of different length: as uneven as chance, the same on every machine. */
const wave = (i: number, salt: number) => (Math.sin(i * 12.9898 + salt * 78.233) * 43758.5453) % 1;

/** A week of a network of that many outlets, in 8 regions of 5 areas and 4 peer groups. */
function aLongPeriod(week: Week, tenantId: string, count: number): PeriodFigures {
  const areaOf = (i: number) => i % (REGIONS * AREAS);
  const units: EditionNetwork['units'] = [
    { id: tenantId, parentId: null, kind: 'hq', name: { en: 'HQ', zh: '总部' } },
    ...Array.from({ length: REGIONS }, (_, i) => ({
      ...{ id: uuid(1, i), parentId: tenantId, kind: 'region', name: named('Region', '大区', i) },
    })),
    ...Array.from({ length: REGIONS * AREAS }, (_, i) => ({
      ...{ id: uuid(2, i), parentId: uuid(1, i % REGIONS), kind: 'area', name: named('Area', '小区', i) },
    })),
  ];
  const peerGroups = Array.from({ length: GROUPS }, (_, i) => ({ id: uuid(3, i), name: named('Group', '同类组', i) }));
  const outlets = Array.from({ length: count }, (_, i) => {
    const area = areaOf(i);
    const group = peerGroups[i % GROUPS] as (typeof peerGroups)[number];
    return {
      ...{ id: uuid(4, i), code: `L${String(i + 1).padStart(5, '0')}`, name: named('Outlet', '门店', i) },
      ...{ orgUnitId: uuid(2, area), orgUnitPath: [tenantId, uuid(1, area % REGIONS), uuid(2, area)] },
      ...{ peerGroupId: group.id, peerGroupName: group.name },
    };
  });
  const level = (i: number) => 82 + 9 * wave(i, 1);
  const scheme: RankingScheme = {
    version: 1,
    sources: [{ source: 'audit', weight: 100, windowWeeks: WEEKS, minN: 1 }],
    ...{ minCoverage: 0.5, minSample: 3, rankPartial: true, minPeers: 5 },
  };
  const ranking = rankPeriod({
    scheme,
    outlets: outlets.map(({ id, peerGroupId }, i) => {
      const n = i % 40 === 7 ? 1 : 4 + (i % 9);
      const mean = level(i);
      const sums = { n, sum: n * mean, sumsq: n * (mean * mean + 30 + 10 * wave(i, 2)) };
      const crossed = i % 90 === 11;
      return {
        outletId: id,
        peerGroupId,
        sources: { audit: sums },
        redLines: crossed ? ['C-01'] : [],
        failedRedLine: crossed,
      };
    }),
  });
  const facts = new Map(
    outlets.map(({ id }, i): [string, OutletFacts] => [
      id,
      {
        ...{ findings: i % 17, audits: 1, covered: i % 12 !== 0, missed: i % 12 === 0 ? 1 : 0, selfAuditGap: null },
        ...{ weeksSinceVisit: i % 11, repeatedItems: i % 5 },
        trend: Array.from({ length: WEEKS - 1 }, (_, w) => level(i) + 2 * wave(i, w + 3)),
      },
    ]),
  );
  return { week, scheme, network: { units, outlets, peerGroups }, ranking, facts, standardVersions: [] };
}

/** An edition of a made-up network, as the closing of a week would make it. Its outlets exist in this edition only. */
export function longEdition(week: Week, tenantId: string, count: number): Edition {
  const period = aLongPeriod(week, tenantId, count);
  const audience = { kind: 'tenant' as const, id: tenantId, unitId: tenantId, name: { en: 'All', zh: '全部' } };
  return buildEdition(period, periodRows(period), { audience, previous: null, pastTrend: [], findings: [] });
}

/** Writes an edition of that many rows for the whole tenant; answers its id. */
export function aLongEdition(t: TestTenant, { outlets = 5_000, week: key = '2026-W46' } = {}): Promise<string> {
  return t.app.get(IdentityFacade).runAsSystem(t.id, 'en', async (ctx) => {
    const week = parseWeek(key, ctx.weekStart as Weekday) as Week;
    const audience = { kind: 'tenant' as const, id: t.id, unitId: t.id, name: { en: 'All', zh: '全部' } };
    const edition = longEdition(week, t.id, outlets);
    const id = await t.app.get(EditionWriterRepository).insert(ctx, week, audience, 1, edition, 'long');
    if (!id) throw new Error(`there is an edition of ${key} already`);
    return id;
  });
}
