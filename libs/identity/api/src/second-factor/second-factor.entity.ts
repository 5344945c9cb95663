import { Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';

/** The authenticator app of a person (TOTP, RFC 6238). It counts once it was confirmed with a code. */
@Entity('second_factors')
export class SecondFactorEntity {
  @PrimaryColumn('uuid', { name: 'person_id' })
  personId: string;

  /** Sealed: see SecretBox. */
  @Column('text')
  secret: string;

  @Column('timestamptz', { name: 'confirmed_at', nullable: true })
  confirmedAt: Date | null;

  /** The half minute of the last code that was taken: none is taken twice. */
  @Column('bigint', { name: 'last_step', nullable: true })
  lastStep: string | null;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;
}
