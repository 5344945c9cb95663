import { chromium } from 'playwright-core';
import { browserEnv } from './chromium.mjs';
import { cookiesOf } from './people.mjs';

export const SIZES = {
  phone: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
  desktop: { viewport: { width: 1440, height: 900 } },
};
const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** One browser for each file of stories. */
export async function openBrowser() {
  return await chromium.launch({ executablePath: process.env.CHROMIUM_PATH, args: ARGS, env: browserEnv() });
}

/** Answers that are part of a page's ordinary life. */
const EXPECTED = [
  [401, /\/api\/v1\/auth\/session$/],
  [404, /\/api\/v1\/reports\/latest$/],
];

/**
 * A page of a fresh window. `as`: the account that is signed in; `locale`: what the reader chose in this browser.
 * `page.problems` collects console errors, exceptions and failed requests; `page.allow(status, pattern)` takes some out.
 */
export async function openPage(browser, { at, as, locale = 'zh-CN', size = 'desktop' }) {
  const address = at ?? process.env.WHEELHOUSE_TEST_URL;
  const context = await browser.newContext({
    ...SIZES[size],
    baseURL: address,
    locale,
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
    storageState: {
      cookies: as ? await cookiesOf(as, address) : [],
      origins: [{ origin: new URL(address).origin, localStorage: [{ name: 'wheelhouse.locale', value: locale }] }],
    },
  });
  // Nothing is judged by its time; other tests run beside these.
  context.setDefaultTimeout(60_000);
  const page = await context.newPage();
  watch(page);
  return page;
}

function watch(page) {
  const expected = [...EXPECTED];
  page.problems = [];
  page.allow = (status, pattern) => expected.push([status, pattern]);
  const waiting = new Set();
  page.quiet = () => waiting.size === 0;
  page.on('request', (request) => waiting.add(request));
  for (const end of ['requestfinished', 'requestfailed']) page.on(end, (request) => waiting.delete(request));
  page.on('pageerror', (error) => page.problems.push(`exception: ${error.stack ?? error.message}`));
  page.on('console', (message) => {
    // A failed request is judged by its status below; the console says the same without saying which.
    if (message.type() !== 'error' || /Failed to load resource|net::ERR_INTERNET_DISCONNECTED/.test(message.text()))
      return;
    page.problems.push(`console: ${message.text()}`);
  });
  page.on('response', (response) => {
    const { pathname } = new URL(response.url());
    const status = response.status();
    if (status < 400 || expected.some(([known, pattern]) => known === status && pattern.test(pathname))) return;
    page.problems.push(`${status}: ${response.request().method()} ${pathname}`);
  });
}
