import type { Listing, RankingRow } from '@wheelhouse/contracts';
import { Column, CreateDateColumn, Entity, PrimaryColumn, UpdateDateColumn } from 'typeorm';

/** One outlet in an edition: the whole row as it was, and the columns that lists sort and filter by. */
@Entity('edition_rows')
export class EditionRowEntity {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId: string;

  @PrimaryColumn('uuid', { name: 'edition_id' })
  editionId: string;

  @PrimaryColumn('uuid', { name: 'outlet_id' })
  outletId: string;

  @Column('uuid', { name: 'peer_group_id', nullable: true })
  peerGroupId: string | null;

  @Column('uuid', { name: 'org_unit_ids', array: true })
  orgUnitIds: string[];

  @Column('text')
  listing: Listing;

  @Column('integer', { nullable: true })
  rank: number | null;

  @Column('double precision', { nullable: true })
  score: number | null;

  @Column('double precision', { nullable: true })
  estimate: number | null;

  @Column('double precision', { nullable: true })
  change: number | null;

  @Column('integer')
  n: number;

  @Column('integer')
  findings: number;

  @Column('text', { name: 'name_search' })
  nameSearch: string;

  @Column('jsonb')
  row: RankingRow & { comparedWith: string | null };

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;

  @UpdateDateColumn({ name: 'updated_at', type: 'timestamptz' })
  updatedAt: Date;
}
