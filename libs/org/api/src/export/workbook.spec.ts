import { describe, expect, it } from 'vitest';
import readExcelFile from 'read-excel-file/node';
import { workbookOf } from './workbook.js';

describe('a workbook', () => {
  it('is read back as it was written, with more columns than letters', async () => {
    const wide = Array.from({ length: 30 }, (_, i) => i * 1.5);
    const file = await workbookOf([
      {
        name: 'a & "b" <店>',
        rows: [
          ['code', 'day', 'open'],
          ['1 < 2 & "3" 店', new Date('1999-12-31T00:00:00Z'), true],
          [null, null, false],
          wide,
        ],
        widths: [10, 12, 8],
      },
      { name: 'second', rows: [['only']], widths: [9] },
    ]);
    const [first, second] = await readExcelFile(file);
    const blanks = (count: number) => Array.from({ length: count }, () => null);
    expect(first?.sheet).toBe('a & "b" <店>');
    expect(first?.data).toEqual([
      ['code', 'day', 'open', ...blanks(27)],
      ['1 < 2 & "3" 店', new Date('1999-12-31T00:00:00Z'), true, ...blanks(27)],
      [null, null, false, ...blanks(27)],
      wide,
    ]);
    expect(second?.data).toEqual([['only']]);
  });

  it('gives other work its turn while a long sheet is written', async () => {
    const rows = Array.from({ length: 3_000 }, (_, i) => [`R${i}`, i]);
    let turns = 0;
    let writing = true;
    const turn = () => {
      turns++;
      if (writing) setImmediate(turn);
    };
    setImmediate(turn);
    await workbookOf([{ name: 'long', rows, widths: [9, 9] }]);
    writing = false;
    expect(turns).toBeGreaterThan(10);
  });
});
