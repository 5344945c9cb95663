import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { openBrowser, openPage, SIZES } from '../support/browser.mjs';
import { beginGallery, endGallery, takePicture } from '../support/gallery.mjs';
import { PAGES, pathOf } from '../support/pages.mjs';
import { checkAxe, checkPage, visit } from '../support/page-checks.mjs';

/**
 * Each page is seen in both languages, at both sizes and in both themes, in two looks; from page to page they change places,
 * so that each two are seen together. All eight of each page would take a quarter of an hour.
 */
const LOOKS = [
  { 'zh-CN': { size: 'desktop', theme: 'light' }, en: { size: 'phone', theme: 'dark' } },
  { 'zh-CN': { size: 'phone', theme: 'light' }, en: { size: 'desktop', theme: 'dark' } },
  { 'zh-CN': { size: 'desktop', theme: 'dark' }, en: { size: 'phone', theme: 'light' } },
  { 'zh-CN': { size: 'phone', theme: 'dark' }, en: { size: 'desktop', theme: 'light' } },
];
const looksOf = (index) => LOOKS[index % LOOKS.length];

/** Every page in both languages, at a desk and on a phone, light and dark; a picture of each is kept. */
describe('every page', () => {
  let browser;
  /** One window for each reader, so that what pages share is fetched once. */
  const windows = new Map();
  async function windowOf(as, locale, { size, theme }) {
    const key = `${as} ${locale}`;
    if (!windows.has(key)) windows.set(key, await openPage(browser, { as, locale, size: 'desktop' }));
    const at = windows.get(key);
    at.problems.length = 0;
    await at.setViewportSize(SIZES[size].viewport);
    await at.emulateMedia({ colorScheme: theme });
    return at;
  }
  before(async () => {
    beginGallery();
    browser = await openBrowser();
  });
  after(async () => {
    endGallery(PAGES.map(({ name }, index) => ({ name, looks: looksOf(index) })));
    await browser.close();
  });

  for (const [index, page] of PAGES.entries()) {
    for (const [locale, look] of Object.entries(looksOf(index))) {
      test(`page: ${page.name}, ${locale}, ${look.size}, ${look.theme}`, async () => {
        const path = await pathOf(page);
        const at = await windowOf(page.as, locale, look);
        try {
          await visit(at, path);
          await takePicture(at, { name: page.name, locale, ...look });
          const { lang, h1 } = await checkPage(at);
          assert.equal(lang, locale, 'the language of the page');
          assert.equal(/这里没有内容|There is nothing here/.test(h1[0]), page.none ?? false, h1[0]);
          await checkAxe(at);
        } catch (error) {
          error.message = `${path}: ${error.message}`;
          throw error;
        }
      });
    }
  }
});
