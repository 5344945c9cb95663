import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { openBrowser, openPage } from '../support/browser.mjs';
import { AuditForm, goodAnswer } from '../support/audit-form.mjs';
import { checkPage, settled, tabTo, visit } from '../support/page-checks.mjs';
import { apiOf } from '../support/people.mjs';
import { until } from '../support/until.mjs';

const MANAGER = 'manager@longxiang.demo';

/** One self-check, from the half-done draft on a phone to its result. The tests go on from each other. */
describe('franchise manager, phone, zh-CN', () => {
  let browser, page, form, api;
  before(async () => {
    browser = await openBrowser();
    page = await openPage(browser, { as: MANAGER, size: 'phone', locale: 'zh-CN' });
    api = apiOf(MANAGER);
  });
  after(() => browser.close());

  test('franchise manager: home says what is to be done today, and the half-done self-check goes on where it stopped', async () => {
    await visit(page, '/');
    await page.getByRole('region', { name: '今日待办' }).getByRole('link', { name: /^自检/ }).first().tap();
    await page.waitForURL(/\/audits\/[\w-]+\/fill/);
    form = await AuditForm.of(page, api);
    assert.ok(Object.keys(form.audit.answers).length > 0, 'the draft is half done');
    assert.equal(await form.sectionShown(), form.sections.find((section) => form.open(section).length > 0).zh);
    assert.match(await form.score(), /^\d+\.\d$/);
    await checkPage(page);
  });

  test('franchise manager: the first answers of every kind, by touch; the score moves with each', async () => {
    const kinds = new Set();
    for (const section of form.sections.filter((one) => form.open(one).length > 0).slice(0, 2)) {
      await form.go(section);
      for (const item of form.open(section)) {
        await form.answer(item);
        kinds.add(item.type);
      }
    }
    assert.deepEqual([...kinds].sort(), ['numeric_max', 'sample', 'scale', 'yes_no']);

    const redLine = form.item('C-08');
    await form.go(form.sectionOf(redLine));
    await form.choose(redLine, '否');
    form.answers[redLine.id] = { value: false };
    await form
      .card(redLine)
      .getByText(/触碰红线/)
      .waitFor();
    await until(async () => (await form.score()) === form.expectedSoFar(), 'the red line caps the live score');
    const capped = Number(await form.score());
    assert.ok(capped <= redLine.critical.cap, `${capped}`);
    await form.choose(redLine, '是');
    form.answers[redLine.id] = { value: true };
    await until(async () => (await form.score()) === form.expectedSoFar(), 'and no longer');
    assert.ok(Number(await form.score()) >= capped);

    const less = form.item('C-04');
    await form.card(less).getByRole('button', { name: '合格数减一' }).tap();
    form.answers[less.id].value.ok -= 1;
    await until(async () => (await form.score()) === form.expectedSoFar(), 'the live score is the scoring rule’s');
  });

  test('franchise manager: not applicable wants its reason; a note stays', async () => {
    const na = form.item('C-07');
    await form.go(form.sectionOf(na));
    await form.choose(na, '不适用');
    const reason = form.card(na).getByRole('textbox', { name: '为什么不适用' });
    await form.card(na).getByText('请说明不适用的原因').waitFor();
    await reason.fill('本店没有儿童区，当日也没有带孩子的客户。');
    await form.card(na).getByText('请说明不适用的原因').waitFor({ state: 'detached' });
    form.answers[na.id] = { na: true, naReason: '本店没有儿童区，当日也没有带孩子的客户。' };

    const noted = form.item('C-02');
    await form.card(noted).getByRole('button', { name: '添加备注' }).tap();
    await form.card(noted).getByRole('textbox', { name: '备注' }).fill('周一早高峰，两位顾问请假。');
    form.answers[noted.id].note = '周一早高峰，两位顾问请假。';
    await form.saved();
  });

  test('franchise manager: a reload in the middle loses nothing', async () => {
    const typed = form.item('C-01');
    const score = await form.score();
    // Without waiting for “saved”: what was typed a moment ago must be kept as well.
    await form.card(typed).getByRole('textbox').first().fill('3.5');
    form.answers[typed.id].value = 3.5;
    await page.reload();
    await settled(page);
    await form.go(form.sectionOf(typed));
    assert.equal(await form.card(typed).getByRole('textbox').first().inputValue(), '3.5');
    assert.equal(
      await form.card(form.item('C-02')).getByRole('textbox', { name: '备注' }).inputValue(),
      '周一早高峰，两位顾问请假。',
    );
    assert.match(
      await form.card(form.item('C-07')).getByRole('textbox', { name: '为什么不适用' }).inputValue(),
      /儿童区/,
    );
    assert.equal(await form.score(), form.expectedSoFar());
    assert.match(score, /^\d/);
    await form.saved();
    await until(async () => sameAnswers((await form.onServer()).answers, form.answers), 'the server has every answer');
  });

  test('franchise manager: offline, two answers wait on the device; online again they are saved', async () => {
    const section = form.sections.find((one) => form.open(one).length > 2);
    await form.go(section);
    const [first, second] = form.open(section);
    await page.context().setOffline(true);
    await form.answer(first);
    await form.answer(second);
    await page.getByText(/离线.*2 项待上传/).waitFor();
    const kept = await form.onServer();
    assert.ok(!(first.id in kept.answers) && !(second.id in kept.answers), 'not sent yet');
    await page.context().setOffline(false);
    await form.saved();
    await until(async () => second.id in (await form.onServer()).answers, 'sent when online again');
    assert.ok(first.id in (await form.onServer()).answers);
  });

  test('franchise manager: what another device changed is told, and a conflict is asked, never overwritten', async () => {
    const [both, there] = [form.item('C-08'), form.sections.flatMap((one) => form.open(one)).at(-2)];
    await form.go(form.sectionOf(both));
    await page.context().setOffline(true);
    await form.choose(both, '否');
    await page.getByText(/离线/).waitFor();
    const answers = { [both.id]: { value: true, note: '来自前台的平板' }, [there.id]: goodAnswer(there) };
    await api(`/audits/${form.audit.id}`, { method: 'PATCH', body: { answers } });
    await page.context().setOffline(false);
    await page.getByText(/C-08 在本机和其他设备上都有作答/).waitFor();
    await page.getByText('有 1 项作答来自其他设备').waitFor();
    await checkPage(page);
    await page.getByRole('button', { name: /^采用对方/ }).tap();
    Object.assign(form.answers, answers);
    await form.saved();
    assert.ok(await form.card(both).getByRole('radio', { name: '是', exact: true }).isChecked());
    await until(async () => sameAnswers((await form.onServer()).answers, form.answers), 'both devices say the same');
    await page.getByRole('button', { name: '知道了' }).tap();
  });

  test('franchise manager: what is missing is one tap away, and only a whole self-check can be submitted', async () => {
    const left = form.sections.at(-1).items.at(-1);
    for (const section of form.sections) {
      const open = form.open(section).filter((item) => item !== left);
      if (open.length > 0) await form.go(section);
      for (const item of open) await form.answer(item);
    }
    await page.getByRole('button', { name: /还剩 1 项/ }).waitFor();
    await form.review();
    assert.ok(await page.getByRole('button', { name: '提交', exact: true }).isDisabled(), 'cannot be submitted yet');
    await page.getByRole('button', { name: left.zh }).tap();
    await until(
      () => form.card(left).evaluate((card) => card === document.activeElement),
      'the missing item has the focus',
    );
    assert.ok(
      await form.card(left).evaluate((card) => card.getBoundingClientRect().top < innerHeight),
      'and is in sight',
    );
    await form.answer(left);
    await form.saved();
    await form.review();
    await checkPage(page);
    await tabTo(page, page.getByRole('button', { name: '提交', exact: true }));
  });

  test('franchise manager: submitted; the result shows the score of the scoring rule, and the findings', async () => {
    await page.getByRole('button', { name: '提交', exact: true }).tap();
    await page.waitForURL(/\/audits\/[\w-]+$/);
    await settled(page);
    await checkPage(page);
    const { score, findings } = form.expected();
    const shown = await page.locator('main').innerText();
    assert.ok(shown.includes(score), `${score} stands in the result: ${shown.slice(0, 300)}`);
    const result = await api(`/audits/${form.audit.id}`);
    assert.ok(sameAnswers(result.answers, form.answers), 'the answers are those that were given');
    assert.equal(result.status, 'published');
    assert.equal(result.findingList.length, findings.length);
    const list = page.getByRole('region', { name: '问题', exact: true });
    assert.equal(await list.getByRole('article').count(), findings.length);
    if (findings.length > 0) await list.getByText(form.item(findings[0]).zh).waitFor();
    const { previous, peers } = await api(`/audits/${form.audit.id}/comparison`);
    const change = Math.abs(result.score - previous.score).toFixed(1);
    await page.getByText('与上次相比').first().waitFor();
    assert.ok(shown.includes(change), `${change} against last time`);
    assert.ok(peers.outlets >= 5 && shown.includes(`同组 ${peers.sections[0].mean.toFixed(1)}`), 'and against peers');
    await page.goto(`${page.url().replace(/#.*/, '')}#item-${form.item('C-07').id}`);
    await until(
      () => page.locator(`[id="item-${form.item('C-07').id}"]`).evaluate((row) => row === document.activeElement),
      'a link leads to the item, unfolded',
    );
    await visit(page, '/');
    assert.equal(await page.getByRole('link', { name: '继续自检' }).count(), 0, 'nothing begun is left');
  });

  test('franchise manager: offline, a page whose code is not here says so, and opens once it can', async () => {
    await page.context().setOffline(true);
    await page.getByRole('link', { name: '任务', exact: true }).last().tap();
    await page.getByRole('heading', { level: 1, name: '没有网络' }).waitFor();
    await page.context().setOffline(false);
    await page.getByRole('heading', { level: 1, name: '任务' }).waitFor();
  });

  test('franchise manager: sees the own outlet’s figures, and nothing of other outlets', async () => {
    await visit(page, '/reports');
    const mine = (await api('/outlets')).items;
    assert.equal(mine.length, 1);
    await page.getByRole('heading', { level: 1, name: mine[0].name.zh }).waitFor();
    const others = (await apiOf('quality@longxiang.demo')('/outlets?limit=100')).items;
    const foreign = others.find(({ id }) => id !== mine[0].id);
    page.allow(404, /\/outlets\//);
    await page.goto(`/outlets/${foreign.id}`);
    await page.getByText('这里没有内容').first().waitFor();
    assert.equal(await page.getByText(foreign.name.zh).count(), 0);
  });
});

/** The same answers, whatever order their parts are in. */
function sameAnswers(one, other) {
  try {
    assert.deepEqual(JSON.parse(JSON.stringify(one)), JSON.parse(JSON.stringify(other)));
    return true;
  } catch {
    return false;
  }
}
