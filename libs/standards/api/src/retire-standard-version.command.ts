import { Injectable } from '@nestjs/common';
import type { StandardVersionResponse } from '@wheelhouse/contracts';
import { TrailService } from '@wheelhouse/identity-api';
import { DomainError } from '@wheelhouse/kernel';
import type { Ctx } from '@wheelhouse/platform-db';
import { canTransition } from '@wheelhouse/standards-domain';
import { DraftLock } from './draft-lock.js';
import { StandardVersionsRepository } from './standard-versions.repository.js';
import { StandardVersionsService } from './standard-versions.service.js';

/** Takes a published version out of use: no new audit is done on it, and old ones keep pointing at it. */
@Injectable()
export class RetireStandardVersionCommand {
  constructor(
    private readonly versions: StandardVersionsRepository,
    private readonly locks: DraftLock,
    private readonly service: StandardVersionsService,
    private readonly trail: TrailService,
  ) {}

  /** @throws STANDARD.TRANSITION unless it is published */
  async execute(ctx: Ctx, id: string): Promise<StandardVersionResponse> {
    const { standard, version } = await this.locks.take(ctx, id);
    if (!canTransition(version.status, 'retire'))
      throw new DomainError('STANDARD.TRANSITION', { status: version.status });
    await this.versions.retire(ctx, id);
    await this.trail.record(ctx, {
      action: 'standard.retire',
      objectType: 'standard_version',
      objectId: id,
      before: { status: version.status },
      after: { status: 'retired', code: standard.code, version: version.version },
    });
    return this.service.get(ctx, id);
  }
}
