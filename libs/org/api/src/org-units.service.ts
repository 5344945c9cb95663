import { Injectable } from '@nestjs/common';
import type { OrgUnitResponse, PlacementResponse } from '@wheelhouse/contracts';
import { TrailService } from '@wheelhouse/identity-api';
import { DomainError, type FieldProblem, localDateIn, newId } from '@wheelhouse/kernel';
import type { Ctx } from '@wheelhouse/platform-db';
import { changesOf } from './changes.js';
import type { CreateOrgUnitDto, UpdateOrgUnitDto } from './dto/org-units.dto.js';
import { OrgTreeService } from './org-tree.service.js';
import { presentPlacements, presentUnit } from './org-unit.presenter.js';
import { type OrgUnitRow, OrgUnitsRepository, type UnitUses } from './org-units.repository.js';
import { OutletsRepository } from './outlets.repository.js';
import { PlacementsRepository } from './placements.repository.js';
import { duplicateCode } from './refusals.js';

@Injectable()
export class OrgUnitsService {
  constructor(
    private readonly units: OrgUnitsRepository,
    private readonly outlets: OutletsRepository,
    private readonly placements: PlacementsRepository,
    private readonly trees: OrgTreeService,
    private readonly trail: TrailService,
  ) {}

  /** The parts of the tree inside the reader's scope, parents before children. Grants on outlets alone show no unit. */
  async list(ctx: Ctx): Promise<OrgUnitResponse[]> {
    const scope = await this.trees.scope(ctx, 'org.read');
    const tree = await this.trees.of(ctx);
    const mine = scope === 'all' ? null : new Set(scope.unitIds);
    const totals = tree.totals(await this.outlets.openByUnit(ctx, localDateIn(ctx.now, ctx.timeZone)));
    return tree
      .ordered()
      .filter((unit) => !mine || mine.has(unit.id))
      .map((unit) => presentUnit(unit, tree, totals, ctx.actor));
  }

  /** One unit as `list` shows it. */
  async get(ctx: Ctx, id: string): Promise<OrgUnitResponse> {
    const { unit, tree } = await this.trees.authorized(ctx, id, 'org.read');
    const totals = tree.totals(await this.outlets.openByUnit(ctx, localDateIn(ctx.now, ctx.timeZone)));
    return presentUnit(unit, tree, totals, ctx.actor);
  }

  /** Hangs a new unit under `parentId` from today on. Throws `CONFLICT.DUPLICATE` for a taken code. */
  async create(ctx: Ctx, body: CreateOrgUnitDto): Promise<OrgUnitResponse> {
    refuseHqKind(body.kind);
    await this.trees.requireTarget(ctx, body.parentId, 'parentId');
    if (await this.units.codeTaken(ctx, body.code, null)) throw duplicateCode(body.code);
    const id = newId();
    await this.units.insert(ctx, {
      id,
      parentId: body.parentId,
      kind: body.kind,
      code: body.code,
      name: { ...body.name },
    });
    await this.placements.begin(ctx, 'org_unit', id, body.parentId, localDateIn(ctx.now, ctx.timeZone));
    this.trees.forget(ctx);
    const after = { parentId: body.parentId, kind: body.kind, code: body.code, name: { ...body.name } };
    await this.trail.record(ctx, { action: 'org_unit.create', objectType: 'org_unit', objectId: id, after });
    return this.get(ctx, id);
  }

  /** Changes code, name or kind; the root stays headquarters and is the only one (`ORG.ROOT`). */
  async update(ctx: Ctx, id: string, body: UpdateOrgUnitDto): Promise<OrgUnitResponse> {
    const { unit } = await this.trees.authorized(ctx, id, 'org.manage');
    const next = {
      code: body.code ?? unit.code,
      name: body.name ? { ...body.name } : unit.name,
      kind: body.kind ?? unit.kind,
    };
    if (unit.parentId === null && next.kind !== 'hq') throw new DomainError('ORG.ROOT');
    if (unit.parentId !== null) refuseHqKind(next.kind);
    if (await this.units.codeTaken(ctx, next.code, id)) throw duplicateCode(next.code);
    await this.units.update(ctx, id, next);
    this.trees.forget(ctx);
    const changed = changesOf<Partial<OrgUnitRow>>(unit, next);
    if (changed) {
      await this.trail.record(ctx, { action: 'org_unit.update', objectType: 'org_unit', objectId: id, ...changed });
    }
    return this.get(ctx, id);
  }

  /** Removes a unit that nothing hangs or ever hung under; otherwise `ORG.UNIT_IN_USE` says what does. */
  async remove(ctx: Ctx, id: string): Promise<void> {
    const { unit } = await this.trees.authorized(ctx, id, 'org.manage');
    if (unit.parentId === null) throw new DomainError('ORG.ROOT');
    await this.units.lockTree(ctx);
    const uses = usesAsProblems(await this.units.uses(ctx, id));
    if (uses.length > 0) throw new DomainError('ORG.UNIT_IN_USE', {}, uses);
    await this.placements.removeAll(ctx, 'org_unit', id);
    await this.units.remove(ctx, id);
    this.trees.forget(ctx);
    const before = { code: unit.code, name: unit.name, parentId: unit.parentId };
    await this.trail.record(ctx, { action: 'org_unit.delete', objectType: 'org_unit', objectId: id, before });
  }

  /** Where the unit hung and when, oldest first. */
  async history(ctx: Ctx, id: string): Promise<PlacementResponse[]> {
    await this.trees.authorized(ctx, id, 'org.read');
    return presentPlacements(await this.placements.history(ctx, 'org_unit', id));
  }
}

/** What a unit is needed for, each with its number. A past stay counts only where nothing hangs now. */
function usesAsProblems({ units, outlets, past, roles }: UnitUses): FieldProblem[] {
  const problem = (field: string, code: string, count: number) =>
    count > 0 ? [{ field, code, params: { count } }] : [];
  return [
    ...problem('units', 'UNIT.HAS_UNITS', units),
    ...problem('outlets', 'UNIT.HAS_OUTLETS', outlets),
    ...(units + outlets === 0 ? problem('past', 'UNIT.HAD_OTHERS', past) : []),
    ...problem('roles', 'UNIT.HAS_ROLES', roles),
  ];
}

function refuseHqKind(kind: string): void {
  if (kind === 'hq') {
    throw new DomainError('REQUEST.INVALID', {}, [
      { field: 'kind', code: 'FIELD.ENUM', params: { allowed: 'region, area' } },
    ]);
  }
}
