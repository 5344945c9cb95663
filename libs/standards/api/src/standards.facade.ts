import { Injectable } from '@nestjs/common';
import type { StandardBody, StandardKind, StandardVersionStatus } from '@wheelhouse/contracts';
import { DomainError, type LocalizedText } from '@wheelhouse/kernel';
import type { Ctx } from '@wheelhouse/platform-db';
import { type AnswerCheck, compareVersions, compileAnswerCheck } from '@wheelhouse/standards-domain';
import { CopyStandardVersionCommand } from './copy-standard-version.command.js';
import { FrozenVersions } from './frozen-versions.js';
import { type ItemOfVersion, StandardVersionsRepository, type VersionHead } from './standard-versions.repository.js';

/** A version as other features see it. The body of a frozen one is shared: it cannot be written to. */
export interface StandardVersionView {
  id: string;
  standardId: string;
  code: string;
  kind: StandardKind;
  name: LocalizedText;
  version: string;
  status: StandardVersionStatus;
  body: StandardBody;
  /** What is wrong with answers to this version. */
  checkAnswers: AnswerCheck;
}

/** A draft that waits to be finished. */
export interface IdleDraft {
  id: string;
  standardId: string;
  name: LocalizedText;
  version: string;
  updatedAt: Date;
}

const CACHED_VERSIONS = 100;

/** Standards for the features behind it. It asks for no permission: what a caller may see is the calling feature's rule. */
@Injectable()
export class StandardsFacade {
  private readonly frozen = new FrozenVersions(CACHED_VERSIONS);

  constructor(
    private readonly versions: StandardVersionsRepository,
    private readonly copying: CopyStandardVersionCommand,
  ) {}

  /** A version in any status. @throws NOT_FOUND */
  async version(ctx: Ctx, id: string): Promise<StandardVersionView> {
    const head = await this.versions.findHead(ctx, id);
    if (!head) throw new DomainError('NOT_FOUND');
    return this.view(ctx, head);
  }

  /** A version that audits can be done on now. @throws NOT_FOUND, STANDARD.NOT_PUBLISHED for a draft and a retired one */
  async published(ctx: Ctx, id: string): Promise<StandardVersionView> {
    const version = await this.version(ctx, id);
    if (version.status !== 'published') throw new DomainError('STANDARD.NOT_PUBLISHED');
    return version;
  }

  /** The newest published version of each standard, by the standards' codes. */
  async newestPublished(ctx: Ctx): Promise<StandardVersionView[]> {
    const newest = new Map<string, VersionHead>();
    for (const head of await this.versions.published(ctx)) {
      const known = newest.get(head.standardId);
      if (!known || compareVersions(head.version, known.version) > 0) newest.set(head.standardId, head);
    }
    const views: StandardVersionView[] = [];
    for (const head of newest.values()) views.push(await this.view(ctx, head));
    return views;
  }

  /** Items of published and retired versions whose text, in either language, or code contains `q`. */
  itemsNamed(ctx: Ctx, q: string): Promise<ItemOfVersion[]> {
    return this.versions.itemsNamed(ctx, q);
  }

  /** Drafts that nobody has saved since `before`, the oldest first. */
  async idleDrafts(ctx: Ctx, before: Date, limit: number): Promise<IdleDraft[]> {
    const rows = await this.versions.idleDrafts(ctx, before, limit);
    return rows.map(({ id, standardId, name, version, updatedAt }) => ({ id, standardId, name, version, updatedAt }));
  }

  /**
   * The standard's draft, for what was learned: the one that is there already, or else a copy of this version under the
   * next version number. @throws NOT_FOUND
   */
  async openDraftFrom(ctx: Ctx, versionId: string): Promise<StandardVersionView> {
    const { standardId } = await this.version(ctx, versionId);
    const siblings = await this.versions.headsOf(ctx, [standardId]);
    const draft = siblings.find(({ status }) => status === 'draft');
    return this.version(ctx, draft?.id ?? (await this.copying.execute(ctx, versionId)));
  }

  private async view(ctx: Ctx, head: VersionHead): Promise<StandardVersionView> {
    const { body, checkAnswers } = await this.content(ctx, head);
    const { id, standardId, code, kind, version, status } = head;
    return { id, standardId, code, kind, name: body.name, version, status, body, checkAnswers };
  }

  /** The revision is part of the key, so that a publication that was rolled back leaves nothing behind. */
  private async content(ctx: Ctx, head: VersionHead): Promise<{ body: StandardBody; checkAnswers: AnswerCheck }> {
    const key = `${ctx.tenantId}/${head.id}/${head.revision}`;
    const known = head.status === 'draft' ? undefined : this.frozen.get(key);
    if (known) return known;
    const row = await this.versions.find(ctx, head.id);
    if (!row) throw new DomainError('NOT_FOUND');
    if (row.status !== 'draft') return this.frozen.keep(`${ctx.tenantId}/${row.id}/${row.revision}`, row.body);
    return { body: row.body, checkAnswers: compileAnswerCheck(row.body) };
  }
}
