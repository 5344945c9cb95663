#!/usr/bin/env node
// `npm run test:fuzz`: requests of every kind to every operation of the OpenAPI document. FUZZ_REQUESTS and FUZZ_SEED
// say how many and which; a fault is told with the seed of its round and the request as curl.
import path from 'node:path';
import { build } from './lib/build.mjs';
import { install } from './lib/install.mjs';
import { root } from './lib/project.mjs';
import { node } from './lib/run.mjs';
import { spawnSync } from 'node:child_process';

await install(() => undefined);
await build(() => undefined);
const vitest = path.join(root, 'node_modules', 'vitest', 'vitest.mjs');
const [command, args] = node(vitest, 'run', '--project', 'database', 'test/fuzz', ...process.argv.slice(2));
process.exit(spawnSync(command, args, { cwd: root, stdio: 'inherit' }).status ?? 1);
