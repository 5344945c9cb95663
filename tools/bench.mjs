#!/usr/bin/env node
// `npm run bench -- <name>`: one JSON line for each measurement, each beside its floor in the same run.
import { build } from './lib/build.mjs';
import { install } from './lib/install.mjs';

const NAMES = ['submit', 'read', 'tenancy', 'ranking', 'web', 'export'];
const name = process.argv[2];
if (!NAMES.includes(name)) {
  console.error(`Which one? npm run bench -- ${NAMES.join(' | ')}`);
  process.exit(2);
}
await install(() => undefined);
await build(() => undefined);
const { run } = await import(`../test/bench/${name}.mjs`);
await run(process.argv.slice(3));
process.exit(0);
