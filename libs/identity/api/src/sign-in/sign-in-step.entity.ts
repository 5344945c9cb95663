import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A sign-in that is half-way: the password was right, the second step is missing. It is no session. */
@Entity('sign_in_steps')
export class SignInStepEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('bytea', { name: 'token_hash' })
  tokenHash: Buffer;

  @Column('uuid', { name: 'person_id' })
  personId: string;

  /** Where the session is to begin. */
  @Column('uuid', { name: 'tenant_id', nullable: true })
  tenantId: string | null;

  @Column('text')
  step: 'second_factor' | 'enrol';

  /** Whether it was a browser that began: it ends as it began. */
  @Column('boolean')
  browser: boolean;

  @Column('integer')
  failures: number;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt: Date;
}
