import fs from 'node:fs';
import { parseArgs } from 'node:util';
import { Failure } from '../../../tools/lib/failure.mjs';
import { temporaryFolder } from '../../../tools/lib/postgres.mjs';
import { FaultBench } from './fault-bench.mjs';
import { FAULTS } from './faults.mjs';

const HELP = `npm run test:faults [-- --short] [-- --only=<fault>,…]

Breaks one thing after the other under 32 clients that submit audits, and counts after each.
Faults: ${Object.keys(FAULTS).join(', ')}, backup.

  --only=…       these only
  --short        each lasts 4 seconds instead of 15
  --clients=32   how many submit
  --pause=1000   milliseconds (on average) between an answer and the client's next submission
  --keep         leave the folder with database and logs
  --help         this text
`;
function options(args) {
  const text = (value) => ({ type: 'string', default: value });
  const spec = { only: text(''), clients: text('32'), pause: text('1000') };
  for (const name of ['short', 'keep', 'help']) spec[name] = { type: 'boolean', default: false };
  let values;
  try {
    ({ values } = parseArgs({ args, options: spec, strict: true }));
  } catch (error) {
    throw new Failure(`${error.message.split('. ')[0]}: npm run test:faults -- --help shows how.`, 2);
  }
  const all = [...Object.keys(FAULTS), 'backup'];
  const only = values.only ? values.only.split(',') : all;
  const strange = only.find((name) => !all.includes(name));
  if (strange) throw new Failure(`There is no fault "${strange}": ${all.join(', ')}.`, 2);
  return {
    ...values,
    only,
    clients: Number(values.clients),
    pauseMs: Number(values.pause),
    seconds: values.short ? 4 : 15,
  };
}

/** Everything; the exit code: 0 when all that must be 0 is. */
export async function run(args) {
  const chosen = options(args);
  if (chosen.help) return console.log(HELP.trimEnd()) ?? 0;
  const folder = temporaryFolder('wheelhouse-faults');
  const undo = [];
  try {
    const bench = new FaultBench(folder, chosen, undo);
    await bench.open();
    for (const name of chosen.only) await (name === 'backup' ? bench.backup() : bench.round(FAULTS[name]));
    if (bench.wrong > 0) console.error(`${bench.wrong} counts are not as they must be; the logs are in ${folder}.`);
    chosen.keep ||= bench.wrong > 0;
    return bench.wrong > 0 ? 1 : 0;
  } finally {
    for (const step of undo.reverse()) await step();
    if (!chosen.keep) fs.rmSync(folder, { recursive: true, force: true });
  }
}
