import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { openBrowser } from '../support/browser.mjs';
import { LOOKS, nameOf, openLook, press } from '../support/looks.mjs';
import { checkPage, settled, visit } from '../support/page-checks.mjs';
import { apiOf } from '../support/people.mjs';
import { until } from '../support/until.mjs';

const QUALITY = 'quality@longxiang.demo';
const W = {
  'zh-CN': {
    language: 'zh',
    coverage: /^检查覆盖/,
    nobody: /无人检查/,
    edit: (id) => `编辑 ${id}`,
    requirement: '要求 · 中文',
    text: '顾问在一分钟内主动迎接客户。',
    done: '完成',
    saved: /已保存|已全部保存/,
    wheel: /^循环轮/,
    add: '添加目标',
    name: '名称',
    kind: '衡量什么',
    target: '目标值',
    save: '保存',
    objective: '顾客满意得分',
  },
  en: {
    language: 'en',
    coverage: /^Coverage/,
    nobody: /Nobody was there/,
    edit: (id) => `Edit ${id}`,
    requirement: 'Requirement · English',
    text: 'The advisor greets the customer within one minute.',
    done: 'Done',
    saved: /saved/i,
    wheel: /^The wheel/,
    add: 'Add objective',
    name: 'Name',
    kind: 'What is measured',
    target: 'Target',
    save: 'Save',
    objective: 'Score of all customers',
  },
};

/** From home over coverage and a draft to an objective, in every look. Draft and cycle are made for each look. */
describe('quality manager in every look', () => {
  const api = apiOf(QUALITY);
  let browser, published, orgUnitId;
  before(async () => {
    browser = await openBrowser();
    const { items } = await api('/standards');
    const { versions } = items.find(({ code }) => code === 'MS-4S');
    for (const { id } of versions.filter(({ status }) => status === 'draft')) {
      await api(`/standard-versions/${id}`, { method: 'DELETE' });
    }
    published = versions.find(({ status }) => status === 'published').id;
    orgUnitId = (await api(`/cycles/${(await api('/cycles')).items[0].id}`)).scope.orgUnitId;
  });
  after(() => browser.close());

  for (const look of LOOKS) {
    const w = W[look.locale];
    test(`quality manager, ${nameOf(look)}: home, coverage, a draft is edited, a cycle gets an objective`, async () => {
      const draft = await api(`/standard-versions/${published}/copy`, { method: 'POST', body: {} });
      const page = await openLook(browser, QUALITY, look);
      try {
        await throughCoverage(page, w);
        await editDraft(page, w, draft.id);
        await setObjective(page, w, look);
      } finally {
        await page.context().close();
        await api(`/standard-versions/${draft.id}`, { method: 'DELETE' });
      }
    });
  }

  async function throughCoverage(page, w) {
    await visit(page, '/');
    await checkPage(page);
    const row = page.getByRole('region', { name: w.coverage }).getByRole('row', { name: w.nobody });
    await press(row.getByRole('link').first());
    await page.waitForURL(/\/coverage\?week=.*show=unaudited/);
    await settled(page);
    await checkPage(page);
    await page.goBack();
    await page.waitForURL((url) => url.pathname === '/');
  }

  async function editDraft(page, w, id) {
    await visit(page, '/standards');
    await press(page.locator(`main a[href*="${id}"]`).first());
    await page.waitForURL(`**/standards/versions/${id}`);
    await settled(page);
    const { body } = await api(`/standard-versions/${id}`);
    const item = body.sections[0].items[0];
    const short = item.id.split('-').slice(-2).join('-');
    await press(page.getByRole('button', { name: w.edit(short), exact: true }));
    const editor = page.getByRole('article', { name: w.edit(short) });
    await editor.getByRole('textbox', { name: w.requirement }).fill(w.text);
    await checkPage(page);
    await press(editor.getByRole('button', { name: w.done }).last());
    await page.getByRole('status').filter({ hasText: w.saved }).first().waitFor();
    await until(
      async () => (await api(`/standard-versions/${id}`)).body.sections[0].items[0][w.language] === w.text,
      'the server has it',
    );
  }

  async function setObjective(page, w, look) {
    const name = { en: `Look: ${nameOf(look)}`, zh: `外观：${nameOf(look)}` };
    const cycle = await api('/cycles', { method: 'POST', body: { name, orgUnitId } });
    await visit(page, '/cycles');
    await press(page.getByRole('link', { name: name[w.language] }).first());
    await page.waitForURL(`**/cycles/${cycle.id}`);
    await settled(page);
    assert.equal(await page.getByRole('group', { name: w.wheel }).getByRole('button').count(), 4);
    await press(page.getByRole('button', { name: w.add }).first());
    const form = page.getByRole('form', { name: w.add });
    // A name has both languages.
    for (const language of [/English|英文/, /Chinese|中文/]) {
      await form.getByRole('textbox', { name: language }).fill(w.objective);
    }
    await form.getByRole('combobox', { name: w.kind }).selectOption('source_score');
    await form.getByRole('spinbutton', { name: w.target }).fill('95');
    await checkPage(page);
    await press(form.getByRole('button', { name: w.save, exact: true }));
    await form.waitFor({ state: 'detached' });
    await page.getByText(w.objective).locator('visible=true').first().waitFor();
    await settled(page);
    await checkPage(page);
    assert.equal((await api(`/cycles/${cycle.id}`)).objectives.length, 1);
  }
});
