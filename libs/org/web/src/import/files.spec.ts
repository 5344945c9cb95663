import { describe, expect, it } from 'vitest';
import { formatOf } from './files.js';

describe('a chosen file', () => {
  it.each([
    ['门店.CSV', 10, 'csv'],
    ['outlets.xlsx', 10, 'xlsx'],
    ['outlets.tsv', 10, 'csv'],
    ['outlets.xls', 10, 'oldExcel'],
    ['picture.png', 10, 'otherType'],
    ['outlets', 10, 'otherType'],
    ['outlets.csv', 10 * 1024 * 1024 + 1, 'tooLarge'],
  ])('%s of %i bytes is %s', (name, size, expected) => {
    expect(formatOf({ name, size })).toBe(expected);
  });
});
