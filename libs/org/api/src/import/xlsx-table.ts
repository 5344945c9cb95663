import { IMPORT_MAX_ROWS } from '@wheelhouse/contracts';
import { DomainError } from '@wheelhouse/kernel';
import { readSheet } from 'read-excel-file/universal';
import { type Cell, type FileTable, MAX_COLUMNS, tableOf } from './table.js';
import { unpack } from './zip-entries.js';

/** Rows of a sheet beyond which nothing is looked at: far more than an import takes, so that the excess can be named. */
const LAST_ROW = 200_000;

/**
 * What is found in a workbook's sheets without reading their cells: no row and column so far out that a reader would
 * fill memory up to it. Answers how many rows of the first sheet hold something, headings included.
 */
export async function surveyXlsx(bytes: Buffer): Promise<number> {
  const parts = await unpack(bytes);
  if (!parts.has('xl/workbook.xml')) throw new DomainError('IMPORT.MISMATCH', { declared: 'XLSX' });
  const rows = new Map<string, number>();
  for (const [name, content] of parts) {
    if (/^xl\/worksheets\/[^/]+\.xml$/i.test(name)) rows.set(name, surveySheet(content.toString('utf8')));
  }
  return rows.get('xl/worksheets/sheet1.xml') ?? Math.max(0, ...rows.values());
}

function surveySheet(xml: string): number {
  const filled = new Set<string>();
  for (const [, attributes = ''] of xml.matchAll(/<(?:\w+:)?row\b([^>]*)>/g)) {
    const number = Number(/\br\s*=\s*["'](\d+)["']/.exec(attributes)?.[1] ?? 0);
    if (number > LAST_ROW) throw tooMany(number);
  }
  let unnamed = 0;
  for (const [, attributes = '', closed] of xml.matchAll(/<(?:\w+:)?c\b([^>]*?)(\/?)>/g)) {
    const [, column = '', row = ''] = /\br\s*=\s*["']\$?([A-Za-z]+)\$?(\d+)["']/.exec(attributes) ?? [];
    if (Number(row) > LAST_ROW) throw tooMany(Number(row));
    if (columnNumber(column) > MAX_COLUMNS && closed !== '/')
      throw new DomainError('IMPORT.TOO_MANY_COLUMNS', { columns: columnNumber(column), max: MAX_COLUMNS });
    if (closed === '/') continue;
    if (row) filled.add(row);
    else unnamed++;
  }
  return filled.size + Math.ceil(unnamed / MAX_COLUMNS);
}

const tooMany = (rows: number) => new DomainError('IMPORT.TOO_MANY_ROWS', { rows, max: IMPORT_MAX_ROWS });

const columnNumber = (letters: string): number =>
  letters.length > 4
    ? Number.MAX_SAFE_INTEGER
    : [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

/** Reads the first sheet of a workbook that was surveyed. Throws `IMPORT.BROKEN` with what the reader says. */
export async function readXlsx(bytes: Buffer): Promise<FileTable> {
  await surveyXlsx(bytes);
  const copy = new Uint8Array(bytes).buffer;
  try {
    return tableOf((await readSheet(copy, { trim: false })) as Cell[][]);
  } catch (error) {
    throw new DomainError('IMPORT.BROKEN', { reason: (error as Error).message.slice(0, 200) });
  }
}
