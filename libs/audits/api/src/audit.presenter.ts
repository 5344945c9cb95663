import type {
  AuditResponse,
  AuditSummary,
  AuditFinding,
  ScoreResult,
  SubmittedAuditResponse,
} from '@wheelhouse/contracts';
import type { LocalizedText } from '@wheelhouse/kernel';
import type { OutletView } from '@wheelhouse/org-api';
import type { Finding } from '@wheelhouse/scoring-domain';
import type { StandardVersionView } from '@wheelhouse/standards-api';
import type { AuditRights } from './audit.policy.js';
import type { AuditDocument, AuditRow, Submission } from './audit.rows.js';
import type { Repeats } from './surroundings.repository.js';

/** What stands in the place of a result that the reader is not to know. */
const UNKNOWN_RESULT: ScoreResult = {
  sections: [],
  raw: null,
  final: null,
  display: null,
  grade: null,
  triggered: [],
  naWeightShare: 0,
  complete: true,
  lowCoverage: false,
};

/** One line of a list. `auditorName` is shown only to who may know it. */
export function summaryOf(
  row: AuditRow,
  outlet: OutletView,
  standardName: LocalizedText,
  rights: AuditRights,
  auditorName: string | null,
): AuditSummary {
  return {
    id: row.id,
    kind: row.kind,
    status: row.status,
    outlet: { id: outlet.id, code: outlet.code, name: outlet.name },
    standardVersionId: row.standardVersionId,
    standardName,
    visitDate: row.visitDate,
    auditor: rights.auditor ? { memberId: row.auditorMemberId, name: auditorName ?? '' } : null,
    score: rights.outcome ? row.score : null,
    grade: rights.outcome ? row.grade : null,
    redLines: rights.outcome ? row.redLines.length : 0,
    findings: rights.outcome ? row.findingCount : 0,
    submittedAt: row.submittedAt?.toISOString() ?? null,
    publishedAt: row.publishedAt?.toISOString() ?? null,
    updatedAt: row.updatedAt.toISOString(),
  };
}

export interface AuditParts {
  audit: AuditDocument;
  outlet: OutletView;
  standard: StandardVersionView;
  rights: AuditRights;
  auditorName: string | null;
  scenario: LocalizedText | null;
  result: ScoreResult;
  findings: Finding[];
  /** How often the findings' items failed here before. */
  failedBefore: Repeats;
}

/** The whole audit with its form, as far as the reader may see it. */
export function auditOf({
  audit,
  outlet,
  standard,
  rights,
  auditorName,
  scenario,
  result,
  findings,
  failedBefore,
}: AuditParts): AuditResponse {
  const { review } = audit;
  const mayLearn = rights.outcome || audit.status === 'draft';
  return {
    ...summaryOf(audit, outlet, standard.name, rights, auditorName),
    assignmentId: audit.assignmentId,
    waveId: audit.waveId,
    scenario,
    form: standard.body,
    standardVersion: standard.version,
    answers: audit.answers,
    visitRecord:
      rights.own || audit.kind !== 'mystery_shop' || rights.auditor
        ? audit.visitRecord
        : withoutPerson(audit, standard),
    result: mayLearn ? result : UNKNOWN_RESULT,
    findingList: mayLearn ? findings.map((finding) => findingOf(finding, audit, standard, failedBefore)) : [],
    review:
      review && (rights.own || rights.review || rights.auditor)
        ? { decision: review.decision, comment: review.comment, at: review.at }
        : null,
    can: { edit: rights.work, submit: rights.work, discard: rights.discard, review: rights.review },
  };
}

/** A shop's visit record for who is not to know the shopper: without personal data and without opinions that identify. */
function withoutPerson(audit: AuditDocument, standard: StandardVersionView): AuditDocument['visitRecord'] {
  const shown = new Set(
    (standard.body.visit_record_unscored ?? [])
      .filter((field) => !field.personal_data && field.type !== 'photo')
      .map((field) => field.id),
  );
  return Object.fromEntries(Object.entries(audit.visitRecord).filter(([id]) => shown.has(id)));
}

function findingOf(
  finding: Finding,
  audit: AuditDocument,
  standard: StandardVersionView,
  failedBefore: Repeats,
): AuditFinding {
  const section = standard.body.sections.find((candidate) => candidate.id === finding.sectionId);
  const item = section?.items.find((candidate) => candidate.id === finding.itemId);
  return {
    itemId: finding.itemId,
    sectionId: finding.sectionId,
    text: { en: item?.en ?? finding.itemId, zh: item?.zh ?? finding.itemId },
    credit: finding.credit,
    pointsLost: finding.pointsLost,
    critical: finding.critical,
    triggered: finding.triggered,
    repeated: 1 + (failedBefore.get(finding.itemId) ?? 0),
    note: audit.answers[finding.itemId]?.note ?? null,
  };
}

/** The answer to a submission. Who shopped learns that it was handed in, not how it scored. */
export function submittedOf(
  audit: Submission | AuditDocument,
  outlet: OutletView,
  standardName: LocalizedText,
  auditorName: string | null,
): SubmittedAuditResponse {
  const blind = audit.kind === 'mystery_shop';
  const rights: AuditRights = {
    own: true,
    work: false,
    discard: false,
    review: false,
    outcome: !blind,
    surroundings: false,
    auditor: true,
  };
  const row: AuditRow = 'at' in audit ? rowOf(audit) : audit;
  return {
    ...summaryOf(row, outlet, standardName, rights, auditorName),
    assignmentId: audit.assignmentId,
    result: blind || audit.result === null ? UNKNOWN_RESULT : audit.result,
  };
}

function rowOf(submission: Submission): AuditRow {
  const { result, findings, at, ...rest } = submission;
  return {
    ...rest,
    score: result.display,
    grade: result.grade,
    redLines: result.triggered,
    findingCount: findings.length,
    submittedAt: at,
    publishedAt: submission.status === 'published' ? at : null,
    updatedAt: at,
    review: null,
  };
}
