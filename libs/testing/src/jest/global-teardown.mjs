import fs from 'node:fs';

/** Ends the run's PostgreSQL and removes its folder. */
export default async function globalTeardown() {
  const { cluster, folder } = globalThis.wheelhouseTestCluster ?? {};
  await cluster?.stop();
  if (folder) fs.rmSync(folder, { recursive: true, force: true });
}
