import { TenantEntity } from '@wheelhouse/platform-db';
import { Column, Entity } from 'typeorm';

/** A member's named set of filters of one page. */
@Entity('saved_views')
export class SavedViewEntity extends TenantEntity {
  @Column('uuid', { name: 'member_id' })
  memberId: string;

  @Column('text')
  page: string;

  @Column('text')
  name: string;

  @Column('text')
  query: string;
}
