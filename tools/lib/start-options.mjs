import { parseArgs } from 'node:util';
import { Failure } from './failure.mjs';

export const HELP = `npm start [-- <option> …]

  --no-demo   start empty: the first page creates the operator and the first tenant (remembered)
  --reset     remove all data of this installation after asking, then start anew
  --yes       do not ask
  --help      this text

Settings (environment)
  PORT                  where to listen, 3000 when left out
  HOST                  the address to listen on, 127.0.0.1 when left out
  DATABASE_URL          use this PostgreSQL (15 or newer) instead of the embedded one
  WHEELHOUSE_DATA_DIR   where data is kept, .wheelhouse/ in the project when left out
  SMTP_URL              deliver mails through this server, for example smtp://user:password@host:587
  NODE_ENV              production: never loads the demo
`;

/** @returns {{ reset: boolean, yes: boolean, noDemo: boolean, help: boolean }} */
export function startOptions(args) {
  const options = Object.fromEntries(['reset', 'yes', 'no-demo', 'help'].map((name) => [name, { type: 'boolean' }]));
  let values;
  try {
    ({ values } = parseArgs({ args, options, strict: true, allowPositionals: false }));
  } catch {
    const unknown = args.find((a) => !['--reset', '--yes', '--no-demo', '--help'].includes(a)) ?? args[0];
    throw new Failure(`Unknown option ${JSON.stringify(unknown)}: npm start -- --help lists them.`, 2);
  }
  return { reset: !!values.reset, yes: !!values.yes, noDemo: !!values['no-demo'], help: !!values.help };
}

/** PORT as a number. */
export function portFrom(text) {
  if (!text) return 3000;
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  if (port < 1 || port > 65535)
    throw new Failure(`PORT=${JSON.stringify(text)} is not a port: give a number from 1 to 65535.`);
  return port;
}
