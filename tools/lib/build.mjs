import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { Failure } from './failure.mjs';
import { mustBeWritable } from './install.mjs';
import { root } from './project.mjs';
import { node, run } from './run.mjs';

const stamp = path.join(root, '.nx', 'wheelhouse-built.json');
const skipped = new Set(['node_modules', 'dist', '.git', '.nx', 'coverage', 'test-results']);

/** Nx without its daemon, its cloud and its own screen: as it should be in scripts. */
export const nxEnv = {
  NX_DAEMON: 'false',
  NX_TUI: 'false',
  NX_NO_CLOUD: 'true',
  NX_INTERACTIVE: 'false',
  FORCE_COLOR: '0',
};

/** `nx …`, collected. */
export async function nx(...args) {
  return await run(...node(path.join(root, 'node_modules', 'nx', 'dist', 'bin', 'nx.js'), ...args), { env: nxEnv });
}

/** Builds every library and application whose sources changed. Returns whether there was anything to do. */
export async function build(say = console.log) {
  const now = fingerprint();
  const last = readStamp();
  if (last.sources === now && last.outputs.length > 0 && last.outputs.every((o) => fs.existsSync(path.join(root, o)))) {
    return false;
  }
  mustBeWritable(root);
  say('Building …');
  const { code, output } = await nx('run-many', '-t', 'build', '--parallel=2', '--output-style=static');
  if (code !== 0) {
    console.error(output.trimEnd());
    throw new Failure('The build failed, see above.');
  }
  fs.mkdirSync(path.dirname(stamp), { recursive: true });
  fs.writeFileSync(stamp, JSON.stringify({ sources: now, outputs: outputs() }));
  return true;
}

/** Sizes and times of all sources: cheaper than asking Nx, which takes seconds to say that nothing changed. */
function fingerprint() {
  const hash = createHash('sha256').update(process.version);
  for (const file of ['package-lock.json', '.swcrc', 'tsconfig.base.json', 'nx.json']) add(hash, path.join(root, file));
  for (const folder of ['apps', 'libs', 'migrations', 'demo']) walk(path.join(root, folder), hash);
  return hash.digest('hex');
}

function walk(folder, hash) {
  if (!fs.existsSync(folder)) return;
  const entries = fs.readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    if (skipped.has(entry.name)) continue;
    const full = path.join(folder, entry.name);
    if (entry.isDirectory()) walk(full, hash);
    else add(hash, full);
  }
}

function add(hash, file) {
  const { size, mtimeMs } = fs.statSync(file, { throwIfNoEntry: false }) ?? {};
  hash.update(`${path.relative(root, file)}\0${size}\0${mtimeMs}\n`);
}

/** The `dist` folders that exist. */
function outputs() {
  const found = [];
  const look = (folder, depth) => {
    for (const entry of fs.readdirSync(path.join(root, folder), { withFileTypes: true })) {
      if (!entry.isDirectory() || entry.name === 'node_modules' || entry.name === 'src') continue;
      const inner = `${folder}/${entry.name}`;
      if (entry.name === 'dist') found.push(inner);
      else if (depth > 0) look(inner, depth - 1);
    }
  };
  for (const top of ['apps', 'libs', 'migrations', 'demo']) if (fs.existsSync(path.join(root, top))) look(top, 2);
  return found;
}

function readStamp() {
  try {
    const { sources, outputs: list } = JSON.parse(fs.readFileSync(stamp, 'utf8'));
    return { sources, outputs: list };
  } catch {
    return { sources: '', outputs: [] };
  }
}
