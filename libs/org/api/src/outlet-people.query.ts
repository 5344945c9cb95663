import { Injectable } from '@nestjs/common';
import { OUTLET_ROLES, type OutletPersonResponse, type OutletRole } from '@wheelhouse/contracts';
import { IdentityFacade } from '@wheelhouse/identity-api';
import type { Ctx } from '@wheelhouse/platform-db';
import { OrgTreeService } from './org-tree.service.js';
import { OutletsService } from './outlets.service.js';

/** Who answers for an outlet. */
@Injectable()
export class OutletPeopleQuery {
  constructor(
    private readonly outlets: OutletsService,
    private readonly trees: OrgTreeService,
    private readonly identity: IdentityFacade,
  ) {}

  /**
   * Managers and staff of the outlet, then the supervisors of the units above, nearest first; each person once in a role.
   * Only names: addresses belong to who may read members, and mystery shoppers answer for no outlet.
   */
  async run(ctx: Ctx, id: string): Promise<OutletPersonResponse[]> {
    const outlet = await this.outlets.authorized(ctx, id, 'org.read');
    const tree = await this.trees.of(ctx);
    const upward = [id, ...tree.path(outlet.orgUnitId).reverse()];
    const holders = await this.identity.holdersAt(ctx, upward, [...OUTLET_ROLES]);
    const placeOf = (role: string) => OUTLET_ROLES.indexOf(role as OutletRole);
    const seen = new Set<string>();
    return holders
      .sort(
        (a, b) =>
          placeOf(a.role) - placeOf(b.role) ||
          upward.indexOf(a.scopeId) - upward.indexOf(b.scopeId) ||
          a.name.localeCompare(b.name),
      )
      .filter(({ memberId, role }) => {
        const key = `${memberId} ${role}`;
        return !seen.has(key) && Boolean(seen.add(key));
      })
      .map(({ name, role, scopeId }) => ({
        name,
        role: role as OutletRole,
        orgUnitName: tree.get(scopeId)?.name ?? null,
      }));
  }
}
