import { describe, expect, it } from 'vitest';
import { keyName, KeySequence } from './key-sequence.js';

const press = (key: string, more = {}) => ({ key, ctrlKey: false, metaKey: false, altKey: false, ...more });

describe('the name of a key', () => {
  it.each([
    [press('g'), 'g'],
    [press('G'), 'g'],
    [press('?'), '?'],
    [press('？'), '?'],
    [press('、'), '/'],
    [press('k', { ctrlKey: true }), 'mod+k'],
    [press('K', { metaKey: true }), 'mod+k'],
    [press('k', { altKey: true }), null],
    [press('Enter'), null],
    [press('g', { isComposing: true }), null],
    [press('g', { repeat: true }), null],
  ])('%o is %s', (key, name) => {
    expect(keyName(key)).toBe(name);
  });
});

describe('a sequence of keys', () => {
  const known = ['g h', 'g n', '?', 'mod+k'];
  const typed = (...keys: [string, number][]) => {
    const sequence = new KeySequence(known);
    return keys.map(([key, now]) => sequence.press(key, now));
  };

  it('knows single keys at once and two keys at the second', () => {
    expect(typed(['?', 0], ['g', 10], ['h', 20])).toEqual(['?', null, 'g h']);
  });

  it('forgets the first key after a while and after any other', () => {
    expect(typed(['g', 0], ['h', 2000])).toEqual([null, null]);
    expect(typed(['g', 0], ['x', 10], ['h', 20])).toEqual([null, null, null]);
  });

  it('begins anew with a key that begins a sequence, and lets single keys through in between', () => {
    expect(typed(['g', 0], ['g', 10], ['n', 20])).toEqual([null, null, 'g n']);
    expect(typed(['g', 0], ['mod+k', 10])).toEqual([null, 'mod+k']);
  });
});
