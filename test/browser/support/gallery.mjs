import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Pictures of every page, kept after the run: open index.html in it. */
const FOLDER = fileURLToPath(new URL('../../../test-results/pages', import.meta.url));
/** Of a long page its first screens are kept. */
const MOST_PX = 2400;
export const THEMES = ['light', 'dark'];

const fileOf = (name, locale, size, theme) => `${name.replace(/\W+/g, '-')}.${locale}.${size}.${theme}.jpg`;

/** Empties the folder. */
export function beginGallery() {
  fs.rmSync(FOLDER, { recursive: true, force: true });
  fs.mkdirSync(FOLDER, { recursive: true });
}

/** Keeps a picture of a page as it stands. */
export async function takePicture(page, { name, locale, size, theme }) {
  const { width, height } = await page.evaluate(() => ({
    width: document.documentElement.clientWidth,
    height: document.documentElement.scrollHeight,
  }));
  await page.screenshot({
    path: path.join(FOLDER, fileOf(name, locale, size, theme)),
    type: 'jpeg',
    quality: 70,
    fullPage: true,
    clip: { x: 0, y: 0, width, height: Math.min(height, MOST_PX) },
    animations: 'disabled',
  });
}

/** Writes the page that shows them side by side: a row for each page and size, a column for each language and theme. */
export function endGallery(names, { locales, sizes }) {
  const columns = locales.flatMap((locale) => THEMES.map((theme) => ({ locale, theme })));
  const cell = (name, size, { locale, theme }) => {
    const file = fileOf(name, locale, size, theme);
    return fs.existsSync(path.join(FOLDER, file))
      ? `<td><a href="${file}"><img loading="lazy" src="${file}" alt="${name}, ${locale}, ${size}, ${theme}"></a></td>`
      : '<td>–</td>';
  };
  const rows = names.flatMap((name) =>
    sizes.map((size) => `<tr><th>${name}<br>${size}</th>${columns.map((one) => cell(name, size, one)).join('')}</tr>`),
  );
  fs.writeFileSync(
    path.join(FOLDER, 'index.html'),
    `<!doctype html><meta charset="utf-8"><title>Every page</title>
<style>body{font:14px sans-serif}td,th{vertical-align:top;text-align:left;padding:4px}img{width:22vw;border:1px solid #ccc}thead th{position:sticky;top:0;background:#fff}</style>
<table><thead><tr><th></th>${columns.map(({ locale, theme }) => `<th>${locale}, ${theme}</th>`).join('')}</tr></thead>
<tbody>${rows.join('\n')}</tbody></table>\n`,
  );
}
