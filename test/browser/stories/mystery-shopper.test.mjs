import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { AuditForm } from '../support/audit-form.mjs';
import { openBrowser, openPage } from '../support/browser.mjs';
import { checkAxe, checkPage, settled, visit } from '../support/page-checks.mjs';
import { apiOf } from '../support/people.mjs';

const SHOPPER = 'shopper@longxiang.demo';
const FACTS =
  '上午十点十分未预约到店，约三分钟后有人接待。顾问听完后复述了问题并记录，带我一起检查外观。询问价格时先给出范围，签字前说明了完工时间。等待时每半小时告知一次进度，交车时逐项说明费用。';

describe('mystery shopper, phone, zh-CN', () => {
  let browser, page, api, tasks;
  before(async () => {
    browser = await openBrowser();
    page = await openPage(browser, { as: SHOPPER, size: 'phone', locale: 'zh-CN' });
    api = apiOf(SHOPPER);
    tasks = (await api('/assignments?mine=true')).items.filter(({ status }) => status === 'open');
  });
  after(() => browser.close());

  test('mystery shopper: sees the own shops and no way to anything else', async () => {
    await visit(page, '/');
    const rows = page.getByRole('region', { name: '待办' }).getByRole('listitem');
    assert.equal(await rows.count(), tasks.length);
    for (const task of tasks) await rows.filter({ hasText: task.outlet.name.zh }).first().waitFor();
    const links = await page
      .getByRole('navigation')
      .last()
      .getByRole('link')
      .evaluateAll((all) => all.map((a) => a.getAttribute('href')));
    assert.deepEqual(links.sort(), ['/', '/assignments']);
    await checkPage(page);
  });

  test('mystery shopper: reports, other audits and other people’s pages are not there, by address either', async () => {
    const others = await apiOf('quality@longxiang.demo')('/audits?limit=1');
    page.allow(404, /\/api\/v1\//);
    page.allow(403, /\/api\/v1\//);
    for (const path of [
      '/reports',
      '/audits',
      `/audits/${others.items[0].id}`,
      '/network',
      '/cycles',
      '/members',
      '/standards',
      '/waves',
    ]) {
      await page.goto(path);
      await page.getByText('这里没有内容').first().waitFor();
    }
  });

  test('mystery shopper: fills in a shop, facts first, and submits it', async () => {
    await visit(page, '/');
    const [task] = tasks;
    await page.getByRole('region', { name: '待办' }).getByRole('button', { name: task.outlet.name.zh }).tap();
    await page.waitForURL(/\/audits\/[\w-]+\/fill/);
    const form = await AuditForm.of(page, api);
    await page.getByText(task.scenario.zh).waitFor();
    await checkPage(page);
    await checkAxe(page);

    const today = await page.getByLabel('到访日期', { exact: true }).inputValue();
    const field = (id) => page.locator(`[id="item-${id}"]`);
    await field('U01').getByLabel('到访日期与开始时间').fill(`${today}T10:10`);
    await field('U02').getByLabel('离店时间').fill(`${today}T12:05`);
    await field('U03').getByRole('textbox').fill('轿车，4 年，6.1 万公里');
    await field('U04').getByRole('textbox').fill('S3');
    await field('U05').getByRole('textbox').fill('工单号 20261122-018，结算单已留存');
    await field('U07').getByRole('radio', { name: '8', exact: true }).locator('xpath=..').tap();
    await field('U08').getByRole('textbox').fill('太短');
    await field('U08')
      .getByText(/至少 80/)
      .waitFor();
    await field('U08').getByRole('textbox').fill(FACTS);
    await field('U09').getByRole('radio', { name: '否' }).locator('xpath=..').tap();

    const kinds = new Set();
    for (const section of form.sections) {
      await form.go(section);
      for (const item of form.open(section)) {
        await form.answer(item);
        kinds.add(item.type);
      }
    }
    assert.ok(['choice', 'scale', 'yes_no', 'numeric_max'].every((kind) => kinds.has(kind)));
    await form.saved();
    await form.review();
    await page.getByRole('button', { name: '提交', exact: true }).tap();
    await page.waitForURL(/\/audits\/[\w-]+$/);
    await page.getByText('已提交，谢谢').or(page.getByText('已提交,谢谢')).waitFor();
    await settled(page);
    await checkPage(page);
    const shown = await page.locator('main').innerText();
    assert.ok(!/\d\d\.\d/.test(shown), `a shopper sees no score: ${shown}`);
    const audit = await apiOf('quality@longxiang.demo')(`/audits/${form.audit.id}`);
    assert.equal(audit.status, 'in_review');
    assert.equal(audit.result.display.toFixed(audit.form.scoring.precision), form.expected().score);
  });

  test('mystery shopper: what was submitted is done, the others remain', async () => {
    await visit(page, '/');
    assert.equal(await page.getByRole('region', { name: '待办' }).getByRole('listitem').count(), tasks.length - 1);
  });
});
