/** Rows drawn beyond the edges of the window, at least. */
const BEYOND = 6;
/** Rows come and go in groups: one row at a time would draw the list anew with every bit of scrolling. */
const GROUP = 4;

/** Equally high rows below each other, one of which may have a detail below it. */
export interface Rows {
  count: number;
  /** Height of a row. */
  row: number;
  /** The row that stands open, or -1. */
  open: number;
  /** Height of its detail. */
  detail: number;
}

/** How far below the first row a row begins. */
export function startOf({ row, open, detail }: Rows, i: number): number {
  return i * row + (open >= 0 && i > open ? detail : 0);
}

/** The row at a distance from the first row's upper edge; outside the list a row that does not exist. */
function rowAt({ row, open, detail }: Rows, y: number): number {
  const below = (open + 1) * row;
  if (open < 0 || y < below) return Math.floor(y / row);
  return y < below + detail ? open : Math.floor((y - detail) / row);
}

/** The first and the last row to draw when the window shows what lies between two distances from the first row. */
export function rangeOf(rows: Rows, from: number, to: number): [first: number, last: number] {
  const within = (i: number) => Math.max(0, Math.min(rows.count, i));
  const first = Math.floor((rowAt(rows, from) - BEYOND) / GROUP) * GROUP;
  const end = Math.ceil((rowAt(rows, to) + 1 + BEYOND) / GROUP) * GROUP;
  return [Math.min(within(first), Math.max(0, rows.count - 1)), within(Math.max(end, GROUP)) - 1];
}
