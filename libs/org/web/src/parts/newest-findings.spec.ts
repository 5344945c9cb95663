import { describe, expect, it } from 'vitest';
import { newestOfEach } from './newest-findings.js';

const finding = (itemId: string, visitDate: string, repeated: number, standardId = 's') => ({
  ...{ itemId, visitDate, repeated, standardId },
});

describe('what fails at an outlet', () => {
  it('names each item once, with its newest finding, repeated ones first', () => {
    const rows = [
      finding('A', '2026-03-05', 1),
      finding('B', '2026-03-04', 3),
      finding('B', '2026-02-01', 2),
      finding('C', '2026-03-06', 1),
      finding('A', '2026-03-01', 1, 'other'),
    ];
    expect(newestOfEach(rows).map(({ itemId, standardId, repeated }) => [itemId, standardId, repeated])).toEqual([
      ['B', 's', 3],
      ['C', 's', 1],
      ['A', 's', 1],
      ['A', 'other', 1],
    ]);
    expect(newestOfEach([])).toEqual([]);
  });
});
