import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = [
  'operator_entries',
  'second_factors',
  'recovery_codes',
  'sign_in_steps',
  'sign_in_domains',
  'refresh_tokens',
];

/**
 * Tables without a tenant that came since the last release say so by a policy that lets everything through: a process of
 * that release, which does not know them, stays ready only where each table has a forced policy (decision 29).
 */
export class HttpOpenPolicies1790002810000 implements MigrationInterface {
  name = 'HttpOpenPolicies1790002810000';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of TABLES)
      await runner.query(
        `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
         CREATE POLICY tenant ON ${table} USING (true) WITH CHECK (true)`,
      );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of TABLES)
      await runner.query(
        `DROP POLICY tenant ON ${table};
         ALTER TABLE ${table} NO FORCE ROW LEVEL SECURITY, DISABLE ROW LEVEL SECURITY`,
      );
  }
}
