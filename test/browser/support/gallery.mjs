import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { LOOKS } from './looks.mjs';

/** Pictures of every page, kept after the run: open index.html in it. */
const FOLDER = fileURLToPath(new URL('../../../test-results/pages', import.meta.url));
/** Of a desk the first screen is kept, of a phone the first ones. */
const PHONE_PX = 2100;

const fileOf = (name, { locale, size, theme }) => `${name.replace(/\W+/g, '-')}.${locale}.${size}.${theme}.jpg`;

/** Takes away the pictures of a language that an earlier run left. */
export function beginGallery(locale) {
  fs.mkdirSync(FOLDER, { recursive: true });
  for (const file of fs.readdirSync(FOLDER)) {
    if (file.includes(`.${locale}.`)) fs.rmSync(path.join(FOLDER, file));
  }
}

/** Keeps a picture of a page as it stands. */
export async function takePicture(page, name, look) {
  fs.mkdirSync(FOLDER, { recursive: true });
  const { width, height } = await page.evaluate(() => ({
    width: document.documentElement.clientWidth,
    height: document.documentElement.scrollHeight,
  }));
  await page.screenshot({
    path: path.join(FOLDER, fileOf(name, look)),
    type: 'jpeg',
    quality: 70,
    ...(look.size === 'phone' && { fullPage: true, clip: { x: 0, y: 0, width, height: Math.min(height, PHONE_PX) } }),
    animations: 'disabled',
  });
}

/** Writes the page that shows all there are side by side: a row for each page, a column for each look. */
export function endGallery(first) {
  const known = new Set(first.map((name) => name.replace(/\W+/g, '-')));
  const more = new Set(fs.readdirSync(FOLDER).flatMap((file) => /^([^.]+)\..*jpg$/.exec(file)?.[1] ?? []));
  const names = [...first, ...[...more].filter((name) => !known.has(name)).sort()];
  const cell = (name, look) => {
    const file = fileOf(name, look);
    const about = Object.values(look).join(', ');
    return fs.existsSync(path.join(FOLDER, file))
      ? `<td class="${look.size}"><a href="${file}"><img loading="lazy" src="${file}" alt="${name}, ${about}"></a></td>`
      : '<td>–</td>';
  };
  const files = fs.readdirSync(FOLDER);
  const looks = LOOKS.filter((look) => files.some((file) => file.endsWith(fileOf('', look))));
  const head = looks.map((look) => `<th>${Object.values(look).join('<br>')}</th>`).join('');
  const rows = names.map(
    (name) => `<tr><th scope="row">${name}</th>${looks.map((look) => cell(name, look)).join('')}</tr>`,
  );
  fs.writeFileSync(
    path.join(FOLDER, 'index.html'),
    `<!doctype html><meta charset="utf-8"><title>Every page in every look</title>
<style>body{font:14px sans-serif}td,th{vertical-align:top;text-align:left;padding:4px}thead th{position:sticky;top:0;background:#fff}
img{border:1px solid #ccc}.desktop img{width:720px}.phone img{width:240px}</style>
<table><thead><tr><th></th>${head}</tr></thead><tbody>${rows.join('\n')}</tbody></table>\n`,
  );
}
