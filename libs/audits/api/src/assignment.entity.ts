import type { AssignmentStatus, AuditKind } from '@wheelhouse/contracts';
import { TenantEntity } from '@wheelhouse/platform-db';
import { Column, Entity } from 'typeorm';

/** Somebody must do an audit at an outlet within a window. */
@Entity('assignments')
export class AssignmentEntity extends TenantEntity {
  @Column('text')
  kind: AuditKind;

  @Column('uuid', { name: 'outlet_id' })
  outletId: string;

  @Column('uuid', { name: 'standard_version_id' })
  standardVersionId: string;

  @Column('uuid', { name: 'assignee_member_id', nullable: true })
  assigneeMemberId: string | null;

  @Column('uuid', { name: 'wave_id', nullable: true })
  waveId: string | null;

  @Column('date', { name: 'window_from' })
  windowFrom: string;

  @Column('date', { name: 'window_to' })
  windowTo: string;

  @Column('text')
  status: AssignmentStatus;

  @Column('uuid', { name: 'audit_id', nullable: true })
  auditId: string | null;
}
