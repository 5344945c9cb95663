import { ATTRIBUTE_COLUMN, ATTRIBUTE_HELP, OUTLET_FILE_COLUMNS } from '@wheelhouse/contracts';
import writeExcelFile, { type Row } from 'write-excel-file/node';
import type { Cell } from '../import/table.js';
import type { OutletTable } from './outlet-table.js';

const DAY = 'yyyy-mm-dd';
const WIDTHS: Record<string, number> = { code: 16, name_en: 32, name_zh: 26, org_unit: 16, time_zone: 16 };

/** A workbook: the outlets under a frozen row of headings, and a second sheet that explains each column. */
export function xlsxOf(table: OutletTable): Promise<Buffer> {
  const outlets = [table.headings.map(heading), ...table.rows.map((row) => row.map(cell))];
  return writeExcelFile([
    {
      sheet: 'outlets 门店',
      data: outlets,
      columns: table.columns.map((column) => ({ width: WIDTHS[column] ?? 14 })),
      stickyRowsCount: 1,
    },
    {
      sheet: 'columns 列说明',
      data: explanation(),
      columns: [{ width: 16 }, { width: 20 }, { width: 16 }, { width: 70 }, { width: 60 }],
      stickyRowsCount: 1,
    },
  ]).toBuffer();
}

function explanation(): Row[] {
  const rows = OUTLET_FILE_COLUMNS.map(({ code, label, help }) => [code, label.en, label.zh, help.en, help.zh]);
  const attribute = [`${ATTRIBUTE_COLUMN}…`, 'Attribute', '自定义属性', ATTRIBUTE_HELP.en, ATTRIBUTE_HELP.zh];
  return [
    ['column 列', 'English', '中文', 'What it holds', '填写说明'].map(heading),
    ...[...rows, attribute].map((row) => row.map(cell)),
  ];
}

const heading = (value: string) => ({ value: safe(value), type: String, fontWeight: 'bold' as const });

function cell(value: Cell) {
  if (value === null) return null;
  if (value instanceof Date) return { value, type: Date, format: DAY };
  if (typeof value === 'string') return { value: safe(value), type: String };
  return typeof value === 'number' ? { value, type: Number } : { value, type: Boolean };
}

/**
 * Workbooks write characters as `_x000D_`: those that XML or our writer would lose are written so, and a text that says
 * so by itself is written so that it is read back as it is.
 */
function safe(text: string): string {
  return text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(
      /[\r\ufdd0-\ufdef\ufffd-\uffff]/g,
      (lost) => `_x${lost.charCodeAt(0).toString(16).padStart(4, '0').toUpperCase()}_`,
    );
}
