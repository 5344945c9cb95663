import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { generateSync } from 'otplib';
import { openBrowser, openPage } from '../support/browser.mjs';
import { checkAxe, checkPage, settled, tabTo, visit } from '../support/page-checks.mjs';
import { PASSWORD } from '../support/people.mjs';
import { until } from '../support/until.mjs';

const WORDS = {
  'zh-CN': { email: '邮箱', password: '密码', go: '登录', today: '今日', more: '更多', out: '退出登录' },
  en: { email: 'E-mail', password: 'Password', go: 'Sign in', today: 'Today', more: 'More', out: 'Sign out' },
};

/** Who the page's cookie says one is. */
const session = async (page) => await (await page.request.get('/api/v1/auth/session')).json();

describe('sign-in', () => {
  let browser;
  before(async () => (browser = await openBrowser()));
  after(() => browser.close());

  for (const [size, locale] of [
    ['phone', 'zh-CN'],
    ['desktop', 'en'],
  ]) {
    const w = WORDS[locale];

    test(`sign-in, ${size}, ${locale}: a wrong password is told once, the right one leads home, signing out leads back`, async () => {
      const page = await openPage(browser, { locale, size });
      page.allow(401, /\/auth\/login$/);
      await visit(page, '/');
      assert.match(page.url(), /\/sign-in$/);
      await page.getByLabel(w.email).fill('viewer@longxiang.demo');
      await page.getByLabel(w.password).fill('not the password');
      await page.getByRole('button', { name: w.go, exact: true }).click();
      const alert = page.getByRole('alert');
      await alert.first().waitFor();
      assert.equal(await alert.count(), 1, 'one message');
      const told = await alert.innerText();
      assert.ok(
        told.trim().length > 5 && !/viewer@|AUTH\./.test(told),
        `a sentence, and not which part was wrong: ${told}`,
      );
      assert.equal(await page.getByLabel(w.email).inputValue(), 'viewer@longxiang.demo', 'what was typed is kept');

      await page.getByLabel(w.password).fill(PASSWORD);
      await page.getByLabel(w.password).press('Enter');
      await page.waitForURL((url) => url.pathname === '/');
      await settled(page);
      await checkPage(page);

      if (size === 'phone') await page.getByRole('button', { name: /更多|More/ }).tap();
      else await page.getByRole('button', { name: 'Laura Meyer' }).click();
      const out = page.getByRole('button', { name: /^(退出登录|Sign out)$/ });
      await out.click();
      await page.waitForURL(/\/sign-in$/);
      await settled(page);
      await page.goto('/reports');
      await page.waitForURL(/\/sign-in\?next=%2Freports$/);
      await page.context().close();
    });
  }

  test('sign-in: who was stopped at a page comes back to it', async () => {
    const page = await openPage(browser, { locale: 'en' });
    await page.goto('/network');
    await page.waitForURL(/next=%2Fnetwork/);
    await settled(page);
    await page.getByLabel('E-mail').fill('viewer@qingcha.demo');
    await page.getByLabel('Password').fill(PASSWORD);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.waitForURL((url) => url.pathname === '/network');
    await page.context().close();
  });

  test('sign-in: the language changes at once, before and after, and stays', async () => {
    const page = await openPage(browser, { locale: 'zh-CN' });
    await visit(page, '/sign-in');
    await page.getByRole('heading', { level: 1, name: '登录' }).waitFor();
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();
    assert.equal(await page.locator('html').getAttribute('lang'), 'en');
    await page.reload();
    await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();
    await page.getByLabel('E-mail').fill('viewer@longxiang.demo');
    await page.getByLabel('Password').fill(PASSWORD);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.getByRole('button', { name: 'Laura Meyer' }).click();
    await page.getByRole('button', { name: '中文' }).click();
    await page.getByRole('heading', { level: 1, name: '今日' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { level: 1, name: '今日' }).waitFor();
    await page.getByRole('button', { name: 'Laura Meyer' }).click();
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor();
    assert.deepEqual(page.problems, []);
    await page.context().close();
  });

  for (const [size, locale, w] of [
    ['desktop', 'en', { name: 'Name', save: 'Save name', ended: 'Your session has ended', go: 'Sign in and go on' }],
    ['phone', 'zh-CN', { name: '姓名', save: '保存姓名', ended: '登录已过期', go: '登录并继续' }],
  ]) {
    test(`sign-in: a session that ends while typing loses nothing, ${size}, ${locale}`, async () => {
      const page = await openPage(browser, { as: 'viewer@qingcha.demo', locale, size });
      page.allow(401, /\/api\/v1\//);
      await visit(page, '/profile');
      const field = page.getByLabel(w.name, { exact: true });
      const before = await field.inputValue();
      // The session ends while nothing is being fetched: it is the saving that finds out.
      const renameWithoutSession = async (to) => {
        await field.fill(to);
        await settled(page);
        await page.context().clearCookies();
        await page.getByRole('button', { name: w.save }).click();
      };
      await renameWithoutSession(`${before} 2`);

      const dialog = page.getByRole('dialog', { name: w.ended });
      await dialog.waitFor();
      assert.match(await dialog.innerText(), /viewer@qingcha\.demo/);
      const password = dialog.locator('input[type=password]');
      await password.fill('not the password');
      await password.press('Enter');
      await dialog.getByRole('alert').waitFor();
      await password.press('Escape');
      const bar = page.locator('.wh-ended');
      await bar.waitFor();
      assert.equal(await field.inputValue(), `${before} 2`, 'put off: what was typed is still there');
      await checkAxe(page);

      await bar.getByRole('button').click();
      await password.fill(PASSWORD);
      await dialog.getByRole('button', { name: w.go }).click();
      await dialog.waitFor({ state: 'detached' });
      await page.getByRole('button', { name: w.save }).click();
      await until(async () => (await session(page)).person.name === `${before} 2`, 'the name is not saved');
      assert.equal(await field.inputValue(), `${before} 2`);

      // A change that waits at the dialog is sent again by itself.
      await renameWithoutSession(before);
      await password.fill(PASSWORD);
      await password.press('Enter');
      await dialog.waitFor({ state: 'detached' });
      await until(async () => (await session(page)).person.name === before, 'the name is not saved by itself');
      await settled(page);
      await checkPage(page);
      await page.context().close();
    });
  }

  test('sign-in: a second factor is set up, asked for, and when the phone is lost a recovery code takes its place', async () => {
    const who = 'shopper@qingcha.demo';
    const page = await openPage(browser, { as: who, size: 'phone' });
    page.allow(422, /second-factor/);
    await visit(page, '/profile');
    await page.getByRole('button', { name: '启用', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('img', { name: '供身份验证器扫描的二维码' }).waitFor();
    await checkPage(page);
    const secret = (await dialog.locator('code').innerText()).replaceAll(' ', '');
    const digits = (later = 0) => generateSync({ secret, epoch: Math.floor(Date.now() / 1000) + later });
    await dialog.getByLabel('应用显示的六位数字').fill('000000');
    await dialog.getByRole('button', { name: '确认' }).click();
    await dialog.getByRole('alert').waitFor();
    await dialog.getByLabel('应用显示的六位数字').fill(digits());
    await dialog.getByRole('button', { name: '确认' }).click();
    const codes = (await dialog.locator('textarea').inputValue()).split('\n');
    assert.equal(codes.length, 10);
    await checkPage(page);
    await dialog.getByRole('button', { name: '已妥善保存' }).click();
    await page.getByText('还剩 10 个恢复码').waitFor();

    // Each time a fresh browser; the code of the next half minute, since this one is spent.
    for (const [way, code] of [
      ['app', digits(30)],
      ['recovery', codes[0].toLowerCase()],
    ]) {
      const other = await openPage(browser, { size: 'phone' });
      await visit(other, '/sign-in');
      await other.getByLabel('邮箱').fill(who);
      await other.getByLabel('密码').fill(PASSWORD);
      await other.getByRole('button', { name: '登录', exact: true }).click();
      await other.getByRole('heading', { level: 1, name: '还差一步' }).waitFor();
      if (way === 'recovery') await other.getByRole('button', { name: '改用恢复码' }).click();
      const field = other.getByLabel(way === 'app' ? '六位动态码' : '恢复码', { exact: true });
      await until(async () => await field.evaluate((it) => it === document.activeElement), 'the field has no focus');
      await checkPage(other);
      await field.fill(code);
      await field.press('Enter');
      await other.waitForURL((url) => url.pathname === '/');
      await other.context().close();
    }

    await visit(page, '/profile');
    await page.getByText('还剩 9 个恢复码').waitFor();
    // As if ten minutes had passed since the sign-in: it asks who it is, and does then by itself what was pressed.
    page.allow(403, /second-factor/);
    const problem = { code: 'AUTH.PROVE_AGAIN', status: 403, title: '', detail: '', type: '', instance: '' };
    await page.route('**/second-factor/disable', (route) => route.fulfill({ status: 403, json: problem }), {
      times: 1,
    });
    await page.getByRole('button', { name: '关闭', exact: true }).click();
    await page
      .getByRole('dialog', { name: '关闭两步验证？' })
      .getByRole('button', { name: '关闭', exact: true })
      .click();
    const proof = page.getByRole('dialog', { name: '请验证您的身份' });
    await proof.getByLabel('动态码或恢复码').fill(codes[1]);
    await proof.getByLabel('密码', { exact: true }).fill('not the password');
    page.allow(422, /auth\/proof/);
    await proof.getByRole('button', { name: '确认' }).click();
    await proof.getByText('密码不正确。').first().waitFor();
    await checkPage(page);
    await checkAxe(page);
    await proof.getByLabel('密码', { exact: true }).fill(PASSWORD);
    await proof.getByRole('button', { name: '确认' }).click();
    await page.getByRole('button', { name: '启用', exact: true }).waitFor();
    assert.deepEqual(page.problems, []);
    await page.context().close();
  });

  test('sign-in: the keyboard reaches everything, with a focus that is seen', async () => {
    const page = await openPage(browser, { locale: 'en' });
    await visit(page, '/sign-in');
    const presses = await tabTo(page, page.getByRole('button', { name: 'Sign in', exact: true }), 12);
    assert.ok(presses >= 3, 'after the fields');
    await page.context().close();
  });
});
