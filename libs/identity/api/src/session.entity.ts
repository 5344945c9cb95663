import { Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';

/** One sign-in. Only the SHA-256 of its token is kept. */
@Entity('sessions')
export class SessionEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('bytea', { name: 'token_hash' })
  tokenHash: Buffer;

  @Column('uuid', { name: 'person_id' })
  personId: string;

  @Column('uuid', { name: 'tenant_id', nullable: true })
  tenantId: string | null;

  @Column('text', { nullable: true })
  ip: string | null;

  @Column('text', { name: 'user_agent', nullable: true })
  userAgent: string | null;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt: Date;

  /** Written at most once in five minutes. */
  @Column('timestamptz', { name: 'last_used_at' })
  lastUsedAt: Date;

  /** Whether it was begun with a second factor. */
  @Column('boolean', { name: 'second_factor' })
  secondFactor: boolean;

  /** Begun at the provider of its tenant, and bounded to that. */
  @Column('boolean', { name: 'tenant_bound' })
  tenantBound: boolean;

  /** It ends when it was not used for so long; null: only at its end. */
  @Column('integer', { name: 'idle_seconds', nullable: true })
  idleSeconds: number | null;

  /** Of a program: when its present access token ends; the session goes on by refresh. */
  @Column('timestamptz', { name: 'token_expires_at', nullable: true })
  tokenExpiresAt: Date | null;

  /** When its person last proved who they are: at sign-in, or since. Null: not as we can tell. */
  @Column('timestamptz', { name: 'proven_at', nullable: true })
  provenAt: Date | null;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;
}
