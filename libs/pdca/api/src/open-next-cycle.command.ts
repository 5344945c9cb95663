import { Injectable } from '@nestjs/common';
import { TrailService } from '@wheelhouse/identity-api';
import { nextTurnName } from '@wheelhouse/pdca-domain';
import type { Ctx } from '@wheelhouse/platform-db';
import { type CycleRow, CyclesRepository } from './cycles.repository.js';
import { ObjectiveFigures } from './objective-figures.service.js';
import { type ObjectiveRow, ObjectivesRepository } from './objectives.repository.js';

/** Opens the next turn of the wheel for the objectives that are to be adjusted. */
@Injectable()
export class OpenNextCycleCommand {
  constructor(
    private readonly cycles: CyclesRepository,
    private readonly objectives: ObjectivesRepository,
    private readonly figures: ObjectiveFigures,
    private readonly trail: TrailService,
  ) {}

  /**
   * A new cycle over the same scope and standard that knows its predecessor. Objectives come along with their target; their
   * baseline is that of the 8 weeks before today, and their due date is to be set. Answers the new cycle's id.
   */
  async execute(ctx: Ctx, closed: CycleRow, toAdjust: ObjectiveRow[]): Promise<string> {
    const { orgUnitId, standardVersionId, standardId } = closed;
    const fresh = { auditPlan: null, doFrom: null, doTo: null };
    const id = await this.cycles.insert(ctx, {
      name: nextTurnName(closed.name),
      orgUnitId,
      standardVersionId,
      predecessorId: closed.id,
      ...fresh,
    });
    const ground = await this.figures.groundOf(ctx, { orgUnitId, standardId, doFrom: null });
    for (const { name, metric, direction, target } of toAdjust) {
      const baseline = await this.figures.baseline(ctx, ground, metric);
      await this.objectives.insert(ctx, id, { name, metric, direction, target, baseline, dueOn: null });
    }
    const after = { name: nextTurnName(closed.name), orgUnitId, standardVersionId, predecessorId: closed.id };
    await this.trail.record(ctx, { action: 'cycle.create', objectType: 'cycle', objectId: id, after });
    return id;
  }
}
