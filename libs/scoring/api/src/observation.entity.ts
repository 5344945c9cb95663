import type { ScoreSource } from '@wheelhouse/contracts';
import { TenantEntity } from '@wheelhouse/platform-db';
import { Column, Entity } from 'typeorm';

/** What one audit says about one outlet. `held`: under embargo, counted nowhere yet. Its id is the audit's. */
@Entity('observations')
export class ObservationEntity extends TenantEntity {
  @Column('uuid', { name: 'outlet_id' })
  outletId: string;

  @Column('text')
  source: ScoreSource;

  @Column('uuid', { name: 'standard_version_id' })
  standardVersionId: string;

  @Column('date', { name: 'visit_date' })
  visitDate: string;

  @Column('date', { name: 'week_start' })
  weekStart: string;

  @Column('double precision', { nullable: true })
  score: number | null;

  @Column('jsonb', { name: 'section_scores' })
  sectionScores: Record<string, number | null>;

  @Column('text', { name: 'red_lines', array: true })
  redLines: string[];

  @Column('boolean')
  failed: boolean;

  @Column('uuid', { name: 'auditor_member_id', nullable: true })
  auditorMemberId: string | null;

  @Column('text')
  status: 'held' | 'counted';
}
