import { TenantEntity } from '@wheelhouse/platform-db';
import { Column, Entity } from 'typeorm';

/** A person in a tenant. */
@Entity('members')
export class MemberEntity extends TenantEntity {
  @Column('uuid', { name: 'person_id' })
  personId: string;

  @Column('text')
  status: 'active' | 'inactive';
}
