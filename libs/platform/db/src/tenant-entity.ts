import { CreateDateColumn, PrimaryColumn, UpdateDateColumn } from 'typeorm';

/** What every row of a tenant carries: its tenant and a UUIDv7, together the primary key. */
export abstract class TenantEntity {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId: string;

  @PrimaryColumn('uuid')
  id: string;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;

  @UpdateDateColumn({ name: 'updated_at', type: 'timestamptz' })
  updatedAt: Date;
}
