import assert from 'node:assert/strict';
import fs from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { openBrowser, openPage } from '../support/browser.mjs';
import { checkAxe, checkPage, settled, visit } from '../support/page-checks.mjs';
import { apiOf } from '../support/people.mjs';
import { until } from '../support/until.mjs';

const QUALITY = 'quality@longxiang.demo';
const content = (name) =>
  JSON.parse(fs.readFileSync(new URL(`../../../demo/content/${name}`, import.meta.url), 'utf8'));
const json = (name, value) => ({
  name,
  mimeType: 'application/json',
  buffer: Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)),
});

describe('quality manager: standards', () => {
  let browser, page, api, draftId;
  before(async () => {
    browser = await openBrowser();
    page = await openPage(browser, { as: QUALITY, locale: 'zh-CN' });
    api = apiOf(QUALITY);
  });
  after(() => browser.close());
  const draft = async () => await api(`/standard-versions/${draftId}`);
  const item = (body, end) => body.sections.flatMap(({ items }) => items).find(({ id }) => id.endsWith(end));

  test('quality manager, desktop, zh-CN: the list leads to the rule book, both languages side by side', async () => {
    await visit(page, '/standards');
    const standard = page.getByRole('region', { name: '4S店售后服务标准' });
    await standard
      .getByRole('link', { name: /已发布/ })
      .first()
      .click();
    await page.waitForURL(/\/standards\/versions\/./);
    await settled(page);
    await page.getByRole('heading', { level: 1, name: '4S店售后服务标准' }).waitFor();
    const body = content('AS-4S.json');
    for (const section of body.sections) await page.getByText(section.zh, { exact: false }).first().waitFor();
    const { en } = item(body, '-C-02');
    assert.equal(await page.getByText(en).count(), 0);
    await page.getByRole('checkbox', { name: '并列英文' }).check();
    await page.getByText(en).first().waitFor();
    await checkPage(page);
  });

  test('quality manager, desktop, zh-CN: a copy becomes a draft; text and weight of an item change and are saved', async () => {
    const published = page.url();
    await page.getByRole('button', { name: '复制为新草稿' }).click();
    await page.waitForURL((url) => url.href !== published && /\/standards\/versions\/./.test(url.pathname));
    await settled(page);
    draftId = page.url().split('/').pop();
    assert.equal((await draft()).status, 'draft');
    await page.getByRole('button', { name: '编辑 C-02', exact: true }).click();
    const editor = page.getByRole('article', { name: '编辑 C-02' });
    await editor.getByRole('textbox', { name: '要求 · 中文' }).fill('顾问在一分钟内主动迎接客户。');
    await editor.getByRole('textbox', { name: '权重', exact: true }).fill('7');
    await editor.getByRole('button', { name: '完成' }).last().click();
    await page.getByText('顾问在一分钟内主动迎接客户。').first().waitFor();
    await until(async () => {
      const { zh, weight } = item((await draft()).body, '-C-02');
      return zh === '顾问在一分钟内主动迎接客户。' && weight === 7;
    }, 'the server has text and weight');
    await page.getByRole('status').filter({ hasText: '已保存' }).first().waitFor();
    await checkPage(page);
    await checkAxe(page);
    await page.reload();
    await settled(page);
    await page.getByText('顾问在一分钟内主动迎接客户。').first().waitFor();
  });

  test('quality manager, desktop, zh-CN: a broken draft cannot be published; the problems are named and lead to their places', async () => {
    await page.getByRole('button', { name: '编辑 C-02', exact: true }).click();
    const editor = page.getByRole('article', { name: '编辑 C-02' });
    await editor.getByRole('textbox', { name: '要求 · 中文' }).fill('');
    await editor.getByRole('button', { name: '完成' }).last().click();
    const problems = page.getByRole('region', { name: /个问题$/ });
    await problems.waitFor();
    await page.getByRole('button', { name: '发布', exact: true }).click();
    const blocked = page.getByRole('dialog', { name: '尚不能发布' });
    assert.equal(await blocked.getByRole('button', { name: '发布', exact: true }).count(), 0);
    await blocked.getByRole('button').filter({ hasText: 'C-02' }).first().click();
    const field = page.getByRole('article', { name: '编辑 C-02' }).getByRole('textbox', { name: '要求 · 中文' });
    await until(() => field.evaluate((box) => box === document.activeElement), 'the field has the focus');
    assert.equal(await field.getAttribute('aria-invalid'), 'true');
    await checkAxe(page);
    await field.fill('顾问在一分钟内主动迎接客户并问好。');
    await problems.waitFor({ state: 'detached' });
  });

  test('quality manager, desktop, zh-CN: before publishing one sees what changed; the draft is discarded instead', async () => {
    await page.getByRole('button', { name: '发布', exact: true }).click();
    const ask = page.getByRole('dialog');
    await ask.getByText(/C-02/).first().waitFor();
    await ask.getByText('权重 1 → 7').waitFor();
    await ask.getByText('不能完全比较').first().waitFor();
    await page.keyboard.press('Escape');
    await ask.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: '放弃草稿' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '放弃草稿' }).click();
    await page.waitForURL(/\/standards$/);
    await settled(page);
    const { items } = await api('/standards');
    assert.ok(!items.some(({ versions }) => versions.some(({ id }) => id === draftId)));
    // What had been open may be asked for once more while it goes.
    page.problems = page.problems.filter((problem) => !problem.includes(draftId));
    assert.deepEqual(page.problems, []);
  });

  test('quality manager, desktop, en: an import is refused with its places, or becomes a draft', async () => {
    const en = await openPage(browser, { as: QUALITY, locale: 'en' });
    for (const status of [400, 409, 422]) en.allow(status, /\/standards\/import$/);
    await visit(en, '/standards');
    await en.getByRole('button', { name: 'Import' }).click();
    const dialog = en.getByRole('dialog', { name: 'Import a standard' });
    const choose = dialog.locator('input[type=file]');
    await choose.setInputFiles(json('half.json', '{"schema": "standard.v1", '));
    await dialog.getByText(/half\.json is not valid JSON/).waitFor();

    const broken = { ...content('TEA.json'), code: 'IMPORTED' };
    broken.sections[0].items[0].type = 'guess';
    broken.sections[1].weight = 'much';
    await choose.setInputFiles(json('broken.json', broken));
    await dialog.getByText('broken.json was not imported. Nothing was changed.').waitFor();
    const places = (await dialog.locator('code').allInnerTexts()).join(' ');
    assert.match(places, /sections\S*0\S*items\S*0\S*type/);
    assert.match(places, /sections\S*1\S*weight/);

    await choose.setInputFiles(json('good.json', { ...content('TEA.json'), code: 'IMPORTED' }));
    await en.waitForURL(/\/standards\/versions\/./);
    await settled(en);
    await en.getByText('IMPORTED').first().waitFor();
    await checkPage(en);
    await en.getByRole('button', { name: 'Discard draft' }).click();
    await en.getByRole('dialog').getByRole('button', { name: 'Discard draft' }).click();
    await en.waitForURL(/\/standards$/);
    await en.context().close();
  });
});

