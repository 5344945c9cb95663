import { Injectable } from '@nestjs/common';
import type { CreateStandardBody, Page, StandardSummary, StandardVersionResponse } from '@wheelhouse/contracts';
import { TrailService } from '@wheelhouse/identity-api';
import { DomainError } from '@wheelhouse/kernel';
import { type Ctx, decodeCursor, pageOf } from '@wheelhouse/platform-db';
import { emptyStandardBody } from './empty-standard-body.js';
import { mayRead, readsAsOutlet } from './standard.policy.js';
import { presentStandard } from './standard.presenter.js';
import { StandardVersionsRepository, type VersionHead } from './standard-versions.repository.js';
import { StandardVersionsService } from './standard-versions.service.js';
import type { ListStandardsQuery } from './standards.dto.js';
import { StandardsRepository } from './standards.repository.js';

const PAGE = 50;

/** Standards as wholes: list, one, a new one. */
@Injectable()
export class StandardsService {
  constructor(
    private readonly standards: StandardsRepository,
    private readonly versions: StandardVersionsRepository,
    private readonly versionsService: StandardVersionsService,
    private readonly trail: TrailService,
  ) {}

  /** Standards by code, each with its versions. People of outlets see those in use that are not mystery shops. */
  async list(ctx: Ctx, { q, kind, cursor, limit = PAGE }: ListStandardsQuery): Promise<Page<StandardSummary>> {
    const after = cursor ? String(decodeCursor(cursor, 1)[0]) : null;
    const rows = await this.standards.list(ctx, {
      q,
      kind,
      after,
      forOutlet: readsAsOutlet(ctx.actor),
      limit: limit + 1,
    });
    const page = pageOf(rows, limit, (row) => [row.code]);
    const heads = await this.versions.headsOf(
      ctx,
      page.items.map(({ id }) => id),
    );
    const versionsOf = (id: string) => heads.filter((head) => head.standardId === id);
    return { ...page, items: page.items.map((row) => presentStandard(ctx.actor, row, versionsOf(row.id))) };
  }

  /** One standard with its versions. @throws NOT_FOUND also where the actor may read none of them */
  async get(ctx: Ctx, id: string): Promise<StandardSummary> {
    const standard = await this.standards.find(ctx, id);
    const heads: VersionHead[] = standard ? await this.versions.headsOf(ctx, [id]) : [];
    if (!standard || !heads.some((head) => mayRead(ctx.actor, head))) throw new DomainError('NOT_FOUND');
    return presentStandard(ctx.actor, standard, heads);
  }

  /** A new standard with an empty first draft, 1.0.0. @throws CONFLICT.DUPLICATE when the code is taken */
  async create(ctx: Ctx, { code, kind, name }: CreateStandardBody): Promise<StandardVersionResponse> {
    const body = emptyStandardBody({ code, kind, name });
    const standard = await this.standards.insert(ctx, { code, kind, name: body.name });
    const id = await this.versions.insertDraft(ctx, standard.id, body);
    await this.trail.record(ctx, {
      action: 'standard.create',
      objectType: 'standard',
      objectId: standard.id,
      after: { code, kind },
    });
    return this.versionsService.get(ctx, id);
  }
}
