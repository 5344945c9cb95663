import { Injectable } from '@nestjs/common';
import { assignmentAfter, auditAfter, isInvalidated } from '@wheelhouse/audits-domain';
import type { AuditSummary, ReviewAuditBody } from '@wheelhouse/contracts';
import { IdentityFacade, TrailService } from '@wheelhouse/identity-api';
import { authorize } from '@wheelhouse/identity-domain';
import { DomainError } from '@wheelhouse/kernel';
import { OrgFacade } from '@wheelhouse/org-api';
import type { Ctx } from '@wheelhouse/platform-db';
import { ScoringFacade } from '@wheelhouse/scoring-api';
import { StandardsFacade, type StandardVersionView } from '@wheelhouse/standards-api';
import { AssignmentsRepository } from './assignments.repository.js';
import type { Review } from './audit.entity.js';
import { auditRights } from './audit.policy.js';
import { summaryOf } from './audit.presenter.js';
import type { AuditDocument } from './audit.rows.js';
import { AuditsRepository } from './audits.repository.js';
import { auditorName } from './member.js';
import { PublishShopsCommand } from './publish-shops.command.js';
import { SubmissionsRepository } from './submissions.repository.js';

/**
 * Quality control of a mystery shop. Approved, it waits for its wave's release (or is published at once when the wave is
 * out). Rejected, with a comment, it goes back to its shopper as a draft and everything derived from it is withdrawn.
 */
@Injectable()
export class ReviewAuditCommand {
  constructor(
    private readonly audits: AuditsRepository,
    private readonly submissions: SubmissionsRepository,
    private readonly assignments: AssignmentsRepository,
    private readonly publishing: PublishShopsCommand,
    private readonly scoring: ScoringFacade,
    private readonly standards: StandardsFacade,
    private readonly org: OrgFacade,
    private readonly identity: IdentityFacade,
    private readonly trail: TrailService,
  ) {}

  async run(ctx: Ctx, id: string, body: ReviewAuditBody): Promise<AuditSummary> {
    const audit = await this.audits.lock(ctx, id);
    if (!audit) throw new DomainError('NOT_FOUND');
    const outlet = await this.org.outlet(ctx, audit.outletId);
    const place = this.org.outletPlace(outlet);
    const rights = auditRights(ctx.actor, audit, place);
    if (!rights) throw new DomainError('NOT_FOUND');
    authorize(ctx.actor, 'audit.review', place, 'audit.read');
    if (audit.status !== 'in_review' || audit.review?.decision === 'approved')
      throw new DomainError('AUDIT.NOT_IN_REVIEW');
    if (audit.auditorMemberId === ctx.actor.memberId) throw new DomainError('AUDIT.OWN_REVIEW');
    const standard = await this.standards.version(ctx, audit.standardVersionId);
    const comment = body.comment?.trim() ?? '';
    const at = ctx.now.toISOString();
    if (body.decision === 'approve')
      await this.approve(ctx, audit, standard, { decision: 'approved', comment, at, memberId: ctx.actor.memberId });
    else await this.reject(ctx, audit, { decision: 'rejected', comment, at, memberId: ctx.actor.memberId });
    await this.trail.record(ctx, {
      action: `audit.${body.decision}`,
      objectType: 'audit',
      objectId: id,
      before: { status: audit.status, score: audit.score },
      after: { decision: body.decision, comment },
    });
    const auditor = await auditorName(this.identity, ctx, audit.auditorMemberId);
    const after = (await this.audits.find(ctx, id)) ?? audit;
    return summaryOf(after, outlet, standard.name, rights, auditor);
  }

  private async approve(ctx: Ctx, audit: AuditDocument, standard: StandardVersionView, review: Review): Promise<void> {
    if (isInvalidated(standard.body.visit_record_unscored ?? [], audit.visitRecord))
      throw new DomainError('AUDIT.VISIT_INVALID');
    await this.submissions.approve(ctx, audit.id, review);
    const released = audit.waveId === null || (await this.audits.waveReleased(ctx, audit.waveId));
    if (released) await this.publishing.run(ctx, { id: audit.id });
  }

  private async reject(ctx: Ctx, audit: AuditDocument, review: Review): Promise<void> {
    if (review.comment === '')
      throw new DomainError('REQUEST.INVALID', {}, [{ field: 'comment', code: 'FIELD.REQUIRED' }]);
    if (auditAfter(audit.status, 'reject') !== 'draft') throw new DomainError('AUDIT.NOT_IN_REVIEW');
    await this.submissions.withdraw(ctx, audit.id, review);
    await this.scoring.withdraw(ctx, audit.id);
    const assignment = audit.assignmentId ? await this.assignments.lock(ctx, audit.assignmentId) : null;
    const status = assignment && assignmentAfter(assignment.status, 'reject');
    if (assignment && status) await this.assignments.setStatus(ctx, assignment.id, status, audit.id);
  }
}
