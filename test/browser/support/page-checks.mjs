import assert from 'node:assert/strict';
import { until } from './until.mjs';

export { checkAxe, checkContrast } from './axe.mjs';

/** Opens an address and waits until its page has come to rest. */
export async function visit(page, path) {
  await page.goto(path);
  await settled(page);
}

/** Waits for a heading, the end of loading, and no request under way, all of it for a moment. */
export async function settled(page) {
  const rest = async () =>
    page.quiet() &&
    (await page.evaluate(() => {
      if (/页面出现故障|This page stopped working/.test(document.body.textContent))
        throw new Error('the page ended by itself');
      const loading = '.wh-skeleton, [aria-busy="true"], .ant-skeleton-active, .ant-spin-spinning';
      return document.querySelector('h1') !== null && document.querySelector(loading) === null;
    }));
  const moment = () => page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 60, true)));
  await until(
    async () => (await rest()) && (await moment()) && (await rest()),
    async () =>
      `${page.url()} does not come to rest: ${page.problems.join('; ')}\n${(await page.locator('body').innerText()).slice(0, 600)}`,
    { ms: 30_000, everyMs: 50 },
  );
}

/** Nothing is wider than the window: what a change of size or theme may spoil. */
export async function checkWidth(page) {
  const found = await page.evaluate(() => {
    const limit = document.documentElement.clientWidth;
    const overflow = document.documentElement.scrollWidth - limit;
    const wide = (element) =>
      element.getBoundingClientRect().right > limit + 1 && element.checkVisibility({ checkVisibilityCSS: true });
    const name = (element) =>
      `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''} “${(element.textContent ?? '').slice(0, 30)}”`;
    return {
      overflow,
      wide: overflow > 0 ? [...document.querySelectorAll('body *')].filter(wide).slice(0, 5).map(name) : [],
    };
  });
  assert.ok(found.overflow <= 0, `${found.overflow} px wider than the window: ${found.wide.join(', ')}`);
}

/** One h1, a title of its own, nothing wider than the window, figures explained, no slip in the words, nothing in the console. */
export async function checkPage(page) {
  const found = await page.evaluate(() => {
    const visible = (element) => element.checkVisibility({ checkVisibilityCSS: true });
    const words = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const { parentElement, nodeValue } = walker.currentNode;
      if (parentElement && visible(parentElement) && !parentElement.closest('script, style, noscript, pre'))
        words.push(nodeValue);
    }
    for (const element of document.querySelectorAll('[aria-label], [title], [placeholder], [alt]')) {
      if (visible(element))
        for (const name of ['aria-label', 'title', 'placeholder', 'alt']) words.push(element.getAttribute(name) ?? '');
    }
    return {
      h1: [...document.querySelectorAll('h1')].filter(visible).map((h1) => h1.textContent.trim()),
      title: document.title,
      lang: document.documentElement.lang,
      unexplained: [...document.querySelectorAll('[data-figure]')]
        .filter((figure) => visible(figure) && !figure.querySelector('.wh-hint > button[aria-label]'))
        .map((figure) => figure.textContent),
      words: [...new Set(words.map((word) => word.trim()).filter(Boolean))],
    };
  });
  assert.equal(found.h1.length, 1, `one h1, found ${JSON.stringify(found.h1)}`);
  assert.match(found.title, /\S+ · Wheelhouse$/, 'a title of its own');
  await checkWidth(page);
  assert.deepEqual(found.unexplained, [], 'every figure says what it means');
  assert.deepEqual(slips(found.words), [], 'slips in the words');
  assert.deepEqual(page.problems, [], 'problems in the console');
  return found;
}

/** Like `form.title` or `a.b.c`: a key that has no text. Addresses, files and people's mails look alike and are none. */
const KEY = /(?<![\w@/.-])[a-z][a-zA-Z]*(?:[.:][a-z_]\w*)+(?![\w@/.-])/g;
const NO_KEY = /\.(?:demo|com|cn|org|json|csv|xlsx?|pdf|v\d)$|^(?:https?|mailto):/;

/** Words that a program let slip: keys without a text, and values that should never be seen. */
export function slips(words) {
  return words.flatMap((word) => {
    const bad = word.match(/\b(?:undefined|NaN|Infinity)\b|\[object \w+\]|Invalid Date|\{\{|\}\}/g) ?? [];
    const keys = (word.match(KEY) ?? []).filter((key) => !NO_KEY.test(key));
    return [...bad, ...keys].map((what) => `${what} in “${word.slice(0, 80)}”`);
  });
}

/** Goes through the page with the tab key until `target` has the focus, which must be seen. Returns the number of presses. */
export async function tabTo(page, target, most = 60) {
  for (let presses = 1; presses <= most; presses++) {
    await page.keyboard.press('Tab');
    const { reached, seen, what } = await page.evaluate(
      (element) => {
        const at = document.activeElement;
        if (!at || at === document.body) return { reached: false, seen: true, what: 'body' };
        // The parts of a date field are the browser's own, and so is their focus.
        if (at.matches('input[type^="date"]:not(:focus)')) return { reached: false, seen: true, what: 'date' };
        // A radio that is drawn as its label shows the focus there.
        const shown = [at, at.closest('label')].filter(Boolean).some((one) => {
          const { outlineStyle, outlineWidth } = getComputedStyle(one);
          return outlineStyle !== 'none' && parseFloat(outlineWidth) > 0;
        });
        return { reached: element === at, seen: shown, what: at.outerHTML.slice(0, 120) };
      },
      await target.elementHandle(),
    );
    assert.ok(seen, `the focus cannot be seen on ${what}`);
    if (reached) return presses;
  }
  throw new Error(`${most} presses of Tab do not reach it`);
}
