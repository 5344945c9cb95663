import { setImmediate } from 'node:timers/promises';
import { IMPORT_MAX_ROWS } from '@wheelhouse/contracts';
import { DomainError } from '@wheelhouse/kernel';
import { readSheet } from 'read-excel-file/universal';
import { type Cell, type FileTable, MAX_COLUMNS, tableOf } from './table.js';
import { unpack } from './zip-entries.js';

/** Rows of a sheet beyond which nothing is looked at: far more than an import takes, so that the excess can be named. */
const LAST_ROW = 200_000;
/** Tags of all parts together: 5,000 rows of 100 cells have two million. */
const MAX_TAGS = 2_500_000;
const MAX_ATTRIBUTES = 300;
/** Tags after which others have their turn. */
const TURN = 20_000;

/**
 * What is found in a workbook without reading its cells: no part that a reader would chew on for hours (see `tagsOf`), no
 * row and column so far out that it would fill memory up to it. Answers how many rows of the first sheet hold something,
 * headings included. Other requests have their turns meanwhile.
 */
export async function surveyXlsx(bytes: Buffer): Promise<number> {
  const parts = await unpack(bytes);
  if (!parts.has('xl/workbook.xml')) throw new DomainError('IMPORT.MISMATCH', { declared: 'XLSX' });
  const rows = new Map<string, number>();
  let left = MAX_TAGS;
  for (const [name, content] of parts) {
    // The names that the reader reads; which of them are sheets is said in a part that anybody can write.
    if (!/\.(xml|rels)$/i.test(name)) continue;
    const survey = new PartSurvey();
    for (const tag of tagsOf(content.toString('utf8'))) {
      if (--left < 0) throw broken('it has too many elements');
      if (left % TURN === 0) await setImmediate();
      survey.take(tag);
    }
    if (/^xl\/worksheets\/[^/]+\.xml$/i.test(name)) rows.set(name, survey.rows);
  }
  return rows.get('xl/worksheets/sheet1.xml') ?? Math.max(0, ...rows.values());
}

class PartSurvey {
  private readonly filled = new Set<string>();
  private unnamed = 0;

  get rows(): number {
    return this.filled.size + Math.ceil(this.unnamed / MAX_COLUMNS);
  }

  take(tag: string): void {
    const [, kind] = /^(?:\w+:)?(row|c)(?![\w:.-])/.exec(tag) ?? [];
    if (!kind) return;
    if (tag.includes('&')) throw broken('a row or cell is not named plainly');
    if (kind === 'row') {
      for (const [, row] of tag.matchAll(/\br\s*=\s*["'](\d+)["']/g))
        if (Number(row) > LAST_ROW) throw tooMany(Number(row));
      return;
    }
    const isEmpty = tag.endsWith('/');
    let name = '';
    for (const [, column = '', row = ''] of tag.matchAll(/\br\s*=\s*["']\$?([A-Za-z]+)\$?(\d+)["']/g)) {
      if (Number(row) > LAST_ROW) throw tooMany(Number(row));
      if (columnNumber(column) > MAX_COLUMNS && !isEmpty)
        throw new DomainError('IMPORT.TOO_MANY_COLUMNS', { columns: columnNumber(column), max: MAX_COLUMNS });
      name ||= row;
    }
    if (isEmpty) return;
    if (name) this.filled.add(name);
    else this.unnamed++;
  }
}

/**
 * The insides of the tags of XML, one after another, in one pass. What the reader would take a time for that grows with
 * the square of its length (a tag that never ends, one of very many attributes) is refused: `IMPORT.BROKEN`.
 */
function* tagsOf(xml: string): Generator<string> {
  for (let at = xml.indexOf('<'); at >= 0; at = xml.indexOf('<', at + 1)) {
    const first = xml.charCodeAt(at + 1);
    if (first === EXCLAMATION || first === QUESTION) continue;
    let quote = 0;
    let values = 0;
    let end = at + 1;
    for (; end < xml.length; end++) {
      const character = xml.charCodeAt(end);
      if (character === LESS || (character === GREATER && quote === 0)) break;
      if (character === quote) quote = 0;
      else if (quote === 0 && (character === DOUBLE || character === SINGLE)) {
        quote = character;
        values++;
      }
    }
    if (xml.charCodeAt(end) !== GREATER) throw broken('a tag does not end');
    if (values > MAX_ATTRIBUTES) throw broken('a tag has too many attributes');
    yield xml.slice(at + 1, end);
  }
}

const [DOUBLE, SINGLE, LESS, GREATER, EXCLAMATION, QUESTION] = [...`"'<>!?`].map((each) => each.charCodeAt(0));
const broken = (reason: string) => new DomainError('IMPORT.BROKEN', { reason });
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
