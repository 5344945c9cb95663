import type { LocalizedText } from '@wheelhouse/kernel';
import type { Answers, ScoreResult, SectionScore, VisitRecord } from './answers.js';
import type { Permission } from './permissions.js';
import type { ScoreSource } from './scheme.js';
import type { StandardBody } from './standards.js';

export const AUDIT_KINDS = ['self_check', 'supervisor_audit', 'hq_audit', 'mystery_shop'] as const;
export type AuditKind = (typeof AUDIT_KINDS)[number];

/** What a person needs to do an audit of this kind. */
export const SUBMIT_PERMISSION: Record<AuditKind, Permission> = {
  self_check: 'self_check.submit',
  supervisor_audit: 'supervisor_audit.submit',
  hq_audit: 'hq_audit.submit',
  mystery_shop: 'mystery_shop.submit',
};

/** Which source of the composite score an audit of this kind feeds. */
export const SOURCE_OF_KIND: Record<AuditKind, ScoreSource> = {
  self_check: 'self_check',
  supervisor_audit: 'audit',
  hq_audit: 'audit',
  mystery_shop: 'mystery_shop',
};

export const AUDIT_STATUSES = ['draft', 'submitted', 'in_review', 'published', 'final'] as const;
export type AuditStatus = (typeof AUDIT_STATUSES)[number];

export const ASSIGNMENT_STATUSES = ['open', 'in_progress', 'done', 'missed', 'cancelled'] as const;
export type AssignmentStatus = (typeof ASSIGNMENT_STATUSES)[number];

/** Somebody must do an audit at an outlet within a window of days (both inside, in the outlet's time zone). */
export interface AssignmentResponse {
  id: string;
  kind: AuditKind;
  outlet: { id: string; code: string; name: LocalizedText; city: LocalizedText | null };
  standardVersionId: string;
  standardName: LocalizedText;
  /** Never shown to outlet-side users for a mystery shop. */
  assignee: { memberId: string; name: string } | null;
  waveId: string | null;
  scenario: LocalizedText | null;
  windowFrom: string;
  windowTo: string;
  status: AssignmentStatus;
  /** The audit that was begun for it. */
  auditId: string | null;
  can: { start: boolean; cancel: boolean };
}

/** `POST /api/v1/assignments`. */
export interface CreateAssignmentBody {
  kind: Exclude<AuditKind, 'mystery_shop'>;
  outletId: string;
  standardVersionId: string;
  /** A member who may do audits of this kind there. Absent: anybody who may. */
  assigneeMemberId?: string;
  windowFrom: string;
  windowTo: string;
}

/** How many outlets, or assignments, one request takes. */
export const ASSIGN_MOST = 500;

/** `POST /api/v1/assignments/many`: the same audit at several outlets, those named or all open ones of a unit. */
export interface AssignManyBody extends Omit<CreateAssignmentBody, 'outletId'> {
  outletIds?: string[];
  /** The unit and everything below it. */
  orgUnitId?: string;
  /** Says what would be, and assigns nothing. */
  dryRun?: boolean;
}

/**
 * Why an outlet gets no assignment: closed by the first day; the same audit waits there already in these days; the
 * assignee may not do it there; the reader may see the outlet but not assign there.
 */
export const SKIP_REASONS = ['closed', 'already', 'assignee', 'not_yours'] as const;
export type SkipReason = (typeof SKIP_REASONS)[number];

export interface AssignManyResponse {
  /** How many were assigned, or would be. */
  assigned: number;
  skipped: { outlet: { id: string; code: string; name: LocalizedText }; reason: SkipReason }[];
}

/** `POST /api/v1/assignments/cancel`. */
export interface CancelAssignmentsBody {
  ids: string[];
}

/** What was done, missed or cancelled before stays as it is. */
export interface CancelAssignmentsResponse {
  cancelled: number;
  skipped: { id: string; status: AssignmentStatus }[];
}

export interface ListAssignmentsQuery {
  /** Only what waits for me. */
  mine?: boolean;
  /** Part of an outlet’s name or code, or of the name of who should do it. */
  q?: string;
  status?: AssignmentStatus;
  kind?: AuditKind;
  outletId?: string;
  /** Outlets at or below this org unit. */
  orgUnitId?: string;
  /** Days that the window touches, both inside. */
  from?: string;
  to?: string;
  /** Only what was made or changed at this moment or later. */
  changedSince?: string;
  /** The shops of a wave; only who may know them gets any. */
  waveId?: string;
  cursor?: string;
  limit?: number;
}

/** `POST /api/v1/audits`: begins a draft under the client's id. Sent twice, it answers the same draft. */
export interface StartAuditBody {
  /** UUIDv7 made by the client. */
  id: string;
  assignmentId?: string;
  /** Without an assignment: */
  kind?: Exclude<AuditKind, 'mystery_shop'>;
  outletId?: string;
  standardVersionId?: string;
  visitDate: string;
}

/** `PATCH /api/v1/audits/:id`: saves what changed. Answers are merged by item; null takes an answer back. */
export interface SaveAuditBody {
  answers?: Record<string, Answers[string] | null>;
  visitRecord?: VisitRecord;
  visitDate?: string;
  /**
   * What the sender believes these answers to be on the server (null: unanswered). One that is something else by now was
   * changed on another device: it stays, and comes back under `conflicts`.
   */
  before?: Record<string, Answers[string] | null>;
  /** `updatedAt` as the sender last saw it: when the draft was changed since, the answer carries all answers. */
  seen?: string;
}

