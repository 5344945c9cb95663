import { describe, expect, it } from 'vitest';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { contrast } from '../reader/theme.js';

const css = readFileSync(fileURLToPath(new URL('./tokens.css', import.meta.url)), 'utf8');

/** The colours that a block of the sheet sets. */
const colours = (selector: string) => {
  const block = css.slice(css.indexOf(`${selector} {`));
  const inside = block.slice(0, block.indexOf('\n}'));
  return Object.fromEntries(
    [...inside.matchAll(/--wh-([\w-]+): (#[0-9a-f]{6});/g)].map(([, name = '', value = '']) => [name, value]),
  );
};
const light = colours(':root');
const themes: [string, Record<string, string>][] = [
  ['light', light],
  ['dark', { ...light, ...colours(":root[data-theme='dark']") }],
];
const GROUNDS = ['bg', 'surface', 'raised', 'sunken'];

describe.each(themes)('tokens, %s', (_, token) => {
  const ratio = (a: string, b: string) => contrast(token[a] ?? '', token[b] ?? '');

  it.each(['ink', 'ink-2', 'ink-3'])('%s is readable on every ground', (text) => {
    for (const ground of GROUNDS) expect([ground, ratio(text, ground) >= 4.5]).toEqual([ground, true]);
  });

  it.each(['good', 'watch', 'bad'])('%s is readable on the surface and on its own soft ground', (text) => {
    for (const ground of ['surface', 'raised', `${text}-soft`])
      expect([ground, ratio(text, ground) >= 4.5]).toEqual([ground, true]);
  });

  it('shows the edge of a control', () => {
    expect(ratio('line-strong', 'surface')).toBeGreaterThanOrEqual(3);
  });
});
