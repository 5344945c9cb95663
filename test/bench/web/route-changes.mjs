import { openPage } from '../../browser/support/browser.mjs';
import { percentile, report, round } from '../harness.mjs';

/** Pages behind a link of another page: where one stands, and the link that is pressed. */
const BEHIND = [
  ['/audits', 'main tbody a[href^="/audits/"]', "an audit's result"],
  ['/standards', 'main a[href^="/standards/versions/"]', 'a standard'],
  ['/network', 'main tbody a[href^="/outlets/"]', 'an outlet'],
  ['/', 'main a[href^="/coverage"]', 'coverage'],
  ['/cycles', 'main a[href^="/cycles/"]', 'a cycle'],
  ['/waves', 'main a[href^="/waves/"]', 'a wave'],
  ['/members', 'main a[href^="/members/"]', 'a member'],
];

/**
 * From one page to the next with everything in the cache, no throttling: milliseconds from the press to the new page's
 * content, and beside it what the main thread was busy for. The floor is a frame: no change can be seen sooner.
 */
export async function routeChanges(browser, { as, shopper, runs }) {
  const page = await openPage(browser, { as, size: 'desktop', locale: 'en' });
  await page.goto('/');
  await page.locator('h1').waitFor();
  const cost = await busyTime(page);
  const menu = await page
    .locator('nav a[href]')
    .evaluateAll((links) => [...new Set(links.map((link) => link.getAttribute('href')))]);
  const times = new Map();
  const go = async (name, selector, counts) => {
    const before = await cost();
    const took = await page.evaluate(press, selector);
    if (took === null) return false;
    if (counts) {
      if (!times.has(name)) times.set(name, { took: [], busy: [] });
      times.get(name).took.push(took);
      times.get(name).busy.push((await cost()) - before);
    }
    await page.waitForLoadState('networkidle');
    return true;
  };
  // The first round fills the cache.
  for (let i = 0; i <= runs; i++) {
    for (const target of menu) await go(target, `nav a[href="${target}"]`, i > 0);
    for (const [from, link, name] of BEHIND) {
      await go(from, `nav a[href="${from}"]`, false);
      await page
        .locator(link)
        .first()
        .waitFor({ timeout: 3_000 })
        .catch(() => undefined);
      await go(name, link, i > 0);
    }
  }
  const frame = await page.evaluate(async () => {
    const start = performance.now();
    for (let i = 0; i < 30; i++) await new Promise((resolve) => requestAnimationFrame(resolve));
    return (performance.now() - start) / 30;
  });
  await page.context().close();
  await shopperHome(browser, { shopper, runs, times });
  for (const [name, { took, busy }] of times) {
    report({
      bench: 'web',
      what: `route change to ${name}`,
      p50: percentile(took, 0.5),
      worst: percentile(took, 1),
      mainThread: percentile(busy, 0.5),
      floor: { what: 'one frame', p50: round(frame) },
    });
  }
}

async function shopperHome(browser, { shopper, runs, times }) {
  const page = await openPage(browser, { as: shopper, size: 'phone' });
  await page.goto('/');
  await page.locator('h1').waitFor();
  const cost = await busyTime(page);
  const found = { took: [], busy: [] };
  for (let i = 0; i <= runs; i++) {
    // The person's own page is behind no tab of a phone: the history leads there as a link would.
    await page.evaluate(() => {
      history.pushState(null, '', '/profile');
      dispatchEvent(new PopStateEvent('popstate'));
    });
    await page.waitForLoadState('networkidle');
    const before = await cost();
    const took = await page.evaluate(press, 'nav a[href="/"]');
    if (i > 0 && took !== null) {
      found.took.push(took);
      found.busy.push((await cost()) - before);
    }
    await page.waitForLoadState('networkidle');
  }
  if (found.took.length > 0) times.set("the mystery shopper's home", found);
  await page.context().close();
}

/** Milliseconds of processor time of the page's main thread so far: they say the same on a busy machine. */
async function busyTime(page) {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
  return async () => {
    const { metrics } = await devtools.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000;
  };
}

/** Runs in the page: presses a link; milliseconds until its page is drawn without a skeleton; null: there is no such link. */
async function press(selector) {
  const link = document.querySelector(selector);
  if (!link || location.pathname === new URL(link.href).pathname) return null;
  const before = document.querySelector('h1');
  link.dispatchEvent(new PointerEvent('pointerover', { bubbles: true }));
  const start = performance.now();
  link.click();
  while (performance.now() - start < 10_000) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
    const h1 = document.querySelector('h1');
    const loading = document.querySelector('main .wh-skeleton, main [aria-busy="true"]');
    if (h1 && h1 !== before && !loading) return performance.now() - start;
  }
  throw new Error(`${selector} led nowhere within 10 seconds`);
}
