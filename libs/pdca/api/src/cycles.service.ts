import { Injectable } from '@nestjs/common';
import type { CreateCycleBody, CycleResponse, UpdateCycleBody } from '@wheelhouse/contracts';
import { TrailService } from '@wheelhouse/identity-api';
import { DomainError, type FieldProblem } from '@wheelhouse/kernel';
import { CYCLE_FIELDS, type CycleField, mayBeEmpty, OPEN_FIELDS } from '@wheelhouse/pdca-domain';
import type { Ctx } from '@wheelhouse/platform-db';
import { CycleAccess, wrongPhase } from './cycle-access.js';
import { CycleReferences } from './cycle-references.js';
import { requireManage } from './cycle.policy.js';
import { CycleReader } from './cycle.reader.js';
import { type CycleChange, type CycleRow, CyclesRepository } from './cycles.repository.js';
import { MetricGuard } from './metric.guard.js';
import { ObjectivesService } from './objectives.service.js';

/** Opens cycles and changes what their phase leaves open. */
@Injectable()
export class CyclesService {
  constructor(
    private readonly cycles: CyclesRepository,
    private readonly access: CycleAccess,
    private readonly reader: CycleReader,
    private readonly objectives: ObjectivesService,
    private readonly metrics: MetricGuard,
    private readonly references: CycleReferences,
    private readonly trail: TrailService,
  ) {}

  /** A new cycle in the phase plan. @throws REQUEST.INVALID with the field of a reference that leads nowhere */
  async create(ctx: Ctx, body: CreateCycleBody): Promise<CycleResponse> {
    requireManage(ctx.actor);
    requireOrder(body.doFrom ?? null, body.doTo ?? null);
    await this.references.orgUnit(ctx, body.orgUnitId);
    if (body.standardVersionId) await this.references.standardVersion(ctx, body.standardVersionId);
    if (body.predecessorId) await this.references.existing('predecessorId', this.access.read(ctx, body.predecessorId));
    const cycle = {
      name: { en: body.name.en, zh: body.name.zh },
      orgUnitId: body.orgUnitId,
      standardVersionId: body.standardVersionId ?? null,
      auditPlan: body.auditPlan || null,
      doFrom: body.doFrom ?? null,
      doTo: body.doTo ?? null,
      predecessorId: body.predecessorId ?? null,
    };
    const id = await this.cycles.insert(ctx, cycle);
    await this.trail.record(ctx, { action: 'cycle.create', objectType: 'cycle', objectId: id, after: cycle });
    return this.reader.get(ctx, id);
  }

  /**
   * Changes what the phase leaves open. A new first day or standard moves the baselines with it.
   * @throws NOT_FOUND, CYCLE.PHASE with the closed fields, CYCLE.METRIC, REQUEST.INVALID
   */
  async update(ctx: Ctx, id: string, body: UpdateCycleBody): Promise<CycleResponse> {
    const cycle = await this.access.lock(ctx, id);
    const change = changeOf(cycle, body);
    const fields = Object.keys(change) as CycleField[];
    const closed = fields.filter((field) => !OPEN_FIELDS[cycle.phase].includes(field));
    if (closed.length > 0)
      throw new DomainError('CYCLE.PHASE', wrongPhase(ctx, cycle).params, problems(closed, 'FIELD.CLOSED'));
    const emptied = fields.filter((field) => change[field] === null && !mayBeEmpty(field, cycle.phase));
    if (emptied.length > 0) throw new DomainError('REQUEST.INVALID', {}, problems(emptied, 'FIELD.REQUIRED'));
    requireOrder(
      change.doFrom !== undefined ? change.doFrom : cycle.doFrom,
      change.doTo !== undefined ? change.doTo : cycle.doTo,
    );
    if (change.standardVersionId !== undefined) await this.requireStandard(ctx, id, change.standardVersionId);
    if (fields.length > 0) {
      await this.cycles.update(ctx, id, change);
      const before = Object.fromEntries(fields.map((field) => [field, cycle[field]]));
      await this.trail.record(ctx, {
        action: 'cycle.update',
        objectType: 'cycle',
        objectId: id,
        before,
        after: change,
      });
    }
    if (change.doFrom !== undefined || change.standardVersionId !== undefined)
      await this.objectives.moveBaselines(ctx, id);
    return this.reader.get(ctx, id);
  }

  private async requireStandard(ctx: Ctx, cycleId: string, versionId: string | null): Promise<void> {
    if (versionId) await this.references.standardVersion(ctx, versionId);
    await this.metrics.requireFits(ctx, versionId, await this.objectives.metricsOf(ctx, cycleId));
  }
}

/** The fields of a request that differ from what is there; blank texts are none. */
function changeOf(cycle: CycleRow, body: UpdateCycleBody): Partial<Pick<CycleChange, CycleField>> {
  const given = CYCLE_FIELDS.map((field) => [field, body[field] === '' ? null : body[field]] as const);
  const differing = given.filter(([field, value]) => value !== undefined && !same(cycle[field], value));
  return Object.fromEntries(differing);
}

function same(one: CycleRow[CycleField], other: UpdateCycleBody[CycleField]): boolean {
  if (one === null || other === null || typeof one !== 'object' || typeof other !== 'object') return one === other;
  return one.en === other.en && one.zh === other.zh;
}

function requireOrder(doFrom: string | null, doTo: string | null): void {
  if (!doFrom || !doTo || doFrom <= doTo) return;
  throw new DomainError('REQUEST.INVALID', {}, [
    { field: 'doTo', code: 'FIELD.RANGE', params: { min: doFrom, max: '…' } },
  ]);
}

const problems = (fields: string[], code: string): FieldProblem[] => fields.map((field) => ({ field, code }));
