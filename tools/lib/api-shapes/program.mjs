import fs from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

/** Folders whose sources can have a part in what the API answers. */
const FOLDERS = ['apps/api', 'libs'];
const SKIPPED = new Set(['node_modules', 'dist', 'web', 'web-core', 'ui', 'testing', '.git']);

const OPTIONS = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  lib: ['lib.es2023.d.ts'],
  strict: true,
  experimentalDecorators: true,
  noEmit: true,
  types: [],
};

/** The server's sources below `root`, without tests and builders. */
export function serverSources(root) {
  const walk = (folder) =>
    fs.readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
      const full = path.join(folder, entry.name);
      if (entry.isDirectory()) return SKIPPED.has(entry.name) ? [] : walk(full);
      return /\.ts$/.test(entry.name) && !/\.spec\.ts$/.test(entry.name) ? [full] : [];
    });
  return FOLDERS.map((folder) => path.join(root, folder))
    .filter((folder) => fs.existsSync(folder))
    .flatMap(walk)
    .sort();
}

/**
 * A program of our own sources only: what they import from npm stays unresolved, so that all is read in about a second.
 * @param {string} root
 */
export function programOf(root) {
  const files = serverSources(root);
  const known = new Set(files);
  const packages = entriesOf(files);
  const host = ts.createCompilerHost(OPTIONS, true);
  host.resolveModuleNameLiterals = (literals, from) =>
    literals.map(({ text }) => {
      const file = text.startsWith('.')
        ? path.join(path.dirname(from), text.replace(/\.js$/, '.ts'))
        : packages.get(text);
      if (!file || !(known.has(file) || fs.existsSync(file))) return { resolvedModule: undefined };
      return { resolvedModule: { resolvedFileName: file, extension: ts.Extension.Ts, isExternalLibraryImport: false } };
    });
  const program = ts.createProgram(files, OPTIONS, host);
  return { program, checker: program.getTypeChecker(), isOurs: (source) => known.has(source.fileName) };
}

/** `@wheelhouse/kernel` → its index.ts, as the packages' own `development` exports say. */
function entriesOf(files) {
  const entries = new Map();
  const folders = new Set(
    files.filter((file) => file.endsWith('/src/index.ts')).map((file) => path.dirname(path.dirname(file))),
  );
  for (const folder of folders) {
    const { name, exports } = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'));
    for (const [key, target] of Object.entries(exports ?? {})) {
      if (target.development) entries.set(path.posix.join(name, key), path.join(folder, target.development));
    }
  }
  return entries;
}
