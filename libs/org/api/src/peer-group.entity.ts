import type { LocalizedText } from '@wheelhouse/kernel';
import { TenantEntity } from '@wheelhouse/platform-db';
import { Column, Entity } from 'typeorm';

/** Outlets that are compared with each other. */
@Entity('peer_groups')
export class PeerGroupEntity extends TenantEntity {
  @Column('text')
  code: string;

  @Column('jsonb')
  name: LocalizedText;
}
