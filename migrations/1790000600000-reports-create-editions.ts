import { createTenantTable } from '@wheelhouse/platform-db';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Immutable numbered editions with their ranked rows, and the weeks that each tenant has closed. */
export class ReportsCreateEditions1790000600000 implements MigrationInterface {
  name = 'ReportsCreateEditions1790000600000';

  async up(db: QueryRunner): Promise<void> {
    await createTenantTable(
      db,
      'closed_weeks',
      `
      week_start date NOT NULL,
      period text NOT NULL,
      closed_at timestamptz NOT NULL
    `,
      'SELECT, INSERT',
      ['week_start'],
    );
    await createTenantTable(
      db,
      'editions',
      `
      period text NOT NULL,
      period_start date NOT NULL,
      period_end date NOT NULL,
      audience_kind text NOT NULL CHECK (audience_kind IN ('tenant', 'org_unit')),
      audience_id uuid NOT NULL,
      audience_name jsonb NOT NULL,
      number integer NOT NULL CHECK (number >= 1),
      made_at timestamptz NOT NULL,
      score double precision,
      body jsonb NOT NULL,
      CONSTRAINT editions__tenant_id__period__audience__number UNIQUE (tenant_id, period_start, audience_kind, audience_id, number)
    `,
      'SELECT, INSERT',
    );
    await createTenantTable(
      db,
      'edition_rows',
      `
      edition_id uuid NOT NULL,
      outlet_id uuid NOT NULL,
      peer_group_id uuid,
      org_unit_ids uuid[] NOT NULL,
      listing text NOT NULL CHECK (listing IN ('ranked', 'apart', 'failed_red_line')),
      rank integer,
      score double precision,
      estimate double precision,
      change double precision,
      n integer NOT NULL,
      findings integer NOT NULL,
      name_search text NOT NULL,
      row jsonb NOT NULL,
      CONSTRAINT edition_rows__edition__fk FOREIGN KEY (tenant_id, edition_id) REFERENCES editions (tenant_id, id)
    `,
      'SELECT, INSERT',
      ['edition_id', 'outlet_id'],
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE edition_rows, editions, closed_weeks`);
  }
}
