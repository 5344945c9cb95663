import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Objectives are edited in place by several people: each change by hand has its number, so that nobody overwrites unseen. */
export class PdcaAddObjectiveRevisions1790001950000 implements MigrationInterface {
  name = 'PdcaAddObjectiveRevisions1790001950000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE objectives ADD COLUMN revision integer NOT NULL DEFAULT 1 CHECK (revision > 0)`);
    await db.query(`CREATE INDEX cycles__tenant_id__predecessor_id ON cycles (tenant_id, predecessor_id)`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP INDEX cycles__tenant_id__predecessor_id`);
    await db.query(`ALTER TABLE objectives DROP COLUMN revision`);
  }
}
