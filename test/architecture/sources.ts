import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const SKIPPED = new Set(['node_modules', 'dist', '.git', '.nx', '.wheelhouse', 'coverage', '__snapshots__']);

export interface Source {
  /** From the project's root. */
  path: string;
  text: string;
}

/** Files below `folder` whose names end as wanted. */
export function filesBelow(folder: string, ending: RegExp): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true })
    .flatMap((entry) => {
      if (SKIPPED.has(entry.name)) return [];
      const path = join(ROOT, folder, entry.name);
      if (entry.isDirectory()) return filesBelow(relative(ROOT, path), ending);
      return ending.test(entry.name) ? [relative(ROOT, path)] : [];
    })
    .sort();
}

export const read = (path: string): Source => ({ path, text: readFileSync(join(ROOT, path), 'utf8') });

/** What runs in production on the server and in pure libraries: no tests, no builders, no web. */
export function productionSources(): Source[] {
  return ['apps/api', 'libs']
    .flatMap((folder) => filesBelow(folder, /\.ts$/))
    .filter((path) => !/\.spec\.ts$|\/testing\/|\/web\/|^libs\/(ui|web-core)\//.test(path))
    .map(read);
}
