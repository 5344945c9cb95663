import type { Answers, AuditKind, AuditStatus, ScoreResult, VisitRecord } from '@wheelhouse/contracts';
import { TenantEntity } from '@wheelhouse/platform-db';
import { Column, Entity } from 'typeorm';

/** What quality control said about an audit. */
export interface Review {
  decision: 'approved' | 'rejected';
  comment: string;
  /** ISO instant. */
  at: string;
  memberId: string | null;
}

/** One filled-in standard version at one outlet. Its answers never change after submission. */
@Entity('audits')
export class AuditEntity extends TenantEntity {
  @Column('text')
  kind: AuditKind;

  @Column('text')
  status: AuditStatus;

  @Column('uuid', { name: 'outlet_id' })
  outletId: string;

  @Column('uuid', { name: 'standard_version_id' })
  standardVersionId: string;

  @Column('uuid', { name: 'assignment_id', nullable: true })
  assignmentId: string | null;

  @Column('uuid', { name: 'wave_id', nullable: true })
  waveId: string | null;

  /** Who began a draft, then who submitted it. */
  @Column('uuid', { name: 'auditor_member_id' })
  auditorMemberId: string;

  @Column('date', { name: 'visit_date' })
  visitDate: string;

  @Column('jsonb')
  answers: Answers;

  @Column('jsonb', { name: 'visit_record' })
  visitRecord: VisitRecord;

  @Column('text', { name: 'content_hash', nullable: true })
  contentHash: string | null;

  @Column('jsonb', { nullable: true })
  result: ScoreResult | null;

  /** Displayed score. */
  @Column('double precision', { nullable: true })
  score: number | null;

  @Column('text', { nullable: true })
  grade: string | null;

  @Column('text', { name: 'red_lines', array: true })
  redLines: string[];

  @Column('integer', { name: 'finding_count' })
  findingCount: number;

  @Column('timestamptz', { name: 'submitted_at', nullable: true })
  submittedAt: Date | null;

  @Column('timestamptz', { name: 'published_at', nullable: true })
  publishedAt: Date | null;

  @Column('jsonb', { nullable: true })
  review: Review | null;
}
