import { Injectable } from '@nestjs/common';
import type { MoveBody, OrgUnitResponse } from '@wheelhouse/contracts';
import { TrailService } from '@wheelhouse/identity-api';
import { DomainError, localDateIn } from '@wheelhouse/kernel';
import type { Ctx } from '@wheelhouse/platform-db';
import { OrgTreeService } from './org-tree.service.js';
import { OrgUnitsRepository } from './org-units.repository.js';
import { OrgUnitsService } from './org-units.service.js';
import { planMove, wouldCycle } from './placements.js';
import { PlacementsRepository } from './placements.repository.js';

/** Hangs a unit, with all below it, under another one from a day on; days before keep the old place. */
@Injectable()
export class MoveOrgUnitCommand {
  constructor(
    private readonly units: OrgUnitsRepository,
    private readonly placements: PlacementsRepository,
    private readonly trees: OrgTreeService,
    private readonly service: OrgUnitsService,
    private readonly trail: TrailService,
  ) {}

  /** Throws `ORG.ROOT`, `ORG.CYCLE`, or `ORG.MOVE_DATE` (before the present place began, or in the future). */
  async run(ctx: Ctx, id: string, body: MoveBody): Promise<OrgUnitResponse> {
    await this.units.lockTree(ctx);
    this.trees.forget(ctx);
    const { unit } = await this.trees.authorized(ctx, id, 'org.manage');
    if (unit.parentId === null) throw new DomainError('ORG.ROOT');
    await this.trees.requireTarget(ctx, body.orgUnitId, 'orgUnitId');
    if (body.orgUnitId === id) throw new DomainError('ORG.CYCLE');

    const plan = planMove(
      await this.placements.history(ctx, 'org_unit', id),
      body.orgUnitId,
      body.from,
      localDateIn(ctx.now, ctx.timeZone),
    );
    if (plan.kind !== 'none') {
      if (wouldCycle(await this.placements.unitStays(ctx), id, body.orgUnitId, plan.from))
        throw new DomainError('ORG.CYCLE');
      await this.placements.apply(ctx, 'org_unit', id, body.orgUnitId, plan);
      await this.units.update(ctx, id, { parentId: body.orgUnitId });
      this.trees.forget(ctx);
      await this.trail.record(ctx, {
        action: 'org_unit.move',
        objectType: 'org_unit',
        objectId: id,
        before: { orgUnitId: unit.parentId },
        after: { orgUnitId: body.orgUnitId, from: plan.from },
      });
    }
    return this.service.get(ctx, id);
  }
}
