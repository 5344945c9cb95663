import { Injectable } from '@nestjs/common';
import { checkVisitRecord, mergeAnswers, withChanges } from '@wheelhouse/audits-domain';
import type { Answers, SaveAuditBody, SavedAuditResponse } from '@wheelhouse/contracts';
import { IdentityFacade } from '@wheelhouse/identity-api';
import { DomainError, type FieldProblem } from '@wheelhouse/kernel';
import { OrgFacade } from '@wheelhouse/org-api';
import type { Ctx } from '@wheelhouse/platform-db';
import { StandardsFacade } from '@wheelhouse/standards-api';
import { AssignmentsRepository } from './assignments.repository.js';
import { auditRights } from './audit.policy.js';
import { summaryOf } from './audit.presenter.js';
import { AuditTargets } from './audit-target.js';
import { AuditsRepository } from './audits.repository.js';
import { auditorName } from './member.js';

/**
 * Saves what changed of a draft: answers are merged by item, null takes one back. What was changed elsewhere meanwhile is
 * not overwritten, and whoever works on an older state is told the newest.
 */
@Injectable()
export class SaveAuditCommand {
  constructor(
    private readonly audits: AuditsRepository,
    private readonly assignments: AssignmentsRepository,
    private readonly targets: AuditTargets,
    private readonly standards: StandardsFacade,
    private readonly org: OrgFacade,
    private readonly identity: IdentityFacade,
  ) {}

  async run(ctx: Ctx, id: string, body: SaveAuditBody): Promise<SavedAuditResponse> {
    const draft = await this.audits.lock(ctx, id);
    const outlet = draft && (await this.org.outlet(ctx, draft.outletId));
    const rights = draft && outlet && auditRights(ctx.actor, draft, this.org.outletPlace(outlet));
    if (!draft || !outlet || !rights) throw new DomainError('NOT_FOUND');
    if (draft.status !== 'draft') throw new DomainError('AUDIT.NOT_DRAFT');
    const standard = await this.standards.version(ctx, draft.standardVersionId);
    const problems: FieldProblem[] = [
      ...standard.checkAnswers(emptied(body.answers ?? null), 'draft'),
      ...standard
        .checkAnswers(emptied(body.before ?? null), 'draft')
        .map((problem) => ({ ...problem, field: problem.field.replace(/^answers/, 'before') })),
      ...checkVisitRecord(standard.body.visit_record_unscored ?? [], body.visitRecord ?? {}, 'draft'),
    ];
    if (problems.length > 0) throw new DomainError('REQUEST.INVALID', {}, problems);
    if (body.visitDate && body.visitDate !== draft.visitDate) {
      const assignment = draft.assignmentId ? await this.assignments.find(ctx, draft.assignmentId) : null;
      this.targets.checkVisit(
        ctx,
        id,
        { kind: draft.kind, outlet, place: this.org.outletPlace(outlet), standard, assignment },
        body.visitDate,
        'start',
      );
    }
    const { accepted, conflicts } = mergeAnswers(draft.answers, body.answers ?? {}, body.before ?? {});
    const given = Object.entries(accepted);
    const answers = Object.fromEntries(given.filter(([, answer]) => answer !== null)) as Answers;
    const removed = given.filter(([, answer]) => answer === null).map(([itemId]) => itemId);
    const changes = given.length > 0 || body.visitRecord !== undefined || body.visitDate !== undefined;
    const saved = changes
      ? await this.audits.saveDraft(ctx, id, {
          answers,
          removed,
          visitRecord: body.visitRecord ?? {},
          visitDate: body.visitDate ?? null,
        })
      : draft;
    if (!saved) throw new DomainError('AUDIT.NOT_DRAFT');
    const auditor = await auditorName(this.identity, ctx, saved.auditorMemberId);
    const elsewhere = body.seen !== undefined && draft.updatedAt.getTime() !== Date.parse(body.seen);
    return {
      ...summaryOf(saved, outlet, standard.name, rights, auditor),
      answers: elsewhere ? withChanges(draft.answers, accepted) : null,
      conflicts,
    };
  }
}

/** Changed answers as they are checked: one that is taken back is an empty one. */
const emptied = (changes: SaveAuditBody['answers'] | null): Answers =>
  Object.fromEntries(Object.entries(changes ?? {}).map(([itemId, answer]) => [itemId, answer ?? {}])) as Answers;
