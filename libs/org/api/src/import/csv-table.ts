import { DomainError } from '@wheelhouse/kernel';
import { parse } from 'csv-parse/sync';
import { textOf } from './decode-text.js';
import { type FileTable, tableOf } from './table.js';

const SEPARATORS = [',', ';', '\t'] as const;
const LONGEST_RECORD = 200_000;

/**
 * Reads a CSV file (RFC 4180, or with `;` or tabs) in any encoding that spreadsheets write. Throws `IMPORT.BROKEN` with
 * the line where a quotation mark is not closed.
 */
export function readCsv(bytes: Uint8Array): FileTable {
  const whole = textOf(bytes);
  // Excel's own way to say which separator a file has.
  const said = /^sep=([,;\t])\r?\n/i.exec(whole);
  const text = said ? whole.slice(said[0].length) : whole;
  try {
    const lines = parse(text, {
      delimiter: said?.[1] ?? separatorOf(text),
      relax_column_count: true,
      relax_quotes: true,
      max_record_size: LONGEST_RECORD,
    }) as unknown as string[][];
    return tableOf(said ? [[], ...lines] : lines);
  } catch (error) {
    throw new DomainError('IMPORT.BROKEN', { reason: (error as Error).message.slice(0, 200) });
  }
}

/** The separator that the first line has most of, outside quotation marks. */
function separatorOf(text: string): string {
  const counts = new Map<string, number>();
  let quoted = false;
  for (const character of text.slice(0, LONGEST_RECORD)) {
    if (character === '"') quoted = !quoted;
    if (quoted) continue;
    if (character === '\n' || character === '\r') break;
    counts.set(character, (counts.get(character) ?? 0) + 1);
  }
  const most = Math.max(...SEPARATORS.map((one) => counts.get(one) ?? 0));
  return SEPARATORS.find((one) => (counts.get(one) ?? 0) === most) ?? ',';
}
