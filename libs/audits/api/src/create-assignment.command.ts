import { Injectable } from '@nestjs/common';
import { type CreateAssignmentBody, SUBMIT_PERMISSION } from '@wheelhouse/contracts';
import { IdentityFacade, TrailService } from '@wheelhouse/identity-api';
import { authorize, can, type Place } from '@wheelhouse/identity-domain';
import { DomainError, type LocalDate, localDateIn, newId } from '@wheelhouse/kernel';
import { OrgFacade } from '@wheelhouse/org-api';
import type { Ctx } from '@wheelhouse/platform-db';
import { StandardsFacade } from '@wheelhouse/standards-api';
import { AssignmentsRepository } from './assignments.repository.js';
import { refuseWrongStandard } from './audit-target.js';

/** Asks for an audit at an outlet within a window, of a member or of anybody who may. */
@Injectable()
export class CreateAssignmentCommand {
  constructor(
    private readonly assignments: AssignmentsRepository,
    private readonly org: OrgFacade,
    private readonly standards: StandardsFacade,
    private readonly identity: IdentityFacade,
    private readonly trail: TrailService,
  ) {}

  async run(ctx: Ctx, body: CreateAssignmentBody): Promise<string> {
    const outlet = await this.org.outlet(ctx, body.outletId);
    const place = this.org.outletPlace(outlet);
    authorize(ctx.actor, 'assignment.manage', place, 'org.read');
    const { windowFrom, windowTo } = body;
    refuseWindow(body, localDateIn(ctx.now, outlet.timeZone));
    if (outlet.closedOn !== null && outlet.closedOn <= windowFrom)
      throw new DomainError('AUDIT.OUTLET_CLOSED', {}, [{ field: 'outletId', code: 'FIELD.NOT_FOUND' }]);
    refuseWrongStandard(await this.standards.published(ctx, body.standardVersionId), body.kind);
    if (body.assigneeMemberId && !(await this.assigneeMay(ctx, body))(place))
      throw new DomainError('ASSIGNMENT.ASSIGNEE', {}, [{ field: 'assigneeMemberId', code: 'FIELD.NOT_FOUND' }]);
    const id = newId(ctx.now);
    await this.assignments.insert(ctx, [
      {
        id,
        kind: body.kind,
        outletId: outlet.id,
        standardVersionId: body.standardVersionId,
        assigneeMemberId: body.assigneeMemberId ?? null,
        windowFrom,
        windowTo,
      },
    ]);
    const { outletId, kind, standardVersionId } = body;
    await this.trail.record(ctx, {
      action: 'assignment.create',
      objectType: 'assignment',
      objectId: id,
      after: {
        kind,
        outletId,
        standardVersionId,
        assigneeMemberId: body.assigneeMemberId ?? null,
        windowFrom,
        windowTo,
      },
    });
    return id;
  }

  /** Whether each of these places is one where the assignee, an active member, may do such an audit. */
  async assigneeMay(
    ctx: Ctx,
    { assigneeMemberId = '', kind }: Pick<CreateAssignmentBody, 'assigneeMemberId' | 'kind'>,
  ): Promise<(place: Place) => boolean> {
    const { name, personId, status, grants } = await this.identity.member(ctx, assigneeMemberId);
    const actor = { kind: 'person' as const, personId, memberId: assigneeMemberId, name, grants, isOperator: false };
    return (place) => status === 'active' && can(actor, SUBMIT_PERMISSION[kind], place);
  }
}

/** The window ends on or after its first day, and not before `today`. */
export function refuseWindow(
  { windowFrom, windowTo }: Pick<CreateAssignmentBody, 'windowFrom' | 'windowTo'>,
  today: LocalDate,
): void {
  if (windowTo < windowFrom)
    throw new DomainError('ASSIGNMENT.WINDOW', {}, [
      { field: 'windowTo', code: 'FIELD.RANGE', params: { min: windowFrom, max: '…' } },
    ]);
  if (windowTo < today)
    throw new DomainError('REQUEST.INVALID', {}, [
      { field: 'windowTo', code: 'FIELD.RANGE', params: { min: today, max: '…' } },
    ]);
}
