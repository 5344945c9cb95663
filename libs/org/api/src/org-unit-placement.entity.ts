import { TenantEntity } from '@wheelhouse/platform-db';
import { Column, Entity } from 'typeorm';

/** One stay of an org unit under a parent, from `validFrom` up to but not on `validUntil`. */
@Entity('org_unit_placements')
export class OrgUnitPlacementEntity extends TenantEntity {
  @Column('uuid', { name: 'org_unit_id' })
  orgUnitId: string;

  @Column('uuid', { name: 'parent_id', nullable: true })
  parentId: string | null;

  @Column('date', { name: 'valid_from' })
  validFrom: string;

  @Column('date', { name: 'valid_until', nullable: true })
  validUntil: string | null;
}
