import type { StandardBody, StandardVersionStatus } from '@wheelhouse/contracts';
import { TenantEntity } from '@wheelhouse/platform-db';
import { Column, Entity } from 'typeorm';

/** One version of a standard. Once published, the database refuses every change of its body. */
@Entity('standard_versions')
export class StandardVersionEntity extends TenantEntity {
  @Column('uuid', { name: 'standard_id' })
  standardId: string;

  @Column('text')
  version: string;

  @Column('text')
  status: StandardVersionStatus;

  /** Grows with each saved draft. */
  @Column('integer')
  revision: number;

  @Column('json')
  body: StandardBody;

  /** Counted from the body by the database. */
  @Column({ type: 'integer', name: 'item_count', insert: false, update: false })
  itemCount: number;

  @Column('timestamptz', { name: 'published_at', nullable: true })
  publishedAt: Date | null;

  @Column('uuid', { name: 'published_by', nullable: true })
  publishedBy: string | null;

  @Column('timestamptz', { name: 'retired_at', nullable: true })
  retiredAt: Date | null;

  /** Who saved the draft last. */
  @Column('uuid', { name: 'edited_by', nullable: true })
  editedBy: string | null;
}
