import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { openBrowser, openPage } from '../support/browser.mjs';
import { checkPage, visit } from '../support/page-checks.mjs';
import { apiOf } from '../support/people.mjs';

const WAITING = { role: 'region', name: 'Waiting for me' };

/** The start page of headquarters and supervisors: what waits opens in one press, every count opens what is behind it. */
describe('home', () => {
  let browser;
  before(async () => {
    browser = await openBrowser();
  });
  after(() => browser.close());

  test('quality manager, desktop, en: the late first, the first row opens in one press', async () => {
    const page = await openPage(browser, { as: 'quality@longxiang.demo', locale: 'en', size: 'desktop' });
    const { today, cycles } = await apiOf('quality@longxiang.demo')('/home');
    await visit(page, '/');
    const rows = page.getByRole(WAITING.role, { name: WAITING.name }).getByRole('listitem');
    await rows.first().waitFor();
    const late = cycles.filter(({ dueOn }) => dueOn !== null && dueOn < today).length;
    const words = await rows.allInnerTexts();
    assert.ok(
      words.slice(0, late).every((row) => /late/.test(row)),
      words.join('\n'),
    );
    await rows.first().getByRole('link').click();
    await page.waitForURL(/\/(cycles|audits|waves)\/[\w-]+/);
    await page.close();
  });

  test('quality manager, desktop, en: a count of the coverage opens its outlets', async () => {
    const page = await openPage(browser, { as: 'quality@longxiang.demo', locale: 'en', size: 'desktop' });
    const { coverage } = await apiOf('quality@longxiang.demo')('/home/network');
    await visit(page, '/');
    const section = page.getByRole('region', { name: /^Coverage/ });
    const count = coverage[0].open - coverage[0].audited;
    await section
      .getByRole('row', { name: /Nobody was there/ })
      .getByRole('link', { name: String(count) })
      .click();
    await page.waitForURL(`**/coverage?week=${coverage[0].period}&show=unaudited`);
    await page.getByRole('heading', { level: 2, name: new RegExp(`^${count} outlets?$`) }).waitFor();
    await checkPage(page);
    await page.close();
  });

  test('supervisor, phone, en: the report stands in five lines, whom to visit leads to the outlet', async () => {
    const page = await openPage(browser, { as: 'supervisor@longxiang.demo', locale: 'en', size: 'phone' });
    const report = await apiOf('supervisor@longxiang.demo')('/reports/latest');
    await visit(page, '/');
    await page.getByRole('link', { name: report.visits[0].name.en }).first().tap();
    await page.waitForURL(`**/outlets/${report.visits[0].outletId}`);
    await page.close();
  });
});
