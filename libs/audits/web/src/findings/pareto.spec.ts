import { describe, expect, it } from '@jest/globals';
import { vitalFew } from './pareto.js';

const shares = (...values: number[]) => values.map((share) => ({ share }));

describe('the vital few', () => {
  it('are the first items that together make four fifths', () => {
    expect(vitalFew(shares(0.5, 0.3, 0.1, 0.1))).toEqual({ count: 2, share: 0.8 });
    expect(vitalFew(shares(0.9, 0.1))).toEqual({ count: 1, share: 0.9 });
  });

  it('are all items when the list was cut before', () => {
    expect(vitalFew(shares(0.3, 0.2)).count).toBe(2);
    expect(vitalFew([])).toEqual({ count: 0, share: 0 });
  });
});
