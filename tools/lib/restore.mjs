import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import readline from 'node:readline/promises';
import { extract, readManifest } from './archive.mjs';
import { archiveCommand } from './archive-command.mjs';
import * as data from './data-folder.mjs';
import { Failure } from './failure.mjs';
import { mustBeWritable } from './install.mjs';
import { root } from './project.mjs';

const HELP = `npm run restore -- <file> [--yes]

Makes an installation of what npm run backup saved, in the data folder (WHEELHOUSE_DATA_DIR). npm start then runs it.

  --yes    replace what is there without asking
  --help   this text
`;

/** The whole of `npm run restore`. */
export const main = (args) => archiveCommand({ name: 'restore', help: HELP, missing: 'Say what' }, args, restore);

async function restore(file, { yes, undo }) {
  if (process.env.DATABASE_URL)
    throw new Failure(
      'DATABASE_URL names a PostgreSQL of your own: restore it with its own tools (docs/operations.md).',
    );
  const folder = data.dataFolder();
  data.refuseWhenRunning(folder);
  const manifest = await readManifest(file);
  await mustFit(manifest, file);
  if (data.isUsed(folder) && !yes && !(await confirmed(folder))) return console.log('Nothing was changed.');
  const fresh = !fs.existsSync(folder);
  mustBeWritable(folder);
  if (fresh) fs.chmodSync(folder, 0o755);
  undo.push(data.lock(folder, { address: 'npm run restore' }));
  const { stopLeftover, startCluster } = await import('./postgres.mjs');
  await stopLeftover(path.join(folder, 'postgres'));

  // All is unpacked and compared before anything that is there is touched.
  const staging = fs.mkdtempSync(path.join(folder, '.restore-'));
  undo.push(() => fs.rmSync(staging, { recursive: true, force: true }));
  console.log(`Unpacking and comparing ${manifest.entries.length} files …`);
  await extract(file, manifest, staging);
  for (const name of manifest.folders) fs.mkdirSync(path.join(staging, name), { recursive: true, mode: 0o700 });
  await giveToDatabaseUser(path.join(staging, 'postgres'));
  data.removeData(folder);
  for (const name of fs.readdirSync(staging)) fs.renameSync(path.join(staging, name), path.join(folder, name));

  console.log('Starting the database once, which makes the copy whole …');
  const server = await startCluster({ dataDir: folder });
  undo.push(() => server.stop());
  const { tenants, newest } = await look(server.adminUrl);
  console.log(
    `Restored ${manifest.createdAt} into ${folder}: ${tenants} tenants, schema ${newest}. npm start runs it.`,
  );
}

/** The files of a PostgreSQL belong to its major version and kind of machine, the schema to a version of ours. */
async function mustFit({ format, formatVersion, postgres, platform, migrations }, file) {
  if (format !== 'wheelhouse-backup') throw new Failure(`${file} is not a backup of Wheelhouse.`);
  if (formatVersion !== 1) throw new Failure(`${file} was written by a newer Wheelhouse: restore it with that one.`);
  const { postgresBinaries } = await import('./postgres-binaries.mjs');
  const ours = execFileSync((await postgresBinaries()).postgres, ['--version'], { encoding: 'utf8' });
  const major = (text) => /(\d+)/.exec(text)?.[1];
  if (major(ours) !== major(postgres))
    throw new Failure(
      `${file} comes from PostgreSQL ${major(postgres)}, the embedded one is ${major(ours)}: restore it with the Wheelhouse that it came from.`,
    );
  const here = `${process.platform}-${process.arch}`;
  if (platform !== here)
    throw new Failure(`${file} comes from ${platform} and can be restored there only; this is ${here}.`);
  const stamps = fs.readdirSync(path.join(root, 'migrations')).map((name) => Number(/^\d{13}/.exec(name)?.[0] ?? 0));
  const newest = Math.max(...migrations.map((name) => Number(/\d{13}$/.exec(name)?.[0] ?? 0)));
  if (newest > Math.max(...stamps))
    throw new Failure(
      `${file} was written by a newer Wheelhouse (its schema is ${migrations.at(-1)}): restore it with that one.`,
    );
}

async function confirmed(folder) {
  if (!process.stdin.isTTY)
    throw new Failure(
      `There is an installation in ${folder}: add --yes to replace it, or set WHEELHOUSE_DATA_DIR to another folder.`,
    );
  const prompt = readline.createInterface({ input: process.stdin, output: process.stdout });
  try {
    const answer = await prompt.question(
      `Replace the installation in ${folder}? All that is in it will be lost. (y/N) `,
    );
    return /^y(es)?$/i.test(answer.trim());
  } finally {
    prompt.close();
  }
}

/** Started by root, PostgreSQL runs as another user, whose the files must be. */
async function giveToDatabaseUser(cluster) {
  const { postgresUser } = await import('./postgres-user.mjs');
  fs.chmodSync(cluster, 0o700);
  const user = postgresUser(cluster);
  if (!user) return;
  for (const entry of fs.readdirSync(cluster, { recursive: true }))
    fs.chownSync(path.join(cluster, entry), user.uid, user.gid);
  fs.chownSync(cluster, user.uid, user.gid);
}

async function look(adminUrl) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: adminUrl.replace('/postgres?', '/wheelhouse?') });
  await client.connect();
  try {
    const { rows } = await client.query(
      `SELECT (SELECT count(*)::int FROM tenants) AS tenants, (SELECT name FROM migrations ORDER BY id DESC LIMIT 1) AS newest`,
    );
    return rows[0];
  } finally {
    await client.end();
  }
}
