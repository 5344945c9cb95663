import { type Cell, textOfCell } from '../import/table.js';

const LINE_END = '\r\n';

/** A CSV file (RFC 4180) with a byte-order mark, so that spreadsheets read Chinese. Texts must be encoded already. */
export function csvOf(headings: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const lines = [headings, ...rows].map((cells) => cells.map((cell) => quoted(textOfCell(cell))).join(','));
  return `\ufeff${lines.join(LINE_END)}${LINE_END}`;
}

const quoted = (text: string) => (/[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
