import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What an operator did with a tenant; outlives the tenant. */
@Entity('operator_entries')
export class OperatorEntryEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('timestamptz')
  at: Date;

  @Column('text', { name: 'person_name', nullable: true })
  personName: string | null;

  @Column('text')
  action: string;

  @Column('uuid', { name: 'tenant_ref' })
  tenantRef: string;

  @Column('text')
  slug: string;

  @Column('jsonb', { nullable: true })
  detail: Record<string, unknown> | null;
}
