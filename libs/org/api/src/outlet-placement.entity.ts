import { TenantEntity } from '@wheelhouse/platform-db';
import { Column, Entity } from 'typeorm';

/** One stay of an outlet under an org unit, from `validFrom` up to but not on `validUntil`. */
@Entity('outlet_placements')
export class OutletPlacementEntity extends TenantEntity {
  @Column('uuid', { name: 'outlet_id' })
  outletId: string;

  @Column('uuid', { name: 'org_unit_id' })
  orgUnitId: string;

  @Column('date', { name: 'valid_from' })
  validFrom: string;

  @Column('date', { name: 'valid_until', nullable: true })
  validUntil: string | null;
}
