import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { openBrowser, openPage } from '../support/browser.mjs';
import { checkPage, settled, tabTo, visit } from '../support/page-checks.mjs';
import { apiOf } from '../support/people.mjs';
import { until } from '../support/until.mjs';

const SUPERVISOR = 'supervisor@longxiang.demo';
const one = (value) => value.toFixed(1);

describe('supervisor: the weekly report', () => {
  let browser, page, api, report, own;
  before(async () => {
    browser = await openBrowser();
    page = await openPage(browser, { as: SUPERVISOR, locale: 'en' });
    api = apiOf(SUPERVISOR);
    report = await api('/reports/latest');
    own = new Set((await everything(api, '/outlets?limit=100')).map(({ id }) => id));
  });
  after(() => browser.close());

  const ranking = () => page.getByRole('table', { name: 'Ranking' });
  const rows = () =>
    ranking()
      .getByRole('row')
      .filter({ has: page.getByRole('rowheader') });
  const address = (key) => new URL(page.url()).searchParams.get(key);

  test('supervisor, desktop: home leads to the report of the last week', async () => {
    await visit(page, '/');
    await page.getByRole('link', { name: 'Read the report' }).click();
    await page.waitForURL(`**/reports/${report.id}`);
    await settled(page);
    await page.getByRole('heading', { level: 1, name: report.audienceName.en }).waitFor();
    await checkPage(page);
  });

  test('supervisor, desktop: score with interval and coverage, whom to visit and why, what fails most', async () => {
    const { head } = report;
    const overview = await page.getByRole('region', { name: 'Overview' }).innerText();
    for (const figure of [one(head.score), one(head.low), one(head.high), `${head.covered} of ${head.outlets}`]) {
      assert.ok(overview.includes(figure), `${figure} stands in the overview: ${overview}`);
    }
    const visits = page.getByRole('region', { name: 'Visit this week' }).locator('ol > li');
    assert.equal(await visits.count(), Math.min(5, report.visits.length));
    for (const [i, proposal] of report.visits.slice(0, 5).entries()) {
      const text = await visits.nth(i).innerText();
      assert.ok(text.includes(proposal.name.en), `${i + 1}: ${text}`);
      assert.match(text, /red line|fell|quarter|failing|no visit|never|rates itself/, 'says why');

      assert.ok(text.includes(`n = ${proposal.n}`), text);
      if (proposal.estimate !== null)
        assert.ok(text.includes(one(proposal.estimate)), `${proposal.estimate} in ${text}`);
    }
    const fails = page.getByRole('region', { name: 'What fails most' });
    const top = report.pareto[0];
    const item = fails.getByRole('listitem').first();
    assert.ok((await item.innerText()).includes(top.text.en));
    await item.locator('summary').click();
    await item.getByRole('link', { name: top.worst[0].name.en }).waitFor();
  });

  test('supervisor, desktop: a reason for a visit is proved by a finding in two taps; Back brings the report back', async () => {
    const at = report.visits.findIndex(({ reasons }) => reasons.some(({ reason }) => reason === 'red_line'));
    assert.ok(at >= 0 && at < 5, 'a red line is among the first reasons');
    const visit = page.getByRole('region', { name: 'Visit this week' }).locator('ol > li').nth(at);
    const before = page.url();
    await visit.getByRole('link', { name: /red line/ }).click();
    await page.waitForURL(/\/findings\?/);
    assert.equal(address('outletId'), report.visits[at].outletId);
    await settled(page);
    await page.locator('main a[href^="/audits/"]').first().click();
    await page.waitForURL(/\/audits\/[^?]+$/);
    await settled(page);
    await page.goBack();
    await page.goBack();
    await page.waitForURL(before);
    await settled(page);
  });

  test('supervisor, desktop: the ranking shows n, interval and change with every outlet, and who is not ranked, and why', async () => {
    for (const name of [
      '#',
      'Range',
      'Outlet',
      'Estimate',
      'Score',
      '95% interval',
      'n',
      'Change',
      '13 weeks',
      'Findings',
    ]) {
      assert.ok((await ranking().getByRole('columnheader', { name }).count()) > 0, `a column “${name}”`);
    }
    const peer = await page.getByRole('combobox', { name: 'Peer group' }).inputValue();
    const expected = await everything(api, `/reports/${report.id}/rows?listing=ranked&limit=100&peerGroupId=${peer}`);
    assert.equal(await rows().count(), expected.length);
    for (const [i, row] of expected.slice(0, 5).entries()) {
      const text = await rows().nth(i).innerText();
      for (const part of [row.name.en, row.code, one(row.estimate), String(row.n)])
        assert.ok(text.includes(part), `${part} in ${text}`);
    }
    const apart = await everything(api, `/reports/${report.id}/rows?listing=apart&limit=100&peerGroupId=${peer}`);
    if (apart.length > 0) {
      const region = page.getByRole('region', { name: `Not ranked (${apart.length})` });
      assert.equal(await region.getByRole('listitem').count(), apart.length);
    }
  });

  test('supervisor, desktop: filters and order stand in the address and survive a reload', async () => {
    await page.getByRole('combobox', { name: 'Peer group' }).selectOption({ label: 'All peer groups' });
    const area = await page.getByRole('combobox', { name: 'Region' }).locator('option').nth(1).getAttribute('value');
    await page.getByRole('combobox', { name: 'Region' }).selectOption(area);
    const expected = await everything(api, `/reports/${report.id}/rows?listing=ranked&limit=100&orgUnitId=${area}`);
    await until(async () => (await rows().count()) === expected.length, 'only this area');
    assert.deepEqual([address('peer'), address('region')], ['all', area]);

    await ranking().getByRole('button', { name: 'Score', exact: true }).click();
    await until(() => address('sort') === 'score', 'the order stands in the address');
    const scores = async () =>
      (await rows().locator('td:nth-of-type(4)').allInnerTexts()).map((text) => Number(text.trim()));
    const falls = (list) => list.every((score, i) => i === 0 || list[i - 1] >= score);
    await until(
      async () => falls(await scores()),
      async () => `the best first: ${await scores()}`,
    );
    assert.equal(
      await ranking().getByRole('columnheader', { name: 'Score' }).first().getAttribute('aria-sort'),
      'descending',
    );
    await ranking().getByRole('button', { name: 'Score', exact: true }).click();
    await until(
      async () => falls((await scores()).reverse()),
      async () => `the worst first: ${await scores()}`,
    );

    await page.reload();
    await settled(page);
    assert.equal(await page.getByRole('combobox', { name: 'Region' }).inputValue(), area);
    assert.equal(
      await ranking().getByRole('columnheader', { name: 'Score' }).first().getAttribute('aria-sort'),
      'ascending',
    );
    assert.equal(await rows().count(), expected.length);

    await page.getByRole('searchbox', { name: 'Find an outlet' }).fill(expected[0].code);
    await until(async () => (await rows().count()) === 1, 'found by its code');
    assert.equal(address('q'), expected[0].code);
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await until(() => new URL(page.url()).search === '', 'nothing is left in the address');
    await settled(page);
  });

  test('supervisor, desktop: a row opens what it is made of, and its outlet', async () => {
    const row = rows().first();
    const name = await row.getByRole('rowheader').getByRole('link').innerText();
    const more = row.getByRole('button', { name: `What is behind it: ${name}` });
    await more.click();
    await until(async () => (await more.getAttribute('aria-expanded')) === 'true', 'the row stands open');
    await page.getByRole('table', { name: 'Sources' }).waitFor();
    await checkPage(page);
    await page.getByRole('link', { name: 'Open outlet' }).click();
    await page.waitForURL(/\/outlets\//);
    await page.getByRole('heading', { level: 1, name }).waitFor();
  });

  test('supervisor: sees the outlets of the own region only, in the report and by address', async () => {
    const listed = await everything(api, `/reports/${report.id}/rows?limit=100`);
    assert.ok(listed.length > 10 && listed.every(({ outletId }) => own.has(outletId)));
    await visit(page, `/reports/${report.id}?peer=all`);
    const links = await page
      .locator('main a[href^="/outlets/"]')
      .evaluateAll((all) => all.map((a) => a.getAttribute('href')));
    assert.ok(links.length > 10);
    assert.deepEqual(
      links.filter((href) => !own.has(href.split('/')[2])),
      [],
      'every outlet on the page is of the region',
    );

    const all = apiOf('quality@longxiang.demo');
    const foreign = (await everything(all, '/outlets?limit=100')).find(({ id }) => !own.has(id));
    const others = (await everything(all, `/reports?period=${report.period}&limit=100`)).find(
      ({ audienceKind, audienceId }) => audienceKind === 'org_unit' && audienceId !== report.audienceId,
    );
    page.allow(404, /\/(outlets|reports)\//);
    for (const path of [`/outlets/${foreign.id}`, `/reports/${others.id}`]) {
      await page.goto(path);
      await page.getByText('There is nothing here').first().waitFor();
      assert.equal(await page.getByText(foreign.name.en).count(), 0);
    }
  });

  test('supervisor: the keyboard reaches the plan of the visits, and the first visit', async () => {
    await visit(page, `/reports/${report.id}`);
    const visits = page.getByRole('region', { name: 'Visit this week' });
    await tabTo(page, visits.getByRole('link', { name: /^Plan th/ }), 60);
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'Assign an audit' }).getByText(report.visits[0].name.en).waitFor();
    await visit(page, `/reports/${report.id}`);
    await tabTo(page, visits.getByRole('listitem').getByRole('link').first(), 60);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/outlets\//);
  });

  test('supervisor, phone, zh-CN: home, report, a row of two lines that opens', async () => {
    const phone = await openPage(browser, { as: SUPERVISOR, locale: 'zh-CN', size: 'phone' });
    await visit(phone, '/');
    await phone.getByRole('link', { name: '查看报告' }).tap();
    await phone.waitForURL(/\/reports\/./);
    await settled(phone);
    await phone.getByRole('heading', { level: 1, name: report.audienceName.zh }).waitFor();
    const overview = await phone.getByRole('region', { name: '概览' }).innerText();
    assert.ok(overview.includes(one(report.head.score)), overview);
    await phone.getByRole('region', { name: '本周建议到访' }).getByText(report.visits[0].name.zh).waitFor();

    await phone.getByRole('navigation', { name: '报告各部分' }).getByRole('button', { name: '排名' }).tap();
    const list = phone.getByRole('region', { name: '排名', exact: true });
    await until(
      () => list.evaluate((element) => element.getBoundingClientRect().top < innerHeight),
      'the ranking is in sight',
    );
    const row = list.getByRole('listitem').first().getByRole('button').first();
    const text = await row.innerText();
    assert.match(text, /\d\d\.\d/, 'score');
    assert.match(text, /n = \d+/, 'number of audits');
    await row.getByRole('img', { name: /^范围/ }).waitFor();
    await row.tap();
    await until(async () => (await row.getAttribute('aria-expanded')) === 'true', 'the row stands open');
    await list.getByRole('table', { name: '来源' }).waitFor();
    await phone.getByRole('combobox', { name: '排序' }).selectOption('n');
    await until(() => new URL(phone.url()).searchParams.get('sort') === 'n', 'the order stands in the address');
    await settled(phone);
    await checkPage(phone);
    await phone.context().close();
  });
});

/** All pages of a list. */
async function everything(api, path) {
  const all = [];
  for (let cursor; cursor !== null;) {
    const { items, nextCursor } = await api(cursor ? `${path}&cursor=${encodeURIComponent(cursor)}` : path);
    all.push(...items);
    cursor = nextCursor;
  }
  return all;
}
