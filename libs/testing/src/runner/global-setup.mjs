import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { freshApiShapes } from '../../../../tools/lib/api-shapes/index.mjs';
import { prepareDatabase } from '../../../../tools/lib/database.mjs';
import { root } from '../../../../tools/lib/project.mjs';
import { startCluster, stopLeftover, temporaryFolder } from '../../../../tools/lib/postgres.mjs';

const PREFIX = 'wheelhouse-test';
const TEMPLATE = 'wheelhouse_template';

/**
 * One throw-away PostgreSQL for the whole run, with a migrated database for workers to clone:
 * `CREATE DATABASE … TEMPLATE ${TEST_TEMPLATE_DB}`. Leaves TEST_ADMIN_URL, TEST_TEMPLATE_DB and TEST_APP_PASSWORD, and in
 * API_SHAPES what the sources say of the API, against which every answer is checked.
 */
export default async function globalSetup() {
  await removeOldFolders();
  process.env.API_SHAPES = freshApiShapes(root, path.join(root, '.nx', 'api-shapes.json'));
  const folder = temporaryFolder(PREFIX);
  const appPassword = randomBytes(18).toString('base64url');
  const ownerPassword = randomBytes(18).toString('base64url');
  const cluster = await startCluster({ dataDir: folder, ephemeral: true });
  const end = async () => {
    await cluster.stop();
    fs.rmSync(folder, { recursive: true, force: true });
  };
  try {
    const { ownerUrl } = await prepareDatabase(cluster.adminUrl, { database: TEMPLATE, appPassword, ownerPassword });
    // Built, not from source: this process is plain Node.
    const { migrate } = await import('@wheelhouse/migrations');
    await migrate(ownerUrl);
  } catch (error) {
    await end();
    throw new Error(`The test database could not be made: ${error.message}. Is everything built (npm run build)?`, {
      cause: error,
    });
  }
  process.env.TEST_ADMIN_URL = cluster.adminUrl;
  process.env.TEST_TEMPLATE_DB = TEMPLATE;
  process.env.TEST_APP_PASSWORD = appPassword;
  process.env.TEST_OWNER_PASSWORD = ownerPassword;
  return end;
}

/** What killed runs left behind; a run that is still going is younger. */
async function removeOldFolders() {
  for (const name of fs.readdirSync(os.tmpdir())) {
    if (!name.startsWith(`${PREFIX}-`)) continue;
    const folder = path.join(os.tmpdir(), name);
    try {
      if (Date.now() - fs.statSync(folder).mtimeMs < 6 * 3600_000) continue;
      await stopLeftover(path.join(folder, 'postgres'));
      fs.rmSync(folder, { recursive: true, force: true });
    } catch {
      // Another user's, or gone already.
    }
  }
}
