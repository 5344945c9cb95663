import type { LocalizedText } from '@wheelhouse/kernel';
import type { Mover, ReportHead, TrendPoint } from './reports.js';
import type { ScoreSource } from './scheme.js';

/** What was to be done and what was done in one week, over all outlets that I may read of. */
export interface Coverage {
  /** `2026-W46` */
  period: string;
  start: string;
  end: string;
  /** The week is over; of a running one the figures are of today. */
  over: boolean;
  /** Outlets open on its last day (of a running week: today). */
  open: number;
  /** Of these, with at least one counted audit in it, from whatever source. */
  audited: number;
  bySource: SourceCoverage[];
}

/** One source's part. What was due of mystery shops is not told: it is secret until release. */
export interface SourceCoverage {
  source: ScoreSource;
  /** Outlets with at least one counted audit. */
  audited: number;
  /** Outlets with an assignment whose window ends in the week; null for mystery shops. */
  due: number | null;
  /** Outlets with one that was not done in its window. */
  missed: number | null;
}

export const COVERAGE_SHOWS = ['all', 'due', 'audited', 'unaudited', 'missed'] as const;
export type CoverageShow = (typeof COVERAGE_SHOWS)[number];

/** `GET /api/v1/home/coverage`: the outlets behind the counts, by code. */
export interface CoverageQuery {
  /** Default: the running week. */
  week?: string;
  /** Default: all sources together. */
  source?: ScoreSource;
  /** Default: all. */
  show?: CoverageShow;
  cursor?: string;
  limit?: number;
}

export interface CoverageRow {
  outletId: string;
  code: string;
  name: LocalizedText;
  regionName: LocalizedText | null;
  /** Counted audits in the week. */
  audits: number;
  /** Assignments whose window ends in the week, without mystery shops. */
  due: number;
  missed: number;
}

export interface CoverageResponse {
  coverage: Coverage;
  items: CoverageRow[];
  nextCursor: string | null;
  total: number;
}

/** An outlet that crossed red lines which no later visit from outside has cleared. */
export interface RedLineOutlet {
  outletId: string;
  name: LocalizedText;
  regionName: LocalizedText | null;
  /** Visit of the newest crossing. */
  since: string;
  items: { itemId: string; text: LocalizedText | null }[];
}

/** Which rule a week broke on its control chart (formulas 2.14). */
export const SIGNAL_RULES = ['N1', 'N2', 'N3', 'N5'] as const;
export type SignalRule = (typeof SIGNAL_RULES)[number];

/** A week in which a region's audits changed by more than their usual variation. */
export interface Signal {
  orgUnitId: string;
  name: LocalizedText;
  rule: SignalRule;
  direction: 'up' | 'down';
  /** Week of the last point of the pattern. */
  period: string;
  value: number;
  center: number;
  low: number;
  high: number;
  /** Weeks that the limits were made from: 20 firm, 12–19 provisional. */
  baseline: number;
  /** The chart, oldest first: weekly mean of audits. */
  points: { period: string; value: number; n: number }[];
}

export interface RegionTrend {
  orgUnitId: string;
  name: LocalizedText;
  place: number | null;
  trend: TrendPoint[];
}

/** `GET /api/v1/home/network`: the whole network on one screen, for who may read of all of it. */
export interface NetworkHomeResponse {
  /** The newest edition; null before there is one. */
  report: {
    id: string;
    period: string;
    start: string;
    end: string;
    head: ReportHead;
    movers: { up: Mover[]; down: Mover[] };
    regions: number;
    best: RegionTrend | null;
    worst: RegionTrend | null;
  } | null;
  /** The week of the newest edition where another has ended since, the one that ended last, and the running one. */
  coverage: Coverage[];
  redLines: { outlets: number; newest: RedLineOutlet[] };
  /** Newest first. */
  signals: Signal[];
  /** Regions with too few weeks for limits. */
  unwatched: number;
  cyclesRunning: number;
}

/** `GET /api/v1/home/heat`: mean section scores of audits by region, over the standard with most audits. */
export interface HeatResponse {
  from: string;
  to: string;
  standard: { id: string; name: LocalizedText } | null;
  sections: { id: string; name: LocalizedText }[];
  /** Worst region first; a cell is null without a score. */
  regions: { orgUnitId: string; name: LocalizedText; mean: number; cells: ({ score: number; n: number } | null)[] }[];
}
