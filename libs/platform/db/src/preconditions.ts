import type { DataSource } from 'typeorm';

/** Tables without a tenant, each with the reason why it may be. Everything else must carry its policy. */
export const INSTALLATION_TABLES: Record<string, string> = {
  tenants: 'names the tenants themselves; read before a tenant is known',
  people: 'a person may belong to several tenants; read at sign-in',
  sessions: 'found by token before a tenant is known',
  sign_in_attempts: 'throttles sign-in before anybody is known',
  password_resets: 'found by token before a tenant is known; belongs to a person',
  operator_entries: 'what operators did with tenants, kept when those are gone; nothing of their content',
  second_factors: 'belongs to a person; asked for before a tenant is known',
  recovery_codes: 'belongs to a person; asked for before a tenant is known',
  sign_in_steps: 'a sign-in that is half-way: no tenant is entered yet',
  sign_in_domains: 'finds the tenant whose provider a mail domain signs in at',
  refresh_tokens: 'found by token before a tenant is known; belongs to a session',
  migrations: 'belongs to the schema',
};

/** What is wrong with the schema, for the process that wants to start on it: empty when all is well. */
export async function schemaProblems(source: DataSource, expectedMigrations: string[]): Promise<string[]> {
  const problems: string[] = [];
  const applied: { name: string }[] = await source.query(`SELECT name FROM migrations`).catch(() => []);
  const names = new Set(applied.map((row) => row.name));
  for (const name of expectedMigrations) if (!names.has(name)) problems.push(`migration pending: ${name}`);

  const tables: { name: string; enabled: boolean; forced: boolean; policies: number }[] = await source.query(`
    SELECT c.relname AS name, c.relrowsecurity AS enabled, c.relforcerowsecurity AS forced,
           (SELECT count(*)::int FROM pg_policy p WHERE p.polrelid = c.oid AND p.polname = 'tenant') AS policies
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p')`);
  for (const table of tables) {
    if (table.name in INSTALLATION_TABLES) continue;
    if (!table.enabled || !table.forced || table.policies === 0)
      problems.push(`table without row-level security: ${table.name}`);
  }
  const [role] = await source.query(
    `SELECT rolsuper OR rolbypassrls AS bypasses,
            EXISTS (SELECT 1 FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                    WHERE n.nspname = 'public' AND c.relowner = r.oid) AS owns
     FROM pg_roles r WHERE rolname = current_user`,
  );
  if (role?.bypasses) problems.push('the application connects as a role that bypasses row-level security');
  if (role?.owns) problems.push('the application connects as a role that owns tables');
  return problems;
}