describe('quality manager: cycles and waves', () => {
  let browser, api;
  before(async () => {
    browser = await openBrowser();
    api = apiOf(QUALITY);
  });
  after(() => browser.close());

  test('quality manager, phone, zh-CN: the cycle’s wheel, and a gate that says what is missing', async () => {
    const page = await openPage(browser, { as: QUALITY, locale: 'zh-CN', size: 'phone' });
    const { items } = await api('/cycles');
    const summary = items.findLast(({ phase, gateMissing }) => phase === 'plan' && gateMissing > 0);
    const cycle = await api(`/cycles/${summary.id}`);
    const missing = cycle.gate.facts.filter(({ present }) => !present);
    await visit(page, '/cycles');
    await page.getByRole('link', { name: cycle.name.zh }).tap();
    await page.waitForURL(/\/cycles\/./);
    await settled(page);
    const wheel = page.getByRole('group', { name: '循环轮：当前为计划' });
    assert.equal(await wheel.getByRole('button').count(), 4);
    const gate = page.getByRole('region', { name: '通往执行的关口' });
    assert.equal(await gate.getByRole('listitem').filter({ hasText: '缺少' }).count(), missing.length);

    for (const status of [400, 409, 422]) page.allow(status, /\/advance$/);
    await gate.getByRole('button', { name: '开始执行' }).tap();
    const form = page.getByRole('dialog', { name: '通往执行的关口' });
    await form.getByRole('textbox', { name: /为什么现在通过/ }).fill('周例会决定。');
    const refusal = page.waitForResponse((response) => response.url().endsWith('/advance'));
    await form.getByRole('button', { name: '开始执行' }).tap();
    const fields = (await (await refusal).json()).errors ?? [];
    await until(
      async () => (await form.getByRole('listitem').count()) === missing.length,
      'every missing fact is listed',
    );
    assert.ok(fields.length === 0 || fields.length === missing.length);
    assert.equal((await api(`/cycles/${cycle.id}`)).phase, 'plan');
    await checkPage(page);
    await page.context().close();
  });

  test('quality manager, desktop, en: a wave leads to its reviews; a shop is approved', async () => {
    const page = await openPage(browser, { as: QUALITY, locale: 'en' });
    const wave = (await api('/waves')).items.find(({ inReview }) => inReview > 0);
    await visit(page, '/waves');
    await page.getByText(wave.name.en).first().click();
    await page.waitForURL(/\/waves\/./);
    await settled(page);
    await page.getByRole('link', { name: /^Review/ }).click();
    await page.waitForURL(/\/audits\?.*in_review/);
    await settled(page);
    await page.locator('main a[href^="/audits/"]:not([href*="new"])').first().click();
    await page.waitForURL(/\/audits\/[\w-]+$/);
    await settled(page);
    await checkPage(page);
    const id = page.url().split('/').pop();
    await page.getByRole('region', { name: 'Quality control' }).getByRole('button', { name: 'Approve' }).click();
    await page.getByRole('button', { name: 'Approve' }).waitFor({ state: 'detached' });
    const after = (await api('/waves')).items.find((one) => one.id === wave.id);
    assert.deepEqual([after.inReview, after.approved], [wave.inReview - 1, wave.approved + 1]);
    assert.equal((await api(`/audits/${id}`)).review.decision, 'approved');
    assert.deepEqual(page.problems, []);
    await page.context().close();
  });
});
