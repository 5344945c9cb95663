import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { boundaryCanary } from '../boundary-canary.mjs';
import { audit } from './audit.mjs';
import { build } from './build.mjs';
import { lint } from './lint.mjs';
import { root } from './project.mjs';
import { node, run } from './run.mjs';

const bin = (...parts) => path.join(root, 'node_modules', ...parts);
/** A tenth of what `npm run test:fuzz` sends, so that all stages together stay within a quarter of an hour. */
const FUZZ_REQUESTS = process.env.FUZZ_REQUESTS ?? '2000';

/**
 * What `npm test` does, in order: first what the rest needs, then the tests of the parts beside those of the whole in a
 * browser, since each of them waits a third of its time. Each entry holds lanes that run side by side, and each lane its
 * stages in order; a stage counts as one test unless it counts its own.
 */
export function stages(quick) {
  const format = { name: 'format', work: () => command(bin('prettier', 'bin', 'prettier.cjs'), '--check', '.') };
  const types = { name: 'types', work: checkTypes };
  const linting = { name: 'lint', work: async () => one(await lint('.')) };
  const building = {
    name: 'build',
    work: async () => (await build(() => undefined), { passed: 1, failed: 0, output: '' }),
  };
  const unit = { name: 'unit', work: () => tests('unit') };
  if (quick) return [[[format], [types]], [[unit]]];
  const database = { name: 'API, isolation, architecture, journeys, faults, fuzz', work: () => tests('database') };
  return [
    // It plants files that nothing else may read.
    [[{ name: 'boundary canary', work: boundaryCanary }], [{ name: 'advisories', work: audit }]],
    [[building], [types]],
    [
      [database, unit],
      [{ name: 'browser', work: browser }, linting, format],
    ],
  ];
}

const one = ({ code, output }) => ({ passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, output });

async function command(script, ...args) {
  return one(await run(...node(script, ...args)));
}

/** The server's and the browser's sources have their own compiler settings. */
async function checkTypes() {
  const results = [];
  for (const project of ['tsconfig.json', 'tsconfig.web.json']) {
    results.push(await command(bin('typescript-7', 'bin', 'tsc'), '-p', project));
  }
  return sum(results);
}

async function tests(project) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'wheelhouse-tests-'));
  const report = path.join(folder, 'report.json');
  try {
    const args = ['run', '--project', project, '--maxWorkers=2'];
    args.push('--reporter=dot', '--reporter=json', `--outputFile.json=${report}`);
    const { code, output } = await run(...node(bin('vitest', 'vitest.mjs'), ...args), { env: { FUZZ_REQUESTS } });
    if (!fs.existsSync(report)) return { passed: 0, failed: 1, output };
    const { numPassedTests: passed, numFailedTests, testResults } = JSON.parse(fs.readFileSync(report, 'utf8'));
    // A file that could not be read to its end has no test that failed.
    const unread = testResults.filter(({ status, assertionResults }) => {
      return status === 'failed' && assertionResults.every((test) => test.status !== 'failed');
    });
    const failed = numFailedTests + unread.length;
    // A run without tests, or one that ends badly though each test passed, has failed.
    const broken = failed === 0 && (code !== 0 || passed === 0) ? 1 : 0;
    return { passed, failed: failed + broken, output };
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

/** The browser runner says how many in its last line, as JSON. */
async function browser() {
  const { code, output } = await run(...node(path.join(root, 'test', 'browser', 'run.mjs')));
  try {
    const { passed, failed } = JSON.parse(output.trimEnd().split('\n').at(-1));
    return { passed, failed: failed || (code !== 0 || passed === 0 ? 1 : 0), output };
  } catch {
    return { passed: 0, failed: 1, output };
  }
}

function sum(results) {
  return results.reduce((all, one) => ({
    passed: all.passed + one.passed,
    failed: all.failed + one.failed,
    output: all.output + one.output,
  }));
}
