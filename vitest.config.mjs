import fs from 'node:fs';
import swc from '@swc/core';
import { defineConfig } from 'vitest/config';

/** As the product is compiled, specs too: Nest needs the types of constructor parameters at run time. */
const { jsc, module, sourceMaps } = JSON.parse(fs.readFileSync(new URL('.swcrc', import.meta.url), 'utf8'));
const compile = {
  name: 'swc',
  enforce: 'pre',
  transform(code, id) {
    const [filename] = id.split('?');
    return filename.endsWith('.ts')
      ? swc.transform(code, { filename, jsc, module, sourceMaps, swcrc: false })
      : undefined;
  },
};

const shared = {
  environment: 'node',
  // Every file of a worker shares one graph of modules: loading the whole server anew took longer than most files' tests.
  isolate: false,
  pool: 'forks',
  // Nothing is judged by its time; a machine that does other things too may take its own.
  testTimeout: 300_000,
  hookTimeout: 300_000,
  // Plain Node, as they run outside of tests.
  server: { deps: { external: [/\/tools\/.*\.mjs$/] } },
};
const resolve = { conditions: ['development', 'node'] };
const project = (test) => ({ plugins: [compile], oxc: false, resolve, ssr: { resolve }, test: { ...shared, ...test } });

/** One runner for every level below the browser. Run through `npm test`. */
export default defineConfig({
  test: {
    projects: [
      project({
        name: 'unit',
        include: ['{libs,apps}/**/*.spec.ts', 'demo/**/*.spec.ts'],
        exclude: ['**/*.api.spec.ts', '**/dist/**', '**/node_modules/**'],
      }),
      project({
        name: 'database',
        include: ['libs/**/*.api.spec.ts', 'test/**/*.spec.ts'],
        exclude: ['**/dist/**', '**/node_modules/**'],
        globalSetup: ['libs/testing/src/runner/global-setup.mjs'],
      }),
    ],
  },
});
