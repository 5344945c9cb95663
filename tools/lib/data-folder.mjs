import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { Failure, explainFileError } from './failure.mjs';
import { root } from './project.mjs';

/** What a start keeps in the data folder, and what `--reset` therefore removes; nothing else is touched. */
const OURS = ['postgres', 'cluster.json', 'secrets.json', 'state.json', 'files', 'logs'];

/** `.wheelhouse/` in the project, or what WHEELHOUSE_DATA_DIR says. */
export function dataFolder() {
  return path.resolve(root, process.env.WHEELHOUSE_DATA_DIR || '.wheelhouse');
}

/**
 * Makes sure that one start at a time uses the folder. Returns what releases it.
 * @param {{ address: string }} about shown to whoever tries a second start
 */
export function lock(folder, about) {
  const file = path.join(folder, 'start.lock');
  const mine = JSON.stringify({ pid: process.pid, ...about });
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      fs.writeFileSync(file, mine, { flag: 'wx' });
      return () => {
        if (readJson(file).pid === process.pid) fs.rmSync(file, { force: true });
      };
    } catch (error) {
      if (error.code !== 'EEXIST') throw new Failure(`${explainFileError(error, file)}.`);
      refuseWhenRunning(folder);
      fs.rmSync(file, { force: true });
    }
  }
  throw new Failure(`Another start is just beginning in ${folder}: wait for it or stop it.`);
}

/** Throws when a living start holds the folder. */
export function refuseWhenRunning(folder) {
  const { pid, address } = readJson(path.join(folder, 'start.lock'));
  if (!pid || pid === process.pid || !isStart(pid)) return;
  throw new Failure(`Wheelhouse already runs from ${folder} (${address}, process ${pid}): stop that first.`);
}

/** Whether a living process of ours has the folder's database open. */
export function isRunning(folder) {
  const { pid } = readJson(path.join(folder, 'start.lock'));
  return Boolean(pid) && pid !== process.pid && isStart(pid);
}

/** Process numbers are used again: a dead start's number may be somebody else's by now. */
function isStart(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code !== 'EPERM') return false;
  }
  if (process.platform !== 'linux') return true;
  try {
    return /\b(start|report|backup|restore)\.mjs\b/.test(fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8'));
  } catch {
    return false;
  }
}

/**
 * Passwords and keys of this installation, made on first use, readable for the owner only. `renew` makes the passwords of the
 * database's roles anew, which whoever starts that database then sets.
 */
export function secrets(folder, { renew = false } = {}) {
  const file = path.join(folder, 'secrets.json');
  const have = readJson(file);
  const make = () => randomBytes(32).toString('base64url');
  const all = {
    appPassword: process.env.WHEELHOUSE_APP_PASSWORD || (!renew && have.appPassword) || make(),
    ownerPassword: (!renew && have.ownerPassword) || make(),
    secretKey: have.secretKey || make(),
  };
  writeJson(file, all);
  return all;
}

/** What was chosen once and holds for later starts. */
export function rememberedState(folder) {
  return readJson(path.join(folder, 'state.json'));
}

export function rememberState(folder, state) {
  writeJson(path.join(folder, 'state.json'), state);
}

/** Whether there is an installation in the folder. */
export function isUsed(folder) {
  return OURS.some((name) => name !== 'logs' && fs.existsSync(path.join(folder, name)));
}

export function removeData(folder) {
  for (const name of OURS) fs.rmSync(path.join(folder, name), { recursive: true, force: true });
}

function readJson(file) {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8')) ?? {};
  } catch {
    return {};
  }
}

function writeJson(file, value) {
  fs.writeFileSync(`${file}.new`, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600 });
  fs.renameSync(`${file}.new`, file);
}
