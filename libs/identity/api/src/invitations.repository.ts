import { Injectable } from '@nestjs/common';
import type { GrantBody, InvitationResponse } from '@wheelhouse/contracts';
import { type Locale, newId } from '@wheelhouse/kernel';
import { type Ctx, likeOf } from '@wheelhouse/platform-db';
import type { EntityManager } from 'typeorm';

export interface InvitationRow {
  id: string;
  email: string;
  name: string;
  locale: Locale;
  grants: GrantBody[];
  sends: number;
  sentAt: Date;
  expiresAt: Date;
  acceptedAt: Date | null;
  revokedAt: Date | null;
  invitedBy: string | null;
  mailId: string | null;
  mail: InvitationResponse['mail'] | null;
}

const SELECT = `SELECT i.id, i.email, i.name, i.locale, i.grants, i.sends, i.sent_at AS "sentAt", i.expires_at AS "expiresAt",
    i.accepted_at AS "acceptedAt", i.revoked_at AS "revokedAt", p.name AS "invitedBy", x.id AS "mailId", x.status AS mail
  FROM invitations i
  LEFT JOIN members m ON m.tenant_id = i.tenant_id AND m.id = i.invited_by
  LEFT JOIN people p ON p.id = m.person_id
  LEFT JOIN mails x ON x.tenant_id = i.tenant_id AND x.dedupe_key = 'invitation:' || i.id || ':' || i.sends`;

/** The mail of one sending; the same words in `SELECT` find it again. */
export const mailKeyOf = ({ id, sends }: Pick<InvitationRow, 'id' | 'sends'>) => `invitation:${id}:${sends}`;

/** Invitations, read inside the tenant that they invite to. */
@Injectable()
export class InvitationsRepository {
  /** Neither accepted nor withdrawn, newest first. */
  openPage(ctx: Ctx, before: string | number | null, limit: number, q?: string): Promise<InvitationRow[]> {
    return ctx.em.query(
      `${SELECT} WHERE i.tenant_id = $1 AND i.accepted_at IS NULL AND i.revoked_at IS NULL
         AND ($2::uuid IS NULL OR i.id < $2::uuid) AND ($4::text IS NULL OR i.email ILIKE $4 OR i.name ILIKE $4)
       ORDER BY i.id DESC LIMIT $3`,
      [ctx.tenantId, before, limit, likeOf(q)],
    );
  }

  /** One; `lock` holds it until the transaction ends. */
  async find(ctx: Pick<Ctx, 'em' | 'tenantId'>, id: string, lock = false): Promise<InvitationRow | null> {
    const [row] = await ctx.em.query(
      `${SELECT} WHERE i.tenant_id = $1 AND i.id = $2 ${lock ? 'FOR UPDATE OF i' : ''}`,
      [ctx.tenantId, id],
    );
    return row ?? null;
  }

  async findByToken(
    em: EntityManager,
    tenantId: string,
    tokenHash: Buffer,
    lock = false,
  ): Promise<InvitationRow | null> {
    const [row] = await em.query(
      `${SELECT} WHERE i.tenant_id = $1 AND i.token_hash = $2 ${lock ? 'FOR UPDATE OF i' : ''}`,
      [tenantId, tokenHash],
    );
    return row ?? null;
  }

  /** The open invitation of an address, locked. */
  async findOpen(em: EntityManager, tenantId: string, email: string, now: Date): Promise<InvitationRow | null> {
    const [row] = await em.query(
      `${SELECT} WHERE i.tenant_id = $1 AND i.email = $2 AND i.accepted_at IS NULL AND i.revoked_at IS NULL
         AND i.expires_at > $3 FOR UPDATE OF i`,
      [tenantId, email, now],
    );
    return row ?? null;
  }

  /** The new invitation's id; null when this address has an open one. */
  async insert(
    ctx: Ctx,
    given: Pick<InvitationRow, 'email' | 'name' | 'locale' | 'grants' | 'expiresAt'> & { tokenHash: Buffer },
  ): Promise<string | null> {
    const [row] = await ctx.em.query(
      `INSERT INTO invitations (tenant_id, id, email, name, locale, grants, token_hash, invited_by, sent_at, expires_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
       ON CONFLICT (tenant_id, email) WHERE accepted_at IS NULL AND revoked_at IS NULL DO NOTHING RETURNING id`,
      [
        ctx.tenantId,
        newId(ctx.now),
        given.email,
        given.name,
        given.locale,
        JSON.stringify(given.grants),
        given.tokenHash,
        ctx.actor.memberId,
        ctx.now,
        given.expiresAt,
      ],
    );
    return row?.id ?? null;
  }

  /** Sends it anew: from now on only the new token counts. */
  async renew(ctx: Ctx, id: string, tokenHash: Buffer, expiresAt: Date): Promise<void> {
    await ctx.em.query(
      `UPDATE invitations SET token_hash = $3, sent_at = $4, expires_at = $5, sends = sends + 1, updated_at = now()
       WHERE tenant_id = $1 AND id = $2`,
      [ctx.tenantId, id, tokenHash, ctx.now, expiresAt],
    );
  }

  async revoke(ctx: Ctx, id: string): Promise<void> {
    await ctx.em.query(`UPDATE invitations SET revoked_at = $3, updated_at = now() WHERE tenant_id = $1 AND id = $2`, [
      ctx.tenantId,
      id,
      ctx.now,
    ]);
  }

  async accept(em: EntityManager, tenantId: string, id: string, memberId: string, at: Date): Promise<void> {
    await em.query(
      `UPDATE invitations SET accepted_at = $4, member_id = $3, updated_at = now() WHERE tenant_id = $1 AND id = $2`,
      [tenantId, id, memberId, at],
    );
  }
}
