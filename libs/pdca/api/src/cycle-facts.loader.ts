import { Injectable } from '@nestjs/common';
import { localDateIn } from '@wheelhouse/kernel';
import { type CycleFacts, isMeasured } from '@wheelhouse/pdca-domain';
import type { Ctx } from '@wheelhouse/platform-db';
import { type CycleRow, CyclesRepository } from './cycles.repository.js';
import { type ObjectiveRow, ObjectivesRepository } from './objectives.repository.js';

export interface CycleWithFacts {
  cycle: CycleRow;
  objectives: ObjectiveRow[];
  facts: CycleFacts;
}

/** Gathers what the gates look at, for any number of cycles in two reads. */
@Injectable()
export class CycleFactsLoader {
  constructor(
    private readonly cycles: CyclesRepository,
    private readonly objectives: ObjectivesRepository,
  ) {}

  async load(ctx: Ctx, cycles: CycleRow[]): Promise<CycleWithFacts[]> {
    if (cycles.length === 0) return [];
    const objectives = await this.objectives.of(
      ctx,
      cycles.map((cycle) => cycle.id),
    );
    const doing = cycles.filter((cycle) => cycle.phase === 'do').map((cycle) => cycle.id);
    const assignments = doing.length > 0 ? await this.cycles.assignments(ctx, doing) : [];
    const today = localDateIn(ctx.now, ctx.timeZone);
    return cycles.map((cycle) => {
      const own = objectives.filter((objective) => objective.cycleId === cycle.id);
      const window = assignments.find((entry) => entry.cycleId === cycle.id) ?? { total: 0, settled: 0 };
      return { cycle, objectives: own, facts: factsOf(cycle, own, window, today) };
    });
  }
}

function factsOf(
  cycle: CycleRow,
  objectives: ObjectiveRow[],
  assignments: CycleFacts['assignments'],
  today: string,
): CycleFacts {
  const { phase, scopeName, standardName, standardStatus, auditPlan, doFrom, doTo, conclusion } = cycle;
  return {
    phase,
    today,
    scope: scopeName,
    standard: standardName && standardStatus && { name: standardName, status: standardStatus },
    auditPlan,
    doFrom,
    doTo,
    conclusion,
    assignments: { total: assignments.total, settled: assignments.settled },
    objectives: objectives.map(({ name, direction, baseline, target, dueOn, measured, decision }) => ({
      name,
      direction,
      baseline: baseline?.value ?? null,
      target,
      dueOn,
      measured: isMeasured(measured),
      decision,
    })),
  };
}
