import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who saved a draft last, so that the next one to save can be told. */
export class StandardsAddEditor1790001500000 implements MigrationInterface {
  name = 'StandardsAddEditor1790001500000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE standard_versions ADD COLUMN edited_by uuid`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE standard_versions DROP COLUMN edited_by`);
  }
}
