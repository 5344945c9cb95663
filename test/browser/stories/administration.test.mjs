import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { openBrowser, openPage } from '../support/browser.mjs';
import { checkAxe, checkPage, settled, visit } from '../support/page-checks.mjs';
import { apiOf, setPassword } from '../support/people.mjs';
import { until } from '../support/until.mjs';

const ADMIN = 'admin@longxiang.demo';

describe('administration', () => {
  let browser;
  before(async () => (browser = await openBrowser()));
  after(() => browser.close());

  test('administrator, desktop, en: finds a member, looks at the roles, adds one and takes it away again', async () => {
    const page = await openPage(browser, { as: ADMIN, locale: 'en' });
    await visit(page, '/members');
    await page.getByRole('searchbox', { name: 'Search name or e-mail' }).fill('viewer@longxiang.demo');
    const row = page.getByRole('link', { name: 'Laura Meyer' });
    await until(async () => (await page.getByRole('row').count()) === 2, 'one is found');
    assert.equal(new URL(page.url()).searchParams.get('q'), 'viewer@longxiang.demo');
    await row.click();
    await page.getByRole('heading', { level: 1, name: 'Laura Meyer' }).waitFor();
    await page.getByRole('button', { name: 'Add role' }).click();
    const form = page.getByRole('dialog', { name: 'New role for Laura Meyer' });
    await form.getByRole('button', { name: 'Add', exact: true }).click();
    await form.getByText('Choose where the role holds.').waitFor();
    await form.getByLabel('Role', { exact: true }).selectOption('quality_manager');
    await form.getByRole('button', { name: 'Add', exact: true }).click();
    await form.waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: 'Take away Quality manager' }).click();
    await page
      .getByRole('dialog', { name: /Quality manager/ })
      .getByRole('button', { name: 'Take away', exact: true })
      .click();
    await page.getByRole('button', { name: 'Take away Quality manager' }).waitFor({ state: 'detached' });
    await page.goBack();
    assert.equal(new URL(page.url()).searchParams.get('q'), 'viewer@longxiang.demo');
    assert.deepEqual(page.problems, []);
    await page.context().close();
  });

  test('administrator, phone, zh-CN: the mail of the weekly report can be read', async () => {
    const page = await openPage(browser, { as: ADMIN, locale: 'zh-CN', size: 'phone' });
    const report = await apiOf('quality@longxiang.demo')('/reports/latest');
    const mails = (await apiOf(ADMIN)('/mails?limit=100')).items;
    const mail = mails.find(({ to }) => to === 'quality@longxiang.demo') ?? mails[0];
    await visit(page, '/outbox');
    await page.getByRole('link', { name: mail.subject }).first().tap();
    await page.waitForURL(/\/outbox\/./);
    await settled(page);
    await page.getByRole('heading', { level: 1, name: mail.subject }).waitFor();
    const body = page.frameLocator('iframe').locator('body');
    await until(
      async () => (await body.innerText()).includes(report.head.score.toFixed(1)),
      'the score stands in the mail',
    );
    await checkPage(page);
    await page.context().close();
  });

  test('administrator, desktop, zh-CN: changes the hour at which the week closes, and sees it in the audit trail', async () => {
    const page = await openPage(browser, { as: ADMIN, locale: 'zh-CN' });
    await visit(page, '/settings');
    const hour = page.getByLabel('时间', { exact: true });
    const before = await hour.inputValue();
    await hour.selectOption(before === '5' ? '6' : '5');
    await page.getByRole('button', { name: /^保存/ }).click();
    await until(async () => String((await apiOf(ADMIN)('/settings')).cutoffHour) !== before, 'it is saved');
    await page.reload();
    await settled(page);
    assert.notEqual(await hour.inputValue(), before);
    await hour.selectOption(before);
    await page.getByRole('button', { name: /^保存/ }).click();
    await until(async () => String((await apiOf(ADMIN)('/settings')).cutoffHour) === before, 'and put back');
    await visit(page, '/trail');
    await page.getByRole('cell', { name: '修改设置' }).first().waitFor();
    assert.deepEqual(page.problems, []);
    await page.context().close();
  });

  test('operator, desktop, en: organisations, and nothing of what is in them', async () => {
    const page = await openPage(browser, { as: 'operator@wheelhouse.demo', locale: 'en' });
    await visit(page, '/');
    assert.match(page.url(), /\/tenants$/);
    await page.getByText('Longxiang Auto').first().waitFor();
    await page.getByText('Qingcha').first().waitFor();
    const links = await page
      .getByRole('navigation')
      .first()
      .getByRole('link')
      .evaluateAll((all) => all.map((a) => a.getAttribute('href')));
    assert.deepEqual(
      links.filter((href) => href !== '/profile'),
      ['/tenants'],
    );
    for (const path of ['/reports', '/audits', '/network', '/members', '/settings']) {
      await visit(page, path);
      await page.getByRole('heading', { level: 1, name: 'There is nothing here' }).waitFor();
    }
    assert.deepEqual(page.problems, []);
    await page.context().close();
  });

  test('operator, desktop, en: finds an organisation and suspends it; whoever is in it is told, and goes on after', async () => {
    const operator = 'operator@wheelhouse.demo';
    const slug = `shut-${Date.now().toString(36)}`;
    const admin = { name: 'Shu Ting', email: `admin@${slug}.test`, password: 'seven outlets before noon' };
    setPassword(admin.email, admin.password);
    const tenant = { slug, name: { en: `Shut ${slug}`, zh: `停业 ${slug}` }, timeZone: 'Asia/Shanghai', weekStart: 1 };
    await apiOf(operator)('/tenants', { method: 'POST', body: { ...tenant, admin } });
    const page = await openPage(browser, { as: operator, locale: 'en' });
    const member = await openPage(browser, { as: admin.email, locale: 'zh-CN', size: 'phone' });
    await visit(member, '/network');
    await visit(page, '/tenants');
    await page.getByRole('searchbox', { name: 'Search name or short name' }).fill(slug.toUpperCase());
    await until(async () => (await page.getByRole('row').count()) === 2, 'one is found');
    await page.getByRole('link', { name: tenant.name.en }).click();
    await page.getByRole('button', { name: 'Suspend' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Suspend' }).click();
    await page.getByRole('button', { name: 'Let work again' }).waitFor();
    member.allow(403, /./);
    await member.getByRole('link', { name: '首页' }).tap();
    await member.getByRole('heading', { level: 1, name: '您目前没有可以进入的组织' }).waitFor();
    await checkPage(member);
    await page.getByRole('button', { name: 'Let work again' }).click();
    await page.getByRole('button', { name: 'Suspend' }).waitFor();
    await member.getByRole('button', { name: '重新检查' }).tap();
    await member.getByRole('navigation').first().waitFor();
    assert.deepEqual([...page.problems, ...member.problems], []);
    await page.context().close();
    await member.context().close();
  });

  test('operator, phone, zh-CN: the form for a new organisation says what is wrong with it, field by field', async () => {
    const page = await openPage(browser, { as: 'operator@wheelhouse.demo', locale: 'zh-CN', size: 'phone' });
    await visit(page, '/tenants');
    await page.getByRole('button', { name: '新建组织' }).tap();
    const form = page.getByRole('dialog', { name: '新建组织' });
    page.allow(400, /\/tenants$/);
    page.allow(422, /\/tenants$/);
    await form.getByLabel('简称').fill('NOT A SLUG');
    await form.getByRole('button', { name: '创建' }).tap();
    await form.getByRole('alert').first().waitFor();
    assert.equal(await form.getByLabel('简称').getAttribute('aria-invalid'), 'true');
    await checkAxe(page);
    assert.deepEqual(page.problems, []);
    await page.context().close();
  });
});
