import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { openBrowser, openPage } from '../browser/support/browser.mjs';
import { prepareChromium } from '../browser/support/chromium.mjs';
import { apiOf } from '../browser/support/people.mjs';
import { Product } from '../browser/support/product.mjs';
import { percentile, report, round } from './harness.mjs';
import { routeChanges } from './web/route-changes.mjs';
import { scrolling } from './web/scrolling.mjs';
import { typing } from './web/typing.mjs';

const RUNS = Number(process.env.BENCH_RUNS ?? 5);
/** Lighthouse's “slow 4G”: 1.6 Mbit/s down, 750 kbit/s up, 150 ms for a round trip. */
const SLOW_4G = { offline: false, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8, latency: 150 };
const CPU_SLOWDOWN = 4;

const MANAGER = 'manager@qingcha.demo';
/** Has a draft of more than sixty items. */
const AUDITOR = 'manager@longxiang.demo';
const SUPERVISOR = 'supervisor@longxiang.demo';
const QUALITY = 'quality@longxiang.demo';
const SHOPPER = 'shopper@longxiang.demo';

/**
 * What the web app costs its reader, in the packaged Chromium against the product with its demo (BENCH_AT=http://… takes
 * one that runs). First load: empty cache, slow 4G, CPU four times slower; the floor is a bare document that asks for the
 * same data over the same line. Then route changes, scrolling and typing, each in a file of its own.
 */
export async function run() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'wheelhouse-bench-web-'));
  const product = process.env.BENCH_AT ? null : new Product();
  try {
    await prepareChromium(folder);
    process.env.WHEELHOUSE_TEST_URL = process.env.BENCH_AT ?? (await product.start());
    const browser = await openBrowser();
    const draft = (await apiOf(MANAGER)('/home')).drafts[0];
    await firstLoad(browser, {
      what: 'first answerable item of the audit form',
      as: MANAGER,
      size: 'phone',
      path: `/audits/${draft.id}/fill`,
      ready: '[id^="item-"] [role="radio"]:not([disabled]), [id^="item-"] button:not([disabled])',
    });
    await firstLoad(browser, {
      what: 'the weekly report can be read',
      as: SUPERVISOR,
      size: 'desktop',
      path: '/reports',
      ready: 'table tbody [role="rowheader"], table tbody th',
    });
    await firstLoad(browser, {
      what: 'home of a franchise manager',
      as: MANAGER,
      size: 'phone',
      path: '/',
      ready: 'main li',
    });
    await routeChanges(browser, { as: QUALITY, shopper: SHOPPER, runs: RUNS });
    await scrolling(browser, { as: QUALITY });
    await typing(browser, { auditor: AUDITOR, editor: QUALITY, slowdown: CPU_SLOWDOWN });
    await browser.close();
  } finally {
    await product?.stop();
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

/** Opens an address with an empty cache `RUNS` times and once more for the sizes; reports one line. */
async function firstLoad(browser, { what, as, size, path: address, ready }) {
  const times = [];
  const shifts = [];
  let sizes;
  let data = [];
  for (let i = 0; i < RUNS; i++) {
    const page = await slowPage(browser, { as, size });
    const loaded = watchTransfers(page);
    const start = performance.now();
    await page.goto(address, { waitUntil: 'commit' });
    await page.locator(ready).first().waitFor({ state: 'visible', timeout: 60_000 });
    times.push(performance.now() - start);
    await page.waitForLoadState('networkidle');
    shifts.push(await page.evaluate(() => window.__layoutShift));
    ({ sizes, data } = await loaded());
    await page.context().close();
  }
  const floor = [];
  for (let i = 0; i < RUNS; i++) {
    const page = await slowPage(browser, { as, size });
    const start = performance.now();
    await page.goto('/health/live');
    await page.evaluate(async (paths) => {
      const texts = await Promise.all(paths.map((one) => fetch(one).then((answer) => answer.text())));
      document.body.textContent = texts.join('\n');
    }, data);
    floor.push(performance.now() - start);
    await page.context().close();
  }
  report({
    bench: 'web',
    what,
    runs: RUNS,
    network: 'slow 4G',
    cpuSlowdown: CPU_SLOWDOWN,
    p50: percentile(times, 0.5),
    worst: percentile(times, 1),
    layoutShift: round(Math.max(...shifts)),
    transferredKB: sizes,
    floor: { what: 'a bare document with the same data', p50: percentile(floor, 0.5), worst: percentile(floor, 1) },
    timesFloor: round(percentile(times, 0.5) / percentile(floor, 0.5)),
  });
}

/** A page with an empty cache on a slow line and a slow processor, which sums up what jumps. */
async function slowPage(browser, { as, size }) {
  const page = await openPage(browser, { as, size });
  await page.addInitScript(() => {
    window.__layoutShift = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.__layoutShift += entry.value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', SLOW_4G);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN });
  return page;
}

/** Sums the bytes that come over the line by kind, in kB, and remembers what data was asked for. */
function watchTransfers(page) {
  const done = [];
  page.on('requestfinished', (request) => {
    done.push(
      request.sizes().then(
        ({ responseBodySize }) => ({ kind: request.resourceType(), bytes: responseBodySize, url: request.url() }),
        () => null,
      ),
    );
  });
  return async () => {
    const all = (await Promise.all(done)).filter(Boolean);
    const sum = (kind) => round(all.filter((one) => one.kind === kind).reduce((n, { bytes }) => n + bytes, 0) / 1000);
    const data = all
      .filter(({ kind }) => kind === 'fetch')
      .map(({ url }) => new URL(url).pathname + new URL(url).search);
    return { sizes: { script: sum('script'), style: sum('stylesheet'), data: sum('fetch') }, data: [...new Set(data)] };
  };
}
