import { Injectable } from '@nestjs/common';
import type { CyclePhase, CycleResponse, CycleSummary, Effect, ObjectiveResponse, Page } from '@wheelhouse/contracts';
import { DomainError, isUuid } from '@wheelhouse/kernel';
import { type Ctx, decodeCursor, pageOf } from '@wheelhouse/platform-db';
import { CycleAccess } from './cycle-access.js';
import { CycleFactsLoader } from './cycle-facts.loader.js';
import { mayManage } from './cycle.policy.js';
import { presentCycle, presentObjective, presentSummary } from './cycle.presenter.js';
import { type CycleRow, CyclesRepository } from './cycles.repository.js';
import { ObjectiveFigures } from './objective-figures.service.js';
import { type ObjectiveRow, ObjectivesRepository } from './objectives.repository.js';
import { PassagesRepository } from './passages.repository.js';

const PAGE = 50;
/** Phases in which figures still move; afterwards what was measured stands. */
const LIVE: readonly CyclePhase[] = ['plan', 'do', 'check'];

/** Cycles as people see them. */
@Injectable()
export class CycleReader {
  constructor(
    private readonly cycles: CyclesRepository,
    private readonly access: CycleAccess,
    private readonly loader: CycleFactsLoader,
    private readonly figures: ObjectiveFigures,
    private readonly passages: PassagesRepository,
    private readonly objectives: ObjectivesRepository,
  ) {}

  /** The cycles that the actor may see, newest first. @throws REQUEST.CURSOR */
  async list(ctx: Ctx, query: { phase?: CyclePhase; cursor?: string; limit?: number }): Promise<Page<CycleSummary>> {
    const limit = query.limit ?? PAGE;
    const orgUnitIds = await this.access.readableUnits(ctx);
    const filter = { orgUnitIds, phase: query.phase ?? null, before: idOf(query.cursor), limit: limit + 1 };
    const { items, nextCursor } = pageOf(await this.cycles.list(ctx, filter), limit, (row) => [row.id]);
    return { items: (await this.loader.load(ctx, items)).map(presentSummary), nextCursor };
  }

  /** A cycle with its figures as they are now. @throws NOT_FOUND */
  async get(ctx: Ctx, id: string): Promise<CycleResponse> {
    const cycle = await this.access.read(ctx, id);
    const [whole] = await this.loader.load(ctx, [cycle]);
    if (!whole) throw new DomainError('NOT_FOUND');
    return presentCycle({
      ...whole,
      effects: await this.effects(ctx, cycle, whole.objectives),
      passages: await this.passages.of(ctx, id),
      successorId: await this.cycles.successorOf(ctx, id),
      mayManage: mayManage(ctx.actor),
      locale: ctx.locale,
    });
  }

  /** One objective of a cycle with its figures as they are now. @throws NOT_FOUND */
  async objective(ctx: Ctx, cycle: CycleRow, id: string): Promise<ObjectiveResponse> {
    const objective = await this.objectives.find(ctx, id);
    if (!objective) throw new DomainError('NOT_FOUND');
    return presentObjective(objective, (await this.effects(ctx, cycle, [objective])).get(id) ?? null);
  }

  private async effects(ctx: Ctx, cycle: CycleRow, objectives: ObjectiveRow[]): Promise<Map<string, Effect>> {
    const effects = new Map<string, Effect>();
    if (!LIVE.includes(cycle.phase) || objectives.length === 0) return effects;
    const ground = await this.figures.groundOf(ctx, cycle);
    for (const objective of objectives) effects.set(objective.id, await this.figures.effect(ctx, ground, objective));
    return effects;
  }
}

function idOf(cursor: string | undefined): string | null {
  if (cursor === undefined) return null;
  const [id] = decodeCursor(cursor, 1);
  if (!isUuid(id)) throw new DomainError('REQUEST.CURSOR');
  return id;
}
