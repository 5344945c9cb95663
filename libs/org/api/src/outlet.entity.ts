import type { CityTier } from '@wheelhouse/contracts';
import type { LocalizedText } from '@wheelhouse/kernel';
import { TenantEntity } from '@wheelhouse/platform-db';
import { Column, Entity } from 'typeorm';

/** A franchised shop. `orgUnitId` is its place today; `closedOn` is the first day on which it is no longer open. */
@Entity('outlets')
export class OutletEntity extends TenantEntity {
  @Column('text')
  code: string;

  @Column('jsonb')
  name: LocalizedText;

  @Column('text')
  kind: string;

  @Column('uuid', { name: 'org_unit_id' })
  orgUnitId: string;

  @Column('uuid', { name: 'peer_group_id', nullable: true })
  peerGroupId: string | null;

  @Column('text', { name: 'city_tier', nullable: true })
  cityTier: CityTier | null;

  @Column('jsonb', { nullable: true })
  city: LocalizedText | null;

  @Column('double precision', { nullable: true })
  latitude: number | null;

  @Column('double precision', { nullable: true })
  longitude: number | null;

  @Column('text', { name: 'time_zone' })
  timeZone: string;

  @Column('date', { name: 'opened_on' })
  openedOn: string;

  @Column('date', { name: 'closed_on', nullable: true })
  closedOn: string | null;

  @Column('jsonb')
  attributes: Record<string, string | number | boolean>;
}
