import { createTenantTable } from '@wheelhouse/platform-db';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Imports of outlets: the file until it is checked, and what the dry run found in each of its rows. */
export class OrgOutletImports1790000800000 implements MigrationInterface {
  name = 'OrgOutletImports1790000800000';

  async up(db: QueryRunner): Promise<void> {
    await createTenantTable(
      db,
      'outlet_imports',
      `
      member_id uuid NOT NULL,
      applied_by uuid,
      file_name text NOT NULL,
      format text NOT NULL CHECK (format IN ('csv', 'xlsx')),
      status text NOT NULL DEFAULT 'checking'
        CHECK (status IN ('checking', 'checked', 'applying', 'applied', 'failed', 'cancelled')),
      task_id uuid NOT NULL,
      file bytea,
      rows integer NOT NULL,
      counts jsonb,
      columns jsonb NOT NULL DEFAULT '[]',
      skipped_wrong boolean NOT NULL DEFAULT false,
      error jsonb,
      checked_at timestamptz,
      finished_at timestamptz,
      CONSTRAINT outlet_imports__member__fk FOREIGN KEY (tenant_id, member_id) REFERENCES members (tenant_id, id),
      CONSTRAINT outlet_imports__applied_by__fk FOREIGN KEY (tenant_id, applied_by) REFERENCES members (tenant_id, id),
      CONSTRAINT outlet_imports__task__fk FOREIGN KEY (tenant_id, task_id) REFERENCES tasks (tenant_id, id)
    `,
      'SELECT, INSERT, UPDATE',
    );
    await createTenantTable(
      db,
      'outlet_import_rows',
      `
      import_id uuid NOT NULL,
      row_number integer NOT NULL CHECK (row_number >= 2),
      outcome text NOT NULL CHECK (outcome IN ('new', 'changed', 'unchanged', 'wrong')),
      code text NOT NULL,
      name jsonb,
      outlet_id uuid,
      outlet_seen_at timestamptz,
      problems jsonb NOT NULL,
      changes jsonb NOT NULL,
      target jsonb,
      cells jsonb,
      CONSTRAINT outlet_import_rows__import__fk FOREIGN KEY (tenant_id, import_id)
        REFERENCES outlet_imports (tenant_id, id)
    `,
      'SELECT, INSERT',
      ['import_id', 'row_number'],
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE outlet_import_rows, outlet_imports`);
  }
}
