import { Injectable } from '@nestjs/common';
import { ASSIGN_MOST, type AssignManyBody, type AssignManyResponse, type SkipReason } from '@wheelhouse/contracts';
import { TrailService } from '@wheelhouse/identity-api';
import { can, type Place } from '@wheelhouse/identity-domain';
import { DomainError, localDateIn, newId } from '@wheelhouse/kernel';
import { OrgFacade, type OutletView } from '@wheelhouse/org-api';
import type { Ctx } from '@wheelhouse/platform-db';
import { StandardsFacade } from '@wheelhouse/standards-api';
import { AssignmentsRepository } from './assignments.repository.js';
import { refuseWrongStandard } from './audit-target.js';
import { CreateAssignmentCommand, refuseWindow } from './create-assignment.command.js';

/** The same audit at several outlets at once; where it cannot or need not be, the outlet is skipped and named. */
@Injectable()
export class AssignManyCommand {
  constructor(
    private readonly assignments: AssignmentsRepository,
    private readonly org: OrgFacade,
    private readonly standards: StandardsFacade,
    private readonly single: CreateAssignmentCommand,
    private readonly trail: TrailService,
  ) {}

  /** `NOT_FOUND` when a named outlet does not exist for the actor. */
  async run(ctx: Ctx, body: AssignManyBody): Promise<AssignManyResponse> {
    const outlets = await this.chosen(ctx, body);
    for (const outlet of outlets) refuseWindow(body, localDateIn(ctx.now, outlet.timeZone));
    const standard = await this.standards.published(ctx, body.standardVersionId);
    refuseWrongStandard(standard, body.kind);
    const assigneeMay = body.assigneeMemberId ? await this.single.assigneeMay(ctx, body) : () => true;
    const ids = outlets.map(({ id }) => id);
    const waiting = await this.assignments.waitingAt(ctx, ids, { ...body, standardId: standard.standardId });
    const reason = (outlet: OutletView, place: Place): SkipReason | null => {
      if (!can(ctx.actor, 'assignment.manage', place)) return 'not_yours';
      if (outlet.closedOn !== null && outlet.closedOn <= body.windowFrom) return 'closed';
      if (!assigneeMay(place)) return 'assignee';
      return waiting.has(outlet.id) ? 'already' : null;
    };
    const looked = outlets.map((outlet) => ({ outlet, reason: reason(outlet, this.org.outletPlace(outlet)) }));
    const skipped = looked.flatMap(({ outlet: { id, code, name }, reason }) =>
      reason ? [{ outlet: { id, code, name }, reason }] : [],
    );
    const free = looked.filter((one) => one.reason === null);
    const { kind, standardVersionId, assigneeMemberId = null, windowFrom, windowTo } = body;
    if (!body.dryRun && free.length > 0) {
      await this.assignments.insert(
        ctx,
        free.map(({ outlet }) => ({
          ...{ id: newId(ctx.now), kind, outletId: outlet.id, standardVersionId },
          ...{ assigneeMemberId, windowFrom, windowTo },
        })),
      );
      const outletIds = free.map(({ outlet }) => outlet.id);
      await this.trail.record(ctx, {
        ...{ action: 'assignment.create', objectType: 'assignment', objectId: null },
        after: { kind, standardVersionId, assigneeMemberId, windowFrom, windowTo, outletIds },
      });
    }
    return { assigned: free.length, skipped };
  }

  /** The outlets that were named, in their order, or the unit's open ones where the actor assigns; bounded. */
  private async chosen(ctx: Ctx, { outletIds = [], orgUnitId, windowFrom }: AssignManyBody): Promise<OutletView[]> {
    if (!orgUnitId) {
      const found = await this.org.outlets(ctx, outletIds);
      const visible = [...new Set(outletIds)].map((id) => {
        const outlet = found.get(id);
        if (outlet && can(ctx.actor, 'org.read', this.org.outletPlace(outlet))) return outlet;
        throw new DomainError('NOT_FOUND');
      });
      return visible;
    }
    if (outletIds.length > 0)
      throw new DomainError('REQUEST.INVALID', {}, [
        { field: 'orgUnitId', code: 'FIELD.FORMAT', params: { expected: 'outletIds | orgUnitId' } },
      ]);
    const unit = await this.org.orgUnit(ctx, orgUnitId);
    if (!can(ctx.actor, 'org.read', { orgUnitPath: unit.path })) throw new DomainError('NOT_FOUND');
    const found = await this.org.outlets(ctx, await this.org.outletIdsBelow(ctx, orgUnitId));
    const open = [...found.values()].filter(({ closedOn }) => closedOn === null || closedOn > windowFrom);
    if (open.length > ASSIGN_MOST)
      throw new DomainError('ASSIGNMENT.TOO_MANY', { count: open.length, max: ASSIGN_MOST }, [
        { field: 'orgUnitId', code: 'FIELD.RANGE', params: { min: 1, max: ASSIGN_MOST } },
      ]);
    return open.sort((a, b) => (a.code < b.code ? -1 : 1));
  }
}
