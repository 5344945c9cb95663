import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { openBrowser, openPage } from '../support/browser.mjs';
import { checkAxe, checkPage, settled, visit } from '../support/page-checks.mjs';
import { apiOf } from '../support/people.mjs';
import { until } from '../support/until.mjs';

const QUALITY = 'quality@longxiang.demo';
const ADMIN = 'admin@longxiang.demo';

describe('quality manager: the editor of a standard', () => {
  let browser, page, api, draftId;
  before(async () => {
    browser = await openBrowser();
    api = apiOf(QUALITY);
    page = await openPage(browser, { as: QUALITY, locale: 'zh-CN' });
    const { items } = await api('/standards');
    const standard = items.find(({ code }) => code === 'SALES-4S');
    const old = standard.versions.find(({ status }) => status === 'draft');
    if (old) await api(`/standard-versions/${old.id}`, { method: 'DELETE' });
    const published = standard.versions.find(({ status }) => status === 'published');
    draftId = (await api(`/standard-versions/${published.id}/copy`, { method: 'POST', body: {} })).id;
  });
  after(() => browser.close());

  const draft = () => api(`/standard-versions/${draftId}`);
  const order = async (section) => (await draft()).body.sections[section].items.map(({ id }) => id);
  const row = (id) => page.locator(`[data-row="${id}"]`);
  const saved = (state) => page.getByRole('status').filter({ hasText: state }).first().waitFor();

  test('quality manager, desktop, zh-CN: items move by dragging and by keyboard, and one step back undoes it', async () => {
    await visit(page, `/standards/versions/${draftId}`);
    const [first, second, third] = await order(0);
    const [other] = await order(1);
    await row(first)
      .locator('.st-handle')
      .dragTo(row(third), { targetPosition: { x: 200, y: 8 } });
    await until(async () => (await order(0)).slice(0, 3).join() === [second, first, third].join(), 'dragged');
    await row(other).locator('.st-handle').focus();
    await page.keyboard.press('Alt+ArrowUp');
    await saved(/现为章节/);
    await until(async () => (await order(0)).at(-1) === other, 'moved over the end of its section');
    assert.equal(
      await row(other)
        .locator('.st-handle')
        .evaluate((it) => it === document.activeElement),
      true,
    );
    await page.keyboard.press('Control+z');
    await until(async () => (await order(1))[0] === other, 'undone');
    await page.keyboard.press('Control+Shift+Z');
    await until(async () => (await order(0)).at(-1) === other, 'done again');
    await checkPage(page);
    await checkAxe(page);
  });

  test('quality manager, desktop, zh-CN: a new item begins in Chinese; “what if” shows at once what a weight does', async () => {
    await page.getByRole('button', { name: '试算' }).click();
    const panel = page.getByRole('region', { name: '试算' });
    await panel
      .getByText('92')
      .first()
      .or(panel.getByText(/\d\d\.\d/).first())
      .waitFor();
    const total = () => panel.locator('.st-whatif__figure').innerText();
    const [item] = await order(2);
    const number = item.replace('SALES-4S-', '');
    await panel.locator('summary').nth(2).click();
    await panel
      .getByRole('radiogroup', { name: `${number} 的作答` })
      .getByRole('radio', { name: '未达标' })
      .check();
    const before = await total();
    await row(item)
      .getByRole('button', { name: /^编辑 / })
      .click();
    await row(item).getByRole('textbox', { name: '权重', exact: true }).fill('40');
    await until(async () => (await total()) !== before, 'the score follows the weight');
    await panel.getByRole('button', { name: '全部达标' }).click();
    await until(async () => /^100/.test(await total()), 'all good is 100');
    await checkAxe(page);
    await panel.getByRole('button', { name: '关闭' }).click();
    await page.getByRole('button', { name: '添加条款' }).first().click();
    const language = () => page.evaluate(() => document.activeElement?.getAttribute('lang'));
    await until(async () => (await language()) === 'zh-CN', 'the Chinese field has the focus');
    await page.keyboard.type('展厅干净并且无异味');
    await page.getByText('此条款同时考察两件事').first().waitFor();
    await row((await page.locator('.st-open').getAttribute('data-row')) ?? '')
      .getByRole('button', { name: /^删除/ })
      .click();
    await saved('已保存');
  });

  test('quality manager, desktop, zh-CN: somebody else saves meanwhile; both texts are put together and nothing is lost', async () => {
    page.allow(409, /\/standard-versions\//);
    const [mine] = await order(2);
    const [both] = await order(3);
    const admin = apiOf(ADMIN);
    const { revision, body } = await admin(`/standard-versions/${draftId}`);
    body.sections[3].items[0].zh = '对方的说法';
    body.sections[4].items[0].zh = '对方另改的一条';
    await row(both)
      .getByRole('button', { name: /^编辑 / })
      .click();
    const text = () => row(both).getByRole('textbox', { name: '要求 · 中文' });
    await admin(`/standard-versions/${draftId}`, { method: 'PUT', body: { revision, body } });
    await text().fill('我的说法');
    const conflict = page.getByRole('region', { name: /保存了此草稿/ });
    await conflict.waitFor();
    await conflict.getByText('对方另改的一条').first().waitFor();
    await checkAxe(page);
    assert.equal((await draft()).body.sections[3].items[0].zh, '对方的说法');
    await page.reload();
    await settled(page);
    await conflict.getByRole('radio', { name: /我的说法/ }).check();
    await conflict.getByRole('button', { name: '按所选合并' }).click();
    await conflict.waitFor({ state: 'detached' });
    await until(async () => {
      const { sections } = (await draft()).body;
      const at = (s) => sections[s].items[0];
      return (
        at(3).zh === '我的说法' &&
        at(4).zh === '对方另改的一条' &&
        sections[2].items.find(({ id }) => id === mine).weight === 40
      );
    }, 'all three changes are on the server');
  });

  test('quality manager, phone, zh-CN: the difference in words before publishing, and from when it is used after', async () => {
    const phone = await openPage(browser, { as: QUALITY, locale: 'zh-CN', size: 'phone' });
    await visit(phone, `/standards/versions/${draftId}/changes`);
    await phone.getByText('我的说法').first().waitFor();
    await phone.getByText(/权重 \d+ → 40/).waitFor();
    await phone.getByText(/不能完全比较/).waitFor();
    await checkPage(phone);
    await checkAxe(phone);

    await visit(phone, `/standards/versions/${draftId}`);
    const [first, second] = await order(5);
    const handle = phone.locator(`[data-row="${first}"] .st-handle`);
    await handle.tap();
    await phone.locator(`[data-row="${first}"]`).getByRole('button', { name: /^下移/ }).tap();
    await until(async () => (await order(5)).slice(0, 2).join() === [second, first].join(), 'moved by thumb');
    await phone.getByRole('button', { name: '发布', exact: true }).tap();
    const ask = phone.getByRole('dialog', { name: /^发布/ });
    await ask.getByText(/权重 \d+ → 40/).waitFor();
    await checkAxe(phone);
    await ask.getByRole('button', { name: '发布', exact: true }).tap();
    await phone.getByText(/即刻起.*可用于新的检查/).waitFor();
    assert.equal((await draft()).status, 'published');
    await phone.getByRole('button', { name: '停用' }).tap();
    await phone.getByRole('dialog').getByRole('button', { name: '停用' }).tap();
    await until(
      async () => (await draft()).status === 'retired',
      'retired, so that the demo goes on with the one before',
    );
    await phone.context().close();
  });
});
