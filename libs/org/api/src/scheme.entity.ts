import type { RankingScheme } from '@wheelhouse/contracts';
import { TenantEntity } from '@wheelhouse/platform-db';
import { Column, Entity } from 'typeorm';

/** One version of the tenant's ranking scheme; the newest is in force. Never changed, so that reports can name theirs. */
@Entity('schemes')
export class SchemeEntity extends TenantEntity {
  @Column('integer')
  version: number;

  @Column('jsonb')
  body: Omit<RankingScheme, 'version'>;

  /** The member who made it; null for the one that came with the tenant. */
  @Column('uuid', { name: 'made_by', nullable: true })
  madeBy: string | null;
}
