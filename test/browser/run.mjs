#!/usr/bin/env node
// The stage of `npm test` with a browser: starts the product as a person does, lets the stories run against it, stops it.
//   node test/browser/run.mjs                       all stories
//   node test/browser/run.mjs sign-in supervisor    only files with these words in their names
//   node test/browser/run.mjs --at=http://…         against a product that runs already (with the demo)
// One line for each test; the last line is JSON: {"passed":n,"failed":n}.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { run } from 'node:test';
import { prepareChromium } from './support/chromium.mjs';
import { Product } from './support/product.mjs';
import { Tally } from './support/tally.mjs';

const folder = path.join(import.meta.dirname, 'stories');
const args = process.argv.slice(2);
const at = args.find((arg) => arg.startsWith('--at='))?.slice('--at='.length);
const words = args.filter((arg) => !arg.startsWith('--'));
const tally = new Tally();
const browserFolder = fs.mkdtempSync(path.join(os.tmpdir(), 'wheelhouse-chromium-'));
let product;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.once(signal, () => {
    void Promise.resolve(product?.stop()).finally(() => {
      fs.rmSync(browserFolder, { recursive: true, force: true });
      process.exit(130);
    });
  });
}

try {
  const browser = await tally.step('the browser is there', () => prepareChromium(browserFolder));
  if (at) process.env.WHEELHOUSE_TEST_URL = at;
  if (browser && (at || (await tally.step('the product starts with its demo', start)))) await stories();
} finally {
  if (product) await tally.step('Ctrl-C stops it: exit code 0, nothing left running', () => product.stopCleanly());
  fs.rmSync(browserFolder, { recursive: true, force: true });
}
tally.end();

async function start() {
  product = new Product();
  process.env.WHEELHOUSE_TEST_URL = await product.start();
}

async function stories() {
  const files = fs
    .readdirSync(folder)
    .filter((name) => name.endsWith('.test.mjs') && (words.length === 0 || words.some((word) => name.includes(word))))
    // The longest first: two files run at a time, each with a browser of its own.
    .sort((a, b) => Number(b.startsWith('pages')) - Number(a.startsWith('pages')))
    .map((name) => path.join(folder, name));
  await tally.follow(run({ files, concurrency: 2, timeout: 20 * 60_000 }), files);
}
