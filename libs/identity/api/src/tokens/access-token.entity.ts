import type { Permission } from '@wheelhouse/contracts';
import { TenantEntity } from '@wheelhouse/platform-db';
import { Column, Entity } from 'typeorm';

/** By which a program acts as a member: a person (personal token) or a service account. Only its SHA-256 is kept. */
@Entity('access_tokens')
export class AccessTokenEntity extends TenantEntity {
  @Column('uuid', { name: 'member_id' })
  memberId: string;

  @Column('text')
  name: string;

  @Column('bytea', { name: 'token_hash' })
  tokenHash: Buffer;

  /** The token's last characters. */
  @Column('text')
  hint: string;

  @Column('text', { array: true })
  permissions: Permission[];

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt: Date;

  @Column('timestamptz', { name: 'revoked_at', nullable: true })
  revokedAt: Date | null;

  /** Written at most once in five minutes. */
  @Column('timestamptz', { name: 'last_used_at', nullable: true })
  lastUsedAt: Date | null;

  @Column('text', { name: 'last_used_ip', nullable: true })
  lastUsedIp: string | null;

  /** The minute in which requests are counted, and how many there were. */
  @Column('timestamptz', { name: 'window_began_at', nullable: true })
  windowBeganAt: Date | null;

  @Column('integer', { name: 'window_requests' })
  windowRequests: number;
}
