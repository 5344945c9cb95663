import type { GrantBody } from '@wheelhouse/contracts';
import type { Locale } from '@wheelhouse/kernel';
import { TenantEntity } from '@wheelhouse/platform-db';
import { Column, Entity } from 'typeorm';

/** A person asked into the tenant by a one-time link. Only the SHA-256 of its token is kept. */
@Entity('invitations')
export class InvitationEntity extends TenantEntity {
  @Column('text')
  email: string;

  @Column('text')
  name: string;

  @Column('text')
  locale: Locale;

  @Column('jsonb')
  grants: GrantBody[];

  @Column('bytea', { name: 'token_hash' })
  tokenHash: Buffer;

  /** The member who asked. */
  @Column('uuid', { name: 'invited_by', nullable: true })
  invitedBy: string | null;

  /** How often it was sent, each time with a new token. */
  @Column('integer')
  sends: number;

  @Column('timestamptz', { name: 'sent_at' })
  sentAt: Date;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt: Date;

  @Column('timestamptz', { name: 'accepted_at', nullable: true })
  acceptedAt: Date | null;

  @Column('timestamptz', { name: 'revoked_at', nullable: true })
  revokedAt: Date | null;

  /** The member that came of it. */
  @Column('uuid', { name: 'member_id', nullable: true })
  memberId: string | null;
}
