import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { generateSync } from 'otplib';
import { openBrowser, openPage } from '../support/browser.mjs';
import { checkAxe, checkPage, settled, visit } from '../support/page-checks.mjs';
import { Product } from '../support/product.mjs';

/** `npm start -- --no-demo`: an installation without anything in it. */
describe('first run', () => {
  let browser, product, at;
  before(async () => {
    browser = await openBrowser();
    at = process.env.WHEELHOUSE_TEST_EMPTY_URL;
    if (at) return;
    product = new Product();
    at = await product.start('--no-demo');
  });
  after(async () => {
    await browser.close();
    await product?.stop();
  });

  test('first run, phone, en: the set-up page stands alone and is as good as any other', async () => {
    const page = await openPage(browser, { at, locale: 'en', size: 'phone' });
    await page.goto('/');
    await page.waitForURL(/\/setup$/);
    await settled(page);
    await checkPage(page);
    await checkAxe(page);
    await page.context().close();
  });

  test('first run, desktop, zh-CN: it says what is missing, makes operator and organisation, and the administrator signs in', async () => {
    const page = await openPage(browser, { at, locale: 'zh-CN' });
    await visit(page, '/setup');
    await checkPage(page);
    await checkAxe(page);
    page.allow(400, /\/setup$/);
    page.allow(422, /\/setup$/);
    await page.getByRole('button', { name: '完成初始化' }).click();
    await page.getByRole('alert').first().waitFor();
    assert.match(page.url(), /\/setup$/);

    await page.getByLabel('姓名').nth(0).fill('平台运营');
    await page.getByLabel('邮箱').nth(0).fill('operator@example.com');
    await page.getByLabel('密码').nth(0).fill('a long enough password');
    await page.getByLabel('组织名称 · 中文').fill('云上咖啡');
    await page.getByLabel('组织名称 · 英文').fill('Cloud Coffee');
    await page.getByLabel('简称').fill('cloud-coffee');
    await page.getByLabel('姓名').nth(1).fill('许一');
    await page.getByLabel('邮箱').nth(1).fill('admin@example.com');
    await page.getByLabel('密码').nth(1).fill('another long password');
    await page.getByRole('button', { name: '完成初始化' }).click();
    await page.waitForURL(/\/sign-in/);
    await page.getByText('初始化完成').waitFor();

    await page.getByLabel('邮箱').fill('admin@example.com');
    await page.getByLabel('密码').fill('another long password');
    await page.getByRole('button', { name: '登录', exact: true }).click();
    // The form proposes that everybody has a second factor, the first administrator too.
    await page.getByRole('heading', { level: 1, name: '启用两步验证' }).waitFor();
    await page.getByRole('button', { name: '开始' }).click();
    const secret = (await page.locator('code').innerText()).replaceAll(' ', '');
    await page.getByLabel('应用显示的六位数字').fill(generateSync({ secret }));
    await page.getByRole('button', { name: '确认' }).click();
    await page.getByRole('button', { name: '已妥善保存，继续' }).click();
    await page.waitForURL((url) => url.pathname === '/');
    await settled(page);
    await checkPage(page);
    for (const path of ['/reports', '/audits', '/network', '/standards', '/cycles', '/members']) {
      await visit(page, path);
      await checkPage(page);
    }
    await page.context().close();
  });

  test('first run: the set-up page works once', async () => {
    const page = await openPage(browser, { at, locale: 'en' });
    await page.goto('/setup');
    await page.waitForURL(/\/sign-in/);
    await page.context().close();
  });
});
