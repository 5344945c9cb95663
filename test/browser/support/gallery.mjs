import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Pictures of every page, kept after the run: open index.html in it. */
const FOLDER = fileURLToPath(new URL('../../../test-results/pages', import.meta.url));
/** Of a desk the first screen is kept, of a phone the first ones. */
const PHONE_PX = 2100;

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
    ...(size === 'phone' && { fullPage: true, clip: { x: 0, y: 0, width, height: Math.min(height, PHONE_PX) } }),
    animations: 'disabled',
  });
}

/** Writes the page that shows them side by side: a row for each page, a column for each language. */
export function endGallery(pages) {
  const cell = (name, locale, { size, theme }) => {
    const file = fileOf(name, locale, size, theme);
    return fs.existsSync(path.join(FOLDER, file))
      ? `<td><a href="${file}"><img loading="lazy" src="${file}" alt="${name}, ${locale}, ${size}, ${theme}"></a></td>`
      : '<td>–</td>';
  };
  const rows = pages.map(({ name, looks }) => {
    const cells = Object.entries(looks).map(([locale, look]) => cell(name, locale, look));
    return `<tr><th>${name}</th>${cells.join('')}</tr>`;
  });
  fs.writeFileSync(
    path.join(FOLDER, 'index.html'),
    `<!doctype html><meta charset="utf-8"><title>Every page</title>
<style>body{font:14px sans-serif}td,th{vertical-align:top;text-align:left;padding:4px}img{width:40vw;border:1px solid #ccc}</style>
<table>${rows.join('\n')}</table>\n`,
  );
}
