import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was due in a week is found by the end of its window, without reading what was done years ago. */
export class HomeIndexDueAssignments1790001800000 implements MigrationInterface {
  name = 'HomeIndexDueAssignments1790001800000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`CREATE INDEX assignments__tenant_id__window_to__any ON assignments (tenant_id, window_to)`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP INDEX assignments__tenant_id__window_to__any`);
  }
}
