import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { openBrowser, openPage } from '../support/browser.mjs';
import { checkAxe, checkPage, settled, visit } from '../support/page-checks.mjs';
import { apiOf } from '../support/people.mjs';
import { until } from '../support/until.mjs';

const ADMIN = 'admin@longxiang.demo';
const stamp = Date.now().toString(36);
const email = `new-${stamp}@longxiang.test`;
const FIRST = 'a first long password';
const SECOND = 'a second long password';

/** The newest mail to somebody whose text holds such a link, as an administrator reads it in the outbox. */
async function linkFor(to, path) {
  let link;
  await until(async () => {
    const { items } = await apiOf(ADMIN)('/mails?limit=20');
    const mail = items.find((each) => each.to === to && each.status === 'kept' && each.text.includes(path));
    link = mail && new RegExp(`${path}/[\\w-]+`).exec(mail.text)?.[0];
    return Boolean(link);
  }, `a mail to ${to} with ${path} is in the outbox`);
  return link;
}

describe('one-time links', () => {
  let browser;
  before(async () => (browser = await openBrowser()));
  after(() => browser.close());

  test('administrator, desktop, en: invites a person, who accepts on a phone in Chinese and sees the own home', async () => {
    const page = await openPage(browser, { as: ADMIN, locale: 'en' });
    await visit(page, '/members');
    await page.getByRole('button', { name: 'Invite a person' }).click();
    const form = page.getByRole('dialog', { name: 'Invite a person' });
    await form.getByLabel('Name', { exact: true }).fill('周岚');
    await form.getByLabel('E-mail', { exact: true }).fill(email);
    await form.getByLabel('Language of the mail').selectOption('zh-CN');
    await form.getByRole('button', { name: 'Send the invitation' }).click();
    await form.getByText('Choose where the role holds.').waitFor();
    await form.getByLabel('Role', { exact: true }).selectOption('quality_manager');
    await form.getByRole('button', { name: 'Send the invitation' }).click();
    const shown = page.getByRole('dialog', { name: 'The invitation is on its way' });
    const link = new URL(await shown.getByLabel('Link of the invitation').inputValue()).pathname;
    await shown.getByRole('button', { name: 'Done' }).click();
    await page.getByRole('button', { name: 'Withdraw the invitation of 周岚' }).waitFor();
    assert.equal(await linkFor(email, '/invitation'), link);

    // Several at once, as copied from a sheet: what cannot be read is named by its line, who is invited already is skipped.
    await page.getByRole('button', { name: 'Invite several' }).click();
    const several = page.getByRole('dialog', { name: 'Invite several people' });
    const more = ['one', 'two'].map((part) => `${part}-${email}`);
    const lines = ['Name\tE-mail', `Ada Lin\t${more[0]}`, `周岚\t${email}`, `郑二，${more[1]}`];
    await several.getByLabel('People, one on each line').fill(lines.join('\n'));
    await several.getByText('Line 1: no valid e-mail address.').waitFor();
    await several.getByRole('region', { name: '3 people were read:' }).waitFor();
    await several.getByLabel('Role', { exact: true }).selectOption('viewer');
    await checkAxe(page);
    await several.getByRole('button', { name: 'Invite 3 people' }).click();
    const answer = page.getByRole('dialog', { name: '2 people were invited' });
    await answer.getByText(`${email} is invited already: send a new link instead.`).waitFor();
    await answer.getByText('Line 1: no valid e-mail address.').waitFor();
    const links = (await answer.getByLabel('Names, addresses and links').inputValue()).split('\n');
    assert.deepEqual(
      links.map((line) => line.split('\t')[1]),
      more,
    );
    assert.equal(new URL(links[1].split('\t')[2]).pathname, await linkFor(more[1], '/invitation'));
    await checkAxe(page);
    await answer.getByRole('button', { name: 'Done' }).click();
    await page.getByRole('button', { name: 'Withdraw the invitation of Ada Lin' }).waitFor();
    assert.deepEqual(page.problems, []);
    await page.context().close();

    const phone = await openPage(browser, { locale: 'zh-CN', size: 'phone' });
    await phone.goto(link);
    await phone.getByRole('heading', { level: 1, name: '加入龙骧汽车' }).waitFor();
    await settled(phone);
    await phone.getByLabel('设置密码').fill('short');
    await phone.getByRole('button', { name: '接受邀请并开始' }).tap();
    await phone.getByText('至少 15 个字符。', { exact: true }).waitFor();
    await phone.getByLabel('设置密码').fill(FIRST);
    await phone.getByRole('button', { name: '接受邀请并开始' }).tap();
    await phone.waitForURL((url) => url.pathname === '/');
    await phone.getByRole('heading', { level: 1 }).waitFor();
    await settled(phone);
    // The refusal of the short password was meant.
    assert.deepEqual(phone.problems.splice(0), ['400: POST /api/v1/invitations/accept']);
    await checkPage(phone);
    await phone.goto(link);
    await phone.getByText('邀请已被接受，请直接登录。').waitFor();
    await phone.context().close();
  });

  test('the same person, desktop, en: forgets the password; after the new one the old session is out', async () => {
    const old = await openPage(browser, { locale: 'en' });
    await visit(old, '/sign-in');
    await old.getByLabel('E-mail').fill(email);
    await old.getByLabel('Password').fill(FIRST);
    await old.getByRole('button', { name: 'Sign in' }).click();
    await old.waitForURL((url) => url.pathname === '/');

    const page = await openPage(browser, { locale: 'en' });
    await visit(page, '/sign-in');
    await page.getByRole('link', { name: 'Forgot your password?' }).click();
    await page.waitForURL('**/forgot-password');
    await page.getByLabel('E-mail').fill(email);
    await page.getByRole('button', { name: 'Send the link' }).click();
    await page.getByRole('heading', { level: 1, name: 'Look into your mail' }).waitFor();
    const link = await linkFor(email, '/reset-password');
    await page.goto(link);
    await page.getByText(`For ${email}.`).waitFor();
    await page.getByLabel('New password').fill(SECOND);
    await page.getByRole('button', { name: 'Set the password' }).click();
    await page.getByText('Your password is changed. Sign in with the new one.').waitFor();
    await page.getByLabel('E-mail').fill(email);
    await page.getByLabel('Password').fill(SECOND);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.waitForURL((url) => url.pathname === '/');

    await old.goto('/profile');
    await old.waitForURL(/\/sign-in/);
    // Signed in, the page speaks the person's own language.
    await page.goto(link);
    await page.getByRole('heading', { level: 1, name: '链接已失效' }).waitFor();
    await page.context().close();
    await old.context().close();
  });

  test('administrator, desktop, zh-CN: keeps the filters of the members as a view, and takes a deleted one back', async () => {
    const page = await openPage(browser, { as: ADMIN, locale: 'zh-CN' });
    const name = `店员 ${stamp}`;
    await visit(page, '/members?role=outlet_staff');
    await page.getByRole('button', { name: '我的视图' }).click();
    await page.getByRole('button', { name: '保存当前视图…' }).click();
    await page.getByLabel('名称').fill(name);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: `我的视图: ${name}` }).waitFor();
    await visit(page, '/members');
    await page.getByRole('button', { name: '我的视图' }).press('ArrowDown');
    await page.getByRole('button', { name, exact: true }).click();
    await until(() => new URL(page.url()).searchParams.get('role') === 'outlet_staff', 'the view is applied');
    await page.getByRole('button', { name: `我的视图: ${name}` }).click();
    await page.getByRole('button', { name: `删除 ${name}` }).click();
    await page.getByRole('button', { name: '撤销' }).click();
    await page.getByRole('button', { name: `我的视图: ${name}` }).click();
    await page.getByRole('button', { name: `删除 ${name}` }).click();
    await page.getByRole('button', { name: '我的视图', exact: true }).waitFor();
    assert.deepEqual(page.problems, []);
    await page.context().close();
  });
});
