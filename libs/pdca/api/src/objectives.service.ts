import { Injectable } from '@nestjs/common';
import type {
  DecideObjectiveBody,
  Metric,
  ObjectiveBody,
  ObjectiveResponse,
  UpdateObjectiveBody,
} from '@wheelhouse/contracts';
import { TrailService } from '@wheelhouse/identity-api';
import { DomainError } from '@wheelhouse/kernel';
import { normalMetric } from '@wheelhouse/pdca-domain';
import type { Ctx } from '@wheelhouse/platform-db';
import { CycleAccess } from './cycle-access.js';
import { CycleReader } from './cycle.reader.js';
import { CyclesRepository } from './cycles.repository.js';
import { MetricGuard } from './metric.guard.js';
import { ObjectiveFigures } from './objective-figures.service.js';
import { type ObjectiveChange, type ObjectiveRow, ObjectivesRepository } from './objectives.repository.js';

/** More than anybody can pursue at once. */
const MAX_OBJECTIVES = 20;

/** Sets, measures and decides the objectives of a cycle. */
@Injectable()
export class ObjectivesService {
  constructor(
    private readonly objectives: ObjectivesRepository,
    private readonly cycles: CyclesRepository,
    private readonly access: CycleAccess,
    private readonly figures: ObjectiveFigures,
    private readonly metrics: MetricGuard,
    private readonly reader: CycleReader,
    private readonly trail: TrailService,
  ) {}

  /** Sets an objective and computes its baseline. @throws NOT_FOUND, CYCLE.PHASE after the plan, CYCLE.METRIC */
  async add(
    ctx: Ctx,
    cycleId: string,
    { name, metric, direction, target, dueOn }: ObjectiveBody,
  ): Promise<ObjectiveResponse> {
    const cycle = await this.access.lockFor(ctx, cycleId, 'change');
    if ((await this.objectives.of(ctx, [cycleId])).length >= MAX_OBJECTIVES) {
      throw new DomainError('REQUEST.INVALID', {}, [
        { field: 'objectives', code: 'FIELD.TOO_MANY', params: { max: MAX_OBJECTIVES } },
      ]);
    }
    await this.metrics.requireFit(ctx, cycle.standardVersionId, metric);
    const objective = {
      name: { en: name.en, zh: name.zh },
      metric: normalMetric(metric),
      direction,
      baseline: await this.figures.baseline(ctx, await this.figures.groundOf(ctx, cycle), metric),
      target: target ?? null,
      dueOn: dueOn ?? null,
    };
    const id = await this.objectives.insert(ctx, cycleId, objective);
    await this.record(ctx, 'create', id, null, { ...objective, cycleId });
    return this.reader.objective(ctx, cycle, id);
  }

  /**
   * Changes an objective in the plan; another metric gets its own baseline.
   * @throws as {@link add}; CONFLICT.STALE when somebody has changed it since `revision`
   */
  async update(
    ctx: Ctx,
    id: string,
    { revision, name, metric, direction, target, dueOn }: UpdateObjectiveBody,
  ): Promise<ObjectiveResponse> {
    const { cycle, objective } = await this.access.lockObjective(ctx, id, 'change');
    if (revision !== undefined && revision !== objective.revision) throw new DomainError('CONFLICT.STALE');
    const change: ObjectiveChange = { revision: objective.revision + 1, direction, target, dueOn };
    if (name) change.name = { en: name.en, zh: name.zh };
    if (metric) {
      await this.metrics.requireFit(ctx, cycle.standardVersionId, metric);
      change.metric = normalMetric(metric);
      change.baseline = await this.figures.baseline(ctx, await this.figures.groundOf(ctx, cycle), metric);
    }
    await this.objectives.update(ctx, id, change);
    await this.record(ctx, 'update', id, objective, change);
    return this.reader.objective(ctx, cycle, id);
  }

  /** Takes an objective out of the plan. @throws NOT_FOUND, CYCLE.PHASE */
  async remove(ctx: Ctx, id: string): Promise<void> {
    const { objective } = await this.access.lockObjective(ctx, id, 'change');
    await this.objectives.remove(ctx, id);
    const { cycleId, name, metric, target } = objective;
    await this.record(ctx, 'delete', id, { cycleId, name, metric, target }, null);
  }

  /** Computes the baseline anew from what is known now. @throws NOT_FOUND, CYCLE.PHASE after the plan */
  async recomputeBaseline(ctx: Ctx, id: string): Promise<ObjectiveResponse> {
    const { cycle, objective } = await this.access.lockObjective(ctx, id, 'change');
    const ground = await this.figures.groundOf(ctx, cycle);
    const change = { baseline: await this.figures.baseline(ctx, ground, objective.metric) };
    await this.objectives.update(ctx, id, change);
    await this.record(ctx, 'baseline', id, objective, change);
    return this.reader.objective(ctx, cycle, id);
  }

  /** Fixes before and after as they are now; may be repeated in the check phase. @throws NOT_FOUND, CYCLE.PHASE */
  async measure(ctx: Ctx, id: string): Promise<ObjectiveResponse> {
    const { cycle, objective } = await this.access.lockObjective(ctx, id, 'measure');
    const ground = await this.figures.groundOf(ctx, cycle);
    const measured = await this.figures.effect(ctx, ground, objective);
    await this.objectives.update(ctx, id, { measured });
    const { before, after } = measured;
    await this.record(ctx, 'measure', id, null, { name: objective.name, baseline: before, measured: after });
    return this.reader.objective(ctx, cycle, id);
  }

  /** Decides what follows from an objective; may be changed until the cycle closes. @throws NOT_FOUND, CYCLE.PHASE */
  async decide(ctx: Ctx, id: string, { decision, reason }: DecideObjectiveBody): Promise<ObjectiveResponse> {
    const { cycle, objective } = await this.access.lockObjective(ctx, id, 'decide');
    await this.objectives.update(ctx, id, { decision, decisionReason: reason });
    await this.record(ctx, 'decide', id, objective, { decision, decisionReason: reason });
    return this.reader.objective(ctx, cycle, id);
  }

  /** Computes all baselines of a cycle anew, after its first day or its standard has changed. */
  async moveBaselines(ctx: Ctx, cycleId: string): Promise<void> {
    const cycle = await this.cycles.find(ctx, cycleId);
    const objectives = await this.objectives.of(ctx, [cycleId]);
    if (!cycle || objectives.length === 0) return;
    const ground = await this.figures.groundOf(ctx, cycle);
    for (const { id, metric } of objectives) {
      await this.objectives.update(ctx, id, { baseline: await this.figures.baseline(ctx, ground, metric) });
    }
  }

  /** Of what is there before, only what the change names. */
  private record(
    ctx: Ctx,
    verb: 'create' | 'update' | 'delete' | 'baseline' | 'measure' | 'decide',
    id: string,
    before: Partial<ObjectiveRow> | null,
    change: ObjectiveChange | Record<string, unknown> | null,
  ): Promise<void> {
    const named = Object.entries(change ?? {}).filter(([key, value]) => value !== undefined && key !== 'revision');
    const was = change ? named.map(([key]) => [key, before?.[key as keyof ObjectiveRow] ?? null]) : null;
    return this.trail.record(ctx, {
      action: `objective.${verb}`,
      objectType: 'objective',
      objectId: id,
      ...(before ? { before: was ? Object.fromEntries(was) : before } : {}),
      ...(change ? { after: Object.fromEntries(named) } : {}),
    });
  }

  async metricsOf(ctx: Ctx, cycleId: string): Promise<Metric[]> {
    return (await this.objectives.of(ctx, [cycleId])).map((objective) => objective.metric);
  }
}
