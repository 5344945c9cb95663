import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { openBrowser, openPage, SIZES } from '../support/browser.mjs';
import { PAGES, pathOf } from '../support/pages.mjs';
import { checkAxe, checkPage, settled, visit } from '../support/page-checks.mjs';

/** Every page in both languages, at a desk and on a phone. */
describe('every page', () => {
  let browser;
  before(async () => (browser = await openBrowser()));
  after(() => browser.close());

  for (const page of PAGES) {
    for (const locale of ['zh-CN', 'en']) {
      test(`page: ${page.name}, ${locale}`, async () => {
        const path = await pathOf(page);
        const at = await openPage(browser, { as: page.as, locale, size: 'desktop' });
        try {
          await visit(at, path);
          for (const size of ['desktop', 'phone']) {
            await at.setViewportSize(SIZES[size].viewport);
            await settled(at);
            const { lang, h1 } = await checkPage(at);
            assert.equal(lang, locale, 'the language of the page');
            assert.equal(/这里没有内容|There is nothing here/.test(h1[0]), page.none ?? false, h1[0]);
            await checkAxe(at);
          }
        } catch (error) {
          error.message = `${path}: ${error.message}`;
          throw error;
        } finally {
          await at.context().close();
        }
      });
    }
  }
});
