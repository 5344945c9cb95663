import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { run } from '../../tools/lib/run.mjs';
import { root } from '../../tools/lib/project.mjs';

const git = (...args) =>
  execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });

/** The newest commit whose last migration is this one; null in a checkout without history. */
export function commitOf(migration) {
  try {
    const all = 'migrations/all.ts';
    const commits = git('log', '--first-parent', '--format=%H', '--', all).trim().split('\n');
    const index = commits.findIndex((commit) => lastMigration(git('show', `${commit}:${all}`)) === migration);
    if (index < 0) return null;
    // Whatever came until the list was touched again belongs to it too.
    return index === 0 ? git('rev-parse', 'HEAD').trim() : git('rev-parse', `${commits[index - 1]}^`).trim();
  } catch {
    return null;
  }
}

const lastMigration = (text) => [...text.matchAll(/^ {2}(\w+),$/gm)].at(-1)?.[1];

/**
 * The server of an older commit, built in `folder` with the packages that are installed here; what is gone or has another
 * major version here is fetched. Its web app is not built. Answers what was fetched.
 */
export async function buildOlder(commit, folder) {
  fs.mkdirSync(folder, { recursive: true });
  const tar = path.join(folder, '..', 'older.tar');
  git('archive', '--format=tar', '-o', tar, commit);
  execFileSync('tar', ['-xf', tar, '-C', folder]);
  const { dependencies } = readJson(path.join(folder, 'package.json'));
  const fetched = differing(dependencies);
  await fetchPackages(fetched, path.join(folder, '..', 'fetched'));
  borrowPackages(path.join(folder, '..', 'fetched'), folder);
  borrowPackages(root, folder);
  const packages = workspaces(folder).filter(({ json }) => /^swc /.test(json.scripts?.build ?? ''));
  for (const { where, json } of packages) link(where, path.join(folder, 'node_modules', json.name));
  const swc = path.join(root, 'node_modules', '@swc', 'cli', 'bin', 'swc.js');
  const build = async ({ where, json }) => {
    const args = json.scripts.build.split(' ').slice(1);
    const { code, output } = await run(process.execPath, [swc, ...args], { cwd: where });
    if (code !== 0) throw new Error(`${json.name} of ${commit} cannot be built:\n${output}`);
  };
  for (let i = 0; i < packages.length; i += 2) await Promise.all(packages.slice(i, i + 2).map(build));
  return Object.keys(fetched);
}

const readJson = (file) => JSON.parse(fs.readFileSync(file, 'utf8'));

/** Every folder of the older tree that is a package. */
function workspaces(folder) {
  const found = [];
  const look = (where, depth) => {
    for (const entry of fs.readdirSync(where, { withFileTypes: true })) {
      if (!entry.isDirectory() || ['node_modules', 'src', '.git'].includes(entry.name)) continue;
      const inner = path.join(where, entry.name);
      const file = path.join(inner, 'package.json');
      if (fs.existsSync(file)) found.push({ where: inner, json: readJson(file) });
      else if (depth > 0) look(inner, depth - 1);
    }
  };
  look(folder, 3);
  return found;
}

/** What is installed in `from` is what the older tree uses, but for our own packages, which are its own. */
function borrowPackages(from, folder) {
  const installed = path.join(from, 'node_modules');
  if (!fs.existsSync(installed)) return;
  for (const name of fs.readdirSync(installed)) {
    if (name.startsWith('.') || name === '@wheelhouse') continue;
    const at = path.join(folder, 'node_modules', name);
    if (!fs.existsSync(at)) link(path.join(installed, name), at);
  }
}

function link(to, at) {
  fs.mkdirSync(path.dirname(at), { recursive: true });
  fs.symlinkSync(to, at, 'junction');
}

function differing(dependencies) {
  const major = (version) => version.replace(/^\D*/, '').split('.')[0];
  const isOther = ([name, range]) => {
    const file = path.join(root, 'node_modules', name, 'package.json');
    return !fs.existsSync(file) || major(readJson(file).version) !== major(range);
  };
  return Object.fromEntries(Object.entries(dependencies).filter(isOther));
}

async function fetchPackages(dependencies, folder) {
  if (Object.keys(dependencies).length === 0) return;
  fs.mkdirSync(folder, { recursive: true });
  fs.writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ private: true, dependencies }));
  const { code, output } = await run('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts'], {
    cwd: folder,
  });
  if (code !== 0) throw new Error(`The older release needs ${Object.keys(dependencies).join(', ')}:\n${output}`);
}
