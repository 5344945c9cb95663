import { describe, expect, it } from 'vitest';
import type { ImportFormat } from '@wheelhouse/contracts';
import fc from 'fast-check';
import { FileCheck } from '../import/check-file.js';
import { mapColumns } from '../import/columns.js';
import { Directory, type Named } from '../import/directory.js';
import { readOutletFile } from '../import/outlet-file.js';
import type { OutletNow } from '../import/outlet-values.js';
import { textIn } from '../import/parse-cell.js';
import { csvOf } from './csv-file.js';
import { outletTable } from './outlet-table.js';
import { xlsxOf } from './xlsx-file.js';

const UNITS: Named[] = ['HQ', '=U1', '华东-01'].map((code, i) => ({
  id: `u${i}`,
  code,
  name: { en: `Unit ${i}`, zh: `${i}` },
}));
const GROUPS: Named[] = ['P1', '+P2'].map((code, i) => ({
  id: `g${i}`,
  code,
  name: { en: `Peers ${i}`, zh: `组${i}` },
}));
const units = new Directory(UNITS);
const groups = new Directory(GROUPS);
const codes = { unit: (id: string | null) => units.codeOf(id), group: (id: string | null) => groups.codeOf(id) };

/** What the API lets into a text (no controls but tabs and line ends, no half characters), without what is no character. */
const text = fc.oneof(
  fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 60 })
    .filter(
      (one) =>
        !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]|\p{Noncharacter_Code_Point}/u.test(
          one,
        ),
    ),
  fc.constantFrom(
    '=cmd|x',
    '+1',
    '-2',
    '@x',
    "'",
    "''=",
    '\tx',
    'a\nb',
    'a,b;c',
    '"',
    '＝1',
    ' x ',
    '  ',
    '_x000D_',
    '门店,一"号"',
    'x'.repeat(200),
    '12',
    'TRUE',
    '2026-01-01',
    'valueOf',
    'a\ufffd ',
    '__proto__',
  ),
);
const name = fc.record({ en: text, zh: text });
const day = fc.integer({ min: 0, max: 40_000 }).map((n) => new Date(n * 86_400_000).toISOString().slice(0, 10));
const degrees = (max: number) => fc.option(fc.double({ min: -max, max, noNaN: true }).map((x) => x + 0));
const attributes = fc.dictionary(
  text.filter((one) => one.length <= 60),
  fc.oneof(
    text,
    fc.boolean(),
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((x) => Number(x.toPrecision(12)) + 0),
  ),
  { maxKeys: 5 },
);
const outlet = fc.record({
  id: fc.uuid(),
  seenAt: fc.constant('2026-01-01 00:00:00+00'),
  firstMoveOn: fc.constant(null),
  code: fc.stringMatching(/^[A-Za-z0-9店][A-Za-z0-9._/-]{0,20}$/),
  name,
  kind: fc.constantFrom('4s', 'tea_shop'),
  orgUnitId: fc.constantFrom('u0', 'u1', 'u2'),
  peerGroupId: fc.option(fc.constantFrom('g0', 'g1')),
  cityTier: fc.option(fc.constantFrom('1', '4')),
  city: fc.option(name.filter(({ en, zh }) => en.trim() !== '' && zh.trim() !== '')),
  latitude: degrees(90),
  longitude: degrees(180),
  timeZone: fc.constantFrom('Asia/Shanghai', 'America/Argentina/Buenos_Aires'),
  openedOn: day,
  closedOn: fc.option(day.map(() => '2090-01-01')),
  attributes,
});
const network = fc.uniqueArray(outlet, { selector: ({ code }) => code, minLength: 1, maxLength: 8 });

/** What an import of the export would find. */
async function outcomesOf(outlets: OutletNow[], format: ImportFormat) {
  const table = outletTable(outlets, codes);
  const file = format === 'csv' ? Buffer.from(csvOf(table.headings, table.rows)) : await xlsxOf(table);
  const read = await readOutletFile(file, format);
  const columns = mapColumns(read.headings);
  const known = new Map(outlets.map((one) => [one.code, one]));
  const check = new FileCheck(read.rows, columns, {
    ...{ units, groups, codes, outlets: known, today: '2026-11-22', timeZone: 'Asia/Shanghai' },
    mayWrite: () => true,
    validate: () => Promise.resolve([]),
    checkDay: () => null,
  });
  const rows = await Promise.all(read.rows.map((row) => check.row(row)));
  expect(read.rows.map(({ cells }) => textIn(cells[0]))).toEqual(outlets.map(({ code }) => code));
  return rows.flatMap((row) => (row.outcome === 'unchanged' ? [] : [row]));
}

describe('an export that is imported again', () => {
  it('changes nothing: CSV', async () => {
    await fc.assert(
      fc.asyncProperty(network, async (outlets) => {
        expect(await outcomesOf(outlets, 'csv')).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it('changes nothing: workbook', async () => {
    await fc.assert(
      fc.asyncProperty(network, async (outlets) => {
        expect(await outcomesOf(outlets, 'xlsx')).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it('holds no cell that a spreadsheet would run', async () => {
    await fc.assert(
      fc.asyncProperty(network, async (outlets) => {
        const { headings, rows } = outletTable(outlets, codes);
        const texts = [headings, ...rows].flat().filter((cell) => typeof cell === 'string');
        expect(texts.filter((cell) => /^[=+\-@\t\r＝＋－＠]/.test(cell))).toEqual([]);
      }),
    );
  });
});
