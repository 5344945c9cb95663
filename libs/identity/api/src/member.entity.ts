import { TenantEntity } from '@wheelhouse/platform-db';
import { Column, Entity } from 'typeorm';

/** Who works in a tenant: a person, or a service account, which has a name instead. */
@Entity('members')
export class MemberEntity extends TenantEntity {
  @Column('uuid', { name: 'person_id', nullable: true })
  personId: string | null;

  /** Of a service account. */
  @Column('text', { nullable: true })
  name: string | null;

  @Column('text')
  status: 'active' | 'inactive';

  /** An administrator ended the member's sessions: those that were begun before reach this tenant no more. */
  @Column('timestamptz', { name: 'sessions_after', nullable: true })
  sessionsAfter: Date | null;
}
