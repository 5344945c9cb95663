import { Injectable } from '@nestjs/common';
import { DomainError, newId } from '@wheelhouse/kernel';
import type { OutboxMail, Page } from '@wheelhouse/contracts';
import { type Ctx, decodeCursor, pageOf } from '@wheelhouse/platform-db';
import { JobsService } from '@wheelhouse/platform-jobs';

export interface NewMail {
  to: string;
  subject: string;
  html: string;
  text: string;
  /** A mail with the same key is written once, however often the work behind it runs. */
  dedupeKey: string;
}

const SELECT = `SELECT id, recipient AS "to", subject, html, body_text AS text, status, created_at AS "createdAt",
  sent_at AS "sentAt", error FROM mails`;

/** The mail outbox: written in the transaction of what causes the mail, sent by a job after its commit. */
@Injectable()
export class OutboxService {
  constructor(private readonly jobs: JobsService) {}

  async put(ctx: Ctx, mail: NewMail): Promise<void> {
    const rows: { id: string }[] = await ctx.em.query(
      `INSERT INTO mails (tenant_id, id, recipient, subject, html, body_text, dedupe_key) VALUES ($1, $2, $3, $4, $5, $6, $7)
       ON CONFLICT (tenant_id, dedupe_key) DO NOTHING RETURNING id`,
      [ctx.tenantId, newId(), mail.to, mail.subject, mail.html, mail.text, mail.dedupeKey],
    );
    for (const { id } of rows) await this.jobs.enqueue(ctx.em, 'send-mail', { tenantId: ctx.tenantId, mailId: id });
  }

  async page(ctx: Ctx, cursor: string | undefined, limit: number): Promise<Page<OutboxMail>> {
    const [before] = cursor ? decodeCursor(cursor, 1) : [null];
    const rows: OutboxMail[] = await ctx.em.query(
      `${SELECT} WHERE tenant_id = $1 AND ($2::uuid IS NULL OR id < $2::uuid) ORDER BY id DESC LIMIT $3`,
      [ctx.tenantId, before, limit + 1],
    );
    return pageOf(rows, limit, (row) => [row.id]);
  }

  async get(ctx: Ctx, id: string): Promise<OutboxMail> {
    const [row] = await ctx.em.query(`${SELECT} WHERE tenant_id = $1 AND id = $2`, [ctx.tenantId, id]);
    if (!row) throw new DomainError('NOT_FOUND');
    return row;
  }
}
