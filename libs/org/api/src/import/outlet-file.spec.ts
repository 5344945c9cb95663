import { setImmediate as turn } from 'node:timers/promises';
import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { ImportFormat } from '@wheelhouse/contracts';
import { xlsxOf } from '../export/xlsx-file.js';
import { readOutletFile, surveyOutletFile } from './outlet-file.js';
import { aZip } from '../testing/a-zip.js';

const HEAD = 'code,name_en,name_zh';
const utf8 = (text: string) => Buffer.from(text, 'utf8');

async function codeOf(bytes: Buffer, format: ImportFormat = 'csv'): Promise<string> {
  try {
    await surveyOutletFile(bytes, format);
    await readOutletFile(bytes, format);
    return 'taken';
  } catch (error) {
    return (error as { code: string }).code;
  }
}

/** How often something else had its turn while `work` was done. */
async function turnsWhile(work: () => Promise<unknown>): Promise<number> {
  let turns = 0;
  let isDone = false;
  const done = work().finally(() => (isDone = true));
  while (!isDone) {
    await turn();
    turns++;
  }
  await done;
  return turns;
}

/** What somebody who writes 门店,龙骧 in GBK gets. */
const GBK = Buffer.from('c3c5b5eab1e0c2eb2cc3fbb3c60d0a53312cc1fae6f8', 'hex');

describe('a CSV file', () => {
  it.each([
    ['UTF-8', utf8(`${HEAD}\nS1,A,龙骧`)],
    ['UTF-8 with a mark', utf8(`\ufeff${HEAD}\r\nS1,A,龙骧\r\n`)],
    ['UTF-16 as Excel writes it', Buffer.from(`\ufeff${HEAD.replaceAll(',', '\t')}\r\nS1\tA\t龙骧`, 'utf16le')],
    ['UTF-16, the other way round', Buffer.from(`\ufeff${HEAD}\nS1,A,龙骧`, 'utf16le').swap16()],
    ['UTF-16 without a mark', Buffer.from(`${HEAD}\nS1,A,龙骧`, 'utf16le')],
    ['with semicolons', utf8(`${HEAD.replaceAll(',', ';')}\nS1;A;龙骧`)],
    ['that says its separator', utf8(`sep=;\r\n${HEAD.replaceAll(',', ';')}\r\nS1;A;龙骧`)],
  ])('in %s is read', async (_, bytes) => {
    const { headings, rows } = await readOutletFile(bytes, 'csv');
    expect(headings).toEqual(['code', 'name_en', 'name_zh']);
    expect(rows.map(({ cells }) => cells)).toEqual([['S1', 'A', '龙骧']]);
  });

  it('of a Chinese Excel (GB18030) is read', async () => {
    const { headings, rows } = await readOutletFile(GBK, 'csv');
    expect([headings, rows[0]?.cells]).toEqual([
      ['门店编码', '名称'],
      ['S1', '龙骧'],
    ]);
  });

  it('keeps separators, quotation marks and lines inside quotation marks, and counts rows as a spreadsheet does', async () => {
    const { rows } = await readOutletFile(utf8(`${HEAD}\n\nS1,"A, ""B""\nC",x\n,,\nS2,D,y\n`), 'csv');
    expect(rows).toEqual([
      { number: 3, cells: ['S1', 'A, "B"\nC', 'x'] },
      { number: 5, cells: ['S2', 'D', 'y'] },
    ]);
  });

  it.each([
    ['nothing', Buffer.alloc(0), 'IMPORT.EMPTY'],
    ['blank lines', utf8('\n\n  \n'), 'IMPORT.EMPTY'],
    ['headings only', utf8(`${HEAD}\n`), 'IMPORT.NO_ROWS'],
    ['a quotation mark without end', utf8(`${HEAD}\nS1,"A,x`), 'IMPORT.BROKEN'],
    ['zeros', Buffer.from([0x61, 0x00, 0x00, 0x00, 0x01, 0x02]), 'IMPORT.MISMATCH'],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'IMPORT.MISMATCH'],
    [
      'UTF-8 that turns into something else',
      Buffer.concat([utf8(`\ufeff${HEAD}\nS1,A,龙`), Buffer.from([0xff, 0xc3])]),
      'IMPORT.ENCODING',
    ],
    [
      'bytes of no encoding',
      Buffer.concat([utf8(HEAD), Buffer.from([0x0a, 0xff, 0xff, 0x80, 0x2c])]),
      'IMPORT.ENCODING',
    ],
    ['a workbook', aZip([['xl/workbook.xml', utf8('<workbook/>')]]), 'IMPORT.MISMATCH'],
    ['an old workbook', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'IMPORT.OLD_EXCEL'],
    [
      'too many columns',
      utf8(`${Array.from({ length: 301 }, (_, i) => `c${i}`).join()}\nS1`),
      'IMPORT.TOO_MANY_COLUMNS',
    ],
  ])('of %s is refused', async (_, bytes, code) => {
    expect(await codeOf(bytes)).toBe(code);
  });

  it('keeps characters of four bytes wherever it is cut into pieces', async () => {
    const names = Array.from({ length: 4_000 }, (_, i) => `S${i},${'😀'.repeat(9)}${'x'.repeat(i % 4)},龙骧`);
    const { rows } = await readOutletFile(utf8([HEAD, ...names].join('\n')), 'csv');
    expect(rows.map(({ cells }) => cells.join())).toEqual(names);
  });

  it('that holds far too much leaves turns to others while it is looked at', async () => {
    expect(await turnsWhile(() => codeOf(utf8(`${HEAD}\n${'a,b\n'.repeat(20_000)}`)))).toBeGreaterThan(3);
  });

  it('of 5,001 rows is refused with the number; 5,000 are taken', async () => {
    const rows = (count: number) => utf8([HEAD, ...Array.from({ length: count }, (_, i) => `S${i},A,B`)].join('\n'));
    await expect(surveyOutletFile(rows(5_001), 'csv')).rejects.toMatchObject({
      code: 'IMPORT.TOO_MANY_ROWS',
      params: { rows: 5_001, max: 5_000 },
    });
    expect(await surveyOutletFile(rows(5_000), 'csv')).toBe(5_000);
  });
});

