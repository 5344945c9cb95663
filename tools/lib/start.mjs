import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import readline from 'node:readline/promises';
import { build } from './build.mjs';
import * as data from './data-folder.mjs';
import { Failure } from './failure.mjs';
import { whyNotFree } from './free-port.mjs';
import { install, mustBeWritable } from './install.mjs';
import { root } from './project.mjs';
import { stopCommands } from './run.mjs';
import { Service } from './service.mjs';
import { checkSettings } from './settings.mjs';
import { HELP, portFrom, startOptions } from './start-options.mjs';
import { welcome } from './welcome.mjs';

/** What has to be undone at the end, last first. */
const undo = [];
let ending;
let up = false;

/** Whatever ends sooner than this after its start is not started again. */
const STAYS_UP_MS = 10_000;

const say = (text) => console.log(text);

/** The whole of `npm start`. */
export async function main(args) {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void end(up ? 0 : 130));
  endWithNpm();
  try {
    await start(startOptions(args));
  } catch (error) {
    if (ending) return;
    console.error(error instanceof Failure ? error.message : error);
    await end(error.exitCode ?? 1);
  }
}

async function start(options) {
  if (options.help) return say(HELP.trimEnd());
  const port = portFrom(process.env.PORT);
  const host = process.env.HOST || '127.0.0.1';
  const address = `http://${['0.0.0.0', '::'].includes(host) ? '127.0.0.1' : host}:${port}`;
  const folder = data.dataFolder();
  data.refuseWhenRunning(folder);
  await mustBeFree(port, host);
  const fresh = !fs.existsSync(folder);
  mustBeWritable(folder);
  // Whatever the umask says, the database's user must be able to pass through; what is secret has mode 600.
  if (fresh) fs.chmodSync(folder, 0o755);
  undo.push(data.lock(folder, { address }));

  if (options.reset && !(await confirmed(options, folder))) {
    say('Nothing was changed.');
    return await end(0);
  }
  await step(() => install(say));
  if (options.reset) await reset(folder);
  await step(() => build(say));
  await step(() => checkSettings(process.env));

  const urls = await step(() => openDatabase(folder));
  await step(async () => {
    const { migrate } = await import('@wheelhouse/migrations');
    const applied = await migrate(urls.ownerUrl);
    if (applied.length) say(`Database is up to date (${applied.length} migrations).`);
  });
  const withDemo = await step(() => loadDemo(folder, urls, options));
  const service = await step(() => startServices({ folder, urls, host, port, address, withDemo }));
  up = true;
  say(welcome({ address, withDemo, folder }));
  await service.keepAlive(say);
}

/** One part of the start; none begins after the end has begun. */
async function step(work) {
  if (ending) await ending;
  const result = await work();
  if (ending) await ending;
  return result;
}

async function mustBeFree(port, host) {
  const why = await whyNotFree(port, host);
  if (why === null) return;
  const other = `choose another, for example PORT=${port < 65000 ? port + 1 : 3001} npm start`;
  if (why === 'EADDRINUSE') throw new Failure(`Port ${port} is taken by another program: stop it or ${other}.`);
  if (why === 'EACCES') throw new Failure(`Port ${port} is not allowed for this user: ${other}.`);
  throw new Failure(`Cannot listen on ${host}:${port} (${why}): correct HOST or PORT.`);
}

async function confirmed({ yes }, folder) {
  if (yes) return true;
  const what = process.env.DATABASE_URL
    ? `everything of Wheelhouse in the database of DATABASE_URL (${describe(process.env.DATABASE_URL)}) and in ${folder}`
    : `all data in ${folder}`;
  if (!process.stdin.isTTY) throw new Failure('--reset asks first, and nobody can answer here: add --yes.');
  const prompt = readline.createInterface({ input: process.stdin, output: process.stdout });
  prompt.on('SIGINT', () => void end(130));
  try {
    return /^y(es)?$/i.test((await prompt.question(`Remove ${what}? This cannot be undone. (y/N) `)).trim());
  } finally {
    prompt.close();
  }
}

function describe(databaseUrl) {
  try {
    const { host, pathname } = new URL(databaseUrl);
    return host + pathname;
  } catch {
    return 'unreadable';
  }
}

async function reset(folder) {
  const { stopLeftover } = await import('./postgres.mjs');
  await stopLeftover(path.join(folder, 'postgres'));
  if (process.env.DATABASE_URL) {
    const { emptyDatabase } = await import('./database.mjs');
    await emptyDatabase(process.env.DATABASE_URL);
  }
  data.removeData(folder);
  say('All data was removed.');
}

