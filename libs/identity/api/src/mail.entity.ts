import { TenantEntity } from '@wheelhouse/platform-db';
import { Column, Entity } from 'typeorm';

/** A mail of the outbox. `kept`: no SMTP server is set, so it stays here for the administrator to read. */
@Entity('mails')
export class MailEntity extends TenantEntity {
  @Column('text')
  recipient: string;

  @Column('text')
  subject: string;

  @Column('text')
  html: string;

  @Column('text', { name: 'body_text' })
  bodyText: string;

  @Column('text')
  status: 'waiting' | 'sent' | 'kept' | 'failed';

  @Column('text', { nullable: true })
  error: string | null;

  @Column('timestamptz', { name: 'sent_at', nullable: true })
  sentAt: Date | null;

  @Column('text', { name: 'dedupe_key', nullable: true })
  dedupeKey: string | null;

  /** A one-time token inside the texts, until it is sent; then it is taken out of them. */
  @Column('text', { nullable: true })
  secret: string | null;

  /** Whether an administrator may read the token where no mail server is set. */
  @Column('boolean', { name: 'secret_readable' })
  secretReadable: boolean;
}
