import { Injectable } from '@nestjs/common';
import type { SaveStandardVersionBody, StandardChangesResponse, StandardVersionResponse } from '@wheelhouse/contracts';
import { IdentityFacade, TrailService } from '@wheelhouse/identity-api';
import { DomainError } from '@wheelhouse/kernel';
import type { Ctx } from '@wheelhouse/platform-db';
import { compareVersions, describeChanges } from '@wheelhouse/standards-domain';
import { asStandardBody, requireHigherVersion, requireSameStandard } from './standard-body.guard.js';
import { DraftLock } from './draft-lock.js';
import { mayRead } from './standard.policy.js';
import { presentVersion } from './standard.presenter.js';
import { StandardVersionsRepository, type VersionRow } from './standard-versions.repository.js';
import { StandardsRepository } from './standards.repository.js';

/** One version: reading, saving, exporting, comparing, discarding. */
@Injectable()
export class StandardVersionsService {
  constructor(
    private readonly standards: StandardsRepository,
    private readonly versions: StandardVersionsRepository,
    private readonly locks: DraftLock,
    private readonly identity: IdentityFacade,
    private readonly trail: TrailService,
  ) {}

  /** A version with its body, what would refuse its publication, and what the actor can do. @throws NOT_FOUND */
  async get(ctx: Ctx, id: string): Promise<StandardVersionResponse> {
    const row = await this.readable(ctx, id);
    const siblings = await this.versions.headsOf(ctx, [row.standardId]);
    const people = [row.editedBy, row.publishedBy].filter((id) => id !== null);
    return presentVersion(
      ctx,
      row,
      siblings.some((head) => head.status === 'draft'),
      await this.identity.memberNames(ctx, people),
    );
  }

  /** The `standard.v1` document as a file. */
  async export(ctx: Ctx, id: string): Promise<{ name: string; content: string }> {
    const { standardId, code, version, body } = await this.readable(ctx, id);
    await this.trail.record(ctx, {
      action: 'standard.export',
      objectType: 'standard',
      objectId: standardId,
      after: { code, version },
    });
    return { name: `${code}-${version}.standard.json`, content: `${JSON.stringify(body, null, 1)}\n` };
  }

  /** What differs from another version of the same standard; without one, from the version before. */
  async changes(ctx: Ctx, id: string, against?: string): Promise<StandardChangesResponse> {
    const row = await this.readable(ctx, id);
    const other = await this.comparable(ctx, row, against);
    if (!other) return { against: null, changes: [] };
    return {
      against: { id: other.id, version: other.version, status: other.status },
      changes: describeChanges(other.body, row.body),
    };
  }

  /**
   * Saves a draft whole. @throws STANDARD.FROZEN, CONFLICT.STALE when somebody saved meanwhile, STANDARD.CODE_FIXED,
   * STANDARD.VERSION_ORDER, REQUEST.INVALID with every malformed place
   */
  async save(
    ctx: Ctx,
    id: string,
    { revision, body: sent }: SaveStandardVersionBody,
  ): Promise<StandardVersionResponse> {
    const body = asStandardBody(sent, 'body');
    const { standard, version, siblings } = await this.locks.take(ctx, id);
    if (version.status !== 'draft') throw new DomainError('STANDARD.FROZEN');
    if (version.revision !== revision) throw new DomainError('CONFLICT.STALE');
    requireSameStandard(body, standard, 'body');
    requireHigherVersion(body.version, siblings, 'body.version');
    await this.versions.saveDraft(ctx, id, body);
    if (siblings.length === 0) await this.standards.rename(ctx, standard.id, body.name);
    return this.get(ctx, id);
  }

  /** Throws a draft away, and the standard with it when it has no other version. @throws STANDARD.FROZEN */
  async discard(ctx: Ctx, id: string): Promise<void> {
    const { standard, version, siblings } = await this.locks.take(ctx, id);
    if (version.status !== 'draft') throw new DomainError('STANDARD.FROZEN');
    await this.versions.remove(ctx, id);
    if (siblings.length === 0) await this.standards.remove(ctx, standard.id);
    const before = { code: standard.code, version: version.version, body: version.body };
    await this.trail.record(ctx, { action: 'standard.discard', objectType: 'standard', objectId: standard.id, before });
  }

  private async readable(ctx: Ctx, id: string): Promise<VersionRow> {
    const row = await this.versions.find(ctx, id);
    if (!row || !mayRead(ctx.actor, row)) throw new DomainError('NOT_FOUND');
    return row;
  }

  private async comparable(ctx: Ctx, row: VersionRow, against?: string): Promise<VersionRow | null> {
    const siblings = await this.versions.headsOf(ctx, [row.standardId]);
    const head = against
      ? siblings.find((sibling) => sibling.id === against.toLowerCase())
      : siblings.find((sibling) => compareVersions(sibling.version, row.version) < 0);
    const other = head && mayRead(ctx.actor, head) ? await this.versions.find(ctx, head.id) : null;
    if (against && !other)
      throw new DomainError('REQUEST.INVALID', {}, [{ field: 'against', code: 'FIELD.NOT_FOUND' }]);
    return other;
  }
}
