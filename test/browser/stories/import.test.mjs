import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { openBrowser, openPage } from '../support/browser.mjs';
import { checkAxe, checkPage, settled, visit } from '../support/page-checks.mjs';
import { apiOf } from '../support/people.mjs';
import { until } from '../support/until.mjs';

const ADMIN = 'admin@qingcha.demo';
const HEAD = 'code,name_en,name_zh,kind,org_unit';

const csv = (name, ...rows) => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from([HEAD, ...rows].join('\r\n'), 'utf8'),
});

describe('importing outlets', () => {
  let browser;
  before(async () => (browser = await openBrowser()));
  after(() => browser.close());

  test('administrator, desktop, en: a wrong row is seen, mended and imported, and the outlet is there', async () => {
    const page = await openPage(browser, { as: ADMIN, locale: 'en' });
    const unit = (await apiOf(ADMIN)('/org-units')).at(-1).code;
    const code = `IMP-${Date.now().toString(36)}`;
    await visit(page, '/network/import');
    await checkPage(page);
    const input = page.locator('input[type=file]');

    await input.setInputFiles({ name: 'old.xls', mimeType: '', buffer: Buffer.from('x') });
    await page.getByRole('alert').filter({ hasText: 'Save it as .xlsx or CSV' }).waitFor();

    const row = (end) => `${code},Imported store,导入的门店,tea_shop,${end}`;
    await input.setInputFiles(csv('first.csv', row('NO-SUCH-UNIT-AT-ALL')));
    await page.waitForURL(/\/network\/import\/./);
    await page.getByText('There is no “NO-SUCH-UNIT-AT-ALL”.').waitFor({ timeout: 60_000 });
    await page.getByText('Nothing can be imported yet').waitFor();
    await settled(page);
    await checkPage(page);

    await page.getByRole('link', { name: 'Choose another file' }).click();
    await page.waitForURL(/\/network\/import$/);
    await input.setInputFiles(csv('mended.csv', row(unit)));
    await page.getByRole('button', { name: 'Import 1 outlet', exact: true }).click({ timeout: 60_000 });
    await page.getByText('1 new and 0 changed.').waitFor({ timeout: 60_000 });
    await checkAxe(page);
    await page.getByRole('link', { name: 'To the network' }).click();
    await page.waitForURL(/\/network$/);
    const { items } = await apiOf(ADMIN)(`/outlets?q=${code}`);
    assert.deepEqual(
      items.map(({ name }) => name.zh),
      ['导入的门店'],
    );
    assert.deepEqual(page.problems, []);
    await page.context().close();
  });

  test('administrator, phone, zh-CN: leaves in the middle, comes back, and cancels', async () => {
    const page = await openPage(browser, { as: ADMIN, locale: 'zh-CN', size: 'phone' });
    await visit(page, '/network/import');
    const unit = (await apiOf(ADMIN)('/org-units')).at(-1).code;
    const name = `手机导入-${Date.now().toString(36)}.csv`;
    const code = `PHO-${Date.now().toString(36)}`;
    await page
      .locator('input[type=file]')
      .setInputFiles(csv(name, `${code},A,甲,tea_shop,${unit}`, `${code}-2,,乙,tea_shop,${unit}`));
    await page.waitForURL(/\/network\/import\/./);
    await visit(page, '/');
    await visit(page, '/network/import');
    await page.getByRole('link', { name: new RegExp(name) }).tap();
    await page.getByRole('button', { name: '导入 1 家门店' }).waitFor({ timeout: 60_000 });
    await settled(page);
    await checkPage(page);
    await page.getByRole('button', { name: '取消', exact: true }).tap();
    await page.getByRole('dialog').getByRole('button', { name: '取消导入' }).tap();
    await page.getByText('该导入已取消').waitFor();
    await until(async () => (await apiOf(ADMIN)(`/outlets?q=${code}`)).items.length === 0, 'nothing was written');
    assert.deepEqual(page.problems, []);
    await page.context().close();
  });
});
