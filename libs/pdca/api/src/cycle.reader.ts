import { Injectable } from '@nestjs/common';
import type {
  CyclePhase,
  CycleResponse,
  CycleSummary,
  Effect,
  ObjectiveResponse,
  Page,
  WaitingCycle,
} from '@wheelhouse/contracts';
import { addDays, DomainError, isUuid, localDateIn } from '@wheelhouse/kernel';
import { waitingPhase } from '@wheelhouse/pdca-domain';
import { type Ctx, decodeCursor, pageOf } from '@wheelhouse/platform-db';
import { CycleAccess } from './cycle-access.js';
import { CycleFactsLoader } from './cycle-facts.loader.js';
import { mayManage } from './cycle.policy.js';
import { presentCycle, presentObjective, presentSummary } from './cycle.presenter.js';
import { type CycleRow, CyclesRepository } from './cycles.repository.js';
import { ObjectiveFigures } from './objective-figures.service.js';
import { type ObjectiveRow, ObjectivesRepository } from './objectives.repository.js';
import { PassagesRepository } from './passages.repository.js';
import { TurnsRepository } from './turns.repository.js';

const PAGE = 50;
/** Cycles that run at the same time, at most. */
const MOST_RUNNING = 200;
/** A day of a cycle presses from so many days before it. */
const PRESSING_DAYS = 7;
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
    private readonly turns: TurnsRepository,
  ) {}

  /** The cycles that the actor may see, newest first. @throws REQUEST.CURSOR */
  async list(
    ctx: Ctx,
    query: { q?: string; phase?: CyclePhase; cursor?: string; limit?: number },
  ): Promise<Page<CycleSummary>> {
    const limit = query.limit ?? PAGE;
    const orgUnitIds = await this.access.readableUnits(ctx);
    const filter = { orgUnitIds, phase: query.phase ?? null, q: query.q, before: idOf(query.cursor), limit: limit + 1 };
    const { items, nextCursor } = pageOf(await this.cycles.list(ctx, filter), limit, (row) => [row.id]);
    return { items: (await this.loader.load(ctx, items)).map(presentSummary), nextCursor };
  }

  /** Cycles that ask something of the actor, who manages them; the most pressing day first. */
  async waiting(ctx: Ctx, limit: number): Promise<WaitingCycle[]> {
    if (!mayManage(ctx.actor)) return [];
    const until = addDays(localDateIn(ctx.now, ctx.timeZone), PRESSING_DAYS);
    const running = await this.loader.load(ctx, await this.cycles.running(ctx, MOST_RUNNING));
    return running
      .flatMap(({ cycle: { id, name, phase, scopeName }, facts }) => {
        const asked = waitingPhase(facts, until);
        return asked ? [{ id, name, phase, scopeName, ...asked }] : [];
      })
      .sort((a, b) => ((a.dueOn ?? '9') < (b.dueOn ?? '9') ? -1 : 1))
      .slice(0, limit);
  }

  /** How many cycles are not closed. */
  async running(ctx: Ctx): Promise<number> {
    return (await this.cycles.running(ctx, MOST_RUNNING)).length;
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
      turns: await this.turns.around(ctx, id, await this.access.readableUnits(ctx)),
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
