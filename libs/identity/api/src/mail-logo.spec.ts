import { describe, expect, it } from 'vitest';
import { writeLetter } from './letter.js';
import { withLogo } from './mail-logo.js';

const letter = (branded: boolean, title = 'Hello') =>
  writeLetter({
    ...{ lang: 'en', subject: 's', sender: 'Longxiang', accent: '#0f766e', footer: 'f', paragraphs: [], facts: [] },
    ...{ branded, title, button: null },
  }).html;
const logo = Buffer.from('picture');

describe('the logo of a mail', () => {
  it('stands where the tenant speaks, and nothing does where it has none', () => {
    const sent = withLogo(letter(true), logo);
    expect(sent.logo).toBe(logo);
    expect(sent.html.match(/<img src="cid:logo@wheelhouse" alt=""/g)).toHaveLength(1);
    expect(withLogo(letter(true), null).html).not.toMatch(/<img|<!--/);
  });

  it('is nobody else’s to place, and no part of a letter from the house', () => {
    expect(withLogo(letter(false), logo)).toEqual({ html: letter(false) });
    expect(withLogo(letter(false, '<!--logo-->'), logo).html).not.toContain('<img');
  });
});
