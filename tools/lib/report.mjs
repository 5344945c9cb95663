import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import * as data from './data-folder.mjs';
import { Failure } from './failure.mjs';
import { root } from './project.mjs';
import { node, run, stopCommands } from './run.mjs';

const HELP = `npm run report -- --tenant <slug> --week <week>

  --tenant   the tenant's short name, for example longxiang
  --week     a closed week, for example 2026-W46
  --help     this text

Makes the tenant's edition and one for each region. Where nothing changed since the newest edition, that one stands.
`;
const SCRIPT = path.join(root, 'apps', 'api', 'dist', 'report.main.js');

/** The whole of `npm run report`: beside a running installation, or on its data while it is stopped. */
export async function main(args) {
  const undo = [];
  let code = 0;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stopCommands);
  try {
    const { tenant, week, help } = options(args);
    if (help) return console.log(HELP.trimEnd());
    if (!fs.existsSync(SCRIPT)) throw new Failure('Nothing is built yet: run npm start first.');
    const env = { DATABASE_URL: await openDatabase(undo), WHEELHOUSE_APP_PASSWORD: '' };
    ({ code } = await run(...node(SCRIPT, '--tenant', tenant, '--week', week), { show: true, env }));
  } catch (error) {
    console.error(error instanceof Failure ? error.message : error);
    code = error.exitCode ?? 1;
  } finally {
    for (const step of undo.reverse()) await step();
  }
  process.exit(code);
}

function options(args) {
  const spec = { tenant: { type: 'string' }, week: { type: 'string' }, help: { type: 'boolean' } };
  let values;
  try {
    ({ values } = parseArgs({ args, options: spec, strict: true, allowPositionals: false }));
  } catch (error) {
    throw new Failure(`${error.message.split('. ')[0]}: npm run report -- --help shows how.`, 2);
  }
  if (!values.help && (!values.tenant || !values.week)) {
    throw new Failure('Say which: npm run report -- --tenant <slug> --week 2026-W46.', 2);
  }
  return values;
}

/** The database as the application's role: the given one, the running one, or the stopped one, started for this. */
async function openDatabase(undo) {
  const folder = data.dataFolder();
  const { APP_ROLE, withUser } = await import('./database.mjs');
  const cluster = path.join(folder, 'cluster.json');
  if (!fs.existsSync(path.join(folder, 'secrets.json')) || !(process.env.DATABASE_URL || fs.existsSync(cluster))) {
    throw new Failure(`There is no installation in ${folder}: run npm start first.`);
  }
  const { appPassword } = data.secrets(folder);
  const asApp = (url) => withUser(url, APP_ROLE, appPassword, process.env.DATABASE_URL ? undefined : 'wheelhouse');
  if (process.env.DATABASE_URL) {
    if (!URL.canParse(process.env.DATABASE_URL))
      throw new Failure('DATABASE_URL is not of the form postgres://user:password@host:5432/database.');
    return asApp(process.env.DATABASE_URL);
  }
  if (data.isRunning(folder)) {
    return asApp(`postgres://127.0.0.1:${JSON.parse(fs.readFileSync(cluster, 'utf8')).port}/?sslmode=disable`);
  }
  undo.push(data.lock(folder, { address: 'npm run report' }));
  const { startCluster } = await import('./postgres.mjs');
  const server = await startCluster({ dataDir: folder });
  undo.push(() => server.stop());
  return asApp(server.adminUrl);
}
