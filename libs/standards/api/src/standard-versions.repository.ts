import { Injectable } from '@nestjs/common';
import type { StandardBody, StandardKind, StandardVersionStatus } from '@wheelhouse/contracts';
import { type LocalizedText, newId } from '@wheelhouse/kernel';
import type { Ctx } from '@wheelhouse/platform-db';
import { compareVersions } from '@wheelhouse/standards-domain';
import { StandardVersionEntity } from './standard-version.entity.js';

/** A version without its body. */
export interface VersionHead {
  id: string;
  standardId: string;
  code: string;
  kind: StandardKind;
  version: string;
  status: StandardVersionStatus;
  revision: number;
  itemCount: number;
  publishedAt: Date | null;
  retiredAt: Date | null;
  updatedAt: Date;
}

export interface VersionRow extends VersionHead {
  body: StandardBody;
  /** Members, when known. */
  editedBy: string | null;
  publishedBy: string | null;
}

/** An item as one version has it. */
export interface ItemOfVersion {
  standardVersionId: string;
  itemId: string;
}

const HEAD = `v.id, v.standard_id AS "standardId", s.code, s.kind, v.version, v.status, v.revision, v.item_count AS "itemCount",
  v.published_at AS "publishedAt", v.retired_at AS "retiredAt", v.updated_at AS "updatedAt"`;
const FROM = `FROM standard_versions v JOIN standards s ON s.tenant_id = v.tenant_id AND s.id = v.standard_id`;

@Injectable()
export class StandardVersionsRepository {
  async find(ctx: Ctx, id: string): Promise<VersionRow | null> {
    const rows = await ctx.em.query(
      `SELECT ${HEAD}, v.body, v.edited_by AS "editedBy", v.published_by AS "publishedBy" ${FROM}
       WHERE v.tenant_id = $1 AND v.id = $2`,
      [ctx.tenantId, id],
    );
    return rows[0] ?? null;
  }

  async findHead(ctx: Ctx, id: string): Promise<VersionHead | null> {
    const rows = await ctx.em.query(`SELECT ${HEAD} ${FROM} WHERE v.tenant_id = $1 AND v.id = $2`, [ctx.tenantId, id]);
    return rows[0] ?? null;
  }

  /** Every version of these standards, the newest first. */
  async headsOf(ctx: Ctx, standardIds: string[]): Promise<VersionHead[]> {
    const heads: VersionHead[] = await ctx.em.query(
      `SELECT ${HEAD} ${FROM} WHERE v.tenant_id = $1 AND v.standard_id = ANY($2)`,
      [ctx.tenantId, standardIds],
    );
    return heads.sort((a, b) => compareVersions(b.version, a.version));
  }

  /** Every published version of the tenant. */
  published(ctx: Ctx): Promise<VersionHead[]> {
    return ctx.em.query(`SELECT ${HEAD} ${FROM} WHERE v.tenant_id = $1 AND v.status = 'published' ORDER BY s.code`, [
      ctx.tenantId,
    ]);
  }

  /** Items that audits may have asked whose text, in either language, or code contains `q`. */
  itemsNamed(ctx: Ctx, q: string): Promise<ItemOfVersion[]> {
    return ctx.em.query(
      `SELECT v.id AS "standardVersionId", i ->> 'id' AS "itemId"
       FROM standard_versions v, json_array_elements(v.body -> 'sections') s, json_array_elements(s -> 'items') i
       WHERE v.tenant_id = $1 AND v.status <> 'draft' AND (i ->> 'id' ILIKE $2 OR i ->> 'en' ILIKE $2 OR i ->> 'zh' ILIKE $2)`,
      [ctx.tenantId, `%${q.replace(/[\\%_]/g, '\\$&')}%`],
    );
  }

  /** Drafts that nobody has saved since `before`, the oldest first, with their names. */
  idleDrafts(ctx: Ctx, before: Date, limit: number): Promise<(VersionHead & { name: LocalizedText })[]> {
    return ctx.em.query(
      `SELECT ${HEAD}, v.body::jsonb -> 'name' AS name ${FROM}
       WHERE v.tenant_id = $1 AND v.status = 'draft' AND v.updated_at < $2 ORDER BY v.updated_at, v.id LIMIT $3`,
      [ctx.tenantId, before, limit],
    );
  }

  /** Puts a new draft down under the version number of its body. */
  async insertDraft(ctx: Ctx, standardId: string, body: StandardBody): Promise<string> {
    const id = newId(ctx.now);
    await ctx.em.insert(StandardVersionEntity, {
      tenantId: ctx.tenantId,
      id,
      standardId,
      version: body.version,
      status: 'draft',
      revision: 1,
      body,
      editedBy: ctx.actor.memberId,
      updatedAt: ctx.now,
    });
    return id;
  }

  async saveDraft(ctx: Ctx, id: string, body: StandardBody): Promise<void> {
    await ctx.em.query(
      `UPDATE standard_versions SET body = $3, version = $4, revision = revision + 1, updated_at = $5, edited_by = $6
       WHERE tenant_id = $1 AND id = $2 AND status = 'draft'`,
      [ctx.tenantId, id, JSON.stringify(body), body.version, ctx.now, ctx.actor.memberId],
    );
  }

  async publish(ctx: Ctx, id: string): Promise<void> {
    await ctx.em.query(
      `UPDATE standard_versions SET status = 'published', published_at = $3, published_by = $4, updated_at = $3
       WHERE tenant_id = $1 AND id = $2`,
      [ctx.tenantId, id, ctx.now, ctx.actor.memberId],
    );
  }

  async retire(ctx: Ctx, id: string): Promise<void> {
    await ctx.em.query(
      `UPDATE standard_versions SET status = 'retired', retired_at = $3, updated_at = $3 WHERE tenant_id = $1 AND id = $2`,
      [ctx.tenantId, id, ctx.now],
    );
  }

  async remove(ctx: Ctx, id: string): Promise<void> {
    await ctx.em.delete(StandardVersionEntity, { tenantId: ctx.tenantId, id });
  }
}
