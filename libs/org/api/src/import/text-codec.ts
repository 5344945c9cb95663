/** Characters with which a spreadsheet begins a formula, in both widths, and the mark itself. */
const SPECIAL = /^[=+\-@＝＋－＠\t\r']/;
const MARK = "'";

/** What an attribute may hold. */
export type Plain = string | number | boolean;

/** Also the names that every object has (`valueOf`), which a program that reads the file may take for something it knows. */
const needsMark = (text: string) => SPECIAL.test(text) || text !== text.trim() || text in Object.prototype;

/**
 * A text as it stands in a file: one that a spreadsheet would run as a formula, or that would lose its blanks at the
 * ends, is marked by an apostrophe before it. `decodeText` takes exactly that apostrophe away again.
 */
export function encodeText(text: string): string {
  return needsMark(text) ? MARK + text : text;
}

/** The text that a cell stands for: without blanks around it, unless it was marked. */
export function decodeText(cell: string): string {
  const marked = cell.startsWith(MARK) && needsMark(cell.slice(1));
  return marked ? cell.slice(1) : cell.trim();
}

/** An attribute's value as it stands in a file: numbers and yes/no plain, texts that look like them marked. */
export function encodePlain(value: Plain): Plain {
  if (typeof value !== 'string') return value;
  return typeof typed(value.trim()) === 'string' ? encodeText(value) : MARK + value;
}

/** The attribute that a cell stands for; null for an empty cell. */
export function decodePlain(cell: Plain): Plain | null {
  if (typeof cell !== 'string') return cell;
  const rest = cell.slice(1);
  if (cell.startsWith(MARK) && (needsMark(rest) || typeof typed(rest) !== 'string')) return rest;
  const text = cell.trim();
  return text === '' ? null : typed(text);
}

/** A number of at most 15 digits without leading zeros (a phone number with one is a text), yes/no, or the text itself. */
function typed(text: string): Plain {
  if (/^(true|false)$/i.test(text)) return text.toLowerCase() === 'true';
  if (/^-?(0|[1-9]\d*)(\.\d+)?(e[+-]?\d{1,3})?$/i.test(text) && text.replace(/\D/g, '').length <= 20) {
    const number = Number(text);
    const isExact = String(number) === text || text.replace(/\D/g, '').length <= 15;
    if (Number.isFinite(number) && isExact) return number;
  }
  return text;
}
