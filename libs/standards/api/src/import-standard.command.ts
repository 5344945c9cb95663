import { Injectable } from '@nestjs/common';
import type { StandardBody, StandardVersionResponse } from '@wheelhouse/contracts';
import { TrailService } from '@wheelhouse/identity-api';
import { DomainError } from '@wheelhouse/kernel';
import type { Ctx } from '@wheelhouse/platform-db';
import { asStandardBody, requireHigherVersion, requireSameStandard } from './standard-body.guard.js';
import { StandardVersionsRepository } from './standard-versions.repository.js';
import { StandardVersionsService } from './standard-versions.service.js';
import { type StandardRow, StandardsRepository } from './standards.repository.js';

/** Takes a `standard.v1` document as a draft: of the standard with its code, or of a new one. */
@Injectable()
export class ImportStandardCommand {
  constructor(
    private readonly standards: StandardsRepository,
    private readonly versions: StandardVersionsRepository,
    private readonly service: StandardVersionsService,
    private readonly trail: TrailService,
  ) {}

  /** @throws REQUEST.INVALID with every malformed place, STANDARD.DRAFT_EXISTS, STANDARD.VERSION_ORDER */
  async execute(ctx: Ctx, document: unknown): Promise<StandardVersionResponse> {
    const body = asStandardBody(document, 'document');
    const { code, kind, name, version } = body;
    const known = await this.standards.lock(ctx, { code });
    if (known) await this.requireFits(ctx, known, body);
    const standard = known ?? (await this.standards.insert(ctx, { code, kind, name }));
    const id = await this.versions.insertDraft(ctx, standard.id, body);
    await this.trail.record(ctx, {
      action: 'standard.import',
      objectType: 'standard_version',
      objectId: id,
      after: { code, kind, version },
    });
    return this.service.get(ctx, id);
  }

  private async requireFits(ctx: Ctx, standard: StandardRow, body: StandardBody): Promise<void> {
    requireSameStandard(body, standard, 'document');
    const versions = await this.versions.headsOf(ctx, [standard.id]);
    const draft = versions.find(({ status }) => status === 'draft');
    if (draft) throw new DomainError('STANDARD.DRAFT_EXISTS', { version: draft.version });
    requireHigherVersion(body.version, versions, 'document.version');
  }
}
