import type { CyclePhase } from '@wheelhouse/contracts';
import type { LocalizedText } from '@wheelhouse/kernel';
import { TenantEntity } from '@wheelhouse/platform-db';
import { Column, Entity } from 'typeorm';

/** One turn of the wheel (PDCA 循环) over an org unit. */
@Entity('cycles')
export class CycleEntity extends TenantEntity {
  @Column('jsonb')
  name: LocalizedText;

  @Column('text')
  phase: CyclePhase;

  @Column('uuid', { name: 'org_unit_id' })
  orgUnitId: string;

  @Column('uuid', { name: 'standard_version_id', nullable: true })
  standardVersionId: string | null;

  @Column('text', { name: 'audit_plan', nullable: true })
  auditPlan: string | null;

  @Column('date', { name: 'do_from', nullable: true })
  doFrom: string | null;

  @Column('date', { name: 'do_to', nullable: true })
  doTo: string | null;

  @Column('text', { nullable: true })
  conclusion: string | null;

  @Column('uuid', { name: 'predecessor_id', nullable: true })
  predecessorId: string | null;
}
