import type { PlanLimits, PlanName } from '@wheelhouse/contracts';
import type { LocalizedText } from '@wheelhouse/kernel';
import { Column, CreateDateColumn, Entity, PrimaryColumn, UpdateDateColumn } from 'typeorm';

/** One franchise brand; the boundary that no data crosses. */
@Entity('tenants')
export class TenantRecord {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  slug: string;

  @Column('jsonb')
  name: LocalizedText;

  @Column('text', { name: 'time_zone' })
  timeZone: string;

  @Column('smallint', { name: 'week_start' })
  weekStart: number;

  @Column('smallint', { name: 'cutoff_weekday' })
  cutoffWeekday: number;

  @Column('smallint', { name: 'cutoff_hour' })
  cutoffHour: number;

  @Column('text')
  accent: string;

  /** SHA-256 of the logo, in hex. */
  @Column('text', { nullable: true })
  logo: string | null;

  /** Whoever signs in needs a second factor. */
  @Column('boolean', { name: 'require_second_factor' })
  requireSecondFactor: boolean;

  /** Members sign in at the tenant's own provider, administrators also with their password. */
  @Column('boolean', { name: 'sso_only' })
  ssoOnly: boolean;

  @Column('text')
  status: 'active' | 'suspended' | 'closing';

  /** When everything of a closing tenant is deleted for good. */
  @Column('timestamptz', { name: 'delete_at', nullable: true })
  deleteAt: Date | null;

  @Column('text')
  plan: PlanName;

  /** Limits that differ from the plan's. */
  @Column('jsonb', { name: 'agreed_limits', nullable: true })
  agreedLimits: Partial<PlanLimits> | null;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;

  @UpdateDateColumn({ name: 'updated_at', type: 'timestamptz' })
  updatedAt: Date;
}
