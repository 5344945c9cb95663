import { Injectable } from '@nestjs/common';
import type { MoveOutletsBody, MoveOutletsResponse } from '@wheelhouse/contracts';
import { TrailService } from '@wheelhouse/identity-api';
import { authorize } from '@wheelhouse/identity-domain';
import { DomainError, type FieldProblem, localDateIn } from '@wheelhouse/kernel';
import type { Ctx } from '@wheelhouse/platform-db';
import { OrgTreeService } from './org-tree.service.js';
import { placeOfOutlet } from './outlet.presenter.js';
import { type OutletRow, OutletsRepository } from './outlets.repository.js';
import { OutletsService } from './outlets.service.js';
import { type MovePlan, planMove } from './placements.js';
import { PlacementsRepository } from './placements.repository.js';

/** Moves several outlets, or puts them into a peer group, in one transaction: all or none. */
@Injectable()
export class MoveOutletsCommand {
  constructor(
    private readonly outlets: OutletsRepository,
    private readonly placements: PlacementsRepository,
    private readonly trees: OrgTreeService,
    private readonly service: OutletsService,
    private readonly trail: TrailService,
  ) {}

  /** Throws `ORG.MOVE_REFUSED` with one entry for each outlet that cannot go, `REQUEST.INVALID` for a bad target. */
  async run(ctx: Ctx, body: MoveOutletsBody): Promise<MoveOutletsResponse> {
    const { orgUnitId, peerGroupId } = body;
    if (orgUnitId === undefined && peerGroupId === undefined) {
      throw new DomainError('REQUEST.INVALID', {}, [{ field: 'orgUnitId', code: 'FIELD.REQUIRED' }]);
    }
    if (orgUnitId !== undefined) await this.trees.requireTarget(ctx, orgUnitId, 'orgUnitId');
    await this.service.checkPeerGroup(ctx, peerGroupId);
    const ids = [...new Set(body.outletIds.map((id) => id.toLowerCase()))];
    await this.outlets.lock(ctx, ...ids);
    const outlets = await this.load(ctx, ids);
    const plans =
      orgUnitId === undefined ? new Map<string, MovePlan>() : await this.plan(ctx, outlets, orgUnitId, body.from);
    const results: MoveOutletsResponse['results'] = [];
    for (const outlet of outlets) {
      const plan = plans.get(outlet.id) ?? { kind: 'none' };
      if (orgUnitId !== undefined && plan.kind !== 'none') await this.move(ctx, outlet, orgUnitId, plan);
      const regrouped = peerGroupId !== undefined && peerGroupId !== outlet.peerGroupId;
      if (regrouped) await this.regroup(ctx, outlet, peerGroupId);
      results.push({ outletId: outlet.id, code: outlet.code, moved: plan.kind !== 'none', regrouped });
    }
    return { results };
  }

  /** The outlets in the order of `ids`; what the actor does not see is not found. */
  private async load(ctx: Ctx, ids: string[]): Promise<OutletRow[]> {
    const rows = new Map((await this.outlets.findMany(ctx, ids)).map((row) => [row.id, row]));
    const tree = await this.trees.of(ctx);
    const missing: FieldProblem[] = [];
    const outlets = ids.flatMap((id, i) => {
      const row = rows.get(id);
      if (!row) missing.push({ field: `outletIds[${i}]`, code: 'FIELD.NOT_FOUND' });
      return row ? [row] : [];
    });
    if (missing.length > 0) throw refused(missing);
    for (const row of outlets) authorize(ctx.actor, 'org.manage', placeOfOutlet(row, tree), 'org.read');
    return outlets;
  }

  private async plan(ctx: Ctx, outlets: OutletRow[], orgUnitId: string, from: string | undefined) {
    const today = localDateIn(ctx.now, ctx.timeZone);
    const plans = new Map<string, MovePlan>();
    const problems: FieldProblem[] = [];
    for (const [i, outlet] of outlets.entries()) {
      try {
        plans.set(outlet.id, planMove(await this.placements.history(ctx, 'outlet', outlet.id), orgUnitId, from, today));
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        problems.push({ field: `outletIds[${i}]`, code: 'MOVE.DATE', params: error.params });
      }
    }
    if (problems.length > 0) throw refused(problems);
    return plans;
  }

  private async move(ctx: Ctx, outlet: OutletRow, orgUnitId: string, plan: Exclude<MovePlan, { kind: 'none' }>) {
    await this.placements.apply(ctx, 'outlet', outlet.id, orgUnitId, plan);
    await this.outlets.update(ctx, outlet.id, { orgUnitId });
    await this.trail.record(ctx, {
      action: 'outlet.move',
      objectType: 'outlet',
      objectId: outlet.id,
      before: { orgUnitId: outlet.orgUnitId },
      after: { orgUnitId, from: plan.from },
    });
  }

  private async regroup(ctx: Ctx, outlet: OutletRow, peerGroupId: string | null) {
    await this.outlets.update(ctx, outlet.id, { peerGroupId });
    await this.trail.record(ctx, {
      action: 'outlet.update',
      objectType: 'outlet',
      objectId: outlet.id,
      before: { peerGroupId: outlet.peerGroupId },
      after: { peerGroupId },
    });
  }
}

const refused = (problems: FieldProblem[]) => new DomainError('ORG.MOVE_REFUSED', { count: problems.length }, problems);
