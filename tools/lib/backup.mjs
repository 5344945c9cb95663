import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { ArchiveWriter } from './archive.mjs';
import { archiveCommand } from './archive-command.mjs';
import * as data from './data-folder.mjs';
import { Failure, explainFileError } from './failure.mjs';
import { root } from './project.mjs';

const HELP = `npm run backup -- <file> [--yes]

Saves the whole installation with the embedded database into one file: while it runs, or while it is stopped.
The file holds the installation's keys and passwords: keep it as safe as the installation.

  --yes    replace the file when it exists
  --help   this text
`;
/** What is made anew at every start, or belongs to the server that runs (PostgreSQL's manual, 25.3.4). */
const LEFT_OUT = [
  /^(postmaster\.(pid|opts)|backup_label(\.old)?|tablespace_map(\.old)?|backup_manifest|current_logfiles)$/,
  /^(pg_wal|pg_replslot|pg_dynshmem|pg_notify|pg_serial|pg_snapshots|pg_stat_tmp|pg_subtrans)\//,
  /(^|\/)(pgsql_tmp|pg_internal\.init)/,
];
/** The state of the server: last, as PostgreSQL's own backups do, so that it is not older than the files. */
const LAST = 'global/pg_control';
/** What stands beside the cluster in the data folder and must come along. */
const BESIDE = ['cluster.json', 'secrets.json', 'state.json', 'files'];

/** The whole of `npm run backup`. */
export const main = (args) =>
  archiveCommand({ name: 'backup', help: HELP, missing: 'Say where to' }, args, async (file, options) => {
    const { entries, bytes, seconds } = await backup(file, options);
    const size = (fs.statSync(file).size / 1e6).toFixed(1);
    console.log(
      `Saved to ${file}: ${size} MB (${entries} files, ${(bytes / 1e6).toFixed(0)} MB unpacked) in ${seconds} s.`,
    );
    console.log('It holds the keys and passwords of this installation: keep it as safe as the installation itself.');
  });

async function backup(file, { yes, undo }) {
  const started = performance.now();
  const folder = data.dataFolder();
  if (process.env.DATABASE_URL)
    throw new Failure(
      'DATABASE_URL names a PostgreSQL of your own: save it with pg_dump or pgBackRest (docs/operations.md).',
    );
  if (!fs.existsSync(path.join(folder, 'cluster.json')))
    throw new Failure(`There is no installation in ${folder}: run npm start first.`);
  if (fs.existsSync(file) && !yes) throw new Failure(`${file} exists: choose another name or add --yes.`);
  const partial = `${file}.partial-${process.pid}`;
  undo.push(() => fs.rmSync(partial, { force: true }));
  let archive;
  try {
    fs.writeFileSync(partial, '', { mode: 0o600 });
    archive = await ArchiveWriter.create(partial);
  } catch (error) {
    if (error.code === 'ENOENT') throw new Failure(`There is no folder ${path.dirname(file)}.`);
    throw new Failure(`${explainFileError(error, file)}.`);
  }
  const client = await connect(folder, undo);
  const about = await saveCluster(client, path.join(folder, 'postgres'), archive);
  for (const name of BESIDE) await saveBeside(archive, folder, name);
  const { version } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));
  await archive.finish({
    format: 'wheelhouse-backup',
    formatVersion: 1,
    wheelhouse: version,
    createdAt: new Date().toISOString(),
    platform: `${process.platform}-${process.arch}`,
    ...about,
  });
  fs.renameSync(partial, file);
  const { entries } = archive;
  const bytes = entries.reduce((sum, { size }) => sum + size, 0);
  return { entries: entries.length, bytes, seconds: ((performance.now() - started) / 1000).toFixed(1) };
}

/** As the superuser, to the server that runs, or to one that is started for this. */
async function connect(folder, undo) {
  const { default: pg } = await import('pg');
  const { port, password } = JSON.parse(fs.readFileSync(path.join(folder, 'cluster.json'), 'utf8'));
  const open = async (connectionString) => {
    const client = new pg.Client({ connectionString, connectionTimeoutMillis: 10_000 });
    client.on('error', () => undefined);
    await client.connect();
    undo.push(() => client.end().catch(() => undefined));
    return client;
  };
  const url = `postgres://postgres:${encodeURIComponent(password)}@127.0.0.1:${port}/wheelhouse?sslmode=disable`;
  try {
    return await open(url);
  } catch (error) {
    if (error.code !== 'ECONNREFUSED') throw new Failure(`The database does not let us in (${error.message}).`);
  }
  undo.push(data.lock(folder, { address: 'npm run backup' }));
  const { startCluster } = await import('./postgres.mjs');
  const server = await startCluster({ dataDir: folder });
  undo.push(() => server.stop());
  return await open(server.adminUrl.replace('/postgres?', '/wheelhouse?'));
}

