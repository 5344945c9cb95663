import type { ScoreSource } from '@wheelhouse/contracts';
import type { LocalDate } from '@wheelhouse/kernel';

/** What an audit adds to the figures. */
export interface NewObservation {
  /** Becomes the observation's id. */
  auditId: string;
  outletId: string;
  source: ScoreSource;
  standardVersionId: string;
  visitDate: LocalDate;
  /** Displayed score, 0–100; null when nothing was applicable. */
  score: number | null;
  /** Section id → score. */
  sectionScores: Record<string, number | null>;
  /** Red-line items that were crossed. */
  redLines: string[];
  /** One of them has the rule `fail`. */
  failed: boolean;
  auditorMemberId: string | null;
  /** How many findings the audit has. */
  findings: number;
  /** False: held under embargo until it is released. */
  counted: boolean;
}

/** Weeks of one source, by their first days, both inside. */
export interface SourceWindow {
  source: ScoreSource;
  from: LocalDate;
  to: LocalDate;
}

/** n, Σx and Σx² of one outlet's displayed scores of one source in its window. */
export interface WindowSums {
  outletId: string;
  source: ScoreSource;
  n: number;
  sum: number;
  sumsq: number;
}

/** An outlet that crossed red lines which no later audit from outside has cleared. */
export interface RedLineStanding {
  outletId: string;
  /** Items that were crossed, sorted. */
  itemIds: string[];
  /** One of those audits was graded FAIL by a red line: the outlet is listed apart until it is re-audited. */
  failed: boolean;
  /** Visit date of the newest of those audits. */
  since: LocalDate;
}

/** Weekly means of self-checks against those of audits (formulas 2.12): n weeks with both, bias and MAD in points. */
export interface SelfAuditPairs {
  outletId: string;
  n: number;
  bias: number;
  mad: number;
}

/** n, Σx and Σx² of one source in one week, over many outlets. */
export interface PooledWeek {
  weekStart: LocalDate;
  source: ScoreSource;
  n: number;
  sum: number;
  sumsq: number;
}

/** An outlet and the group (region) that it is summed up in. */
export interface OutletGroup {
  id: string;
  groupId: string | null;
}

/** n and Σx of one source in one week over a group's outlets. */
export interface GroupWeek {
  groupId: string | null;
  weekStart: LocalDate;
  n: number;
  sum: number;
}

/** n and Σx of one section of one standard version over a group's outlets. */
export interface GroupSection {
  groupId: string | null;
  standardVersionId: string;
  sectionId: string;
  n: number;
  sum: number;
}

/** Counted audits of one outlet and source in one week. */
export interface OutletSource {
  weekStart: LocalDate;
  outletId: string;
  source: ScoreSource;
  n: number;
}
