import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Clock, TenantTransactions } from '@wheelhouse/platform-db';
import { JobsService } from '@wheelhouse/platform-jobs';
import { MailService } from '@wheelhouse/platform-mail';

/** Sends one mail of the outbox. Its row is locked while it is sent, so that two workers never send it twice. */
@Injectable()
export class SendMailJob implements OnApplicationBootstrap {
  constructor(
    private readonly jobs: JobsService,
    private readonly mail: MailService,
    private readonly transactions: TenantTransactions,
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
        const [mail] = await em.query(
          `SELECT recipient, subject, html, body_text FROM mails WHERE tenant_id = $1 AND id = $2 AND status IN ('waiting', 'failed') FOR UPDATE SKIP LOCKED`,
          [tenantId, mailId],
        );
        if (!mail) return;
        const outcome = this.mail.delivers ? 'sent' : 'kept';
        if (outcome === 'sent') {
          await this.mail.deliver({ to: mail.recipient, subject: mail.subject, html: mail.html, text: mail.body_text });
        }
        await em.query(
          `UPDATE mails SET status = $3, sent_at = $4, error = NULL, updated_at = now() WHERE tenant_id = $1 AND id = $2`,
          [tenantId, mailId, outcome, outcome === 'sent' ? this.clock.now() : null],
        );
      })
      .catch(async (error: unknown) => {
        await this.transactions.run({ tenantId }, (em) =>
          em.query(
            `UPDATE mails SET status = 'failed', error = $3, updated_at = now() WHERE tenant_id = $1 AND id = $2`,
            [tenantId, mailId, String(error).slice(0, 500)],
          ),
        );
        throw error;
      });
  }
}
