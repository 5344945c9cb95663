import { createTenantTable } from '@wheelhouse/platform-db';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** PDCA cycles, their objectives, and each passage of a gate. */
export class PdcaCreateCycles1790000500000 implements MigrationInterface {
  name = 'PdcaCreateCycles1790000500000';

  async up(db: QueryRunner): Promise<void> {
    await createTenantTable(
      db,
      'cycles',
      `
      name jsonb NOT NULL,
      phase text NOT NULL DEFAULT 'plan' CHECK (phase IN ('plan', 'do', 'check', 'act', 'closed')),
      org_unit_id uuid NOT NULL,
      standard_version_id uuid,
      audit_plan text,
      do_from date,
      do_to date,
      conclusion text,
      predecessor_id uuid,
      CONSTRAINT cycles__org_unit__fk FOREIGN KEY (tenant_id, org_unit_id) REFERENCES org_units (tenant_id, id),
      CONSTRAINT cycles__standard_version__fk FOREIGN KEY (tenant_id, standard_version_id)
        REFERENCES standard_versions (tenant_id, id),
      CONSTRAINT cycles__predecessor__fk FOREIGN KEY (tenant_id, predecessor_id) REFERENCES cycles (tenant_id, id)
    `,
    );
    await createTenantTable(
      db,
      'objectives',
      `
      cycle_id uuid NOT NULL,
      name jsonb NOT NULL,
      metric jsonb NOT NULL,
      direction text NOT NULL CHECK (direction IN ('up', 'down')),
      baseline jsonb,
      target double precision CHECK (target BETWEEN 0 AND 100),
      due_on date,
      measured jsonb,
      decision text CHECK (decision IN ('standardise', 'adjust', 'drop')),
      decision_reason text,
      CONSTRAINT objectives__cycle__fk FOREIGN KEY (tenant_id, cycle_id) REFERENCES cycles (tenant_id, id)
    `,
      'SELECT, INSERT, UPDATE, DELETE',
    );
    await db.query(`CREATE INDEX objectives__tenant_id__cycle_id ON objectives (tenant_id, cycle_id)`);
    await createTenantTable(
      db,
      'cycle_passages',
      `
      cycle_id uuid NOT NULL,
      from_phase text NOT NULL,
      to_phase text NOT NULL,
      at timestamptz NOT NULL,
      by_member_id uuid,
      by_name text NOT NULL,
      why text NOT NULL,
      CONSTRAINT cycle_passages__tenant_id__cycle_id__to_phase UNIQUE (tenant_id, cycle_id, to_phase),
      CONSTRAINT cycle_passages__cycle__fk FOREIGN KEY (tenant_id, cycle_id) REFERENCES cycles (tenant_id, id)
    `,
      'SELECT, INSERT',
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE cycle_passages, objectives, cycles`);
  }
}
