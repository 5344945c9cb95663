import { Injectable } from '@nestjs/common';
import type { Ctx } from '@wheelhouse/platform-db';
import { StandardsFacade } from '@wheelhouse/standards-api';
import type { CycleRow } from './cycles.repository.js';
import type { ObjectiveRow } from './objectives.repository.js';
import { OpenNextCycleCommand } from './open-next-cycle.command.js';

/** Does what was decided when a cycle closes: standardise → a draft of the standard, adjust → the next cycle. */
@Injectable()
export class CycleFollowUp {
  constructor(
    private readonly standards: StandardsFacade,
    private readonly nextCycle: OpenNextCycleCommand,
  ) {}

  async execute(ctx: Ctx, cycle: CycleRow, objectives: ObjectiveRow[]): Promise<void> {
    const standardise = objectives.some((objective) => objective.decision === 'standardise');
    if (standardise && cycle.standardVersionId) await this.standards.openDraftFrom(ctx, cycle.standardVersionId);
    const toAdjust = objectives.filter((objective) => objective.decision === 'adjust');
    if (toAdjust.length > 0) await this.nextCycle.execute(ctx, cycle, toAdjust);
  }
}
