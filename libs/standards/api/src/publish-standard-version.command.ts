import { Injectable } from '@nestjs/common';
import type { StandardVersionResponse } from '@wheelhouse/contracts';
import { TrailService } from '@wheelhouse/identity-api';
import { DomainError } from '@wheelhouse/kernel';
import type { Ctx } from '@wheelhouse/platform-db';
import { canTransition, checkPublishable } from '@wheelhouse/standards-domain';
import { DraftLock } from './draft-lock.js';
import { requireHigherVersion } from './standard-body.guard.js';
import { StandardVersionsRepository } from './standard-versions.repository.js';
import { StandardVersionsService } from './standard-versions.service.js';
import { StandardsRepository } from './standards.repository.js';

/**
 * Publishes a draft and freezes it. Versions published before stay in use until somebody retires them: assignments and
 * waves that are under way go on with the version that they began with.
 */
@Injectable()
export class PublishStandardVersionCommand {
  constructor(
    private readonly standards: StandardsRepository,
    private readonly versions: StandardVersionsRepository,
    private readonly locks: DraftLock,
    private readonly service: StandardVersionsService,
    private readonly trail: TrailService,
  ) {}

  /**
   * @param revision what the publisher read; when given, publishing what somebody saved meanwhile is refused
   * @throws STANDARD.TRANSITION, CONFLICT.STALE, STANDARD.NOT_PUBLISHABLE with every place that needs attention
   */
  async execute(ctx: Ctx, id: string, revision?: number): Promise<StandardVersionResponse> {
    const { standard, version, siblings } = await this.locks.take(ctx, id);
    if (!canTransition(version.status, 'publish'))
      throw new DomainError('STANDARD.TRANSITION', { status: version.status });
    if (revision !== undefined && revision !== version.revision) throw new DomainError('CONFLICT.STALE');
    const { problems } = checkPublishable(version.body);
    if (problems.length > 0) throw new DomainError('STANDARD.NOT_PUBLISHABLE', { count: problems.length }, problems);
    requireHigherVersion(version.version, siblings, 'version');
    await this.versions.publish(ctx, id);
    await this.standards.rename(ctx, standard.id, version.body.name);
    await this.trail.record(ctx, {
      action: 'standard.publish',
      objectType: 'standard_version',
      objectId: id,
      before: { status: version.status },
      after: { status: 'published', code: standard.code, version: version.version, items: version.itemCount },
    });
    return this.service.get(ctx, id);
  }
}
