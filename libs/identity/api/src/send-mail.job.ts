import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Clock, TenantTransactions } from '@wheelhouse/platform-db';
import { JobsService } from '@wheelhouse/platform-jobs';
import { MailService } from '@wheelhouse/platform-mail';
import { withLogo } from './mail-logo.js';
import { OutboxRepository } from './outbox.repository.js';

/** Sends one mail of the outbox. Its row is locked while it is sent, so that two workers never send it twice. */
@Injectable()
export class SendMailJob implements OnApplicationBootstrap {
  constructor(
    private readonly jobs: JobsService,
    private readonly mail: MailService,
    private readonly transactions: TenantTransactions,
    private readonly outbox: OutboxRepository,
    private readonly clock: Clock,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.work<{ tenantId: string; mailId: string }>('send-mail', ({ data }) =>
      this.send(data.tenantId, data.mailId),
    );
  }

  private async send(tenantId: string, mailId: string): Promise<void> {
    await this.transactions
      .run({ tenantId }, async (em) => {
        const mail = await this.outbox.lockWaiting(em, tenantId, mailId);
        if (!mail) return;
        const outcome = this.mail.delivers ? 'sent' : 'kept';
        const { recipient: to, html, logo, ...content } = mail;
        if (outcome === 'sent') await this.mail.deliver({ id: mailId, to, ...content, ...withLogo(html, logo) });
        await this.outbox.done(em, tenantId, mailId, outcome, this.clock.now());
      })
      .catch(async (error: unknown) => {
        await this.transactions.run({ tenantId }, (em) => this.outbox.failed(em, tenantId, mailId, String(error)));
        throw error;
      });
  }
}
