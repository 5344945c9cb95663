/** What the commands in tools/ are made of, with types for tests. */
export { ArchiveWriter, extract, readManifest } from '../../tools/lib/archive.mjs';
export { prepareDatabase } from '../../tools/lib/database.mjs';
export { distribute } from '../../tools/lib/distribute.mjs';
export { startCluster } from '../../tools/lib/postgres.mjs';
