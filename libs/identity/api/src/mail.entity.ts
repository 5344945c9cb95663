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
}
