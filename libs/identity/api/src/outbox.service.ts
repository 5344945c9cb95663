import { Injectable } from '@nestjs/common';
import { DomainError } from '@wheelhouse/kernel';
import type { OutboxMail, Page } from '@wheelhouse/contracts';
import { type Ctx, decodeCursor, pageOf } from '@wheelhouse/platform-db';
import type { SearchQuery } from '@wheelhouse/platform-http';
import { JobsService } from '@wheelhouse/platform-jobs';
import { OutboxRepository } from './outbox.repository.js';

export interface NewMail {
  to: string;
  subject: string;
  html: string;
  text: string;
  /** A mail with the same key is written once, however often the work behind it runs. */
  dedupeKey: string;
  /**
   * A one-time token inside the texts. It is hidden from the outbox and taken out when the mail is sent; `readable`: where
   * no mail server is set, an administrator may read it and pass it on.
   */
  secret?: { text: string; readable: boolean };
}

/** The mail outbox: written in the transaction of what causes the mail, sent by a job after its commit. */
@Injectable()
export class OutboxService {
  constructor(
    private readonly jobs: JobsService,
    private readonly mails: OutboxRepository,
  ) {}

  async put(ctx: Pick<Ctx, 'em' | 'tenantId'>, mail: NewMail): Promise<void> {
    const mailId = await this.mails.insert(ctx, mail);
    if (mailId) await this.jobs.enqueue(ctx.em, 'send-mail', { tenantId: ctx.tenantId, mailId });
  }

  /** Newest first; `q` is part of an address or of a subject. */
  async page(ctx: Ctx, { cursor, limit = 50, q }: SearchQuery): Promise<Page<OutboxMail>> {
    const [before = null] = cursor ? decodeCursor(cursor, 1) : [null];
    return pageOf(await this.mails.page(ctx, before, limit + 1, q), limit, (row) => [row.id]);
  }

  async get(ctx: Ctx, id: string): Promise<OutboxMail> {
    const mail = await this.mails.find(ctx, id);
    if (!mail) throw new DomainError('NOT_FOUND');
    return mail;
  }
}
