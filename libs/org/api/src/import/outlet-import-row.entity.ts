import type { ImportChange, ImportOutcome } from '@wheelhouse/contracts';
import type { LocalizedText } from '@wheelhouse/kernel';
import { Column, CreateDateColumn, Entity, PrimaryColumn, UpdateDateColumn } from 'typeorm';
import type { CheckedRow } from './check-file.js';
import type { OutletValues } from './outlet-values.js';

/** What the dry run found in one row of a file. Written once. */
@Entity('outlet_import_rows')
export class OutletImportRowEntity {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId: string;

  @PrimaryColumn('uuid', { name: 'import_id' })
  importId: string;

  @PrimaryColumn('integer', { name: 'row_number' })
  rowNumber: number;

  @Column('text')
  outcome: ImportOutcome;

  @Column('text')
  code: string;

  @Column('jsonb', { nullable: true })
  name: LocalizedText | null;

  @Column('uuid', { name: 'outlet_id', nullable: true })
  outletId: string | null;

  /** When the outlet was changed last, as the dry run saw it. */
  @Column('timestamptz', { name: 'outlet_seen_at', nullable: true })
  outletSeenAt: Date | null;

  @Column('jsonb')
  problems: CheckedRow['problems'];

  @Column('jsonb')
  changes: ImportChange[];

  @Column('jsonb', { nullable: true })
  target: OutletValues | null;

  @Column('jsonb', { nullable: true })
  cells: string[] | null;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;

  @UpdateDateColumn({ name: 'updated_at', type: 'timestamptz' })
  updatedAt: Date;
}
