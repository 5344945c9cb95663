import { createJobSchema, QUEUES } from '@wheelhouse/platform-jobs';
import { createDataSource } from '@wheelhouse/platform-db';
import { migrations } from './all.js';

/** Brings the database behind `ownerUrl` to the newest schema, with the job queues. Returns the migrations applied now. */
export async function migrate(ownerUrl: string): Promise<string[]> {
  const source = await createDataSource({ url: ownerUrl, migrations, poolSize: 2 }).initialize();
  try {
    const applied = await source.runMigrations({ transaction: 'each' });
    await createJobSchema(ownerUrl, QUEUES);
    // The application checks at its start that none is pending.
    await source.query('GRANT SELECT ON migrations TO wheelhouse_app');
    return applied.map((migration) => migration.name);
  } finally {
    await source.destroy();
  }
}

/** Undoes every migration, newest first; the test of `down` uses it. */
export async function rollBackAll(ownerUrl: string): Promise<void> {
  const source = await createDataSource({ url: ownerUrl, migrations, poolSize: 2 }).initialize();
  try {
    for (let i = 0; i < migrations.length; i++) await source.undoLastMigration({ transaction: 'each' });
  } finally {
    await source.destroy();
  }
}
