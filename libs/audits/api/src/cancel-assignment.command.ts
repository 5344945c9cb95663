import { Injectable } from '@nestjs/common';
import { assignmentAfter, assignmentStatusOn } from '@wheelhouse/audits-domain';
import { DomainError, localDateIn } from '@wheelhouse/kernel';
import { OrgFacade } from '@wheelhouse/org-api';
import type { Ctx } from '@wheelhouse/platform-db';
import { authorizeManager } from './assignment.policy.js';
import { AssignmentsRepository } from './assignments.repository.js';

/** Takes an assignment back while it waits. A draft that was begun for it can no longer be submitted. */
@Injectable()
export class CancelAssignmentCommand {
  constructor(
    private readonly assignments: AssignmentsRepository,
    private readonly org: OrgFacade,
  ) {}

  async run(ctx: Ctx, id: string): Promise<void> {
    const row = await this.assignments.lock(ctx, id);
    if (!row) throw new DomainError('NOT_FOUND');
    const outlet = await this.org.outlet(ctx, row.outletId);
    authorizeManager(ctx.actor, row, this.org.outletPlace(outlet));
    const status = assignmentStatusOn(localDateIn(ctx.now, outlet.timeZone), row);
    const next = assignmentAfter(status, 'cancel');
    if (!next) throw new DomainError('ASSIGNMENT.CLOSED', { status });
    await this.assignments.setStatus(ctx, id, next, row.auditId);
  }
}
