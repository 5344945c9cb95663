import type { CyclePhase } from '@wheelhouse/contracts';
import { TenantEntity } from '@wheelhouse/platform-db';
import { Column, Entity } from 'typeorm';

/** One passage of a gate: who, when, why. Each gate of a cycle is passed once. */
@Entity('cycle_passages')
export class CyclePassageEntity extends TenantEntity {
  @Column('uuid', { name: 'cycle_id' })
  cycleId: string;

  @Column('text', { name: 'from_phase' })
  fromPhase: CyclePhase;

  @Column('text', { name: 'to_phase' })
  toPhase: CyclePhase;

  @Column('timestamptz')
  at: Date;

  @Column('uuid', { name: 'by_member_id', nullable: true })
  byMemberId: string | null;

  @Column('text', { name: 'by_name' })
  byName: string;

  @Column('text')
  why: string;
}
