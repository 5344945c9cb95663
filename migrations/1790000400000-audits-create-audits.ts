import { createMonthlyTenantTable, createTenantTable } from '@wheelhouse/platform-db';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Waves and assignments, audits with their answers in one document, section scores and findings. */
export class AuditsCreateAudits1790000400000 implements MigrationInterface {
  name = 'AuditsCreateAudits1790000400000';

  async up(db: QueryRunner): Promise<void> {
    await createTenantTable(
      db,
      'waves',
      `
      name jsonb NOT NULL,
      standard_version_id uuid NOT NULL,
      scenario jsonb NOT NULL,
      window_from date NOT NULL,
      window_to date NOT NULL,
      release_on date NOT NULL,
      released_at timestamptz,
      CONSTRAINT waves__dates CHECK (window_to >= window_from AND release_on > window_to),
      CONSTRAINT waves__standard_version__fk FOREIGN KEY (tenant_id, standard_version_id)
        REFERENCES standard_versions (tenant_id, id)
    `,
    );
    await createTenantTable(
      db,
      'assignments',
      `
      kind text NOT NULL CHECK (kind IN ('self_check', 'supervisor_audit', 'hq_audit', 'mystery_shop')),
      outlet_id uuid NOT NULL,
      standard_version_id uuid NOT NULL,
      assignee_member_id uuid,
      wave_id uuid CHECK ((wave_id IS NULL) = (kind <> 'mystery_shop')),
      window_from date NOT NULL,
      window_to date NOT NULL CHECK (window_to >= window_from),
      status text NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'in_progress', 'done', 'missed', 'cancelled')),
      audit_id uuid,
      CONSTRAINT assignments__outlet__fk FOREIGN KEY (tenant_id, outlet_id) REFERENCES outlets (tenant_id, id),
      CONSTRAINT assignments__standard_version__fk FOREIGN KEY (tenant_id, standard_version_id)
        REFERENCES standard_versions (tenant_id, id),
      CONSTRAINT assignments__wave__fk FOREIGN KEY (tenant_id, wave_id) REFERENCES waves (tenant_id, id),
      CONSTRAINT assignments__assignee__fk FOREIGN KEY (tenant_id, assignee_member_id) REFERENCES members (tenant_id, id)
    `,
    );
    await db.query(`
      CREATE INDEX assignments__tenant_id__outlet_id ON assignments (tenant_id, outlet_id);
      CREATE INDEX assignments__tenant_id__assignee ON assignments (tenant_id, assignee_member_id, status);
      CREATE INDEX assignments__tenant_id__window_to ON assignments (tenant_id, window_to) WHERE status IN ('open', 'in_progress');
    `);
    await createMonthlyTenantTable(
      db,
      'audits',
      'id',
      `
      id uuid NOT NULL,
      kind text NOT NULL CHECK (kind IN ('self_check', 'supervisor_audit', 'hq_audit', 'mystery_shop')),
      status text NOT NULL CHECK (status IN ('draft', 'submitted', 'in_review', 'published', 'final')),
      outlet_id uuid NOT NULL,
      standard_version_id uuid NOT NULL,
      assignment_id uuid,
      wave_id uuid,
      auditor_member_id uuid NOT NULL,
      visit_date date NOT NULL,
      answers jsonb NOT NULL DEFAULT '{}',
      visit_record jsonb NOT NULL DEFAULT '{}',
      content_hash text,
      result jsonb,
      score double precision CHECK (score BETWEEN 0 AND 100),
      grade text,
      red_lines text[] NOT NULL DEFAULT '{}',
      finding_count integer NOT NULL DEFAULT 0,
      submitted_at timestamptz,
      published_at timestamptz,
      review jsonb,
      created_at timestamptz NOT NULL DEFAULT now(),
      updated_at timestamptz NOT NULL DEFAULT now(),
      CONSTRAINT audits__tenant_id__id PRIMARY KEY (tenant_id, id),
      CONSTRAINT audits__outlet__fk FOREIGN KEY (tenant_id, outlet_id) REFERENCES outlets (tenant_id, id),
      CONSTRAINT audits__standard_version__fk FOREIGN KEY (tenant_id, standard_version_id)
        REFERENCES standard_versions (tenant_id, id),
      CONSTRAINT audits__auditor__fk FOREIGN KEY (tenant_id, auditor_member_id) REFERENCES members (tenant_id, id),
      CONSTRAINT audits__assignment__fk FOREIGN KEY (tenant_id, assignment_id) REFERENCES assignments (tenant_id, id),
      CONSTRAINT audits__wave__fk FOREIGN KEY (tenant_id, wave_id) REFERENCES waves (tenant_id, id)
    `,
      'SELECT, INSERT, UPDATE, DELETE',
    );
    await db.query(`
      CREATE INDEX audits__tenant_id__outlet_id__visit_date ON audits (tenant_id, outlet_id, visit_date);
      CREATE INDEX audits__tenant_id__visit_date ON audits (tenant_id, visit_date, id);
      CREATE INDEX audits__tenant_id__auditor ON audits (tenant_id, auditor_member_id) WHERE status = 'draft';
      CREATE INDEX audits__tenant_id__wave_id ON audits (tenant_id, wave_id) WHERE wave_id IS NOT NULL;
      CREATE INDEX audits__tenant_id__assignment_id ON audits (tenant_id, assignment_id) WHERE assignment_id IS NOT NULL;
      CREATE INDEX audits__tenant_id__in_review ON audits (tenant_id, id) WHERE status = 'in_review';
    `);
    await createMonthlyTenantTable(
      db,
      'section_scores',
      'audit_id',
      `
      audit_id uuid NOT NULL,
      section_id text NOT NULL,
      score double precision CHECK (score BETWEEN 0 AND 100),
      CONSTRAINT section_scores__tenant_id__audit_id__section_id PRIMARY KEY (tenant_id, audit_id, section_id),
      CONSTRAINT section_scores__audit__fk FOREIGN KEY (tenant_id, audit_id) REFERENCES audits (tenant_id, id) ON DELETE CASCADE
    `,
      'SELECT, INSERT, UPDATE, DELETE',
    );
    await createMonthlyTenantTable(
      db,
      'findings',
      'audit_id',
      `
      audit_id uuid NOT NULL,
      item_id text NOT NULL,
      section_id text NOT NULL,
      outlet_id uuid NOT NULL,
      standard_version_id uuid NOT NULL,
      source text NOT NULL,
      visit_date date NOT NULL,
      credit double precision NOT NULL CHECK (credit >= 0 AND credit < 1),
      points_lost double precision NOT NULL,
      critical boolean NOT NULL,
      triggered boolean NOT NULL,
      counted boolean NOT NULL,
      CONSTRAINT findings__tenant_id__audit_id__item_id PRIMARY KEY (tenant_id, audit_id, item_id),
      CONSTRAINT findings__audit__fk FOREIGN KEY (tenant_id, audit_id) REFERENCES audits (tenant_id, id) ON DELETE CASCADE
    `,
      'SELECT, INSERT, UPDATE, DELETE',
    );
    await db.query(`
      CREATE INDEX findings__tenant_id__visit_date ON findings (tenant_id, visit_date);
      CREATE INDEX findings__tenant_id__outlet_id__item_id ON findings (tenant_id, outlet_id, item_id, visit_date);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE findings, section_scores, audits, assignments, waves`);
  }
}
