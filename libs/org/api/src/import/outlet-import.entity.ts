import type { ImportCounts, ImportFormat, ImportStatus } from '@wheelhouse/contracts';
import type { FieldProblem } from '@wheelhouse/kernel';
import { TenantEntity } from '@wheelhouse/platform-db';
import { Column, Entity } from 'typeorm';
import type { MappedColumn } from './columns.js';

/** Why an import failed: a code of the catalogue with what fills its text. */
export interface ImportFailure {
  code: string;
  params: Record<string, string | number>;
  fields: FieldProblem[];
}

/** A file of outlets that somebody sent. The file itself is kept until its dry run is over. */
@Entity('outlet_imports')
export class OutletImportEntity extends TenantEntity {
  @Column('uuid', { name: 'member_id' })
  memberId: string;

  @Column('uuid', { name: 'applied_by', nullable: true })
  appliedBy: string | null;

  @Column('text', { name: 'file_name' })
  fileName: string;

  @Column('text')
  format: ImportFormat;

  @Column('text')
  status: ImportStatus;

  @Column('uuid', { name: 'task_id' })
  taskId: string;

  @Column('bytea', { nullable: true })
  file: Buffer | null;

  @Column('integer')
  rows: number;

  @Column('jsonb', { nullable: true })
  counts: ImportCounts | null;

  @Column('jsonb')
  columns: MappedColumn[];

  @Column('boolean', { name: 'skipped_wrong' })
  skippedWrong: boolean;

  @Column('jsonb', { nullable: true })
  error: ImportFailure | null;

  @Column('timestamptz', { name: 'checked_at', nullable: true })
  checkedAt: Date | null;

  @Column('timestamptz', { name: 'finished_at', nullable: true })
  finishedAt: Date | null;
}
