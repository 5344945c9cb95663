import { describe, expect, it } from 'vitest';
import { rangeOf, startOf } from './row-range.js';

const rows = { count: 5_000, row: 50, open: -1, detail: 200 };

describe('the rows of a long list that are drawn', () => {
  it('are those in the window and a few beyond, in whole groups', () => {
    const [first, last] = rangeOf(rows, 10_000, 10_900);
    expect(first).toBeLessThanOrEqual(200 - 6);
    expect(last).toBeGreaterThanOrEqual(218 + 6);
    expect(last - first).toBeLessThan(19 + 2 * (6 + 4));
    expect(first % 4).toBe(0);
    expect((last + 1) % 4).toBe(0);
  });

  it('stay the same for a bit of scrolling', () => {
    expect(rangeOf(rows, 10_010, 10_910)).toEqual(rangeOf(rows, 10_020, 10_920));
  });

  it('end with the list', () => {
    expect(rangeOf(rows, 249_100, 250_000)[1]).toBe(4_999);
    expect(rangeOf(rows, 300_000, 300_900)).toEqual([4_999, 4_999]);
  });

  it('are the first few while the list lies below the window', () => {
    const [first, last] = rangeOf(rows, -2_000, -1_100);
    expect(first).toBe(0);
    expect(last).toBeLessThan(12);
  });

  it('are none of an empty list', () => {
    expect(rangeOf({ ...rows, count: 0 }, 0, 900)).toEqual([0, -1]);
  });

  it('make room for the detail of the open row', () => {
    const opened = { ...rows, open: 10 };
    expect(startOf(opened, 10)).toBe(500);
    expect(startOf(opened, 11)).toBe(750);
    // The detail alone fills the window: its row is among those drawn.
    const [first, last] = rangeOf({ ...opened, detail: 2_000 }, 600, 1_500);
    expect(first).toBeLessThanOrEqual(10);
    expect(last).toBeGreaterThanOrEqual(10);
    // Behind it the rows are where the detail has moved them.
    expect(rangeOf(opened, 10_200, 11_100)).toEqual(rangeOf(rows, 10_000, 10_900));
  });
});
