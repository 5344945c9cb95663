import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { openBrowser, openPage } from '../support/browser.mjs';
import { checkAxe, checkPage, settled, visit } from '../support/page-checks.mjs';
import { apiOf } from '../support/people.mjs';
import { until } from '../support/until.mjs';

const QUALITY = 'quality@longxiang.demo';

describe('quality manager: one turn of the wheel', () => {
  let browser, api, first, id;
  before(async () => {
    browser = await openBrowser();
    api = apiOf(QUALITY);
    // The next turn of the demo's cycle, over days whose audits are known.
    const { items } = await api('/cycles');
    first = await api(`/cycles/${items.find(({ phase }) => phase === 'act' || phase === 'closed').id}`);
    const { scope, standardVersionId, doFrom, doTo } = first;
    const name = { en: 'The estimate is explained', zh: '逐项讲解报价' };
    const body = { name, orgUnitId: scope.orgUnitId, standardVersionId, predecessorId: first.id, doFrom, doTo };
    id = (await api('/cycles', { method: 'POST', body })).id;
  });
  after(() => browser.close());
  const cycle = () => api(`/cycles/${id}`);

  test('quality manager, desktop, en: an objective is set in place, changed, and taken back; two people do not overwrite each other', async () => {
    const page = await openPage(browser, { as: QUALITY, locale: 'en' });
    page.allow(409, /\/objectives\//);
    await visit(page, `/cycles/${id}`);
    const gate = page.getByRole('region', { name: 'Gate to Do' });
    const missing = gate.getByRole('listitem').filter({ hasText: 'missing' });
    assert.equal(await missing.count(), 2, 'an objective and the audit plan');
    await page.getByRole('button', { name: 'Add objective' }).click();
    const fresh = page.getByRole('form', { name: 'Add objective' });
    await fresh.getByRole('textbox', { name: /English/ }).fill('Mean score of audits');
    await fresh.getByRole('textbox', { name: /Chinese/ }).fill('检查平均得分');
    await fresh.getByRole('combobox', { name: 'What is measured' }).selectOption('source_score');
    await fresh.getByRole('spinbutton', { name: 'Target' }).fill('99');
    await page.keyboard.press('Enter');
    await fresh.waitFor({ state: 'detached' });
    await settled(page);
    const [set] = (await cycle()).objectives;
    assert.deepEqual([set.target, set.revision], [99, 1]);
    await gate.getByText('due date of “Mean score of audits”').waitFor();

    const edit = page.getByRole('article').getByRole('button', { name: 'Edit' });
    await edit.click();
    const form = page.getByRole('form', { name: 'Edit objective' });
    await form.getByRole('spinbutton', { name: 'Target' }).fill('98');
    await form.getByLabel('Due').fill(first.doTo);
    await apiOf('admin@longxiang.demo')(`/objectives/${set.id}`, { method: 'PATCH', body: { target: 97 } });
    await page.keyboard.press('Enter');
    await form.getByText('Target: theirs “97.0”, yours “98.0”').waitFor();
    assert.equal((await cycle()).objectives[0].target, 97);
    await checkAxe(page);
    await form.getByRole('button', { name: 'Save mine' }).click();
    await form.waitFor({ state: 'detached' });
    const target = async () => (await cycle()).objectives[0].target;
    assert.equal(await target(), 98);
    await until(() => edit.evaluate((button) => button === document.activeElement), 'the focus is back at the row');
    await page.getByRole('status').getByRole('button', { name: /Undo/ }).last().click();
    await until(async () => (await target()) === 97, 'theirs stands again');
    await checkPage(page);
    await page.context().close();
  });

  test('quality manager, phone, zh-CN: the gate opens once the plan is written; what becomes final is read first; the effect follows', async () => {
    const [objective] = (await cycle()).objectives;
    await api(`/objectives/${objective.id}`, { method: 'PATCH', body: { dueOn: first.doTo } });
    const page = await openPage(browser, { as: QUALITY, locale: 'zh-CN', size: 'phone' });
    await visit(page, `/cycles/${id}`);
    const turns = page.getByRole('region', { name: '这个轮子的每一圈' });
    await turns.getByRole('link', { name: first.name.zh }).waitFor();
    assert.equal(await page.locator('.pdca-ring').count(), 1, 'the former turn is a ring of the wheel');
    const gate = page.getByRole('region', { name: '通往执行的关口' });
    await gate.getByRole('button', { name: '检查计划' }).tap();
    await page.locator('#cycle-plan').getByRole('button', { name: '编辑' }).tap();
    const plan = page.getByRole('dialog');
    await plan.getByRole('textbox', { name: '检查计划' }).fill('督导每周抽查十张委托书。');
    await plan.getByRole('button', { name: '保存' }).tap();
    await gate.getByText('条件已齐备').waitFor();

    const pass = async (region, button, ...final) => {
      await page.getByRole('region', { name: region }).getByRole('button', { name: button }).tap();
      const ask = page.getByRole('dialog', { name: region });
      await ask.getByText('通过后不能退回。').waitFor();
      for (const fact of final) await ask.getByText(fact).waitFor();
      await ask.getByRole('textbox', { name: /为什么现在通过/ }).fill('周例会决定。');
      await ask.getByRole('button', { name: button }).tap();
      await ask.waitFor({ state: 'detached' });
      await settled(page);
    };
    await pass('通往执行的关口', '开始执行', /检查平均得分：从 .* 到 97.0/);
    await pass('通往检查的关口', '进入检查', /执行结束日：/);
    assert.equal((await cycle()).phase, 'check');

    const effect = page.getByRole('article').filter({ hasText: '检查平均得分' });
    await effect.getByText(/变化的 95% 区间/).waitFor();
    await effect.getByRole('button', { name: '固定测量结果' }).tap();
    await effect.getByText('已测量并固定').waitFor();
    const { before, after } = (await cycle()).objectives[0].measured;
    const table = effect.getByRole('table').first();
    for (const { value, n } of [before, after])
      await table
        .getByRole('row')
        .filter({ hasText: value.toFixed(1) })
        .filter({ hasText: String(n) })
        .first()
        .waitFor();
    const passages = page.getByRole('region', { name: '通过记录' }).getByRole('listitem');
    assert.match(
      (await passages.allInnerTexts()).join('\n'),
      /执行 → 检查\s+周例会决定。[\s\S]*计划 → 执行\s+周例会决定。/,
    );
    await checkPage(page);
    await checkAxe(page);
    await page.context().close();
  });
});
