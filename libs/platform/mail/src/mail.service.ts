import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { traced } from '@wheelhouse/platform-config/telemetry';
import { createTransport } from 'nodemailer';
import { isMailAddress, oneLine } from './mail-address.js';
import { MailDeliveryError } from './mail-delivery-error.js';
import { MAIL_LOGO_CID, MAIL_OPTIONS, type Mail, type MailOptions } from './mail.options.js';

const CONNECT_MS = 10_000;
const SILENCE_MS = 20_000;

type Transport = ReturnType<typeof createTransport>;

/** Hands mails to the SMTP server of `SMTP_URL`. What is to be sent, and whether it was, is kept by the outbox. */
@Injectable()
export class MailService implements OnApplicationShutdown {
  private readonly transport: Transport | undefined;

  constructor(@Inject(MAIL_OPTIONS) private readonly options: MailOptions) {
    if (!options.smtpUrl) return;
    this.transport = createTransport({
      url: options.smtpUrl,
      pool: true,
      maxConnections: 2,
      connectionTimeout: CONNECT_MS,
      greetingTimeout: CONNECT_MS,
      socketTimeout: SILENCE_MS,
      disableFileAccess: true,
      disableUrlAccess: true,
    } as Parameters<typeof createTransport>[0]);
  }

  /** Without an SMTP server mails wait in the outbox for an administrator to read. */
  get delivers(): boolean {
    return this.transport !== undefined;
  }

  /** Resolves when the server has taken the mail. @throws MailDeliveryError */
  async deliver({ id, to, subject, html, text, logo }: Mail): Promise<{ messageId: string }> {
    if (!this.transport) throw new MailDeliveryError('no SMTP server is set', true);
    if (!isMailAddress(to)) throw new MailDeliveryError('not one plain mail address', true);
    const { transport } = this;
    const picture = { filename: 'logo.png', contentType: 'image/png', cid: MAIL_LOGO_CID };
    const letter = {
      from: this.options.from,
      ...(id ? { messageId: `<${id}@${/@([\w.-]+)/.exec(this.options.from)?.[1] ?? 'wheelhouse.invalid'}>` } : {}),
      to: { name: '', address: to },
      subject: oneLine(subject),
      html,
      text,
      attachments: logo ? [{ ...picture, contentDisposition: 'inline' as const, content: logo }] : [],
      headers: { 'Auto-Submitted': 'auto-generated' },
    };
    try {
      const sent = await traced('send mail', { kind: 'client' }, () => transport.sendMail(letter));
      return { messageId: String(sent.messageId) };
    } catch (cause) {
      const code = (cause as { responseCode?: number }).responseCode ?? 0;
      throw new MailDeliveryError((cause as Error).message, code >= 500 && code < 600, { cause });
    }
  }

  /** After the last job: one that is at work still sends its mail. */
  onApplicationShutdown(): void {
    this.transport?.close();
  }
}
