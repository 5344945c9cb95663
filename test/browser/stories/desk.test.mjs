import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { openBrowser, openPage } from '../support/browser.mjs';
import { checkAxe, settled, visit } from '../support/page-checks.mjs';

/** What a desk user does without a mouse. */
describe('desk', () => {
  let browser;
  before(async () => (browser = await openBrowser()));
  after(() => browser.close());

  const focused = (page) => page.evaluate(() => document.activeElement?.tagName.toLowerCase());
  const arrived = async (page, path) => {
    await page.waitForURL((url) => url.pathname === path);
    await settled(page);
    await page.waitForFunction(() => document.activeElement?.tagName === 'H1');
  };

  test('desk: the palette finds pages and outlets, and is left with the focus where it was', async () => {
    const page = await openPage(browser, { as: 'quality@longxiang.demo', locale: 'en' });
    await visit(page, '/');
    const find = page.getByRole('button', { name: /^Find or do/ });
    await find.focus();
    await page.keyboard.press('Control+k');
    const palette = page.getByRole('dialog', { name: 'Find or do' });
    await palette.waitFor();
    await checkAxe(page);
    await page.keyboard.press('Escape');
    await palette.waitFor({ state: 'detached' });
    assert.equal(await find.evaluate((element) => element === document.activeElement), true);

    await find.click();
    await page.keyboard.type('standards');
    await palette.getByRole('option', { name: /^Standards/ }).waitFor();
    await page.keyboard.press('Enter');
    await arrived(page, '/standards');

    await page.keyboard.press('Control+k');
    await palette.waitFor();
    await page.keyboard.type('杭州');
    const outlet = palette.getByRole('group', { name: 'Outlets' }).getByRole('option').first();
    await outlet.click();
    await page.waitForURL(/\/outlets\/[\w-]+$/);
    await settled(page);
    await page.goBack();
    await page.waitForURL(/\/standards$/);
    assert.deepEqual(page.problems, []);
    await page.context().close();
  });

  test('desk: shortcuts open pages and the list of shortcuts, never while one types', async () => {
    const page = await openPage(browser, { as: 'quality@longxiang.demo', locale: 'zh-CN' });
    await visit(page, '/');
    await page.keyboard.press('g');
    await page.keyboard.press('n');
    await arrived(page, '/network');
    await page.keyboard.press('/');
    assert.equal(await focused(page), 'input', 'in the search field');
    await page.keyboard.type('gh?');
    assert.match(page.url(), /\/network/);
    await page.evaluate(() => document.activeElement?.blur());
    await page.keyboard.press('?');
    const help = page.getByRole('dialog', { name: '键盘快捷键' });
    await help.waitFor();
    assert.match(await help.innerText(), /门店网络/);
    await checkAxe(page);
    await page.keyboard.press('g');
    await page.keyboard.press('h');
    assert.match(page.url(), /\/network/, 'not below a dialog');
    await page.keyboard.press('Escape');
    await help.waitFor({ state: 'detached' });
    await page.keyboard.press('g');
    await page.keyboard.press('h');
    await arrived(page, '/');
    assert.deepEqual(page.problems, []);
    await page.context().close();
  });
});
