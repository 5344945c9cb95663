import pg from 'pg';
import PgBoss from 'pg-boss';
import { APP_ROLE, DEAD_LETTERS, JOB_SCHEMA, QUEUES, type QueueSettings } from './queues.js';

/**
 * Brings the job tables and queues up to date as the database's owner, and lets the application's role use them.
 * Safe to run again; the application itself never creates anything. Call under the migration lock.
 */
export async function createJobSchema(
  ownerUrl: string,
  queues: Record<string, QueueSettings> = QUEUES,
  appRole: string = APP_ROLE,
): Promise<void> {
  const boss = new PgBoss({
    connectionString: ownerUrl,
    schema: JOB_SCHEMA,
    max: 1,
    migrate: true,
    supervise: false,
    schedule: false,
  });
  const failures: Error[] = [];
  boss.on('error', (error) => failures.push(error));
  await boss.start();
  try {
    await boss.createQueue(DEAD_LETTERS, { name: DEAD_LETTERS, policy: 'standard' });
    for (const [name, { policy, expireInSeconds, retryLimit, retryDelay }] of Object.entries(queues)) {
      const options = { policy, expireInSeconds, retryLimit, retryDelay, retryBackoff: true, deadLetter: DEAD_LETTERS };
      await boss.createQueue(name, { name, ...options });
      await boss.updateQueue(name, { name, ...options });
    }
  } finally {
    await boss.stop({ graceful: false });
  }
  if (failures[0]) throw failures[0];
  await grant(ownerUrl, appRole);
}

/** Rights on a partitioned table count for its partitions when they are reached through it, as pg-boss does. */
async function grant(ownerUrl: string, appRole: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  const role = client.escapeIdentifier(appRole);
  const s = JOB_SCHEMA;
  try {
    await client.query(`
      GRANT USAGE ON SCHEMA ${s} TO ${role};
      GRANT SELECT, INSERT, UPDATE, DELETE ON ${s}.job, ${s}.archive TO ${role};
      GRANT SELECT, UPDATE ON ${s}.version TO ${role};
      GRANT SELECT ON ${s}.queue, ${s}.schedule, ${s}.subscription TO ${role};
      REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA ${s} FROM PUBLIC;
    `);
  } finally {
    await client.end();
  }
}
