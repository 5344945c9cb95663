import type {
  AudienceKind,
  PeerGroupSummary,
  RankingRow,
  RankingScheme,
  ReportMethod,
  ReportResponse,
  TrendPoint,
  UnitScore,
} from '@wheelhouse/contracts';
import type { LocalizedText, Week } from '@wheelhouse/kernel';
import type { PeriodRanking } from '@wheelhouse/scoring-domain';

/** Whom an edition is made for. `unitId` is the org unit at its top: the root for the tenant. */
export interface Audience {
  kind: AudienceKind;
  /** The tenant's id, or the org unit's. */
  id: string;
  unitId: string;
  name: LocalizedText;
}

/** The tree and its open outlets as they were on the period's last day. */
export interface EditionNetwork {
  units: readonly { id: string; parentId: string | null; kind: string; name: LocalizedText }[];
  outlets: readonly NetworkOutlet[];
  peerGroups: readonly { id: string; name: LocalizedText }[];
}

export interface NetworkOutlet {
  id: string;
  code: string;
  name: LocalizedText;
  orgUnitId: string;
  /** From the root to the unit that holds it. */
  orgUnitPath: readonly string[];
  peerGroupId: string | null;
  peerGroupName: LocalizedText | null;
}

/** What a report tells of an outlet beside its ranking. */
export interface OutletFacts {
  /** Findings of audits whose visit date lies in the week. */
  findings: number;
  /** Scored audits of the week. */
  audits: number;
  /** At least one counted audit in the week, even if nothing in it was applicable. */
  covered: boolean;
  /** Assignments that were due in the week and not done. */
  missed: number;
  /** Paired self-checks and audits, and the mean of self − audit. */
  selfAuditGap: { pairs: number; bias: number | null } | null;
  /** Weeks since somebody else than the outlet itself was there; null when never. */
  weeksSinceVisit: number | null;
  /** Items that failed again and again (see `REPEAT_TIMES`). */
  repeatedItems: number;
  /** Estimates of the twelve periods before this one, oldest first. */
  trend: readonly (number | null)[];
}

/** One week of a whole tenant: what every edition of that week is cut from, so that all show the same figures. */
export interface PeriodFigures {
  week: Week;
  scheme: RankingScheme;
  network: EditionNetwork;
  ranking: PeriodRanking;
  facts: ReadonlyMap<string, OutletFacts>;
  standardVersions: ReportMethod['standardVersions'];
}

/** What belongs to one audience alone. */
export interface AudienceFigures {
  audience: Audience;
  /** The edition of the week before, newest number; null when there is none. */
  previous: { score: number | null; units: readonly Pick<UnitScore, 'orgUnitId' | 'score'>[] } | null;
  /** The twelve weeks before this one, oldest first. */
  pastTrend: readonly TrendPoint[];
  /** Failed items of the audience's outlets in the Pareto window. */
  findings: readonly ItemFindings[];
}

/** How often one item failed in the window, and where most. */
export interface ItemFindings {
  itemId: string;
  text: LocalizedText;
  critical: boolean;
  count: number;
  outlets: number;
  /** Most findings first. */
  worst: readonly { outletId: string; count: number }[];
}

/** A ranked row with what an edition keeps beside it. */
export interface EditionRow {
  row: RankingRow;
  /** Every unit above the outlet on the period's last day, root first. */
  orgUnitIds: string[];
  /** The group that its rank compares with; null for all outlets of the tenant. */
  comparedWith: string | null;
}

/** The analysis of an edition, frozen with it. */
export type EditionBody = Pick<ReportResponse, 'head' | 'visits' | 'pareto' | 'movers' | 'units' | 'method'> & {
  peerGroups: PeerGroupSummary[];
};

export interface Edition {
  body: EditionBody;
  rows: EditionRow[];
}
