import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { decodePlain, decodeText, encodePlain, encodeText } from './text-codec.js';

describe('texts in files', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+86 21', "'+86 21"],
    ['-x', "'-x"],
    ['@SUM', "'@SUM"],
    ['＝1', "'＝1"],
    ["'t", "''t"],
    [' a', "' a"],
    ['龙骧汽车', '龙骧汽车'],
    ['a = b', 'a = b'],
  ])('%s is written as %s', (text, written) => {
    expect(encodeText(text)).toBe(written);
    expect(decodeText(written)).toBe(text);
  });

  it('are read as people type them: blanks around them mean nothing, an apostrophe inside does', () => {
    expect(decodeText('  Store 1 ')).toBe('Store 1');
    expect(decodeText("'s-Hertogenbosch")).toBe("'s-Hertogenbosch");
  });

  it('never begin a formula and always come back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(encodeText(text)).not.toMatch(/^[=+\-@\t\r]/);
        expect(decodeText(encodeText(text))).toBe(text);
      }),
    );
  });
});

describe('attributes in files', () => {
  it.each([
    ['12', 12],
    ['-3.50', -3.5],
    ['TRUE', true],
    ['false', false],
    ["'12", '12'],
    ["'true", 'true'],
    ['007', '007'],
    ['12345678901234567', '12345678901234567'],
    ['1e400', '1e400'],
    ['', null],
    ['  ', null],
    ["'=x", '=x'],
  ])('%s is read as %p', (cell, value) => {
    expect(decodePlain(cell)).toBe(value);
  });

  it('keep their type: text, number, yes or no', () => {
    const texts = fc.oneof(
      fc.string({ minLength: 1 }),
      fc.constantFrom('12', 'true', 'FALSE', '-1.5', ' 12', "'12", '1e3', '+5'),
    );
    fc.assert(
      fc.property(fc.oneof(texts, fc.double({ noNaN: true, noDefaultInfinity: true }), fc.boolean()), (value) => {
        const written = encodePlain(value);
        const read = decodePlain(String(written));
        if (typeof value === 'number') expect(Number(read)).toBeCloseTo(value === 0 ? 0 : value, 12);
        else expect(read).toBe(value);
      }),
    );
  });
});
