import { ATTRIBUTE_COLUMN, OUTLET_FILE_COLUMNS } from '@wheelhouse/contracts';
import { cellOf, type Codes, type OutletValues } from '../import/outlet-values.js';
import type { Cell } from '../import/table.js';
import { encodeText } from '../import/text-codec.js';

export interface OutletTable {
  /** Codes of the columns. */
  columns: string[];
  /** As they stand in the first row. */
  headings: string[];
  rows: Cell[][];
}

/** Outlets as a table: the columns in their fixed order, then each attribute that any of them has. */
export function outletTable(outlets: readonly OutletValues[], codes: Codes): OutletTable {
  const names = new Set(outlets.flatMap(({ attributes }) => Object.keys(attributes)));
  const columns = [
    ...OUTLET_FILE_COLUMNS.map(({ code }) => code),
    ...[...names].sort().map((name) => ATTRIBUTE_COLUMN + name),
  ];
  return {
    columns,
    headings: columns.map(encodeText),
    rows: outlets.map((outlet) => columns.map((column) => cellOf(outlet, column, codes))),
  };
}
