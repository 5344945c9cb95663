import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { openBrowser, openPage } from './browser.mjs';
import { beginGallery, endGallery, takePicture } from './gallery.mjs';
import { changeFace, FACES } from './looks.mjs';
import { checkAxe, checkContrast, checkPage, checkWidth, settled, visit } from './page-checks.mjs';
import { PAGES, pathOf } from './pages.mjs';

/**
 * Every page in one language, at a desk and on a phone, in these themes. It is loaded once and then turned from look to
 * look; a picture of each is kept. `whole` names the looks (`desktop light`) in which axe asks everything, in the others
 * it asks about colours: sizes have markup of their own, themes only colours, languages only words.
 */
export function seeEveryPage(locale, { themes, whole }) {
  const faces = FACES.filter(({ theme }) => themes.includes(theme));
  describe(`every page, ${locale}`, () => {
    let browser;
    /** One window for each reader, so that what pages share is fetched once. */
    const windows = new Map();
    const windowOf = async (as) => {
      if (!windows.has(as)) windows.set(as, await openPage(browser, { as, locale }));
      const window = windows.get(as);
      window.problems.length = 0;
      return window;
    };
    before(async () => {
      beginGallery(locale);
      browser = await openBrowser();
    });
    after(async () => {
      endGallery(PAGES.map(({ name }) => name));
      await browser.close();
    });

    for (const page of PAGES) {
      test(`page: ${page.name}, ${locale}, at a desk and on a phone, ${themes.join(' and ')}`, async () => {
        const path = await pathOf(page);
        const at = await windowOf(page.as);
        for (const [i, face] of faces.entries()) {
          const look = `${face.size} ${face.theme}`;
          try {
            await changeFace(at, face);
            await (i === 0 ? visit(at, path) : settled(at));
            await takePicture(at, page.name, { locale, ...face });
            if (i === 0) await checkAsLoaded(at, page, locale);
            else await checkWidth(at);
            if (whole.includes(look)) await checkAxe(at);
            // Colours are the same in both languages.
            else if (locale === 'zh-CN') await checkContrast(at);
            assert.deepEqual(at.problems, [], 'problems in the console');
          } catch (error) {
            error.message = `${path}, ${look}: ${error.message}`;
            throw error;
          }
        }
      });
    }
  });
}

async function checkAsLoaded(at, page, locale) {
  const { lang, h1 } = await checkPage(at);
  assert.equal(lang, locale, 'the language of the page');
  assert.equal(/这里没有内容|There is nothing here/.test(h1[0]), page.none ?? false, h1[0]);
}
