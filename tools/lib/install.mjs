import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { Failure, explainFileError, makeFolders } from './failure.mjs';
import { root } from './project.mjs';
import { node, run } from './run.mjs';

const marker = path.join(root, 'node_modules', '.wheelhouse-installed');

/** Installs what package-lock.json says unless that is what is there. Returns whether it had to. */
export async function install(say = console.log) {
  const lock = fs.readFileSync(path.join(root, 'package-lock.json'), 'utf8');
  const wanted = createHash('sha256').update(lock).digest('hex');
  if (readText(marker) === wanted) return false;
  if (!isInstalled(JSON.parse(lock))) {
    mustBeWritable(root);
    say('Installing packages (once; about a minute) …');
    // Development packages too, whatever NODE_ENV says: they build the rest.
    const flags = ['--include=dev', '--no-audit', '--no-fund'];
    // With something there, only the difference is fetched. `npm ci` is strict: it also fails when the lock, made on
    // another system, does not name a package for each system; `npm install` then does, and leaves the lock alone.
    const some = fs.existsSync(path.join(root, 'node_modules', '.package-lock.json'));
    const show = { show: true };
    let { code } = some ? { code: 1 } : await npm(['ci', ...flags], show);
    if (code !== 0) ({ code } = await npm(['install', '--no-save', ...flags], show));
    if (code !== 0) throw new Failure('Installing failed, see above: check the network and try again.');
    fs.writeFileSync(marker, wanted);
    return true;
  }
  try {
    fs.writeFileSync(marker, wanted);
  } catch {
    // Installed by somebody else and not ours to write: look again next time.
  }
  return false;
}

/** Started by npm: use that very npm. */
export async function npm(args, options) {
  const script = process.env.npm_execpath;
  const [file, list] = /npm-cli\.c?js$/.test(script ?? '') ? node(script, ...args) : ['npm', args];
  return await run(file, list, options);
}

/** npm keeps a list of what it installed; it is complete when each package of the lock is in it, optional ones aside. */
function isInstalled(lock) {
  const text = readText(path.join(root, 'node_modules', '.package-lock.json'));
  if (!text) return false;
  const have = JSON.parse(text).packages ?? {};
  return Object.entries(lock.packages).every(([where, entry]) => {
    if (!where.startsWith('node_modules/') && !where.includes('/node_modules/')) return true;
    if (!fs.existsSync(path.join(root, where))) return entry.optional === true;
    return entry.link === true || have[where]?.version === entry.version;
  });
}

/** Throws one clear line when the folder cannot be written. */
export function mustBeWritable(folder) {
  const probe = path.join(folder, `.write-test-${process.pid}`);
  try {
    makeFolders(folder);
    fs.writeFileSync(probe, '');
    fs.rmSync(probe);
  } catch (error) {
    const hint =
      folder === root ? 'copy the project to a folder of yours' : 'set WHEELHOUSE_DATA_DIR to another folder';
    throw new Failure(`${explainFileError(error, folder)}: ${hint}.`);
  }
}

function readText(file) {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
