import type { LocalizedText } from '@wheelhouse/kernel';
import type { RankingScheme, ScoreSource } from './scheme.js';

/** Whom an edition is made for: the whole tenant, or one org unit (a region) and everything below it. */
export const AUDIENCE_KINDS = ['tenant', 'org_unit'] as const;
export type AudienceKind = (typeof AUDIENCE_KINDS)[number];

/** Where an outlet stands in a report: in the order, listed apart, or failed by a red line. */
export type Listing = 'ranked' | 'apart' | 'failed_red_line';

/** Why an outlet is not ranked. */
export const APART_REASONS = ['no_audit', 'min_sample', 'insufficient', 'partial', 'red_line'] as const;
export type ApartReason = (typeof APART_REASONS)[number];

/** One source's part in a composite score. */
export interface SourceScore {
  source: ScoreSource;
  /** Mean of its observations, 0–100; null when there are none. */
  score: number | null;
  /** Observations behind it. */
  n: number;
  /** Its share of the composite, 0–1, after missing sources and credibility; 0 when unusable. */
  share: number;
}

/** One outlet of a ranking, frozen in an edition. */
export interface RankingRow {
  outletId: string;
  code: string;
  name: LocalizedText;
  /** The org unit that the outlet hung under on the period's last day. */
  orgUnitId: string;
  orgUnitName: LocalizedText;
  /** The region (child of the root) that it belonged to on that day. */
  regionId: string | null;
  regionName: LocalizedText | null;
  peerGroupId: string | null;
  peerGroupName: LocalizedText | null;
  listing: Listing;
  apartReason: ApartReason | null;
  /** Composite score as measured, 0–100; null when not computable. */
  score: number | null;
  /** Composite shrunk toward the peer group's mean (formulas 2.9): the figure that orders the ranking. */
  estimate: number | null;
  /** 95 % interval of `estimate`, clamped to 0–100. */
  low: number | null;
  high: number | null;
  /** Audits behind the score, over all usable sources. */
  n: number;
  /** 1, 2, 2, 4 within the peer group; null unless ranked. */
  rank: number | null;
  tied: boolean;
  /** Ranks that the interval leaves open, best and worst. */
  rankBest: number | null;
  rankWorst: number | null;
  /** Outlets ranked in the same peer group. */
  peers: number;
  /** Mid-rank percentile, 0–100 (100 best). */
  percentile: number | null;
  /** Previous rank − rank (positive: up); null when not ranked in both. */
  rankChange: number | null;
  /** Estimate − the previous edition's estimate; null when not ranked in both. */
  change: number | null;
  /** True when `change` is outside the noise: the two intervals do not contain each other's estimate. */
  beyondNoise: boolean;
  /** In the lowest quarter of the peer group, and whether it was not there a week ago. */
  bottomQuarter: boolean;
  newInBottomQuarter: boolean;
  sources: SourceScore[];
  /** Share of nominal weight that was present, 0–1. */
  coverage: number;
  /** Red-line items crossed in audits of the period's window and not re-audited since. */
  redLines: string[];
  /** Findings of audits whose visit date lies in the period's week. */
  findings: number;
  /** Estimates of the last 13 periods, oldest first, this one last; null where there was none. */
  trend: (number | null)[];
  /** Mean of self-check − audit over the window; null without both (formulas 2.12). */
  selfAuditGap: number | null;
  /** Weeks since the last visit by somebody else than the outlet itself; null when never. */
  weeksSinceVisit: number | null;
}

/** `GET /api/v1/reports/:id/rows` — filters of the ranked table. */
export interface ListRankingRowsQuery {
  peerGroupId?: string;
  orgUnitId?: string;
  listing?: Listing;
  q?: string;
  sort?: 'rank' | 'score' | 'change' | 'n' | 'findings' | 'name';
  direction?: 'asc' | 'desc';
  cursor?: string;
  /** 1–500, default 100. */
  limit?: number;
}

/** One outlet of the ranked table, with what the table shows and filters by and no more. Figures have four decimals, those of the trend one. */
export interface TableRow extends Pick<
  RankingRow,
  | 'outletId'
  | 'code'
  | 'name'
  | 'orgUnitId'
  | 'regionId'
  | 'peerGroupId'
  | 'listing'
  | 'apartReason'
  | 'score'
  | 'estimate'
  | 'low'
  | 'high'
  | 'n'
  | 'rank'
  | 'tied'
  | 'rankBest'
  | 'rankWorst'
  | 'rankChange'
  | 'change'
  | 'beyondNoise'
  | 'coverage'
  | 'redLines'
  | 'findings'
  | 'trend'
  | 'weeksSinceVisit'
> {
  /** Every unit above the outlet on the period's last day, root first, as places in `units`. */
  under: number[];
  /** For an outlet with a missing source: which. */
  missing?: ScoreSource[];
}

/**
 * `GET /api/v1/reports/:id/table`: the whole ranked table of an edition in one answer, by rank, what is not ranked last.
 * An edition never changes, so a reader fetches it once and sorts, filters and searches without the server.
 */
export interface EditionTableResponse {
  /** Outlets in the edition. `rows` holds all of them up to 10,000. */
  total: number;
  /** Units that outlets hang under; the name is null where no outlet hangs directly under the unit. */
  units: { id: string; name: LocalizedText | null }[];
  peerGroups: { id: string; name: LocalizedText }[];
  rows: TableRow[];
}