async function openDatabase(folder) {
  fs.mkdirSync(path.join(folder, 'logs'), { recursive: true });
  // Nobody else uses the embedded database's roles, so their passwords last no longer than a start.
  const { appPassword, ownerPassword } = data.secrets(folder, { renew: !process.env.DATABASE_URL });
  const { prepareDatabase } = await import('./database.mjs');
  if (process.env.DATABASE_URL) return await prepareDatabase(process.env.DATABASE_URL, { appPassword });
  const { startCluster } = await import('./postgres.mjs');
  const database = { cluster: await startCluster({ dataDir: folder }) };
  undo.push(() => database.cluster.stop());
  void keepDatabase(folder, database, startCluster);
  const { adminUrl } = database.cluster;
  return await prepareDatabase(adminUrl, { database: 'wheelhouse', appPassword, ownerPassword });
}

/** Starts PostgreSQL again, where it was, when it ends by itself; all ends when it does not stay up for a while. */
async function keepDatabase(folder, database, startCluster) {
  const log = path.join(folder, 'logs', 'postgres.log');
  for (;;) {
    const since = Date.now();
    const { port, exited } = database.cluster;
    await exited;
    if (ending) return;
    const stays = Date.now() - since > STAYS_UP_MS;
    console.error(`PostgreSQL ended by itself${stays ? '; starting it again' : ''}. Its log: ${log}`);
    if (!stays) return await end(1);
    try {
      database.cluster = await startCluster({ dataDir: folder, port });
    } catch (error) {
      console.error(error.message);
      return await end(1);
    }
  }
}

/** Returns whether the accounts of the demo exist. */
async function loadDemo(folder, urls, { noDemo }) {
  const state = data.rememberedState(folder);
  if (noDemo && !state.noDemo) data.rememberState(folder, { ...state, noDemo: true });
  if (noDemo || state.noDemo || process.env.NODE_ENV === 'production') return false;
  const { loadDemo: load } = await import('@wheelhouse/demo');
  const said = new Set();
  const onProgress = (text) => {
    if (said.size === 0) say('Loading the demo (once; a few minutes) …');
    if (!said.has(text)) say(`  ${text}`);
    said.add(text);
  };
  const { present } = await load({ ...urls, now: new Date(), onProgress });
  return present;
}

async function startServices({ folder, urls, host, port, address, withDemo }) {
  const logs = path.join(folder, 'logs');
  const keyIsGiven = process.env.WHEELHOUSE_SECRET_KEY || process.env.WHEELHOUSE_SECRET_KEY_FILE;
  const env = {
    DATABASE_URL: urls.appUrl,
    HOST: host,
    PORT: String(port),
    WHEELHOUSE_DEMO: String(withDemo),
    ...(keyIsGiven ? {} : { WHEELHOUSE_SECRET_KEY: data.secrets(folder).secretKey }),
    WHEELHOUSE_DATA_DIR: folder,
    WEB_DIST: path.join(root, 'apps', 'web', 'dist'),
    // Only this process may act as the owner.
    WHEELHOUSE_APP_PASSWORD: undefined,
  };
  const api = new Service({ name: 'api', script: 'apps/api/dist/main.js', env, logs });
  // Two processes cannot listen on one port: the worker's figures are on the next one.
  const { METRICS_PORT: metrics } = process.env;
  const ofWorker = metrics ? { ...env, METRICS_PORT: String(Number(metrics) + 1) } : env;
  const worker = new Service({ name: 'worker', script: 'apps/api/dist/worker.main.js', env: ofWorker, logs });
  undo.push(() => api.stop());
  api.start();
  undo.push(() => worker.stop());
  worker.start();
  await Promise.all([
    api.untilReady(() => answers(`${address}/health/ready`)),
    worker.untilReady(() => /"msg":\s*"worker ready"/.test(worker.output())),
  ]);
  void worker.keepAlive(say);
  return api;
}

async function answers(url) {
  return await new Promise((resolve) => {
    const request = http.get(url, { timeout: 2_000, agent: false }, (response) => {
      response.resume();
      resolve(response.statusCode === 200);
    });
    request.on('timeout', () => request.destroy());
    request.on('error', () => resolve(false));
  });
}

/** Undoes everything, last first, and ends this process. Called again, it waits for the same end. */
function end(code) {
  ending ??= (async () => {
    const clock = setTimeout(() => process.exit(1), 90_000);
    clock.unref();
    if (up && code === 0) say('Stopping …');
    stopCommands();
    for (const step of undo.reverse()) {
      try {
        await step();
      } catch (error) {
        console.error(`While stopping: ${error.message}`);
        code ||= 1;
      }
    }
    process.exit(code);
  })();
  return ending;
}

/** When npm is killed, it does not always pass the signal on; whoever loses its npm ends too. */
function endWithNpm() {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && void end(0), 1_000).unref();
}
