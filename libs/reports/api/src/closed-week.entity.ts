import { Column, CreateDateColumn, Entity, PrimaryColumn, UpdateDateColumn } from 'typeorm';

/** A week whose editions went out. Its key is what makes a closing happen once. */
@Entity('closed_weeks')
export class ClosedWeekEntity {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId: string;

  @PrimaryColumn('date', { name: 'week_start' })
  weekStart: string;

  @Column('text')
  period: string;

  @Column('timestamptz', { name: 'closed_at' })
  closedAt: Date;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;

  @UpdateDateColumn({ name: 'updated_at', type: 'timestamptz' })
  updatedAt: Date;
}
