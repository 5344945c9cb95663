import { randomBytes } from 'node:crypto';
import pg from 'pg';

export interface TestDatabase {
  /** As the application's role, which row-level security binds. */
  appUrl: string;
  /** As the owner of the tables. */
  ownerUrl: string;
  drop(): Promise<void>;
}

const required = (name: string) => {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run this test through the runner's global set-up`);
  return value;
};

/** A migrated database of its own, cloned from the run's template in well under a second. */
export async function testDatabase(): Promise<TestDatabase> {
  const name = `w_${randomBytes(6).toString('hex')}`;
  const adminUrl = required('TEST_ADMIN_URL');
  await asAdmin(adminUrl, `CREATE DATABASE ${name} TEMPLATE ${required('TEST_TEMPLATE_DB')} OWNER wheelhouse_owner`);
  return {
    appUrl: urlFor(adminUrl, name, 'wheelhouse_app', required('TEST_APP_PASSWORD')),
    ownerUrl: urlFor(adminUrl, name, 'wheelhouse_owner', required('TEST_OWNER_PASSWORD')),
    drop: () => asAdmin(adminUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  };
}

function urlFor(adminUrl: string, database: string, user: string, password: string): string {
  const url = new URL(adminUrl);
  url.pathname = `/${database}`;
  url.username = user;
  url.password = password;
  return url.href;
}

/** Two workers may clone at the same moment: the template allows one at a time, so this one waits its turn. */
async function asAdmin(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (let attempt = 1; ; attempt++) {
      try {
        await client.query(sql);
        return;
      } catch (error) {
        if ((error as { code?: string }).code !== '55006' || attempt > 100) throw error;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    }
  } finally {
    await client.end();
  }
}
