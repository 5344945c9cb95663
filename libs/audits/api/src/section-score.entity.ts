import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The score of one section of a submitted audit. */
@Entity('section_scores')
export class SectionScoreEntity {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId: string;

  @PrimaryColumn('uuid', { name: 'audit_id' })
  auditId: string;

  @PrimaryColumn('text', { name: 'section_id' })
  sectionId: string;

  @Column('double precision', { nullable: true })
  score: number | null;
}
