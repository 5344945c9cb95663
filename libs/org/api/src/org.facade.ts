import { Injectable } from '@nestjs/common';
import type { OrgUnitKind, Permission } from '@wheelhouse/contracts';
import type { Place } from '@wheelhouse/identity-domain';
import { DomainError, type LocalDate, type LocalizedText } from '@wheelhouse/kernel';
import type { Ctx } from '@wheelhouse/platform-db';
import type { NetworkSnapshot } from './network-snapshot.js';
import { NetworkQuery } from './network.query.js';
import { OrgTreeService } from './org-tree.service.js';
import { OutletsRepository, type OutletView } from './outlets.repository.js';
import { SettingsRepository, type TenantSettings, type TenantToClose } from './settings.repository.js';

export interface OrgUnitView {
  id: string;
  name: LocalizedText;
  kind: OrgUnitKind;
  /** Ids from the root down to this unit. */
  path: string[];
}

/** What other features ask the network. It checks no permission: who asks authorises with the place it gives. */
@Injectable()
export class OrgFacade {
  constructor(
    private readonly outletRows: OutletsRepository,
    private readonly trees: OrgTreeService,
    private readonly network: NetworkQuery,
    private readonly settingsRows: SettingsRepository,
  ) {}

  /** One outlet, open or closed. Throws `NOT_FOUND`. */
  async outlet(ctx: Ctx, id: string): Promise<OutletView> {
    const outlet = await this.outletRows.view(ctx, id);
    if (!outlet) throw new DomainError('NOT_FOUND');
    return outlet;
  }

  /** Several outlets by id; an unknown id is not in the answer. */
  async outlets(ctx: Ctx, ids: string[]): Promise<Map<string, OutletView>> {
    if (ids.length === 0) return new Map();
    const tree = await this.trees.of(ctx);
    const rows = await this.outletRows.views(ctx, [...new Set(ids)]);
    return new Map(rows.map((row) => [row.id, { ...row, orgUnitPath: tree.path(row.orgUnitId) }]));
  }

  /** Where the outlet is, for `authorize` and `can`. */
  outletPlace(outlet: Pick<OutletView, 'id' | 'orgUnitPath'>): Place {
    return { orgUnitPath: outlet.orgUnitPath, outletId: outlet.id };
  }

  /** Throws `NOT_FOUND`. */
  async orgUnit(ctx: Ctx, id: string): Promise<OrgUnitView> {
    const tree = await this.trees.of(ctx);
    const unit = tree.get(id);
    if (!unit) throw new DomainError('NOT_FOUND');
    return { id: unit.id, name: unit.name, kind: unit.kind, path: tree.path(id) };
  }

  /** The outlets, closed ones too, on which the actor holds `permission`: what lists are filtered by. */
  async outletIdsInScope(ctx: Ctx, permission: Permission): Promise<'all' | string[]> {
    const scope = await this.trees.scope(ctx, permission);
    if (scope === 'all') return 'all';
    return scope.unitIds.length === 0 ? scope.outletIds : this.outletRows.ids(ctx, scope.unitIds, scope.outletIds);
  }

  /** The outlets, closed ones too, that hang at or below the unit today; none for an unknown unit. */
  async outletIdsBelow(ctx: Ctx, orgUnitId: string): Promise<string[]> {
    return this.outletRows.ids(ctx, (await this.trees.of(ctx)).below(orgUnitId));
  }

  /** The outlets of the tenant, closed ones too, whose name or code holds `q`: to narrow what is scoped already. */
  outletIdsNamed(ctx: Ctx, q: string): Promise<string[]> {
    return this.outletRows.idsNamed(ctx, q);
  }

  /** The tree and the outlets open on `date`, placed as they were then; names and peer groups as of today. */
  networkOn(ctx: Ctx, date: LocalDate): Promise<NetworkSnapshot> {
    return this.network.on(ctx, date);
  }

  /** What the tenant has decided for itself, with the scheme in force. */
  settings(ctx: Ctx): Promise<TenantSettings> {
    return this.settingsRows.find(ctx);
  }

  /** Every active tenant with what closes its week; needs no tenant's transaction. */
  tenantsToClose(): Promise<TenantToClose[]> {
    return this.settingsRows.activeTenants();
  }
}
