import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What an operator did with a tenant, which it outlives, or with another operator. */
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

  @Column('uuid', { name: 'tenant_ref', nullable: true })
  tenantRef: string | null;

  @Column('text', { nullable: true })
  slug: string | null;

  @Column('jsonb', { nullable: true })
  detail: Record<string, unknown> | null;
}
