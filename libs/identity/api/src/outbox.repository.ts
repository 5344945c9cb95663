import { Injectable } from '@nestjs/common';
import type { OutboxMail } from '@wheelhouse/contracts';
import { newId } from '@wheelhouse/kernel';
import { type Ctx, likeOf } from '@wheelhouse/platform-db';
import type { EntityManager } from 'typeorm';
import type { NewMail } from './outbox.service.js';

/** What stands in a text instead of a one-time token that is not for the reader. */
const HIDDEN = '•••';
/** A token is shown only where no mail server is set and the mail says that an administrator may pass it on. */
const SHOWN = (column: string) =>
  `CASE WHEN secret IS NULL OR (status = 'kept' AND secret_readable) THEN ${column} ELSE replace(${column}, secret, '${HIDDEN}') END`;
const FIELDS = `id, recipient AS "to", subject, ${SHOWN('html')} AS html, ${SHOWN('body_text')} AS text, status,
  created_at AS "createdAt", sent_at AS "sentAt", error`;

export interface WaitingMail {
  recipient: string;
  subject: string;
  html: string;
  text: string;
  /** The tenant's logo as a PNG. */
  logo: Buffer | null;
}

/** The rows of the mail outbox. */
@Injectable()
export class OutboxRepository {
  /** The new mail's id; null when one with the same key was written before. */
  async insert(ctx: Pick<Ctx, 'em' | 'tenantId'>, mail: NewMail): Promise<string | null> {
    const rows: { id: string }[] = await ctx.em.query(
      `INSERT INTO mails (tenant_id, id, recipient, subject, html, body_text, dedupe_key, secret, secret_readable)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (tenant_id, dedupe_key) DO NOTHING RETURNING id`,
      [
        ctx.tenantId,
        newId(),
        mail.to,
        mail.subject,
        mail.html,
        mail.text,
        mail.dedupeKey,
        mail.secret?.text ?? null,
        mail.secret?.readable ?? false,
      ],
    );
    return rows[0]?.id ?? null;
  }

  /** Newest first. */
  page(ctx: Ctx, before: string | number | null, limit: number, q?: string): Promise<OutboxMail[]> {
    return ctx.em.query(
      `SELECT ${FIELDS} FROM mails WHERE tenant_id = $1 AND ($2::uuid IS NULL OR id < $2::uuid)
         AND ($4::text IS NULL OR recipient ILIKE $4 OR subject ILIKE $4) ORDER BY id DESC LIMIT $3`,
      [ctx.tenantId, before, limit, likeOf(q)],
    );
  }

  async find(ctx: Ctx, id: string): Promise<OutboxMail | null> {
    const [row] = await ctx.em.query(`SELECT ${FIELDS} FROM mails WHERE tenant_id = $1 AND id = $2`, [
      ctx.tenantId,
      id,
    ]);
    return row ?? null;
  }

  /** A mail that is still to be sent, locked; null when it is sent, or another worker has it. */
  async lockWaiting(em: EntityManager, tenantId: string, id: string): Promise<WaitingMail | null> {
    const [row] = await em.query(
      `SELECT recipient, subject, html, body_text AS text,
         (SELECT l.content FROM tenant_logos l WHERE l.tenant_id = $1 LIMIT 1) AS logo FROM mails
       WHERE tenant_id = $1 AND id = $2 AND status IN ('waiting', 'failed') FOR UPDATE SKIP LOCKED`,
      [tenantId, id],
    );
    return row ?? null;
  }

  /**
   * Sent, or kept because there is no mail server. From then on a one-time token is nowhere but with its reader: it is taken
   * out of the texts, unless an administrator is to pass it on.
   */
  async done(em: EntityManager, tenantId: string, id: string, outcome: 'sent' | 'kept', at: Date): Promise<void> {
    await em.query(
      `UPDATE mails SET status = $3, sent_at = $4, error = NULL, updated_at = now() WHERE tenant_id = $1 AND id = $2`,
      [tenantId, id, outcome, outcome === 'sent' ? at : null],
    );
    await em.query(
      `UPDATE mails SET html = replace(html, secret, '${HIDDEN}'), body_text = replace(body_text, secret, '${HIDDEN}'), secret = NULL
       WHERE tenant_id = $1 AND id = $2 AND secret IS NOT NULL AND NOT (status = 'kept' AND secret_readable)`,
      [tenantId, id],
    );
  }

  async failed(em: EntityManager, tenantId: string, id: string, error: string): Promise<void> {
    await em.query(
      `UPDATE mails SET status = 'failed', error = $3, updated_at = now() WHERE tenant_id = $1 AND id = $2`,
      [tenantId, id, error.slice(0, 500)],
    );
  }
}
