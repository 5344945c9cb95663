import { Injectable } from '@nestjs/common';
import { DomainError, localize } from '@wheelhouse/kernel';
import { OBJECTIVE_ACTS, type ObjectiveAct, PHASE_TEXTS } from '@wheelhouse/pdca-domain';
import type { Ctx } from '@wheelhouse/platform-db';
import { grantedUnits, requireManage } from './cycle.policy.js';
import { type CycleRow, CyclesRepository } from './cycles.repository.js';
import { type ObjectiveRow, ObjectivesRepository } from './objectives.repository.js';

/** The way to a cycle: whether it may be seen, and that only one writer at a time works on it. */
@Injectable()
export class CycleAccess {
  constructor(
    private readonly cycles: CyclesRepository,
    private readonly objectives: ObjectivesRepository,
  ) {}

  /** The org units whose cycles the actor may read; null for all. */
  async readableUnits(ctx: Ctx): Promise<string[] | null> {
    const granted = grantedUnits(ctx.actor);
    return granted && this.cycles.unitsAround(ctx, granted);
  }

  /** A cycle to read. @throws NOT_FOUND also when its scope is neither inside nor above the actor's */
  async read(ctx: Ctx, id: string): Promise<CycleRow> {
    const cycle = await this.cycles.find(ctx, id);
    const units = cycle && (await this.readableUnits(ctx));
    if (!cycle || (units && !units.includes(cycle.orgUnitId))) throw new DomainError('NOT_FOUND');
    return cycle;
  }

  /** A cycle to change, locked until the transaction ends. @throws NOT_FOUND, AUTH.FORBIDDEN */
  async lock(ctx: Ctx, id: string): Promise<CycleRow> {
    requireManage(ctx.actor);
    const cycle = await this.cycles.lock(ctx, id);
    if (!cycle) throw new DomainError('NOT_FOUND');
    return cycle;
  }

  /** As {@link lock}, for something that is done with its objectives. @throws CYCLE.PHASE in any other phase */
  async lockFor(ctx: Ctx, id: string, act: ObjectiveAct): Promise<CycleRow> {
    const cycle = await this.lock(ctx, id);
    if (cycle.phase !== OBJECTIVE_ACTS[act]) throw wrongPhase(ctx, cycle);
    return cycle;
  }

  /** An objective with its locked cycle. @throws NOT_FOUND, CYCLE.PHASE */
  async lockObjective(ctx: Ctx, id: string, act: ObjectiveAct): Promise<{ cycle: CycleRow; objective: ObjectiveRow }> {
    requireManage(ctx.actor);
    const cycleId = (await this.objectives.find(ctx, id))?.cycleId;
    const cycle = cycleId ? await this.lockFor(ctx, cycleId, act) : null;
    const objective = cycle && (await this.objectives.find(ctx, id));
    if (!objective) throw new DomainError('NOT_FOUND');
    return { cycle, objective };
  }
}

/** The refusal of what the cycle's phase no longer (or not yet) allows. */
export function wrongPhase(ctx: Ctx, { phase }: Pick<CycleRow, 'phase'>): DomainError {
  return new DomainError('CYCLE.PHASE', { phase: localize(PHASE_TEXTS[phase], ctx.locale) });
}
