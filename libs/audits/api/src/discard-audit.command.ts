import { Injectable } from '@nestjs/common';
import { assignmentAfter } from '@wheelhouse/audits-domain';
import { DomainError } from '@wheelhouse/kernel';
import { OrgFacade } from '@wheelhouse/org-api';
import type { Ctx } from '@wheelhouse/platform-db';
import { AssignmentsRepository } from './assignments.repository.js';
import { auditRights } from './audit.policy.js';
import { AuditsRepository } from './audits.repository.js';

/** Throws a draft away; its assignment opens again. What review sent back was submitted once and stays. */
@Injectable()
export class DiscardAuditCommand {
  constructor(
    private readonly audits: AuditsRepository,
    private readonly assignments: AssignmentsRepository,
    private readonly org: OrgFacade,
  ) {}

  async run(ctx: Ctx, id: string): Promise<void> {
    const draft = await this.audits.lock(ctx, id);
    const rights =
      draft && auditRights(ctx.actor, draft, this.org.outletPlace(await this.org.outlet(ctx, draft.outletId)));
    if (!draft || !rights) throw new DomainError('NOT_FOUND');
    if (draft.status !== 'draft' || draft.review !== null) throw new DomainError('AUDIT.NOT_DRAFT');
    if (!rights.discard) throw new DomainError('AUTH.FORBIDDEN');
    await this.audits.deleteDraft(ctx, id);
    const assignment = draft.assignmentId ? await this.assignments.lock(ctx, draft.assignmentId) : null;
    const status = assignment && assignmentAfter(assignment.status, 'discard');
    if (assignment && status && assignment.auditId === id)
      await this.assignments.setStatus(ctx, assignment.id, status, null);
  }
}
