import { IMPORT_MAX_ROWS, type ImportFormat } from '@wheelhouse/contracts';
import { DomainError } from '@wheelhouse/kernel';
import { readCsv } from './csv-table.js';
import { type FileTable, MAX_COLUMNS } from './table.js';
import { readXlsx, surveyXlsx } from './xlsx-table.js';

const startsWith = (bytes: Buffer, ...head: number[]) => head.every((byte, i) => bytes[i] === byte);
const isZip = (bytes: Buffer) => startsWith(bytes, 0x50, 0x4b, 0x03, 0x04) || startsWith(bytes, 0x50, 0x4b, 0x05, 0x06);
const isOldExcel = (bytes: Buffer) => startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0);

/**
 * Whether a file that somebody sent is worth a dry run: it is what it says, can be unpacked safely, and has at least one
 * and at most 5,000 rows. Answers how many; throws an `IMPORT.*` refusal otherwise. Reads no cell of a workbook.
 */
export async function surveyOutletFile(bytes: Buffer, format: ImportFormat): Promise<number> {
  if (bytes.length === 0) throw new DomainError('IMPORT.EMPTY');
  if (isOldExcel(bytes)) throw new DomainError('IMPORT.OLD_EXCEL');
  if (isZip(bytes) !== (format === 'xlsx'))
    throw new DomainError('IMPORT.MISMATCH', { declared: format.toUpperCase() });
  if (format === 'csv') return checkedSize(await readCsv(bytes)).rows.length;
  const rows = (await surveyXlsx(bytes)) - 1;
  if (rows > IMPORT_MAX_ROWS) throw new DomainError('IMPORT.TOO_MANY_ROWS', { rows, max: IMPORT_MAX_ROWS });
  if (rows < 1) throw new DomainError('IMPORT.NO_ROWS');
  return rows;
}

/** The headings and rows of a file that was surveyed. */
export async function readOutletFile(bytes: Buffer, format: ImportFormat): Promise<FileTable> {
  return checkedSize(await (format === 'csv' ? readCsv(bytes) : readXlsx(bytes)));
}

function checkedSize(table: FileTable): FileTable {
  const { headings, rows } = table;
  if (headings.length === 0) throw new DomainError('IMPORT.EMPTY');
  if (headings.length > MAX_COLUMNS)
    throw new DomainError('IMPORT.TOO_MANY_COLUMNS', { columns: headings.length, max: MAX_COLUMNS });
  if (rows.length === 0) throw new DomainError('IMPORT.NO_ROWS');
  if (rows.length > IMPORT_MAX_ROWS)
    throw new DomainError('IMPORT.TOO_MANY_ROWS', { rows: rows.length, max: IMPORT_MAX_ROWS });
  return table;
}
