import { Injectable } from '@nestjs/common';
import { DomainError } from '@wheelhouse/kernel';
import type { Ctx } from '@wheelhouse/platform-db';
import { StandardVersionsRepository, type VersionHead, type VersionRow } from './standard-versions.repository.js';
import { type StandardRow, StandardsRepository } from './standards.repository.js';

/** A version as it is while nobody else can write to its standard. */
export interface LockedVersion {
  standard: StandardRow;
  version: VersionRow;
  /** The standard's other versions. */
  siblings: VersionHead[];
}

/** Lets one writer at a time work on a standard: whoever comes second sees what the first one made of it. */
@Injectable()
export class DraftLock {
  constructor(
    private readonly standards: StandardsRepository,
    private readonly versions: StandardVersionsRepository,
  ) {}

  /** Locks the standard of a version until the transaction ends. @throws NOT_FOUND */
  async take(ctx: Ctx, versionId: string): Promise<LockedVersion> {
    const head = await this.versions.findHead(ctx, versionId);
    const standard = head && (await this.standards.lock(ctx, { id: head.standardId }));
    const version = standard && (await this.versions.find(ctx, versionId));
    if (!version) throw new DomainError('NOT_FOUND');
    const heads = await this.versions.headsOf(ctx, [standard.id]);
    return { standard, version, siblings: heads.filter(({ id }) => id !== versionId) };
  }
}
