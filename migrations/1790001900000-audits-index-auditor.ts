import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A search for an auditor’s name, and one’s own audits, read that auditor’s rows only. */
export class AuditsIndexAuditor1790001900000 implements MigrationInterface {
  name = 'AuditsIndexAuditor1790001900000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(
      `CREATE INDEX audits__tenant_id__auditor__visit_date ON audits (tenant_id, auditor_member_id, visit_date)`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP INDEX audits__tenant_id__auditor__visit_date`);
  }
}
