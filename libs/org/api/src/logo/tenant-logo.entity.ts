import { Column, CreateDateColumn, Entity, PrimaryColumn, UpdateDateColumn } from 'typeorm';

/** A tenant's logo as it is shown: a PNG, named by its own hash. */
@Entity('tenant_logos')
export class TenantLogoEntity {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId: string;

  /** SHA-256 of `content`, in hex. */
  @PrimaryColumn('text')
  hash: string;

  @Column('bytea')
  content: Buffer;

  @Column('integer')
  width: number;

  @Column('integer')
  height: number;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;

  @UpdateDateColumn({ name: 'updated_at', type: 'timestamptz' })
  updatedAt: Date;
}
