/** What a cell of a file may hold. A day of a workbook is midnight of that day in UTC. */
export type Cell = string | number | boolean | Date | null;

export interface TableRow {
  /** As the spreadsheet numbers it. */
  number: number;
  cells: Cell[];
}

/** The headings of a file and the rows below it that hold anything. */
export interface FileTable {
  headings: string[];
  rows: TableRow[];
}

/** Most columns that are read. */
export const MAX_COLUMNS = 300;

const isEmpty = (cell: Cell | undefined) =>
  cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '');

/** Parts what was read into headings (the first row that holds anything) and rows; empty rows are passed over. */
export function tableOf(lines: Cell[][]): FileTable {
  const filled = lines
    .map((cells, i): TableRow => ({ number: i + 1, cells }))
    .filter(({ cells }) => cells.some((cell) => !isEmpty(cell)));
  const [head, ...rows] = filled;
  return { headings: (head?.cells ?? []).map(textOfCell), rows };
}

/** A cell as a person reads it; a day as `YYYY-MM-DD`. */
export function textOfCell(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 10);
  return String(cell);
}
