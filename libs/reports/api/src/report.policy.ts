import { Injectable } from '@nestjs/common';
import type { AudienceKind } from '@wheelhouse/contracts';
import { authorize, can, grantsFor, type Place, WHOLE_TENANT } from '@wheelhouse/identity-domain';
import { DomainError } from '@wheelhouse/kernel';
import { OrgFacade } from '@wheelhouse/org-api';
import type { Ctx } from '@wheelhouse/platform-db';
import { EditionsRepository, type ReadableAudiences } from './editions.repository.js';

/** Who may read which editions: those whose scope includes the whole audience. */
@Injectable()
export class ReportPolicy {
  constructor(
    private readonly org: OrgFacade,
    private readonly editions: EditionsRepository,
  ) {}

  /** Refuses an edition whose audience is not wholly inside the actor's scope: 404, it does not exist for them. */
  async authorizeAudience(ctx: Ctx, kind: AudienceKind, id: string): Promise<void> {
    if (!can(ctx.actor, 'report.read', await this.place(ctx, kind, id))) throw new DomainError('NOT_FOUND');
  }

  /** Refuses whoever may not make editions of the whole tenant. */
  authorizeMaking(ctx: Ctx): void {
    authorize(ctx.actor, 'report.make', WHOLE_TENANT, 'report.read');
  }

  /** The audiences that lists are filtered by. */
  async readable(ctx: Ctx): Promise<ReadableAudiences> {
    if (can(ctx.actor, 'report.read', WHOLE_TENANT)) return { tenant: true, orgUnits: 'all' };
    if (this.ownUnits(ctx).length === 0) return { tenant: false, orgUnits: [] };
    const orgUnits: string[] = [];
    for (const id of await this.editions.orgUnitAudiences(ctx)) {
      if (can(ctx.actor, 'report.read', await this.place(ctx, 'org_unit', id))) orgUnits.push(id);
    }
    return { tenant: false, orgUnits };
  }

  /** Of these outlets, those that the actor may read about. */
  async outletsOf(ctx: Ctx, ids: string[]): Promise<string[]> {
    const outlets = [...(await this.org.outlets(ctx, ids)).values()];
    return outlets.filter((o) => can(ctx.actor, 'report.read', this.org.outletPlace(o))).map(({ id }) => id);
  }

  /** Org units that the actor's reading rights name. */
  ownUnits(ctx: Ctx): string[] {
    return this.scopeIds(ctx, 'org_unit');
  }

  /** Outlets that the actor's reading rights name. */
  ownOutlets(ctx: Ctx): string[] {
    return this.scopeIds(ctx, 'outlet');
  }

  private scopeIds(ctx: Ctx, kind: 'org_unit' | 'outlet'): string[] {
    return grantsFor(ctx.actor, 'report.read').flatMap(({ scopeKind, scopeId }) =>
      scopeKind === kind && scopeId ? [scopeId] : [],
    );
  }

  private async place(ctx: Ctx, kind: AudienceKind, id: string): Promise<Place> {
    return kind === 'tenant' ? WHOLE_TENANT : { orgUnitPath: (await this.org.orgUnit(ctx, id)).path };
  }
}
