import { execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Failure, makeFolders } from './failure.mjs';
import { freePort, whyNotFree } from './free-port.mjs';
import { postgresBinaries } from './postgres-binaries.mjs';
import { commandAs, postgresUser } from './postgres-user.mjs';

const SUPERUSER = 'postgres';
const READY_WITHIN_MS = 120_000;
const EPHEMERAL = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_connections: '200',
};

/**
 * Starts the PostgreSQL that lives in `dataDir` (made on first use) on 127.0.0.1 and resolves when it answers.
 *
 * In `dataDir`: `postgres/` (the cluster), `cluster.json` (port and superuser's password, mode 600) and
 * `logs/postgres.log`. An ephemeral cluster trades durability for speed and is for tests only.
 * If this process dies without calling `stop`, a guard shuts the cluster down.
 *
 * @param {{ dataDir: string, port?: number, superuserPassword?: string, ephemeral?: boolean }} options
 * @returns {Promise<{ adminUrl: string, port: number, pid: number, exited: Promise<void>, stop(): Promise<void> }>}
 */
export async function startCluster({ dataDir, port, superuserPassword, ephemeral = false }) {
  dataDir = path.resolve(dataDir);
  const binaries = await postgresBinaries();
  makeFolder(dataDir);
  const cluster = path.join(dataDir, 'postgres');
  const user = postgresUser(cluster);
  const remembered = readJson(path.join(dataDir, 'cluster.json'));
  const exists = fs.existsSync(path.join(cluster, 'PG_VERSION'));
  const password = superuserPassword ?? (exists && remembered.password) ?? false;
  const settings = { password: password || randomBytes(24).toString('base64url'), port: port ?? remembered.port };

  if (exists) await stopLeftover(cluster);
  else await initialise({ binaries, cluster, dataDir, user, password: settings.password, ephemeral });

  const logFile = path.join(dataDir, 'logs', 'postgres.log');
  prepareLog(logFile);
  for (let attempt = 1; ; attempt++) {
    if (!settings.port || (!port && (await whyNotFree(settings.port)))) settings.port = await freePort();
    writePrivate(path.join(dataDir, 'cluster.json'), settings);
    const from = fs.statSync(logFile).size;
    const server = launch({ binaries, cluster, user, port: settings.port, ephemeral, logFile });
    const adminUrl = `postgres://${SUPERUSER}:${encodeURIComponent(settings.password)}@127.0.0.1:${settings.port}/postgres?sslmode=disable`;
    try {
      await untilReady(server, adminUrl);
      return handle(server, adminUrl, settings.port, binaries, cluster);
    } catch (error) {
      await stopServer(server, binaries, cluster);
      const said = fs.readFileSync(logFile, 'utf8').slice(from);
      // Backends of a killed server need a moment to notice; a port can be lost between look and use.
      const passing = /shared memory block|already in use|could not bind/.test(said);
      if (!passing || attempt === 20) throw startFailure(error, said, logFile);
      if (/could not bind/.test(said) && !port) settings.port = undefined;
      await delay(500);
    }
  }
}

/** Shuts down a server that an earlier, killed start left behind in this folder. Resolves when it is gone. */
export async function stopLeftover(cluster) {
  const file = path.join(cluster, 'postmaster.pid');
  if (!fs.existsSync(file)) return;
  const pid = Number(fs.readFileSync(file, 'utf8').split('\n')[0]);
  if (!(pid > 0) || !isAlive(pid) || !isPostgres(pid, cluster)) {
    fs.rmSync(file, { force: true });
    return;
  }
  for (const signal of ['SIGINT', 'SIGQUIT']) {
    process.kill(pid, signal);
    for (let i = 0; i < 100 && isAlive(pid); i++) await delay(100);
    if (!isAlive(pid)) return;
  }
  throw new Failure(`An earlier PostgreSQL (process ${pid}) still runs in ${cluster} and does not stop: end it first.`);
}

async function initialise({ binaries, cluster, dataDir, user, password, ephemeral }) {
  // A folder without PG_VERSION is what an interrupted first start leaves; nothing in it was ever used.
  fs.rmSync(cluster, { recursive: true, force: true });
  fs.mkdirSync(cluster, { mode: 0o700 });
  const passwordFile = path.join(dataDir, `.password-${randomBytes(6).toString('hex')}`);
  fs.writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (user) for (const p of [cluster, passwordFile]) fs.chownSync(p, user.uid, user.gid);
  try {
    const flags = [`--pgdata=${cluster}`, `--username=${SUPERUSER}`, `--pwfile=${passwordFile}`];
    flags.push('--auth=scram-sha-256', '--encoding=UTF8', '--no-instructions');
    // Built into the server: knows all of Unicode, sorts by code point, needs nothing of the system's locales.
    flags.push('--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8');
    if (ephemeral) flags.push('--no-sync');
    const { file, args, options } = commandAs(user, binaries.initdb, flags, [binaries.initdb, cluster]);
    await new Promise((resolve, reject) => {
      const settings = { ...options, env: cleanEnv(), cwd: dataDir, maxBuffer: 1 << 24 };
      execFile(file, args, settings, (error, _out, stderr) => {
        if (!error) return resolve();
        const said = stderr.trim().split('\n').filter(Boolean).at(-1) ?? error.message;
        reject(new Failure(`PostgreSQL could not be set up in ${cluster}: ${said}`));
      });
    });
  } finally {
    fs.rmSync(passwordFile, { force: true });
  }
}

