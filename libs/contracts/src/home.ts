import type { LocalizedText } from '@wheelhouse/kernel';
import type { AssignmentResponse, AuditKind, AuditSummary } from './audits.js';
import type { CyclePhase } from './pdca.js';
import type { RankingRow } from './reports.js';

/** What can wait for somebody. */
export const WAITING_KINDS = ['assignment', 'draft', 'review', 'cycle', 'wave', 'standard'] as const;
export type WaitingKind = (typeof WAITING_KINDS)[number];

/** Most things of one kind that home holds. */
export const WAITING_LIMIT = 50;

/** A cycle that asks for something: its gate is open, or a day of it has passed or comes within a week. */
export interface WaitingCycle {
  id: string;
  name: LocalizedText;
  phase: CyclePhase;
  scopeName: LocalizedText;
  /** The next gate has all that it asks for. */
  ready: boolean;
  /** Facts that the next gate misses. */
  missing: number;
  /** The day that presses: end of the do phase, or the earliest due date of an objective; null without one. */
  dueOn: string | null;
}

/** A wave that is released within a week, or whose window has ended with shops not done. */
export interface WaitingWave {
  id: string;
  name: LocalizedText;
  windowTo: string;
  releaseOn: string;
  /** Shops that were not done in the window. */
  missed: number;
  /** Shops handed in and not reviewed. */
  inReview: number;
}

/** A draft of a standard that nobody has saved for a day. */
export interface WaitingStandard {
  standardId: string;
  versionId: string;
  name: LocalizedText;
  version: string;
  savedAt: string;
}

/** An outlet that I answer for, as franchise manager or staff. */
export interface HomeOutlet {
  id: string;
  code: string;
  name: LocalizedText;
  /** Its line in the tenant's newest ranking; null before there is one, or without the right to read it. */
  standing: RankingRow | null;
  /** My last published results there, newest first. */
  lastAudits: AuditSummary[];
}

/** One repair, with what to do. */
export interface HelpfulRepair {
  itemId: string;
  /** As people say it: `C-04`. */
  number: string;
  text: LocalizedText;
  /** Points of that audit's score that it would have brought. */
  gain: number;
  critical: boolean;
  /** How to do it, and what good looks like, as far as the standard says. */
  guidance: LocalizedText | null;
  goodExample: LocalizedText | null;
}

/** What would have raised an outlet's newest result most. */
export interface OutletHelp {
  outletId: string;
  audit: { id: string; kind: AuditKind; visitDate: string; score: number | null };
  repairs: HelpfulRepair[];
}

/** `GET /api/v1/home`: what waits for me, and how my own outlets stand. Every list is bounded by `WAITING_LIMIT`. */
export interface HomeResponse {
  /** Today in the tenant's time zone. */
  today: string;
  /** Mine to do, soonest end first; those that open later too. */
  assignments: AssignmentResponse[];
  /** Mine, missed within the last 14 days, newest first. */
  missed: AssignmentResponse[];
  drafts: AuditSummary[];
  reviews: AuditSummary[];
  cycles: WaitingCycle[];
  waves: WaitingWave[];
  standards: WaitingStandard[];
  /** Kinds of which more wait than are listed. */
  cut: WaitingKind[];
  /** The week that the outlets' standings are of. */
  week: { period: string; start: string; end: string } | null;
  outlets: HomeOutlet[];
  /** For the outlet that was asked for, or the one that stands worst. */
  help: OutletHelp | null;
  /** Published versions that I may begin an audit on, by kind. */
  startable: { kind: AuditKind; standardVersionId: string; name: LocalizedText; version: string }[];
}
