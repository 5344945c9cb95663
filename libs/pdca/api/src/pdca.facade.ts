import { Injectable } from '@nestjs/common';
import type {
  AdvanceCycleBody,
  CreateCycleBody,
  CycleResponse,
  DecideObjectiveBody,
  ObjectiveBody,
  ObjectiveResponse,
  UpdateCycleBody,
  WaitingCycle,
} from '@wheelhouse/contracts';
import type { Ctx } from '@wheelhouse/platform-db';
import { AdvanceCycleCommand } from './advance-cycle.command.js';
import { CycleReader } from './cycle.reader.js';
import { CyclesService } from './cycles.service.js';
import { ObjectivesService } from './objectives.service.js';

/** A turn of the wheel for those who make one without HTTP; the same rules and rights hold for the actor of `ctx`. */
@Injectable()
export class PdcaFacade {
  constructor(
    private readonly cycles: CyclesService,
    private readonly objectives: ObjectivesService,
    private readonly advancing: AdvanceCycleCommand,
    private readonly reader: CycleReader,
  ) {}

  /** A cycle as the actor sees it. @throws NOT_FOUND */
  cycle(ctx: Ctx, id: string): Promise<CycleResponse> {
    return this.reader.get(ctx, id);
  }

  /** Cycles whose gate is open or whose day presses, for an actor who manages them; else none. */
  waiting(ctx: Ctx, limit: number): Promise<WaitingCycle[]> {
    return this.reader.waiting(ctx, limit);
  }

  /** How many cycles of the tenant are not closed. */
  running(ctx: Ctx): Promise<number> {
    return this.reader.running(ctx);
  }

  open(ctx: Ctx, body: CreateCycleBody): Promise<CycleResponse> {
    return this.cycles.create(ctx, body);
  }

  update(ctx: Ctx, id: string, body: UpdateCycleBody): Promise<CycleResponse> {
    return this.cycles.update(ctx, id, body);
  }

  addObjective(ctx: Ctx, cycleId: string, body: ObjectiveBody): Promise<ObjectiveResponse> {
    return this.objectives.add(ctx, cycleId, body);
  }

  measure(ctx: Ctx, objectiveId: string): Promise<ObjectiveResponse> {
    return this.objectives.measure(ctx, objectiveId);
  }

  decide(ctx: Ctx, objectiveId: string, body: DecideObjectiveBody): Promise<ObjectiveResponse> {
    return this.objectives.decide(ctx, objectiveId, body);
  }

  advance(ctx: Ctx, id: string, body: AdvanceCycleBody): Promise<CycleResponse> {
    return this.advancing.execute(ctx, id, body);
  }
}