function launch({ binaries, cluster, user, port, ephemeral, logFile }) {
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    port: String(port),
    max_connections: '100',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_checkpoints: 'off',
    ...(ephemeral ? EPHEMERAL : {}),
  };
  const flags = ['-D', cluster, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
  const { file, args, options } = commandAs(user, binaries.postgres, flags, [binaries.postgres, cluster]);
  const log = fs.openSync(logFile, 'a');
  const child = spawn(file, args, {
    ...options,
    cwd: cluster,
    env: cleanEnv(),
    // A group of its own: Ctrl-C in the terminal must reach the application first and the database last.
    detached: process.platform !== 'win32',
    stdio: ['ignore', log, log],
    windowsHide: true,
  });
  fs.closeSync(log);
  let done;
  const server = { child, gone: false, exited: new Promise((resolve) => (done = resolve)) };
  const end = (error) => {
    server.gone = true;
    server.error ??= error;
    done();
  };
  child.once('error', (error) => end(error));
  child.once('exit', () => end(undefined));
  child.unref();
  if (child.pid && process.platform !== 'win32') server.guard = guard(child.pid, options);
  return server;
}

/** Waits for the end of this process on a pipe and then shuts the server down. */
function guard(pid, options) {
  const child = spawn('/bin/sh', ['-c', 'cat >/dev/null; kill -INT "$0" 2>/dev/null', String(pid)], {
    ...options,
    cwd: '/',
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  child.on('error', () => undefined);
  child.stdin.on('error', () => undefined);
  child.stdin.unref?.();
  child.unref();
  return child;
}

async function untilReady(server, adminUrl) {
  const { default: pg } = await import('pg');
  const until = Date.now() + READY_WITHIN_MS;
  for (;;) {
    if (server.gone) throw server.error ?? new Error('it ended at once');
    const client = new pg.Client({ connectionString: adminUrl, connectionTimeoutMillis: 5_000 });
    client.on('error', () => undefined);
    try {
      await client.connect();
      return;
    } catch (error) {
      if (error.code === '28P01') throw error;
      if (Date.now() > until) throw new Error(`it did not answer within ${READY_WITHIN_MS / 1000} seconds`);
    } finally {
      await client.end().catch(() => undefined);
    }
    await Promise.race([delay(40), server.exited]);
  }
}

function handle(server, adminUrl, port, binaries, cluster) {
  let stopping;
  return {
    adminUrl,
    port,
    pid: server.child.pid,
    exited: server.exited,
    stop: () => (stopping ??= stopServer(server, binaries, cluster)),
  };
}

/** Fast shutdown: open transactions are rolled back, everything committed is on disk. */
async function stopServer(server, binaries, cluster) {
  if (!server.gone) {
    server.child.ref();
    if (process.platform === 'win32') {
      await new Promise((resolve) => execFile(binaries.pgCtl, ['stop', '-D', cluster, '-m', 'fast', '-w'], resolve));
    } else server.child.kill('SIGINT');
    const slow = setTimeout(() => server.child.kill('SIGQUIT'), 60_000);
    await server.exited;
    clearTimeout(slow);
  }
  server.guard?.kill('SIGKILL');
}

function startFailure(error, said, logFile) {
  if (error.code === 'ENOENT' || error.code === 'ENOEXEC') {
    return new Failure(
      'The embedded PostgreSQL does not run on this system; set DATABASE_URL to a PostgreSQL 15 or newer instead.',
    );
  }
  const last = said
    .split('\n')
    .filter((line) => /FATAL|PANIC|error/i.test(line))
    .at(-1);
  const reason = last?.replace(/^.*?(FATAL|PANIC|ERROR):\s*/i, '') ?? error.message;
  return new Failure(`PostgreSQL did not start: ${reason} (all of it in ${logFile}).`);
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** Process numbers are used again: only a postgres whose folder is ours is ours. */
function isPostgres(pid, cluster) {
  if (process.platform !== 'linux') return true;
  try {
    const argv = fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
    return path.basename(argv[0]).startsWith('postgres') && argv.includes(cluster);
  } catch {
    return false;
  }
}

function cleanEnv() {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(PG|LC_|LANG$)/.test(name)));
  return { ...env, LC_ALL: 'C', TZ: 'UTC' };
}

function makeFolder(folder) {
  if (!fs.existsSync(folder)) {
    makeFolders(folder);
    // Whatever the umask says: the database's user must be able to pass through. What is secret has mode 600.
    fs.chmodSync(folder, 0o755);
  }
  fs.mkdirSync(path.join(folder, 'logs'), { recursive: true });
}

function prepareLog(file) {
  const tooBig = fs.existsSync(file) && fs.statSync(file).size > 5_000_000;
  fs.writeFileSync(file, '', { flag: tooBig ? 'w' : 'a', mode: 0o600 });
}

function readJson(file) {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch {
    return {};
  }
}

function writePrivate(file, value) {
  fs.writeFileSync(`${file}.new`, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600 });
  fs.renameSync(`${file}.new`, file);
}

/** A folder of its own for a cluster that is thrown away. */
export function temporaryFolder(name) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), `${name}-`));
  fs.chmodSync(folder, 0o755);
  return folder;
}
