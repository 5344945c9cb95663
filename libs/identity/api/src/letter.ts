import { readFileSync } from 'node:fs';
import Handlebars from 'handlebars';

/** A short mail to one person: what it is about, what to do, and what if it was not meant for them. */
export interface Letter {
  lang: 'en' | 'zh-CN';
  subject: string;
  /** In whose name it comes: the tenant, or the product. */
  sender: string;
  /** Whether a tenant speaks: its logo then stands above its name. */
  branded: boolean;
  /** `#rrggbb` */
  accent: string;
  title: string;
  paragraphs: string[];
  facts: { label: string; value: string }[];
  button: { label: string; url: string; orCopy: string } | null;
  footer: string;
}

export interface WrittenLetter {
  subject: string;
  html: string;
  text: string;
}

/** The product's own colour, where no single tenant speaks. */
export const HOUSE_ACCENT = '#0f766e';

const template = (name: string) => readFileSync(new URL(`./templates/${name}`, import.meta.url), 'utf8');
const asHtml = Handlebars.compile(template('letter.html.hbs'), { strict: true });
const asText = Handlebars.compile(template('letter.txt.hbs'), { strict: true, noEscape: true });

/** The letter as HTML that mail programs can show and as plain text. Everything is escaped; a subject is one line. */
export function writeLetter(letter: Letter): WrittenLetter {
  const view = {
    ...letter,
    subject: oneLine(letter.subject),
    sender: oneLine(letter.sender),
    title: oneLine(letter.title),
    onAccent: isDark(letter.accent) ? '#ffffff' : '#111827',
  };
  return {
    subject: view.subject,
    html: asHtml(view),
    text: asText(view)
      .replace(/\n{3,}/g, '\n\n')
      .trim(),
  };
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();

/** Whether white stands out on the colour better than ink does (WCAG relative luminance below that of equal contrast). */
export function isDark(color: string): boolean {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const share = parseInt(color.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b < 0.19;
}
