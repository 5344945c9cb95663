import fs from 'node:fs';
import * as data from './data-folder.mjs';
import { Failure } from './failure.mjs';

const HELP = `npm run migrate

Brings the PostgreSQL of DATABASE_URL (as the owner of the schema) up to date: the role wheelhouse_app, tables and job
queues. Starts nothing; for installations whose processes something else starts. Safe to run again and beside running
processes of the version before.

  DATABASE_URL, WHEELHOUSE_APP_PASSWORD   or _FILE with the name of a file that holds the value
  --help                                  this text
`;

/** The whole of `npm run migrate`. */
export async function main(args) {
  let code = 0;
  try {
    if (args.includes('--help')) return console.log(HELP.trimEnd());
    if (args.length > 0) throw new Failure(`Unknown option ${JSON.stringify(args[0])}: --help shows how.`, 2);
    const url = given('DATABASE_URL');
    if (!url) throw new Failure('DATABASE_URL is missing: the embedded database is brought up to date by npm start.');
    const appPassword = given('WHEELHOUSE_APP_PASSWORD') ?? data.secrets(data.dataFolder()).appPassword;
    const { prepareDatabase } = await import('./database.mjs');
    const { ownerUrl } = await prepareDatabase(url, { appPassword });
    const { migrate } = await import('@wheelhouse/migrations');
    const applied = await migrate(ownerUrl);
    console.log(applied.length ? `Applied ${applied.length} migrations, the newest ${applied.at(-1)}.` : 'Up to date.');
  } catch (error) {
    console.error(error instanceof Failure ? error.message : error);
    code = error.exitCode ?? 1;
  }
  process.exit(code);
}

/** The variable's value, or what the file holds that `<variable>_FILE` names. */
function given(name) {
  const file = process.env[`${name}_FILE`];
  if (process.env[name] || !file) return process.env[name] || undefined;
  try {
    return fs.readFileSync(file, 'utf8').trim() || undefined;
  } catch (error) {
    throw new Failure(`${name}_FILE=${file} cannot be read (${error.code}).`);
  }
}
