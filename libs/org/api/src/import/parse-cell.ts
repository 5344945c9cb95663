import { isLocalDate } from '@wheelhouse/kernel';
import { type Cell, textOfCell } from './table.js';
import { decodeText } from './text-codec.js';

/** The text of a cell; empty for an empty one. */
export function textIn(cell: Cell | undefined): string {
  return decodeText(textOfCell(cell));
}

/** A number: of a workbook as it is, of a text with a decimal point; null: none, undefined: no number. */
export function numberIn(cell: Cell | undefined): number | null | undefined {
  if (typeof cell === 'number') return cell;
  const text = textIn(cell).normalize('NFKC').replace(/^[−–]/, '-').replace('°', '').trim();
  if (text === '') return null;
  return /^[+-]?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(text) ? Number(text) : undefined;
}

/**
 * A day: a date of a workbook, `2026-03-31`, `2026/3/31`, `2026.3.31` or `2026年3月31日`; null: none, undefined: no day.
 * Forms that begin with day or month are not guessed at.
 */
export function dayIn(cell: Cell | undefined): string | null | undefined {
  const text = textIn(cell).normalize('NFKC');
  if (text === '') return null;
  const match = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:[T ]0{1,2}:00(?::00(?:\.0+)?)?Z?)?$/.exec(
    text,
  );
  if (!match) return undefined;
  const [, year = '', month = '', date = ''] = match;
  const found = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  return isLocalDate(found) ? found : undefined;
}

/** An error that a workbook keeps instead of a value, such as `#REF!`; null for anything else. */
export function errorIn(cell: Cell | undefined): string | null {
  return typeof cell === 'string' && /^#(REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!)$/.test(cell.trim())
    ? cell.trim()
    : null;
}

/** Whether two texts differ in nothing but what a spreadsheet does to blanks at the ends and to line ends. */
export function isSameText(a: string, b: string): boolean {
  return a === b || plainText(a) === plainText(b);
}

const plainText = (text: string) => text.replace(/\r\n?/g, '\n').trim();
