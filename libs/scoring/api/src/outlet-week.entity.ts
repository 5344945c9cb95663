import type { ScoreSource } from '@wheelhouse/contracts';
import { Column, CreateDateColumn, Entity, PrimaryColumn, UpdateDateColumn } from 'typeorm';

/** The roll-up that reports read: what one source said about one outlet in one week. */
@Entity('outlet_weeks')
export class OutletWeekEntity {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId: string;

  @PrimaryColumn('date', { name: 'week_start' })
  weekStart: string;

  @PrimaryColumn('uuid', { name: 'outlet_id' })
  outletId: string;

  @PrimaryColumn('text')
  source: ScoreSource;

  /** Counted observations that have a score. */
  @Column('integer')
  n: number;

  @Column('double precision')
  total: number;

  @Column('double precision', { name: 'total_squares' })
  totalSquares: number;

  @Column('integer')
  findings: number;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;

  @UpdateDateColumn({ name: 'updated_at', type: 'timestamptz' })
  updatedAt: Date;
}
