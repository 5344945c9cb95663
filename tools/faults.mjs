#!/usr/bin/env node
// `npm run test:faults`: what breaks under load, and what is left of it. One JSON line for each fault; fails when a count
// that must be 0 is not.
import { build } from './lib/build.mjs';
import { Failure } from './lib/failure.mjs';
import { install } from './lib/install.mjs';

try {
  await install(() => undefined);
  await build(() => undefined);
  const { run } = await import('../test/faults/load/run.mjs');
  process.exit(await run(process.argv.slice(2)));
} catch (error) {
  console.error(error instanceof Failure ? error.message : error);
  process.exit(error.exitCode ?? 1);
}