/** `GET /api/v1/reports/mine`: the outlets that I answer for in the tenant's newest edition; nulls before there is one. */
export interface MyRankingResponse {
  period: string | null;
  periodStart: string | null;
  periodEnd: string | null;
  madeAt: string | null;
  rows: RankingRow[];
}

/** `GET /api/v1/reports/standings`: how these outlets stand in the tenant's newest edition; nulls before there is one. */
export interface StandingsQuery {
  /** 1–200. Outlets outside my scope, or without a row, are left out of the answer. */
  outletIds: string[];
}

export interface ReportSummary {
  id: string;
  /** `2026-W46` */
  period: string;
  periodStart: string;
  periodEnd: string;
  audienceKind: AudienceKind;
  audienceId: string;
  audienceName: LocalizedText;
  /** 1 for the first edition of a period and audience; grows when a later correction leads to a new one. */
  number: number;
  madeAt: string;
  /** Score of the audience as a whole: mean of its outlets' composite scores. */
  score: number | null;
}

/** `GET /api/v1/reports/:id` and `GET /api/v1/reports/latest`. */
export interface ReportResponse extends ReportSummary {
  head: ReportHead;
  visits: VisitProposal[];
  pareto: ParetoRow[];
  movers: { up: Mover[]; down: Mover[] };
  /** Regions of the tenant's edition, ranked; for a region's edition its areas. */
  units: UnitScore[];
  peerGroups: PeerGroupSummary[];
  method: ReportMethod;
  /** Other editions of the same period and audience, newest first. */
  editions: { id: string; number: number; madeAt: string }[];
}

export interface ReportHead {
  score: number | null;
  low: number | null;
  high: number | null;
  change: number | null;
  /** Place of this region among its siblings; null for the tenant's edition. */
  place: number | null;
  places: number | null;
  outlets: number;
  /** Outlets with at least one counted audit in the period's week. */
  covered: number;
  /** Assignments that were due in the week and were missed. */
  missed: number;
  redLines: number;
  ranked: number;
  apart: number;
  /** Thirteen weeks of the audience's score with its 95 % interval, oldest first. */
  trend: TrendPoint[];
}

export interface TrendPoint {
  period: string;
  score: number | null;
  low: number | null;
  high: number | null;
  n: number;
}

/** Why an outlet should be visited this week: most pressing first. */
export const VISIT_REASONS = [
  'red_line',
  'fell_beyond_noise',
  'new_in_bottom_quarter',
  'bottom_quarter',
  'repeat_findings',
  'no_visit',
  'self_check_inflated',
] as const;
export type VisitReason = (typeof VISIT_REASONS)[number];

export interface VisitProposal {
  outletId: string;
  code: string;
  name: LocalizedText;
  /** As measured. */
  score: number | null;
  /** Shrunk, with its interval: the figure that the ranking is ordered by. */
  estimate: number | null;
  low: number | null;
  high: number | null;
  n: number;
  reasons: { reason: VisitReason; params: Record<string, string | number> }[];
}

export interface ParetoRow {
  itemId: string;
  text: LocalizedText;
  /** Findings on this item in the window. */
  count: number;
  /** Outlets that have at least one. */
  outlets: number;
  /** Up to five outlets with most findings on it. */
  worst: { outletId: string; name: LocalizedText; count: number }[];
  percent: number;
  cumulativePercent: number;
  /** One of the few items that make up 80 %. */
  vital: boolean;
  critical: boolean;
}

export interface Mover {
  outletId: string;
  name: LocalizedText;
  change: number;
  score: number;
  n: number;
}

export interface UnitScore {
  orgUnitId: string;
  name: LocalizedText;
  score: number | null;
  change: number | null;
  outlets: number;
  ranked: number;
  place: number | null;
}

export interface PeerGroupSummary {
  id: string | null;
  name: LocalizedText | null;
  ranked: number;
  mean: number | null;
  /** Variance of single audits within outlets, and between outlets (formulas 2.9). */
  withinVariance: number | null;
  betweenVariance: number | null;
  /** False when the data do not support a ranking (between-outlet variance 0). */
  distinguishable: boolean;
}

/** What stands under every report: how its figures were computed. */
export interface ReportMethod {
  scheme: RankingScheme;
  formulaVersion: string;
  standardVersions: { id: string; code: string; version: string }[];
  audits: number;
}

/** `POST /api/v1/reports`: make an edition by hand. Answers 202 with the job to watch. */
export interface MakeReportBody {
  /** `2026-W46`; must be a closed week. */
  period: string;
}

/** `GET /api/v1/jobs/:id`. */
export interface JobResponse {
  id: string;
  kind: string;
  status: 'queued' | 'running' | 'done' | 'failed';
  /** 0–1. */
  progress: number;
  error: string | null;
  startedAt: string | null;
  finishedAt: string | null;
}

/** One mail of the outbox, as an administrator reads it. */
export interface OutboxMail {
  id: string;
  to: string;
  subject: string;
  html: string;
  text: string;
  status: 'waiting' | 'sent' | 'kept' | 'failed';
  createdAt: string;
  sentAt: string | null;
  error: string | null;
}
