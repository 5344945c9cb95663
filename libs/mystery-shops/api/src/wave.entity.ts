import type { LocalizedText } from '@wheelhouse/kernel';
import { TenantEntity } from '@wheelhouse/platform-db';
import { Column, Entity } from 'typeorm';

/** One round of mystery shops. */
@Entity('waves')
export class WaveEntity extends TenantEntity {
  @Column('jsonb')
  name: LocalizedText;

  @Column('uuid', { name: 'standard_version_id' })
  standardVersionId: string;

  @Column('jsonb')
  scenario: LocalizedText;

  @Column('date', { name: 'window_from' })
  windowFrom: string;

  @Column('date', { name: 'window_to' })
  windowTo: string;

  @Column('date', { name: 'release_on' })
  releaseOn: string;

  @Column('timestamptz', { name: 'released_at', nullable: true })
  releasedAt: Date | null;
}
