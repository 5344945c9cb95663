import { Injectable } from '@nestjs/common';
import { assignmentAfter } from '@wheelhouse/audits-domain';
import type { StartAuditBody } from '@wheelhouse/contracts';
import { OrgFacade } from '@wheelhouse/org-api';
import { DomainError } from '@wheelhouse/kernel';
import type { Ctx } from '@wheelhouse/platform-db';
import { AssignmentsRepository } from './assignments.repository.js';
import { auditRights } from './audit.policy.js';
import type { AuditDocument } from './audit.rows.js';
import { AuditTargets } from './audit-target.js';
import { AuditsRepository } from './audits.repository.js';
import { memberOf } from './member.js';

/** Begins a draft under the client's id. Sent again, it answers the same audit as it is by then. */
@Injectable()
export class StartAuditCommand {
  constructor(
    private readonly audits: AuditsRepository,
    private readonly assignments: AssignmentsRepository,
    private readonly targets: AuditTargets,
    private readonly org: OrgFacade,
  ) {}

  async run(ctx: Ctx, body: StartAuditBody): Promise<string> {
    const known = await this.audits.find(ctx, body.id);
    if (known) return this.again(ctx, known, body);
    const target = await this.targets.ofNew(ctx, body);
    const { assignment, kind, outlet, standard } = target;
    const begunMeanwhile = assignment?.auditId === body.id ? await this.audits.find(ctx, body.id) : null;
    if (begunMeanwhile) return this.again(ctx, begunMeanwhile, body);
    this.targets.checkVisit(ctx, body.id, target, body.visitDate, 'start');
    const inserted = await this.audits.insertDraft(ctx, {
      id: body.id,
      kind,
      outletId: outlet.id,
      standardVersionId: standard.id,
      assignmentId: assignment?.id ?? null,
      waveId: assignment?.waveId ?? null,
      auditorMemberId: memberOf(ctx),
      visitDate: body.visitDate,
    });
    if (!inserted) {
      const other = await this.audits.find(ctx, body.id);
      if (!other) throw new DomainError('CONFLICT.STALE');
      return this.again(ctx, other, body);
    }
    if (assignment) {
      const status = assignmentAfter(assignment.status, 'start') ?? assignment.status;
      await this.assignments.setStatus(ctx, assignment.id, status, body.id);
    }
    return body.id;
  }

  /** The same call again; an id that stands for something else is taken. */
  private async again(ctx: Ctx, known: AuditDocument, body: StartAuditBody): Promise<string> {
    const outlet = await this.org.outlet(ctx, known.outletId);
    if (!auditRights(ctx.actor, known, this.org.outletPlace(outlet))) throw new DomainError('NOT_FOUND');
    const same =
      (body.assignmentId ?? known.assignmentId) === known.assignmentId &&
      (body.kind ?? known.kind) === known.kind &&
      (body.outletId ?? known.outletId) === known.outletId &&
      (body.standardVersionId ?? known.standardVersionId) === known.standardVersionId;
    if (!same)
      throw new DomainError('CONFLICT.DUPLICATE', { value: body.id }, [{ field: 'id', code: 'FIELD.DUPLICATE' }]);
    return known.id;
  }
}
