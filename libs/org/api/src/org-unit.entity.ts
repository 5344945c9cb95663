import type { OrgUnitKind } from '@wheelhouse/contracts';
import type { LocalizedText } from '@wheelhouse/kernel';
import { TenantEntity } from '@wheelhouse/platform-db';
import { Column, Entity } from 'typeorm';

/** A node of the tenant's tree. `parentId` is its place today; the placements hold where it hung before. */
@Entity('org_units')
export class OrgUnitEntity extends TenantEntity {
  @Column('uuid', { name: 'parent_id', nullable: true })
  parentId: string | null;

  @Column('text')
  kind: OrgUnitKind;

  @Column('text')
  code: string;

  @Column('jsonb')
  name: LocalizedText;
}
