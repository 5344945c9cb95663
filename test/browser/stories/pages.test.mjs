import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { openBrowser, openPage, SIZES } from '../support/browser.mjs';
import { beginGallery, endGallery, takePicture, THEMES } from '../support/gallery.mjs';
import { PAGES, pathOf } from '../support/pages.mjs';
import { checkAxe, checkContrast, checkPage, settled, visit } from '../support/page-checks.mjs';

const LOCALES = ['zh-CN', 'en'];
const SIZE_NAMES = ['desktop', 'phone'];

/** Every page in both languages, at a desk and on a phone, light and dark; a picture of each is kept. */
describe('every page', () => {
  let browser;
  before(async () => {
    beginGallery();
    browser = await openBrowser();
  });
  after(async () => {
    endGallery(
      PAGES.map(({ name }) => name),
      { locales: LOCALES, sizes: SIZE_NAMES },
    );
    await browser.close();
  });

  for (const page of PAGES) {
    for (const locale of LOCALES) {
      test(`page: ${page.name}, ${locale}`, async () => {
        const path = await pathOf(page);
        const at = await openPage(browser, { as: page.as, locale, size: 'desktop' });
        try {
          await visit(at, path);
          for (const size of SIZE_NAMES) {
            await at.setViewportSize(SIZES[size].viewport);
            for (const theme of THEMES) {
              await at.emulateMedia({ colorScheme: theme });
              await settled(at);
              await takePicture(at, { name: page.name, locale, size, theme });
              if (theme === 'dark') {
                await checkContrast(at);
                continue;
              }
              const { lang, h1 } = await checkPage(at);
              assert.equal(lang, locale, 'the language of the page');
              assert.equal(/这里没有内容|There is nothing here/.test(h1[0]), page.none ?? false, h1[0]);
              await checkAxe(at);
            }
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
