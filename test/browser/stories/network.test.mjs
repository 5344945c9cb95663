import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { openBrowser, openPage } from '../support/browser.mjs';
import { checkPage, settled, visit } from '../support/page-checks.mjs';
import { apiOf } from '../support/people.mjs';
import { until } from '../support/until.mjs';

const ADMIN = 'admin@longxiang.demo';

describe('the network', () => {
  let browser;
  before(async () => (browser = await openBrowser()));
  after(() => browser.close());

  test('administrator, desktop, en: narrows the list, moves two outlets together and back', async () => {
    const page = await openPage(browser, { as: ADMIN, locale: 'en' });
    const api = apiOf(ADMIN);
    const units = await api('/org-units');
    const areas = units.filter(({ kind }) => kind === 'area');
    const [from, to] = [areas[0], areas.at(-1)];
    const placed = async (code) => (await api(`/outlets?q=${code}`)).items[0].orgUnitId;
    await visit(page, `/network?unit=${from.id}`);
    await page.getByRole('treeitem', { name: new RegExp(from.name.en), selected: true }).waitFor();
    const boxes = page.getByRole('checkbox', { name: /^Select (?!all)/ });
    const codes = await page.locator('.org-outlets tbody tr td:nth-child(2)').allInnerTexts();
    await boxes.nth(0).check();
    await boxes.nth(1).check();
    await page.getByRole('button', { name: 'Move…' }).click();
    const form = page.getByRole('dialog', { name: 'Move 2 outlets' });
    // A press waits for the dialog to have come to rest: the list opens where its field is then.
    await form.getByLabel('New place').click();
    await form.getByLabel('New place').fill(to.name.en);
    await page.locator('.ant-select-tree-title', { hasText: to.name.en }).last().click();
    await checkPage(page);
    await form.getByRole('button', { name: 'Move', exact: true }).click();
    await form.waitFor({ state: 'hidden' });
    await until(async () => (await placed(codes[0])) === to.id && (await placed(codes[1])) === to.id, 'both moved');
    const ids = await Promise.all(codes.slice(0, 2).map(async (code) => (await api(`/outlets?q=${code}`)).items[0].id));
    await api('/outlets/move', { method: 'POST', body: { outletIds: ids, orgUnitId: from.id } });
    assert.equal(await placed(codes[0]), from.id);
    assert.deepEqual(page.problems, []);
    await page.context().close();
  });

  test('administrator, desktop, zh-CN: closes an outlet and opens it again', async () => {
    const page = await openPage(browser, { as: ADMIN, locale: 'zh-CN' });
    const api = apiOf(ADMIN);
    const outlet = (await api('/outlets?limit=3')).items.at(-1);
    await visit(page, `/outlets/${outlet.id}`);
    await checkPage(page);
    await page.getByRole('button', { name: '关闭门店' }).click();
    const form = page.getByRole('dialog', { name: `关闭 ${outlet.name.zh}` });
    await form.getByRole('button', { name: '关闭门店' }).click();
    await page.getByText('已关闭', { exact: true }).waitFor();
    await page.getByRole('button', { name: '重新开业' }).click();
    await until(async () => (await api(`/outlets/${outlet.id}`)).closedOn === null, 'it is open again');
    await page.getByText('营业中', { exact: true }).waitFor();
    await settled(page);
    assert.deepEqual(page.problems, []);
    await page.context().close();
  });
});
