import { Injectable } from '@nestjs/common';
import { TrailService } from '@wheelhouse/identity-api';
import { DomainError } from '@wheelhouse/kernel';
import type { Ctx } from '@wheelhouse/platform-db';
import { canTransition, isSemver, nextMinorVersion } from '@wheelhouse/standards-domain';
import { DraftLock } from './draft-lock.js';
import { requireHigherVersion } from './standard-body.guard.js';
import { StandardVersionsRepository } from './standard-versions.repository.js';

/** Opens a new draft of a standard with the body of one of its frozen versions. */
@Injectable()
export class CopyStandardVersionCommand {
  constructor(
    private readonly versions: StandardVersionsRepository,
    private readonly locks: DraftLock,
    private readonly trail: TrailService,
  ) {}

  /**
   * Answers the id of the new draft.
   * @param wanted version number above every existing one; default: the next minor
   * @throws STANDARD.DRAFT_EXISTS, STANDARD.VERSION_ORDER, STANDARD.TRANSITION
   */
  async execute(ctx: Ctx, id: string, wanted?: string): Promise<string> {
    if (wanted !== undefined && !isSemver(wanted)) {
      throw new DomainError('REQUEST.INVALID', {}, [
        { field: 'version', code: 'FIELD.FORMAT', params: { expected: '1.0.0' } },
      ]);
    }
    const { standard, version: source, siblings } = await this.locks.take(ctx, id);
    const all = [source, ...siblings];
    const draft = all.find(({ status }) => status === 'draft');
    if (draft) throw new DomainError('STANDARD.DRAFT_EXISTS', { version: draft.version });
    if (!canTransition(source.status, 'copy')) throw new DomainError('STANDARD.TRANSITION', { status: source.status });
    const version = wanted ?? nextMinorVersion(all.map((each) => each.version));
    requireHigherVersion(version, all, 'version');
    const copy = await this.versions.insertDraft(ctx, standard.id, { ...source.body, version });
    await this.trail.record(ctx, {
      action: 'standard.copy',
      objectType: 'standard_version',
      objectId: copy,
      after: { code: standard.code, version, from: source.version },
    });
    return copy;
  }
}