/**
 * PostgreSQL's low-level backup: between start and stop its files are copied as they are, whatever is being written; the
 * log of that time (kept by a slot of this session) makes them whole at the restored server's first start.
 */
async function saveCluster(client, cluster, archive) {
  const one = async (sql, params) => (await client.query(sql, params)).rows[0];
  if (fs.readdirSync(path.join(cluster, 'pg_tblspc')).length > 0)
    throw new Failure('The database uses tablespaces outside its folder, which this backup does not take.');
  const { rows: migrations } = await client.query('SELECT name FROM migrations ORDER BY id');
  const slot = `wheelhouse_backup_${randomBytes(4).toString('hex')}`;
  await client.query('SELECT pg_create_physical_replication_slot($1, true, true)', [slot]);
  const { first } = await one(`SELECT pg_walfile_name(pg_backup_start('wheelhouse', fast => true)) AS first`);
  for (const name of filesBelow(cluster)) {
    if (name === LAST || LEFT_OUT.some((pattern) => pattern.test(name))) continue;
    await archive.addFile(`postgres/${name}`, path.join(cluster, name));
  }
  await archive.addFile(`postgres/${LAST}`, path.join(cluster, LAST));
  // Whatever was acknowledged before this moment is in the log that the next statement ends.
  const { server, ended } = await one(`SELECT current_setting('server_version') AS server, clock_timestamp() AS ended`);
  const { lsn, labelfile, last } = await one(
    `SELECT lsn::text, labelfile, pg_walfile_name(lsn) AS last FROM pg_backup_stop(wait_for_archive => false)`,
  );
  archive.addText('postgres/backup_label', labelfile);
  const wal = path.join(cluster, 'pg_wal');
  const segments = fs.readdirSync(wal).filter((name) => /^[0-9A-F]{24}$/.test(name) && name >= first && name <= last);
  for (const name of segments.sort()) await archive.addFile(`postgres/pg_wal/${name}`, path.join(wal, name));
  for (const name of fs.readdirSync(wal).filter((each) => each.endsWith('.history')))
    await archive.addFile(`postgres/pg_wal/${name}`, path.join(wal, name));
  await client.query('SELECT pg_drop_replication_slot($1)', [slot]);
  const folders = foldersBelow(cluster).map((name) => `postgres/${name}`);
  return { postgres: server, endLsn: lsn, endedAt: ended, migrations: migrations.map(({ name }) => name), folders };
}

async function saveBeside(archive, folder, name) {
  const full = path.join(folder, name);
  if (!fs.existsSync(full)) return;
  if (!fs.statSync(full).isDirectory()) return void (await archive.addFile(name, full));
  for (const inner of filesBelow(full)) await archive.addFile(`${name}/${inner}`, path.join(full, inner));
}

/** Names of all files below a folder; what vanishes meanwhile is not missed. */
function filesBelow(folder) {
  return walk(folder)
    .filter(({ isFile }) => isFile)
    .map(({ name }) => name);
}

/** Empty ones too: PostgreSQL does not make its folders again. */
function foldersBelow(folder) {
  return walk(folder)
    .filter(({ isFolder }) => isFolder)
    .map(({ name }) => name);
}

function walk(folder, prefix = '') {
  let entries;
  try {
    entries = fs.readdirSync(path.join(folder, prefix), { withFileTypes: true });
  } catch (error) {
    if (error.code === 'ENOENT') return [];
    throw new Failure(`${explainFileError(error, folder)}.`);
  }
  return entries.flatMap((entry) => {
    const name = prefix ? `${prefix}/${entry.name}` : entry.name;
    const isFolder = entry.isDirectory();
    return [{ name, isFolder, isFile: entry.isFile() }, ...(isFolder ? walk(folder, name) : [])];
  });
}
