import { ATTRIBUTE_COLUMN, ATTRIBUTE_HELP, OUTLET_FILE_COLUMNS } from '@wheelhouse/contracts';
import type { Cell } from '../import/table.js';
import type { OutletTable } from './outlet-table.js';
import { workbookOf } from './workbook.js';

const WIDTHS: Record<string, number> = { code: 16, name_en: 32, name_zh: 26, org_unit: 16, time_zone: 16 };

/** A workbook: the outlets under a frozen row of headings, and a second sheet that explains each column. */
export function xlsxOf(table: OutletTable): Promise<Buffer> {
  return workbookOf([
    {
      name: 'outlets 门店',
      rows: safely([table.headings, ...table.rows]),
      widths: table.columns.map((column) => WIDTHS[column] ?? 14),
    },
    { name: 'columns 列说明', rows: safely(explanation()), widths: [16, 20, 16, 70, 60] },
  ]);
}

function explanation(): string[][] {
  const rows = OUTLET_FILE_COLUMNS.map(({ code, label, help }) => [code, label.en, label.zh, help.en, help.zh]);
  return [
    ['column 列', 'English', '中文', 'What it holds', '填写说明'],
    ...rows,
    [`${ATTRIBUTE_COLUMN}…`, 'Attribute', '自定义属性', ATTRIBUTE_HELP.en, ATTRIBUTE_HELP.zh],
  ];
}

function* safely(rows: readonly (readonly Cell[])[]): Generator<Cell[]> {
  for (const row of rows) yield row.map((cell) => (typeof cell === 'string' ? safe(cell) : cell));
}

/**
 * Workbooks write characters as `_x000D_`: those that XML forbids or loses are written so, and a text that says
 * so by itself is written so that it is read back as it is.
 */
function safe(text: string): string {
  return text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(
      /[\u0000-\u0008\u000b-\u001f\ufdd0-\ufdef\ufffd-\uffff]|\p{Surrogate}/gu,
      (lost) => `_x${lost.charCodeAt(0).toString(16).padStart(4, '0').toUpperCase()}_`,
    );
}
