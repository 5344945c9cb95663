import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';
import type { Cell } from '../import/table.js';

export interface Sheet {
  name: string;
  /** The first row is the headings: bold, and they stay in sight. */
  rows: Iterable<readonly Cell[]>;
  /** Widths of the columns in characters. */
  widths: readonly number[];
}

/** Rows that are written at once: a few milliseconds, then other requests have their turn. */
const AT_ONCE = 100;
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const SHEET_ML = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
/** Cell formats in the order of `STYLES`. */
const STYLE = { plain: 0, bold: 1, day: 2 } as const;
/** Days from the day 0 of spreadsheets to 1970. */
const DAYS_TO_1970 = 25_569;

/**
 * A workbook (Office Open XML, ECMA-376) with texts, numbers, yes/no and days. Its sheets are written piece by piece and
 * packed beside the event loop, so that a long one holds nobody up. Texts must be free of what XML forbids.
 */
export async function workbookOf(sheets: readonly Sheet[]): Promise<Buffer> {
  const zip = new ZipFile();
  const add = (path: string, xml: string) => zip.addBuffer(Buffer.from(HEAD + xml), path);
  add('[Content_Types].xml', contentTypes(sheets));
  add('_rels/.rels', relations([['officeDocument', 'xl/workbook.xml']]));
  add('xl/workbook.xml', book(sheets));
  add(
    'xl/_rels/workbook.xml.rels',
    relations([
      ...sheets.map((_, i) => ['worksheet', `worksheets/sheet${i + 1}.xml`] as const),
      ['styles', 'styles.xml'],
    ]),
  );
  add('xl/styles.xml', STYLES);
  sheets.forEach((sheet, i) => zip.addReadStream(Readable.from(pieces(sheet)), `xl/worksheets/sheet${i + 1}.xml`));
  zip.end();
  return buffer(zip.outputStream);
}

function* pieces({ rows, widths }: Sheet): Generator<string> {
  const cols = widths.map((width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`);
  yield `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${cols.join('')}</cols><sheetData>`;
  const letters = widths.map((_, i) => lettersOf(i));
  let piece = '';
  let number = 0;
  for (const cells of rows) {
    number++;
    const drawn = cells.map((cell, i) => cellXml(cell, `${letters[i] ?? lettersOf(i)}${number}`, number === 1));
    piece += `<row r="${number}">${drawn.join('')}</row>`;
    if (number % AT_ONCE === 0) {
      yield piece;
      piece = '';
    }
  }
  yield `${piece}</sheetData></worksheet>`;
}

function cellXml(cell: Cell, at: string, isHeading: boolean): string {
  if (cell === null) return '';
  if (cell instanceof Date)
    return `<c r="${at}" s="${STYLE.day}"><v>${cell.getTime() / 86_400_000 + DAYS_TO_1970}</v></c>`;
  if (typeof cell === 'number') return `<c r="${at}"><v>${cell}</v></c>`;
  if (typeof cell === 'boolean') return `<c r="${at}" t="b"><v>${cell ? 1 : 0}</v></c>`;
  const style = isHeading ? ` s="${STYLE.bold}"` : '';
  return `<c r="${at}"${style} t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
}

const SPECIAL: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string) => text.replace(/[&<>"]/g, (one) => SPECIAL[one] ?? one);

/** A column as spreadsheets call it: A … Z, AA … */
const lettersOf = (column: number): string =>
  (column >= 26 ? lettersOf(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26));

const contentTypes = (sheets: readonly Sheet[]) => {
  const parts = sheets.map(
    (_, i) => `<Override PartName="/xl/worksheets/sheet${i + 1}.xml" ContentType="${SHEET_ML}.worksheet+xml"/>`,
  );
  return `<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${SHEET_ML}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${SHEET_ML}.styles+xml"/>${parts.join('')}</Types>`;
};

const relations = (targets: readonly (readonly [kind: string, target: string])[]) => {
  const each = targets.map(
    ([kind, target], i) => `<Relationship Id="rId${i + 1}" Type="${OFFICE}/${kind}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${PACKAGE}/relationships">${each.join('')}</Relationships>`;
};

const book = (sheets: readonly Sheet[]) => {
  const each = sheets.map(({ name }, i) => `<sheet name="${escaped(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`);
  return `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><bookViews><workbookView/></bookViews><sheets>${each.join('')}</sheets></workbook>`;
};

const FONT = '<sz val="11"/><name val="Calibri"/><family val="2"/>';
const STYLES = `<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts><fonts count="2"><font>${FONT}</font><font><b/>${FONT}</font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
