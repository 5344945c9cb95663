import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { openBrowser, openPage } from '../support/browser.mjs';
import { takePicture } from '../support/gallery.mjs';
import { fillWithLongNames, LONG, newOrganisation } from '../support/long-world.mjs';
import { changeFace, FACES } from '../support/looks.mjs';
import { checkPage, checkWidth, settled, visit } from '../support/page-checks.mjs';

const [DESK, , , PHONE] = FACES;
/** Pages that have nothing to show in a new organisation, and say what would make it otherwise. */
const EMPTY = ['/reports', '/audits', '/assignments', '/findings', '/waves', '/cycles', '/standards', '/network'];
const LISTS = ['/', '/coverage', ...EMPTY, '/audits/new', '/network/peer-groups', '/members', '/settings', '/trail'];

/** An organisation from nothing to one of everything, each with a name of two hundred characters. */
describe('nothing, and names of two hundred characters', () => {
  let browser, admin;
  before(async () => {
    browser = await openBrowser();
    admin = await newOrganisation(`long-${Date.now().toString(36)}`);
  });
  after(() => browser.close());

  /** At a desk and on a phone, without loading the page again. */
  async function bothSizes(page, name, locale, look = () => undefined) {
    for (const face of [DESK, PHONE]) {
      try {
        await changeFace(page, face);
        await settled(page);
        await checkWidth(page);
        await look(face);
        await takePicture(page, name, { locale, ...face });
      } catch (error) {
        error.message = `${page.url()}, ${face.size}: ${error.message}`;
        throw error;
      }
    }
    await changeFace(page, DESK);
  }

  for (const locale of ['zh-CN', 'en']) {
    test(`a new organisation, ${locale}: every empty page says what will be here`, async () => {
      const page = await openPage(browser, { as: admin, locale });
      await visit(page, '/');
      await bothSizes(page, 'empty home', locale);
      await checkPage(page);
      for (const path of EMPTY) {
        await visit(page, path);
        await checkPage(page);
        await bothSizes(page, `empty ${path.slice(1)}`, locale, async () => {
          const said = await page.locator('.wh-empty').locator('visible=true').first().innerText();
          assert.ok(said.length > 12, `${path} says: ${said}`);
        });
      }
      await page.context().close();
    });
  }

  test('names of two hundred characters, both languages: no page becomes wider, and whole names can be read', async () => {
    const places = await fillWithLongNames(admin);
    const wrong = [];
    const windows = {
      en: await openPage(browser, { as: admin, locale: 'en' }),
      'zh-CN': await openPage(browser, { as: admin, locale: 'zh-CN' }),
    };
    // One long word is what breaks a page; Chinese may wrap anywhere, so it is seen where things have their own page.
    for (const [locale, page] of Object.entries(windows)) {
      const own = Object.entries(places);
      const all = locale === 'en' ? [...own, ...LISTS.map((path) => [path.slice(1) || 'home', path])] : own;
      for (const [name, path] of all) {
        await visit(page, path);
        const whole = { outlet: 'h1', cycle: 'h1', wave: 'h1', standard: 'h1', result: 'h1' }[name];
        await bothSizes(page, `long ${name}`, locale, async () => {
          if (!whole) return;
          const h1 = page.locator(whole).first();
          assert.ok((await h1.textContent()).includes(LONG[locale === 'en' ? 'en' : 'zh']), 'the whole name');
          assert.ok(await h1.evaluate((one) => one.scrollWidth <= one.clientWidth + 1), 'none of it is cut off');
        }).catch(({ message }) => wrong.push(message));
        assert.deepEqual(page.problems, []);
      }
      await page.context().close();
    }
    assert.deepEqual(wrong, []);
    const operator = await openPage(browser, { as: 'operator@wheelhouse.demo', locale: 'en' });
    await visit(operator, '/tenants');
    await bothSizes(operator, 'long tenants', 'en');
    await operator.context().close();
  });
});
