import type { RankingScheme, ScoreSource } from '@wheelhouse/contracts';
import type { LocalizedText } from '@wheelhouse/kernel';
import { parseWeek, type Week } from '@wheelhouse/kernel';
import { rankPeriod, type PreviousStanding } from '@wheelhouse/scoring-domain';
import type { EditionNetwork, OutletFacts, PeriodFigures } from '../edition.types.js';

export const text = (name: string): LocalizedText => ({ en: name, zh: `${name}店` });
export const WEEK = parseWeek('2026-W46') as Week;

export const SCHEME: RankingScheme = {
  version: 1,
  sources: [
    { source: 'self_check', weight: 20, windowWeeks: 4, minN: 1 },
    { source: 'audit', weight: 80, windowWeeks: 13, minN: 1 },
  ],
  minCoverage: 0.6,
  minSample: 2,
  rankPartial: true,
  minPeers: 3,
};

/** What a test says of one outlet; all scores are those of audits. */
export interface OutletCase {
  id: string;
  region?: string;
  area?: string;
  group?: string | null;
  scores?: number[];
  redLines?: string[];
  previous?: PreviousStanding;
  facts?: Partial<OutletFacts>;
}

/** A week of a small network: headquarters, regions, areas, and one audit source. */
export function aPeriod(cases: readonly OutletCase[], scheme: RankingScheme = SCHEME): PeriodFigures {
  const regions = [...new Set(cases.map(({ region = 'east' }) => region))];
  const areas = new Map(cases.map(({ region = 'east', area = `${region}-1` }) => [area, region]));
  const groups = [...new Set(cases.flatMap(({ group = 'g' }) => (group === null ? [] : [group])))];
  const network: EditionNetwork = {
    units: [
      { id: 'hq', parentId: null, kind: 'hq', name: text('HQ') },
      ...regions.map((id) => ({ id, parentId: 'hq', kind: 'region', name: text(id) })),
      ...[...areas].map(([id, parentId]) => ({ id, parentId, kind: 'area', name: text(id) })),
    ],
    outlets: cases.map(({ id, region = 'east', area = `${region}-1`, group = 'g' }) => ({
      ...{ id, code: id.toUpperCase(), name: text(id), orgUnitId: area, orgUnitPath: ['hq', region, area] },
      ...{ peerGroupId: group, peerGroupName: group === null ? null : text(group) },
    })),
    peerGroups: groups.map((id) => ({ id, name: text(id) })),
  };
  const ranking = rankPeriod({
    scheme,
    outlets: cases.map(({ id, group = 'g', scores = [], redLines = [], previous }) => ({
      ...{ outletId: id, peerGroupId: group, redLines, failedRedLine: redLines.length > 0, previous },
      sources: scores.length > 0 ? { ['audit' satisfies ScoreSource]: sums(scores) } : {},
    })),
  });
  const facts = new Map(cases.map(({ id, facts: some }) => [id, someFacts(some)]));
  return {
    week: WEEK,
    scheme,
    network,
    ranking,
    facts,
    standardVersions: [{ id: 'v1', code: 'AS', version: '1.0.0' }],
  };
}

function someFacts(some: Partial<OutletFacts> = {}): OutletFacts {
  return {
    ...{ findings: 0, audits: 1, covered: true, missed: 0, selfAuditGap: null },
    ...{ weeksSinceVisit: 0, repeatedItems: 0, trend: [] },
    ...some,
  };
}

const sums = (scores: readonly number[]) => ({
  n: scores.length,
  sum: scores.reduce((a, b) => a + b, 0),
  sumsq: scores.reduce((a, b) => a + b * b, 0),
});
