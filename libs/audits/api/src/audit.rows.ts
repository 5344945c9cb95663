import type {
  Answers,
  AssignmentStatus,
  AuditKind,
  AuditStatus,
  ScoreResult,
  ScoreSource,
  VisitRecord,
} from '@wheelhouse/contracts';
import type { LocalizedText } from '@wheelhouse/kernel';
import type { Finding } from '@wheelhouse/scoring-domain';
import type { Review } from './audit.entity.js';

/** An audit without its documents, as lists read it. */
export interface AuditRow {
  id: string;
  kind: AuditKind;
  status: AuditStatus;
  outletId: string;
  standardVersionId: string;
  assignmentId: string | null;
  waveId: string | null;
  auditorMemberId: string;
  visitDate: string;
  score: number | null;
  grade: string | null;
  redLines: string[];
  findingCount: number;
  submittedAt: Date | null;
  publishedAt: Date | null;
  updatedAt: Date;
  review: Review | null;
}

/** An audit with its answers and result. */
export interface AuditDocument extends AuditRow {
  answers: Answers;
  visitRecord: VisitRecord;
  contentHash: string | null;
  result: ScoreResult | null;
}

/** Everything that a submission writes, computed. */
export interface Submission {
  id: string;
  kind: AuditKind;
  status: 'in_review' | 'published';
  outletId: string;
  standardVersionId: string;
  assignmentId: string | null;
  waveId: string | null;
  auditorMemberId: string;
  visitDate: string;
  answers: Answers;
  visitRecord: VisitRecord;
  contentHash: string;
  result: ScoreResult;
  findings: Finding[];
  source: ScoreSource;
  at: Date;
}

export interface AssignmentRow {
  id: string;
  kind: AuditKind;
  outletId: string;
  standardVersionId: string;
  assigneeMemberId: string | null;
  waveId: string | null;
  scenario: LocalizedText | null;
  windowFrom: string;
  windowTo: string;
  /** As it is written; see `assignmentStatusOn` for what it is today. */
  status: AssignmentStatus;
  auditId: string | null;
  /** Review sent its shop back, and the wave is not released yet. */
  sentBack: boolean;
}

export const AUDIT_COLUMNS = `a.id, a.kind, a.status, a.outlet_id AS "outletId", a.standard_version_id AS "standardVersionId",
  a.assignment_id AS "assignmentId", a.wave_id AS "waveId", a.auditor_member_id AS "auditorMemberId",
  a.visit_date::text AS "visitDate", a.score, a.grade, a.red_lines AS "redLines", a.finding_count AS "findingCount",
  a.submitted_at AS "submittedAt", a.published_at AS "publishedAt", a.updated_at AS "updatedAt", a.review`;

export const DOCUMENT_COLUMNS = `${AUDIT_COLUMNS}, a.answers, a.visit_record AS "visitRecord", a.content_hash AS "contentHash", a.result`;
