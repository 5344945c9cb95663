import type { ScoreSource } from '@wheelhouse/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An answer that failed. `counted`: its audit is published. */
@Entity('findings')
export class FindingEntity {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId: string;

  @PrimaryColumn('uuid', { name: 'audit_id' })
  auditId: string;

  @PrimaryColumn('text', { name: 'item_id' })
  itemId: string;

  @Column('text', { name: 'section_id' })
  sectionId: string;

  @Column('uuid', { name: 'outlet_id' })
  outletId: string;

  @Column('uuid', { name: 'standard_version_id' })
  standardVersionId: string;

  @Column('text')
  source: ScoreSource;

  @Column('date', { name: 'visit_date' })
  visitDate: string;

  @Column('double precision')
  credit: number;

  @Column('double precision', { name: 'points_lost' })
  pointsLost: number;

  @Column('boolean')
  critical: boolean;

  @Column('boolean')
  triggered: boolean;

  @Column('boolean')
  counted: boolean;
}
