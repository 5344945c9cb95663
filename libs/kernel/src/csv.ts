export type CsvCell = string | number | null;

/** Column code → value. Codes are stable: programs read them, and columns are only appended. */
export type CsvColumns<Row> = Record<string, (row: Row) => CsvCell>;

const LINE_END = '\r\n';

/** RFC 4180 with a byte-order mark, so that spreadsheets read Chinese. No cell can become a formula. */
export function csvOf<Row>(columns: CsvColumns<Row>, rows: readonly Row[]): string {
  return csvHead(columns) + csvLines(columns, rows);
}

/** Byte-order mark and first line of a file that is written piece by piece. */
export const csvHead = <Row>(columns: CsvColumns<Row>): string => `\ufeff${Object.keys(columns).join(',')}${LINE_END}`;

/** Further lines of such a file, each with its end. */
export function csvLines<Row>(columns: CsvColumns<Row>, rows: readonly Row[]): string {
  const values = Object.values(columns);
  return rows.map((row) => values.map((of) => csvCell(of(row))).join(',') + LINE_END).join('');
}

/** Numbers stay numbers; a text that a spreadsheet would run is marked as text by an apostrophe before it. */
export function csvCell(value: CsvCell): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = /^[=+\-@\t\r＝＋－＠]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
