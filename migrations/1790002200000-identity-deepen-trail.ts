import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where an entry of the audit trail came from, and indexes for its filters. Entries stay what they were written as. */
export class IdentityDeepenTrail1790002200000 implements MigrationInterface {
  name = 'IdentityDeepenTrail1790002200000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE trail_entries
        ADD COLUMN user_agent text,
        ADD COLUMN session_id uuid,
        ADD COLUMN request_id text;
      CREATE INDEX trail_entries__tenant_id__actor_person_id ON trail_entries (tenant_id, actor_person_id, id);
      CREATE INDEX trail_entries__tenant_id__object_type ON trail_entries (tenant_id, object_type, id);
      CREATE INDEX trail_entries__tenant_id__object_id ON trail_entries (tenant_id, object_id, id);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP INDEX trail_entries__tenant_id__actor_person_id;
      DROP INDEX trail_entries__tenant_id__object_type;
      DROP INDEX trail_entries__tenant_id__object_id;
      ALTER TABLE trail_entries DROP COLUMN user_agent, DROP COLUMN session_id, DROP COLUMN request_id;
    `);
  }
}
