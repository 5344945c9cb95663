import { TenantEntity } from '@wheelhouse/platform-db';
import { Column, Entity } from 'typeorm';

/** A sign-in under way at the provider; it ends with its first answer. */
@Entity('sso_attempts')
export class SsoAttemptEntity extends TenantEntity {
  @Column('bytea', { name: 'state_hash' })
  stateHash: Buffer;

  /** Of the cookie of the browser that began: an answer that another browser brings is refused. */
  @Column('bytea', { name: 'browser_hash' })
  browserHash: Buffer;

  @Column('text')
  nonce: string;

  @Column('text', { name: 'code_verifier' })
  codeVerifier: string;

  @Column('text')
  next: string;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt: Date;
}
