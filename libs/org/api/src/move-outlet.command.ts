import { Injectable } from '@nestjs/common';
import type { MoveBody, OutletResponse } from '@wheelhouse/contracts';
import { TrailService } from '@wheelhouse/identity-api';
import { localDateIn } from '@wheelhouse/kernel';
import type { Ctx } from '@wheelhouse/platform-db';
import { OrgTreeService } from './org-tree.service.js';
import { OutletsRepository } from './outlets.repository.js';
import { OutletsService } from './outlets.service.js';
import { planMove } from './placements.js';
import { PlacementsRepository } from './placements.repository.js';

/** Hangs an outlet under another unit from a day on; days before keep the old place. */
@Injectable()
export class MoveOutletCommand {
  constructor(
    private readonly outlets: OutletsRepository,
    private readonly placements: PlacementsRepository,
    private readonly trees: OrgTreeService,
    private readonly service: OutletsService,
    private readonly trail: TrailService,
  ) {}

  /** Throws `ORG.MOVE_DATE` for a day before the present place began or in the future. */
  async run(ctx: Ctx, id: string, body: MoveBody): Promise<OutletResponse> {
    await this.outlets.lock(ctx, id);
    const outlet = await this.service.authorized(ctx, id, 'org.manage');
    await this.trees.requireTarget(ctx, body.orgUnitId, 'orgUnitId');
    const plan = planMove(
      await this.placements.history(ctx, 'outlet', id),
      body.orgUnitId,
      body.from,
      localDateIn(ctx.now, ctx.timeZone),
    );
    if (plan.kind !== 'none') {
      await this.placements.apply(ctx, 'outlet', id, body.orgUnitId, plan);
      await this.outlets.update(ctx, id, { orgUnitId: body.orgUnitId });
      await this.trail.record(ctx, {
        action: 'outlet.move',
        objectType: 'outlet',
        objectId: id,
        before: { orgUnitId: outlet.orgUnitId },
        after: { orgUnitId: body.orgUnitId, from: plan.from },
      });
    }
    return this.service.get(ctx, id);
  }
}
