import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { openBrowser } from '../support/browser.mjs';
import { LOOKS, nameOf, openLook, press } from '../support/looks.mjs';
import { checkPage, settled, visit } from '../support/page-checks.mjs';
import { apiOf } from '../support/people.mjs';

const SUPERVISOR = 'supervisor@longxiang.demo';
const W = {
  'zh-CN': {
    language: 'zh',
    read: '查看报告',
    visits: '本周建议到访',
    crossed: /红线/,
    assignments: '任务',
    create: '分配检查',
    outlet: '门店',
    submit: '分配给 1 家门店',
  },
  en: {
    language: 'en',
    read: 'Read the report',
    visits: 'Visit this week',
    crossed: /red line/,
    assignments: 'Assignments',
    create: 'Assign an audit',
    outlet: 'Outlet',
    submit: 'Assign at 1 outlet',
  },
};

/** From home to the planned visit, in every look. */
describe('supervisor in every look', () => {
  const api = apiOf(SUPERVISOR);
  let browser, report, proposal, place;
  before(async () => {
    browser = await openBrowser();
    report = await api('/reports/latest');
    place = report.visits.findIndex(({ reasons }) => reasons.some(({ reason }) => reason === 'red_line'));
    proposal = report.visits[place];
    assert.ok(place >= 0 && place < 5, 'a red line is among the first reasons');
  });
  after(() => browser.close());

  for (const look of LOOKS) {
    const w = W[look.locale];
    test(`supervisor, ${nameOf(look)}: report, whom to visit and why, outlet, finding, back, a visit is planned`, async () => {
      const page = await openLook(browser, SUPERVISOR, look);
      await visit(page, '/');
      await checkPage(page);
      await press(page.getByRole('link', { name: w.read }));
      await page.waitForURL(`**/reports/${report.id}`);
      await settled(page);
      await checkPage(page);
      await fromReasonToFinding(page, w);
      await planVisit(page, w);
      await page.context().close();
    });
  }

  /** The reason is proved by findings, these by an audit; its outlet is one press away, and Back brings the report back. */
  async function fromReasonToFinding(page, w) {
    const row = page.getByRole('region', { name: w.visits }).locator('ol > li').nth(place);
    assert.ok((await row.innerText()).includes(proposal.name[w.language]));
    await press(row.getByRole('link', { name: w.crossed }).first());
    await page.waitForURL(/\/findings\?/);
    assert.equal(new URL(page.url()).searchParams.get('outletId'), proposal.outletId);
    await settled(page);
    await checkPage(page);
    await press(page.locator('main a[href^="/audits/"]').first());
    await page.waitForURL(/\/audits\/[^?]+$/);
    await settled(page);
    await page.goBack();
    await page.goBack();
    await page.waitForURL(`**/reports/${report.id}`);
    await settled(page);
    await press(row.getByRole('link', { name: proposal.name[w.language] }).first());
    await page.waitForURL(`**/outlets/${proposal.outletId}**`);
    await settled(page);
    await checkPage(page);
  }

  async function planVisit(page, w) {
    await press(page.getByRole('link', { name: w.assignments, exact: true }).locator('visible=true').first());
    await page.waitForURL(/\/assignments/);
    await settled(page);
    await press(page.getByRole('button', { name: w.create }));
    const form = page.getByRole('dialog', { name: w.create });
    const outlet = form.getByRole('combobox', { name: w.outlet });
    await outlet.fill(proposal.code);
    const option = page.locator('.ant-select-item-option').filter({ hasText: proposal.name[w.language] });
    await press(option.first());
    const assigned = async () =>
      (await api(`/assignments?outletId=${proposal.outletId}&limit=100`)).items.map(({ id }) => id);
    const before = await assigned();
    const answer = page.waitForResponse(
      (one) => /assignments\/many$/.test(one.url()) && !one.request().postDataJSON().dryRun,
    );
    // The button says so once the preview has come.
    await press(form.getByRole('button', { name: w.submit, exact: true }));
    const { assigned: count } = await (await answer).json();
    await form.waitFor({ state: 'hidden' });
    assert.equal(count, 1);
    await page.getByText(proposal.name[w.language]).first().waitFor();
    await settled(page);
    await checkPage(page);
    // The next look finds the world as this one did.
    const [made] = (await assigned()).filter((id) => !before.includes(id));
    await api(`/assignments/${made}/cancel`, { method: 'POST', body: {} });
  }
});
