import { createMonthlyTenantTable, createTenantTable, installMonthPartitions } from '@wheelhouse/platform-db';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** One score observation for each audit, and the weekly roll-up that reports read. */
export class ScoringCreateObservations1790000300000 implements MigrationInterface {
  name = 'ScoringCreateObservations1790000300000';

  async up(db: QueryRunner): Promise<void> {
    await installMonthPartitions(db);
    await createMonthlyTenantTable(
      db,
      'observations',
      'id',
      `
      id uuid NOT NULL,
      outlet_id uuid NOT NULL,
      source text NOT NULL CHECK (source IN ('self_check', 'audit', 'mystery_shop')),
      standard_version_id uuid NOT NULL,
      visit_date date NOT NULL,
      week_start date NOT NULL,
      score double precision CHECK (score BETWEEN 0 AND 100),
      section_scores jsonb NOT NULL,
      red_lines text[] NOT NULL,
      failed boolean NOT NULL,
      auditor_member_id uuid,
      status text NOT NULL CHECK (status IN ('held', 'counted')),
      created_at timestamptz NOT NULL DEFAULT now(),
      updated_at timestamptz NOT NULL DEFAULT now(),
      CONSTRAINT observations__tenant_id__id PRIMARY KEY (tenant_id, id),
      CONSTRAINT observations__outlet__fk FOREIGN KEY (tenant_id, outlet_id) REFERENCES outlets (tenant_id, id)
    `,
      'SELECT, INSERT, UPDATE, DELETE',
    );
    await db.query(`
      CREATE INDEX observations__tenant_id__outlet_id__visit_date ON observations (tenant_id, outlet_id, visit_date);
      CREATE INDEX observations__tenant_id__visit_date ON observations (tenant_id, visit_date);
    `);
    await createTenantTable(
      db,
      'outlet_weeks',
      `
      outlet_id uuid NOT NULL,
      source text NOT NULL CHECK (source IN ('self_check', 'audit', 'mystery_shop')),
      week_start date NOT NULL,
      n integer NOT NULL,
      total double precision NOT NULL,
      total_squares double precision NOT NULL,
      findings integer NOT NULL DEFAULT 0,
      CONSTRAINT outlet_weeks__outlet__fk FOREIGN KEY (tenant_id, outlet_id) REFERENCES outlets (tenant_id, id)
    `,
      'SELECT, INSERT, UPDATE',
      ['week_start', 'outlet_id', 'source'],
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE outlet_weeks, observations; DROP FUNCTION ensure_month_partitions(text, date, date)`);
  }
}
