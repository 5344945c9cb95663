import { Injectable } from '@nestjs/common';
import { checkVisitRecord, statusAfterSubmission, type SubmissionContent } from '@wheelhouse/audits-domain';
import { SOURCE_OF_KIND, type SubmitAuditBody, type SubmittedAuditResponse } from '@wheelhouse/contracts';
import { IdentityFacade, TrailService } from '@wheelhouse/identity-api';
import { DomainError, isUuidV7 } from '@wheelhouse/kernel';
import { OrgFacade } from '@wheelhouse/org-api';
import type { Ctx } from '@wheelhouse/platform-db';
import { ScoringFacade } from '@wheelhouse/scoring-api';
import { FAIL_GRADE, findingsOf, scoreAudit } from '@wheelhouse/scoring-domain';
import { StandardsFacade, type StandardVersionView } from '@wheelhouse/standards-api';
import { AssignmentsRepository } from './assignments.repository.js';
import { isOwn, mayWorkOn } from './audit.policy.js';
import { submittedOf } from './audit.presenter.js';
import type { AuditDocument, Submission } from './audit.rows.js';
import { type AuditTarget, AuditTargets } from './audit-target.js';
import { AuditsRepository } from './audits.repository.js';
import { contentHash, refuseOtherContent } from './content-hash.js';
import { auditorName, memberOf } from './member.js';
import { SubmissionsRepository } from './submissions.repository.js';

/**
 * Submits an audit, once, under the client's id, with or without a draft before it. Score, section scores, findings and
 * the observation are written in the same transaction. The same content again answers the same audit; other content
 * under the same id is refused with what differs.
 */
@Injectable()
export class SubmitAuditCommand {
  constructor(
    private readonly audits: AuditsRepository,
    private readonly submissions: SubmissionsRepository,
    private readonly assignments: AssignmentsRepository,
    private readonly targets: AuditTargets,
    private readonly scoring: ScoringFacade,
    private readonly standards: StandardsFacade,
    private readonly org: OrgFacade,
    private readonly identity: IdentityFacade,
    private readonly trail: TrailService,
  ) {}

  async run(ctx: Ctx, id: string, body: SubmitAuditBody): Promise<SubmittedAuditResponse> {
    if (!isUuidV7(id))
      throw new DomainError('AUDIT.ID', {}, [{ field: 'id', code: 'FIELD.FORMAT', params: { expected: 'UUIDv7' } }]);
    const known = await this.audits.lock(ctx, id);
    if (known && known.status !== 'draft') return this.again(ctx, known, body);
    const target = known ? await this.targets.ofDraft(ctx, known, body) : await this.targets.ofNew(ctx, body);
    // Whoever held the assignment's lock may just have submitted this very audit.
    const meanwhile = !known && target.assignment?.auditId === id ? await this.audits.lock(ctx, id) : null;
    if (meanwhile && meanwhile.status !== 'draft') return this.again(ctx, meanwhile, body);
    const draft = known ?? meanwhile;
    if (draft && body.seen && draft.updatedAt.getTime() !== Date.parse(body.seen))
      throw new DomainError('AUDIT.CHANGED_ELSEWHERE');
    const submission = this.compute(ctx, id, body, target, draft);
    const written = draft
      ? await this.submissions.submitDraft(ctx, submission)
      : await this.submissions.insert(ctx, submission);
    if (!written) {
      const other = await this.audits.lock(ctx, id);
      if (!other || other.status === 'draft') throw new DomainError('CONFLICT.STALE');
      return this.again(ctx, other, body);
    }
    if (target.assignment) await this.assignments.setStatus(ctx, target.assignment.id, 'done', id);
    await this.observe(ctx, submission);
    const { kind, status, outletId, visitDate, result } = submission;
    await this.trail.record(ctx, {
      action: 'audit.submit',
      objectType: 'audit',
      objectId: id,
      after: { kind, status, outletId, visitDate, score: result.display, grade: result.grade },
    });
    return submittedOf(submission, target.outlet, target.standard.name, ctx.actor.name);
  }

  /** Everything that is checked and computed before something is written. */
  private compute(
    ctx: Ctx,
    id: string,
    body: SubmitAuditBody,
    target: AuditTarget,
    draft: AuditDocument | null,
  ): Submission {
    const { kind, outlet, standard, assignment } = target;
    this.targets.checkVisit(ctx, id, target, body.visitDate, 'submit');
    const visitRecord = body.visitRecord ?? draft?.visitRecord ?? {};
    refuseIncomplete(standard, body, visitRecord);
    const content: SubmissionContent = {
      outletId: outlet.id,
      kind,
      standardVersionId: standard.id,
      assignmentId: assignment?.id ?? null,
      visitDate: body.visitDate,
      answers: body.answers,
      visitRecord,
    };
    return {
      ...content,
      id,
      status: statusAfterSubmission(kind),
      waveId: assignment?.waveId ?? null,
      auditorMemberId: memberOf(ctx),
      contentHash: contentHash(content),
      result: scoreAudit(standard.body, body.answers),
      findings: findingsOf(standard.body, body.answers),
      source: SOURCE_OF_KIND[kind],
      at: ctx.now,
    };
  }

  private async observe(ctx: Ctx, submission: Submission): Promise<void> {
    const { result } = submission;
    await this.scoring.record(ctx, {
      auditId: submission.id,
      outletId: submission.outletId,
      source: submission.source,
      standardVersionId: submission.standardVersionId,
      visitDate: submission.visitDate,
      score: result.display,
      sectionScores: Object.fromEntries(result.sections.map((section) => [section.id, section.score])),
      redLines: result.triggered,
      failed: result.grade === FAIL_GRADE,
      auditorMemberId: submission.auditorMemberId,
      findings: submission.findings.length,
      counted: submission.status === 'published',
    });
  }

  /** A submission under an id that was submitted: the first one stands. */
  private async again(ctx: Ctx, submitted: AuditDocument, body: SubmitAuditBody): Promise<SubmittedAuditResponse> {
    const outlet = await this.org.outlet(ctx, submitted.outletId);
    if (
      !isOwn(ctx.actor, submitted) &&
      !(submitted.kind === 'self_check' && mayWorkOn(ctx.actor, submitted, this.org.outletPlace(outlet)))
    )
      throw new DomainError('NOT_FOUND');
    refuseOtherContent(submitted, {
      outletId: body.outletId ?? submitted.outletId,
      kind: body.kind ?? submitted.kind,
      standardVersionId: body.standardVersionId ?? submitted.standardVersionId,
      assignmentId: body.assignmentId ?? submitted.assignmentId,
      visitDate: body.visitDate,
      answers: body.answers,
      visitRecord: body.visitRecord ?? submitted.visitRecord,
    });
    const standard = await this.standards.version(ctx, submitted.standardVersionId);
    const auditor = await auditorName(this.identity, ctx, submitted.auditorMemberId);
    return submittedOf(submitted, outlet, standard.name, auditor);
  }
}

function refuseIncomplete(
  standard: StandardVersionView,
  { answers }: SubmitAuditBody,
  visitRecord: SubmissionContent['visitRecord'],
): void {
  const problems = [
    ...standard.checkAnswers(answers, 'submit'),
    ...checkVisitRecord(standard.body.visit_record_unscored ?? [], visitRecord, 'submit'),
  ];
  if (problems.length > 0) throw new DomainError('AUDIT.INCOMPLETE', { count: problems.length }, problems);
}