const sheet = (data: string, prolog = '') =>
  aZip([
    ['[Content_Types].xml', utf8('<Types/>')],
    [
      'xl/workbook.xml',
      utf8('<workbook xmlns:r="r"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>'),
    ],
    [
      'xl/_rels/workbook.xml.rels',
      utf8(
        '<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
      ),
    ],
    ['xl/worksheets/sheet1.xml', utf8(`${prolog}<worksheet><sheetData>${data}</sheetData></worksheet>`)],
  ]);
const cell = (at: string, text: string) => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;
const row = (n: number, ...texts: string[]) =>
  `<row r="${n}">${texts.map((text, i) => cell(`${'ABCDEF'[i]}${n}`, text)).join('')}</row>`;

describe('a workbook', () => {
  it('is read from its first sheet', async () => {
    const bytes = sheet(row(1, 'code', 'name_en') + row(2, 'S1', 'A') + row(4, 'S2', 'B'));
    expect(await surveyOutletFile(bytes, 'xlsx')).toBe(2);
    expect(await readOutletFile(bytes, 'xlsx')).toEqual({
      headings: ['code', 'name_en'],
      rows: [
        { number: 2, cells: ['S1', 'A'] },
        { number: 4, cells: ['S2', 'B'] },
      ],
    });
  });

  it('cannot say what an entity stands for: no file is fetched, and nothing multiplies', async () => {
    const doubled = [...'bcdefghijk'].map((name, i) => `<!ENTITY ${name} "${`&${'abcdefghij'[i]};`.repeat(10)}">`);
    const entities = `<!ENTITY a "aaaaaaaaaa">${doubled.join('')}<!ENTITY file SYSTEM "file:///etc/passwd">`;
    const bytes = sheet(row(1, 'code', 'name_en') + row(2, '&k;', '&file;'), `<!DOCTYPE x [${entities}]>`);
    expect((await readOutletFile(bytes, 'xlsx')).rows).toEqual([{ number: 2, cells: ['&k;', '&file;'] }]);
  });

  it('of ours without outlets has no row', async () => {
    const template = await xlsxOf({ columns: ['code'], headings: ['code'], rows: [] });
    expect(await codeOf(template, 'xlsx')).toBe('IMPORT.NO_ROWS');
  });

  it.each([
    ['a CSV file that says it is one', utf8(HEAD), 'IMPORT.MISMATCH'],
    ['some other archive', aZip([['a.txt', utf8('a')]]), 'IMPORT.MISMATCH'],
    ['half a workbook', sheet(row(1, 'code') + row(2, 'S1')).subarray(0, 400), 'IMPORT.BROKEN'],
    [
      'a row far out',
      sheet(row(1, 'code') + `<row r="99999999">${cell('A99999999', 'x')}</row>`),
      'IMPORT.TOO_MANY_ROWS',
    ],
    ['an empty row far out', sheet(row(1, 'code') + row(2, 'S1') + '<row r="999999999999"/>'), 'IMPORT.TOO_MANY_ROWS'],
    ['a cell far out', sheet(row(1, 'code') + `<row r="2">${cell('ZZZZZZ2', 'x')}</row>`), 'IMPORT.TOO_MANY_COLUMNS'],
    [
      'what is no sheet',
      sheet('<row r="1"><c r="A1" t="s"><v>7</v></c></row><row r="2"><c r="A2"><v>1</v></c></row>'),
      'IMPORT.BROKEN',
    ],
    [
      'one part twice',
      aZip([
        ['xl/workbook.xml', utf8('a')],
        ['xl/workbook.xml', utf8('b')],
      ]),
      'IMPORT.BROKEN',
    ],
  ])('that is %s is refused', async (_, bytes, code) => {
    expect(await codeOf(bytes, 'xlsx')).toBe(code);
  });

  it('of 5,001 rows is refused with the number, before a cell is read', async () => {
    const rows = Array.from({ length: 5_002 }, (_, i) => row(i + 1, `S${i}`)).join('');
    await expect(surveyOutletFile(sheet(rows), 'xlsx')).rejects.toMatchObject({
      code: 'IMPORT.TOO_MANY_ROWS',
      params: { rows: 5_001 },
    });
  });

  it.each([
    ['cells that never end', '<c '.repeat(200_000)],
    ['rows that never end', '<row '.repeat(200_000)],
    ['a tag of very many attributes', `<row ${'a="1" '.repeat(200_000)}/>`],
    ['very many elements', '<a/>'.repeat(2_500_001)],
    ['a row that is named so that only a reader finds it', `<row r="&#57;9999999"/>`],
  ])('of %s is refused before a reader chews on it, whatever part it stands in', async (_, xml) => {
    const inSheet = sheet(row(1, 'code') + row(2, 'S1') + xml);
    const inTexts = aZip([
      ['xl/workbook.xml', utf8('<workbook/>')],
      ['xl/sharedStrings.xml', utf8(`<sst>${xml}</sst>`)],
    ]);
    expect(await codeOf(inSheet, 'xlsx')).toBe('IMPORT.BROKEN');
    expect(await codeOf(inTexts, 'xlsx')).toBe('IMPORT.BROKEN');
  });

  it('whose sheet lies elsewhere, or hides where a row is in another attribute, is looked at all the same', async () => {
    const far = '<row r="99999999"><c r="A99999999"><v>1</v></c></row>';
    const elsewhere = aZip([
      ['xl/workbook.xml', utf8('<workbook/>')],
      ['xl/elsewhere.xml', utf8(`<worksheet><sheetData>${far}</sheetData></worksheet>`)],
    ]);
    expect(await codeOf(elsewhere, 'xlsx')).toBe('IMPORT.TOO_MANY_ROWS');
    for (const hidden of [`<row a='>' r="99999999"/>`, `<row a=' r="1" ' r="99999999"/>`])
      expect(await codeOf(sheet(row(1, 'code') + row(2, 'S1') + hidden), 'xlsx')).toBe('IMPORT.TOO_MANY_ROWS');
  });

  it('of very many cells leaves turns to others while it is looked at', async () => {
    const cells = `<row r="1">${'<c/>'.repeat(100_000)}</row>`;
    expect(await turnsWhile(() => surveyOutletFile(sheet(cells), 'xlsx').catch(() => null))).toBeGreaterThan(4);
  });

  it('that would unpack to gigabytes is refused: by what it declares, and by what it does', async () => {
    const bomb = deflateRawSync(Buffer.alloc(64 * 1024 * 1024));
    expect(bomb.length).toBeLessThan(100_000);
    const honest = aZip([
      ['xl/workbook.xml', utf8('<workbook/>')],
      ['xl/worksheets/sheet1.xml', bomb, 64 * 1024 * 1024],
    ]);
    const lying = aZip([
      ['xl/workbook.xml', utf8('<workbook/>')],
      ['xl/worksheets/sheet1.xml', bomb, 1_000],
    ]);
    const many = aZip(Array.from({ length: 600 }, (_, i) => [`xl/${i}.xml`, utf8('x')] as [string, Buffer]));
    expect(await codeOf(honest, 'xlsx')).toBe('IMPORT.UNPACKED_SIZE');
    expect(await codeOf(lying, 'xlsx')).toBe('IMPORT.UNPACKED_SIZE');
    expect(await codeOf(many, 'xlsx')).toBe('IMPORT.BROKEN');
  });
});
