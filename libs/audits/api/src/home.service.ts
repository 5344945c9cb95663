import { Injectable } from '@nestjs/common';
import { AUDIT_KINDS, type HomeResponse, SUBMIT_PERMISSION } from '@wheelhouse/contracts';
import { can, holds, WHOLE_TENANT } from '@wheelhouse/identity-domain';
import { OrgFacade } from '@wheelhouse/org-api';
import type { Ctx } from '@wheelhouse/platform-db';
import { StandardsFacade } from '@wheelhouse/standards-api';
import { AssignmentsService } from './assignments.service.js';
import { AuditListsRepository } from './audit-lists.repository.js';
import { AuditSummaries } from './audit-summaries.js';
import { AuditsService } from './audits.service.js';

const WAITING = 50;
const OUTLETS = 50;
const LAST_AUDITS = 5;

/** What waits for the actor, and how the actor's own outlets did. */
@Injectable()
export class HomeService {
  constructor(
    private readonly assignments: AssignmentsService,
    private readonly audits: AuditsService,
    private readonly lists: AuditListsRepository,
    private readonly summaries: AuditSummaries,
    private readonly org: OrgFacade,
    private readonly standards: StandardsFacade,
  ) {}

  async get(ctx: Ctx): Promise<HomeResponse> {
    const visibility = await this.audits.visibility(ctx);
    const drafts = await this.lists.list(ctx, visibility, { status: 'draft', limit: WAITING });
    const reviews = can(ctx.actor, 'audit.review', WHOLE_TENANT)
      ? await this.lists.list(ctx, visibility, { undecided: true, limit: WAITING })
      : [];
    return {
      assignments: (await this.assignments.list(ctx, { mine: true, limit: WAITING })).items,
      drafts: await this.summaries.of(ctx, drafts.slice(0, WAITING)),
      reviews: await this.summaries.of(ctx, reviews.slice(0, WAITING)),
      outlets: await this.ownOutlets(ctx),
      startable: await this.startable(ctx),
    };
  }

  private async ownOutlets(ctx: Ctx): Promise<HomeResponse['outlets']> {
    const ids = ctx.actor.grants.flatMap((grant) =>
      grant.scopeKind === 'outlet' && grant.scopeId ? [grant.scopeId] : [],
    );
    const outlets = [...(await this.org.outlets(ctx, ids)).values()]
      .sort((a, b) => (a.code < b.code ? -1 : 1))
      .slice(0, OUTLETS);
    const readable = outlets
      .filter((outlet) => can(ctx.actor, 'audit.read', this.org.outletPlace(outlet)))
      .map((outlet) => outlet.id);
    const last =
      readable.length > 0
        ? await this.summaries.of(ctx, await this.lists.lastPublished(ctx, readable, LAST_AUDITS))
        : [];
    return outlets.map(({ id, code, name }) => ({
      id,
      code,
      name,
      lastAudits: last.filter((audit) => audit.outlet.id === id),
    }));
  }

  private async startable(ctx: Ctx): Promise<HomeResponse['startable']> {
    const kinds = AUDIT_KINDS.filter((kind) => kind !== 'mystery_shop' && holds(ctx.actor, SUBMIT_PERMISSION[kind]));
    if (kinds.length === 0) return [];
    const versions = (await this.standards.newestPublished(ctx)).filter((version) => version.kind !== 'mystery_shop');
    return kinds.flatMap((kind) =>
      versions.map(({ id, name, version }) => ({ kind, standardVersionId: id, name, version })),
    );
  }
}
