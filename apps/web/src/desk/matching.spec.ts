import { describe, expect, it } from 'vitest';
import { matching } from './matching.js';

describe('what the palette finds', () => {
  const words = ['Mystery shops', '神秘客暗访'];

  it.each([
    ['', 1],
    ['mys', 1],
    ['神秘', 1],
    ['shops', 0.8],
    ['hop', 0.6],
    ['暗访', 0.6],
    ['shops mys', 0.8],
    ['shops nothing', 0],
    ['bin', 0],
  ])('“%s” scores %d', (sought, score) => {
    expect(matching(sought, words)).toBe(score);
  });
});
