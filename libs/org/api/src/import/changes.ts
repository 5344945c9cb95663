import { ATTRIBUTE_COLUMN, type ImportChange, OUTLET_FILE_COLUMNS } from '@wheelhouse/contracts';
import { cellOf, type Codes, type OutletValues } from './outlet-values.js';
import { textOfCell } from './table.js';
import { decodeText } from './text-codec.js';

/** What differs between an outlet and what it shall be, field by field, in the order of the columns. */
export function changesBetween(before: OutletValues, after: OutletValues, codes: Codes): ImportChange[] {
  const names = new Set([...Object.keys(before.attributes), ...Object.keys(after.attributes)]);
  const columns = [
    ...OUTLET_FILE_COLUMNS.map(({ code }) => code),
    ...[...names].sort().map((name) => ATTRIBUTE_COLUMN + name),
  ];
  return columns.flatMap((column): ImportChange[] => {
    const [was, is] = [before, after].map((outlet) => cellOf(outlet, column, codes));
    const isSame = typeof was === typeof is && textOfCell(was) === textOfCell(is);
    return isSame ? [] : [{ column, before: shown(textOfCell(was)), after: shown(textOfCell(is)) }];
  });
}

/** As a person reads it: without the mark of a file. */
const shown = (text: string) => decodeText(text);
