import { Injectable } from '@nestjs/common';
import type { Permission } from '@wheelhouse/contracts';
import { authorize, can, grantsFor, type Place } from '@wheelhouse/identity-domain';
import { DomainError } from '@wheelhouse/kernel';
import type { Ctx } from '@wheelhouse/platform-db';
import type { EntityManager } from 'typeorm';
import { type OrgUnitRow, OrgUnitsRepository } from './org-units.repository.js';
import type { OutletScope } from './outlets.repository.js';
import { OrgTree } from './tree.js';

/** Today's tree, read once for each transaction, and what of it an actor may see. */
@Injectable()
export class OrgTreeService {
  private readonly trees = new WeakMap<EntityManager, Promise<OrgTree<OrgUnitRow>>>();

  constructor(private readonly units: OrgUnitsRepository) {}

  of(ctx: Ctx): Promise<OrgTree<OrgUnitRow>> {
    const known = this.trees.get(ctx.em);
    if (known) return known;
    const tree = this.units.all(ctx).then((units) => new OrgTree(units));
    this.trees.set(ctx.em, tree);
    return tree;
  }

  /** To be called by whoever changes the tree. */
  forget(ctx: Ctx): void {
    this.trees.delete(ctx.em);
  }

  /** Loads a unit that the actor may do `permission` on; 404 outside the actor's scope, 403 inside without permission. */
  async authorized(
    ctx: Ctx,
    id: string,
    permission: Permission,
  ): Promise<{ unit: OrgUnitRow; tree: OrgTree<OrgUnitRow> }> {
    const tree = await this.of(ctx);
    const unit = tree.get(id);
    if (!unit) throw new DomainError('NOT_FOUND');
    authorize(ctx.actor, permission, placeOf(tree, id), 'org.read');
    return { unit, tree };
  }

  /** Refuses, under the name of `field`, a unit that does not exist or that the actor may not hang anything under. */
  async requireTarget(ctx: Ctx, id: string, field: string): Promise<void> {
    const tree = await this.of(ctx);
    if (tree.get(id) && can(ctx.actor, 'org.manage', placeOf(tree, id))) return;
    throw new DomainError('REQUEST.INVALID', {}, [{ field, code: 'FIELD.NOT_FOUND' }]);
  }

  /** Where the actor's grants for `permission` reach: everywhere, or the units (with all below them) and outlets named. */
  async scope(ctx: Ctx, permission: Permission): Promise<OutletScope> {
    const grants = grantsFor(ctx.actor, permission);
    if (grants.some((grant) => grant.scopeKind === 'tenant')) return 'all';
    const ids = (kind: string) =>
      grants.flatMap((grant) => (grant.scopeKind === kind && grant.scopeId ? [grant.scopeId] : []));
    const roots = ids('org_unit');
    const tree = roots.length > 0 ? await this.of(ctx) : null;
    return {
      unitIds: [...new Set(roots.flatMap((id) => tree?.below(id) ?? []))],
      outletIds: [...new Set(ids('outlet'))],
    };
  }
}

/** Where a unit is, for policies. */
export function placeOf(tree: OrgTree<OrgUnitRow>, unitId: string): Place {
  return { orgUnitPath: tree.path(unitId) };
}
