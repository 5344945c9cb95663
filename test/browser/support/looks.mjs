import { openPage, SIZES } from './browser.mjs';

/** The looks in which every page and each of the three users’ stories is seen: 2 languages × 2 sizes × 2 themes. */
export const LOCALES = ['zh-CN', 'en'];
/** In this order a window changes one thing at a time. */
export const FACES = [
  { size: 'desktop', theme: 'light' },
  { size: 'desktop', theme: 'dark' },
  { size: 'phone', theme: 'dark' },
  { size: 'phone', theme: 'light' },
];
export const LOOKS = LOCALES.flatMap((locale) => FACES.map((face) => ({ locale, ...face })));

/** Gives an open window another size and theme, without loading its page again. */
export async function changeFace(page, { size, theme }) {
  const { width, height } = SIZES[size].viewport;
  const now = page.viewportSize();
  if (now.width !== width || now.height !== height) await page.setViewportSize(SIZES[size].viewport);
  await page.emulateMedia({ colorScheme: theme });
}

/** A fresh window in one look. */
export async function openLook(browser, as, { locale, size, theme }) {
  const page = await openPage(browser, { as, locale, size });
  await page.emulateMedia({ colorScheme: theme });
  return page;
}

export const nameOf = ({ locale, size, theme }) => `${locale}, ${size}, ${theme}`;

/** By finger where there is one, else by mouse. */
export async function press(target) {
  await (target.page().viewportSize().width < 500 ? target.tap() : target.click());
}