/** What `PATCH /api/v1/audits/:id` answers. */
export interface SavedAuditResponse extends AuditSummary {
  /** The draft's answers now, when somebody else changed it since `seen`; null when nobody did. */
  answers: Answers | null;
  /** Not saved, because they were changed elsewhere: what they are there (null: taken back). */
  conflicts: Record<string, Answers[string] | null>;
}

/**
 * `POST /api/v1/audits/:id/submit`: the whole audit, idempotent by the client's id; it needs no draft before it (a phone
 * may have been offline). The same again answers the same audit; other content under the same id is refused (409).
 */
export interface SubmitAuditBody {
  assignmentId?: string;
  kind?: AuditKind;
  outletId?: string;
  standardVersionId?: string;
  visitDate: string;
  answers: Answers;
  visitRecord?: VisitRecord;
  /** `updatedAt` of the draft as the sender last saw it: refused (409) when it was changed elsewhere since. */
  seen?: string;
}

export interface AuditSummary {
  id: string;
  kind: AuditKind;
  status: AuditStatus;
  outlet: { id: string; code: string; name: LocalizedText };
  standardVersionId: string;
  standardName: LocalizedText;
  visitDate: string;
  /** Null for a mystery shop unless the reader manages waves. */
  auditor: { memberId: string; name: string } | null;
  score: number | null;
  grade: string | null;
  redLines: number;
  findings: number;
  submittedAt: string | null;
  publishedAt: string | null;
  updatedAt: string;
}

/** `GET /api/v1/audits/:id`: with the form that it is filled in on. */
export interface AuditResponse extends AuditSummary {
  assignmentId: string | null;
  waveId: string | null;
  scenario: LocalizedText | null;
  form: StandardBody;
  standardVersion: string;
  answers: Answers;
  visitRecord: VisitRecord;
  /** The truth after submission; the live score of a draft. */
  result: ScoreResult;
  findingList: AuditFinding[];
  review: { decision: 'approved' | 'rejected'; comment: string; at: string } | null;
  can: { edit: boolean; submit: boolean; discard: boolean; review: boolean };
}

/**
 * What `POST /api/v1/audits/:id/submit` answers, the first time and every time after: small, since the client has the
 * form. A mystery shopper learns the status, not the score.
 */
export interface SubmittedAuditResponse extends AuditSummary {
  assignmentId: string | null;
  result: ScoreResult;
}

/** Weeks up to a visit within which peers' audits count, and how many other outlets it takes to show them. */
export const COMPARISON_WEEKS = 13;
export const COMPARISON_MIN_PEERS = 5;

/**
 * `GET /api/v1/audits/:id/comparison`: published audits of the same kind on any version of the same standard. Empty for
 * who does not read the outlet's audits.
 */
export interface AuditComparisonResponse {
  /** The one before at this outlet. */
  previous: {
    id: string;
    visitDate: string;
    score: number | null;
    grade: string | null;
    sections: SectionScore[];
  } | null;
  /** The other outlets of the peer group over 13 weeks, each counted once with its mean; null without a peer group. */
  peers: {
    outlets: number;
    audits: number;
    /** Null while there are fewer than five outlets; then there are no sections either. */
    score: number | null;
    sections: { id: string; mean: number; outlets: number }[];
  } | null;
  /** The last 13 here up to this one, oldest first. */
  history: { id: string; visitDate: string; score: number | null; grade: string | null }[];
}

/** An answer of one audit that failed. Across audits see `FindingResponse`. */
export interface AuditFinding {
  itemId: string;
  sectionId: string;
  text: LocalizedText;
  /** Share of the item's points that was earned, 0–1 (below 1). */
  credit: number;
  /** Points of the total that it cost, before red-line caps. */
  pointsLost: number;
  critical: boolean;
  triggered: boolean;
  /** How often the item failed at this outlet in the 26 weeks up to this visit, this time included; 1: the first time. */
  repeated: number;
  note: string | null;
}

/** `GET /api/v1/audits/rows.csv`; the list adds its order and page. */
export interface AuditFilter {
  /** Part of an outlet’s name or code, or of an auditor’s name as far as the reader may know it. */
  q?: string;
  outletId?: string;
  orgUnitId?: string;
  kind?: AuditKind;
  status?: AuditStatus;
  /** Visit date, both inside. */
  from?: string;
  to?: string;
  /** Only what was begun, saved, submitted, reviewed or published at this moment or later. */
  changedSince?: string;
  /** Drafts and submissions of my own. */
  mine?: boolean;
}

export const AUDIT_SORTS = ['visit', 'score'] as const;
export type AuditSort = (typeof AUDIT_SORTS)[number];

export interface ListAuditsQuery extends AuditFilter {
  /** Default `visit`. What has no score comes last either way. */
  sort?: AuditSort;
  /** Default `desc`. */
  direction?: 'asc' | 'desc';
  cursor?: string;
  limit?: number;
}

/** `POST /api/v1/audits/:id/review`: quality control of a mystery shop. A rejected one goes back to its shopper as a draft. */
export interface ReviewAuditBody {
  decision: 'approve' | 'reject';
  /** Compulsory for a rejection. */
  comment?: string;
}
