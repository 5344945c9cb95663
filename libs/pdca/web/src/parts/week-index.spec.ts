import { describe, expect, it } from 'vitest';
import { weekIndexOf } from './week-index.js';

describe('the week of a day', () => {
  const weeks = ['2026-W52', '2026-W53', '2027-W01'];

  it('is found across the turn of the year', () => {
    expect(weekIndexOf('2026-12-27', weeks)).toBe(0);
    expect(weekIndexOf('2027-01-03', weeks)).toBe(1);
    expect(weekIndexOf('2027-01-04', weeks)).toBe(2);
  });

  it('is none outside', () => {
    expect(weekIndexOf('2026-12-20', weeks)).toBe(-1);
    expect(weekIndexOf('2026-12-28', [])).toBe(-1);
  });
});
