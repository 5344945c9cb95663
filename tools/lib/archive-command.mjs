import path from 'node:path';
import { parseArgs } from 'node:util';
import { Failure } from './failure.mjs';

/**
 * Runs a command about one archive, `npm run <name> -- <file> [--yes]`, and ends the process. `work` gets the file, whether
 * not to ask, and a list for what has to be undone at the end, last first.
 */
export async function archiveCommand({ name, help, missing }, args, work) {
  const undo = [];
  let code = 0;
  try {
    const { file, yes, help: wantsHelp } = options(name, missing, args);
    if (wantsHelp) return console.log(help.trimEnd());
    await work(file, { yes, undo });
  } catch (error) {
    console.error(error instanceof Failure ? error.message : error);
    code = error.exitCode ?? 1;
  } finally {
    for (const step of undo.reverse()) await step();
  }
  process.exit(code);
}

function options(name, missing, args) {
  let parsed;
  try {
    const spec = { yes: { type: 'boolean', default: false }, help: { type: 'boolean' } };
    parsed = parseArgs({ args, options: spec, strict: true, allowPositionals: true });
  } catch (error) {
    throw new Failure(`${error.message.split('. ')[0]}: npm run ${name} -- --help shows how.`, 2);
  }
  const { values, positionals } = parsed;
  if (!values.help && positionals.length !== 1) throw new Failure(`${missing}: npm run ${name} -- <file>.`, 2);
  return { ...values, file: path.resolve(process.env.INIT_CWD ?? '', positionals[0] ?? '') };
}
