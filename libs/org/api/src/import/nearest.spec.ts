import { describe, expect, it } from 'vitest';
import { distance, nearest } from './nearest.js';

describe('the nearest name', () => {
  it.each([
    ['ESAT', 'EAST'],
    ['华东1', '华东一'],
    ['SH-0O1', 'SH-001'],
    ['sh-001', 'SH-001'],
    ['NOWHERE', null],
    ['', null],
  ])('to %s is %s', (text, expected) => {
    expect(nearest(text, ['EAST', 'WEST', 'SH-001', 'SH-215', '华东一'])).toBe(expected);
  });

  it('counts letters put in, left out, changed and swapped, up to its limit', () => {
    expect(distance('kitten', 'sitting', 5)).toBe(3);
    expect(distance('ab', 'ba', 2)).toBe(1);
    expect(distance('abcdef', 'uvwxyz', 3)).toBe(4);
    expect(distance('a', 'abcdefgh', 3)).toBe(4);
  });
});
