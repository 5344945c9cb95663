import { APP_ROLE } from '@wheelhouse/platform-db';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The application cannot bring a tenant's end nearer than six days (the least grace period is seven, by the clock of the
 * process): otherwise its role could delete what it may not, the audit trail, by closing a tenant as of yesterday.
 */
export class TenantLifeGuardClosing1790002900000 implements MigrationInterface {
  name = 'TenantLifeGuardClosing1790002900000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE FUNCTION refuse_hasty_closing() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF current_user = '${APP_ROLE}' AND NEW.delete_at IS DISTINCT FROM OLD.delete_at
          AND NEW.delete_at < now() + interval '6 days' THEN
          RAISE EXCEPTION 'a tenant is not deleted within six days' USING ERRCODE = 'insufficient_privilege';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER tenants__hasty_closing BEFORE UPDATE OF delete_at ON tenants
        FOR EACH ROW EXECUTE FUNCTION refuse_hasty_closing();
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TRIGGER tenants__hasty_closing ON tenants; DROP FUNCTION refuse_hasty_closing()`);
  }
}
