import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One of the codes for whoever lost the authenticator app; only a slow hash is kept, salted by the person. */
@Entity('recovery_codes')
export class RecoveryCodeEntity {
  @PrimaryColumn('uuid', { name: 'person_id' })
  personId: string;

  @PrimaryColumn('bytea', { name: 'code_hash' })
  codeHash: Buffer;

  @Column('timestamptz', { name: 'used_at', nullable: true })
  usedAt: Date | null;
}
