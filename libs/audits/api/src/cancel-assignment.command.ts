import { Injectable } from '@nestjs/common';
import { assignmentAfter, assignmentStatusOn } from '@wheelhouse/audits-domain';
import type { AssignmentStatus, CancelAssignmentsResponse } from '@wheelhouse/contracts';
import { TrailService } from '@wheelhouse/identity-api';
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
    private readonly trail: TrailService,
  ) {}

  /** Cancels what still waits of these; what does not is left as it is and named. `NOT_FOUND` for one that is not the actor's. */
  async many(ctx: Ctx, ids: readonly string[]): Promise<CancelAssignmentsResponse> {
    const skipped: CancelAssignmentsResponse['skipped'] = [];
    let cancelled = 0;
    // In the order of ids, so that two who cancel the same ones never wait for each other.
    for (const id of [...new Set(ids)].sort()) {
      const status = await this.take(ctx, id);
      if (status === null) cancelled += 1;
      else skipped.push({ id, status });
    }
    return { cancelled, skipped };
  }

  /** Throws `ASSIGNMENT.CLOSED` when it does not wait any more. */
  async run(ctx: Ctx, id: string): Promise<void> {
    const status = await this.take(ctx, id);
    if (status !== null) throw new DomainError('ASSIGNMENT.CLOSED', { status });
  }

  /** Null when it was cancelled, else the status that it keeps. */
  private async take(ctx: Ctx, id: string): Promise<AssignmentStatus | null> {
    const row = await this.assignments.lock(ctx, id);
    if (!row) throw new DomainError('NOT_FOUND');
    const outlet = await this.org.outlet(ctx, row.outletId);
    authorizeManager(ctx.actor, row, this.org.outletPlace(outlet));
    const status = assignmentStatusOn(localDateIn(ctx.now, outlet.timeZone), row);
    const next = assignmentAfter(status, 'cancel');
    if (!next) return status;
    await this.assignments.setStatus(ctx, id, next, row.auditId);
    await this.trail.record(ctx, {
      action: 'assignment.cancel',
      objectType: 'assignment',
      objectId: id,
      before: { status, kind: row.kind, outletId: row.outletId },
      after: { status: next },
    });
    return null;
  }
}
