import { finished } from 'node:stream/promises';
import { setImmediate } from 'node:timers/promises';
import { DomainError } from '@wheelhouse/kernel';
import { type Options, parse } from 'csv-parse';
import { textOf } from './decode-text.js';
import { type FileTable, tableOf } from './table.js';

const SEPARATORS = [',', ';', '\t'] as const;
const LONGEST_RECORD = 200_000;
/** Bytes after which others have their turn: ten megabytes take many seconds. */
const TURN = 16_384;
/** Records beyond which nothing is looked at: far more than an import takes, so that the excess can be named. */
const LAST_RECORD = 100_000;

/**
 * Reads a CSV file (RFC 4180, or with `;` or tabs) in any encoding that spreadsheets write. Throws `IMPORT.BROKEN` with
 * the line where a quotation mark is not closed.
 */
export async function readCsv(bytes: Uint8Array): Promise<FileTable> {
  const whole = textOf(bytes);
  // Excel's own way to say which separator a file has.
  const said = /^sep=([,;\t])\r?\n/i.exec(whole);
  const text = said ? whole.slice(said[0].length) : whole;
  try {
    const lines = await linesOf(text, {
      delimiter: said?.[1] ?? separatorOf(text),
      relax_column_count: true,
      relax_quotes: true,
      max_record_size: LONGEST_RECORD,
      to: LAST_RECORD,
    });
    return tableOf(said ? [[], ...lines] : lines);
  } catch (error) {
    throw new DomainError('IMPORT.BROKEN', { reason: (error as Error).message.slice(0, 200) });
  }
}

/** The records of a text, parsed in pieces. */
async function linesOf(text: string, options: Options): Promise<string[][]> {
  const lines: string[][] = [];
  const parser = parse(options).on('data', (line: string[]) => lines.push(line));
  const ended = finished(parser);
  // A refusal between two pieces is thrown below; unheard until then it would end the process.
  ended.catch(() => undefined);
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length && !parser.destroyed; at += TURN) {
    parser.write(bytes.subarray(at, at + TURN));
    await setImmediate();
  }
  parser.end();
  await ended;
  return lines;
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
