import { TenantEntity } from '@wheelhouse/platform-db';
import { Column, Entity } from 'typeorm';

/** One line of the append-only audit trail; the application role has no right to change or remove it. */
@Entity('trail_entries')
export class TrailEntryEntity extends TenantEntity {
  @Column('timestamptz')
  at: Date;

  @Column('uuid', { name: 'actor_person_id', nullable: true })
  actorPersonId: string | null;

  @Column('text', { name: 'actor_name', nullable: true })
  actorName: string | null;

  @Column('text', { nullable: true })
  ip: string | null;

  @Column('text', { name: 'user_agent', nullable: true })
  userAgent: string | null;

  @Column('uuid', { name: 'session_id', nullable: true })
  sessionId: string | null;

  @Column('text', { name: 'request_id', nullable: true })
  requestId: string | null;

  @Column('text')
  action: string;

  @Column('text', { name: 'object_type' })
  objectType: string;

  @Column('uuid', { name: 'object_id', nullable: true })
  objectId: string | null;

  @Column('jsonb', { nullable: true })
  before: unknown;

  @Column('jsonb', { nullable: true })
  after: unknown;
}
