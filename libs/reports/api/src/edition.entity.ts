import type { AudienceKind } from '@wheelhouse/contracts';
import type { LocalizedText } from '@wheelhouse/kernel';
import { TenantEntity } from '@wheelhouse/platform-db';
import type { EditionBody } from '@wheelhouse/reports-domain';
import { Column, Entity } from 'typeorm';

/** One immutable, numbered report of a week for one audience. The application role has no right to change it. */
@Entity('editions')
export class EditionEntity extends TenantEntity {
  @Column('text')
  period: string;

  @Column('date', { name: 'period_start' })
  periodStart: string;

  @Column('date', { name: 'period_end' })
  periodEnd: string;

  @Column('text', { name: 'audience_kind' })
  audienceKind: AudienceKind;

  @Column('uuid', { name: 'audience_id' })
  audienceId: string;

  @Column('jsonb', { name: 'audience_name' })
  audienceName: LocalizedText;

  @Column('integer')
  number: number;

  @Column('timestamptz', { name: 'made_at' })
  madeAt: Date;

  @Column('double precision', { nullable: true })
  score: number | null;

  @Column('jsonb')
  body: EditionBody & { digest: string };
}
