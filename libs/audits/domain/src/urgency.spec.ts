import { describe, expect, it } from 'vitest';
import { urgencyOf } from './urgency.js';

describe('how pressing a window is', () => {
  it.each([
    ['2026-11-16', '2026-11-21', 'late'],
    ['2026-11-16', '2026-11-22', 'today'],
    ['2026-11-22', '2026-11-22', 'today'],
    ['2026-11-22', '2026-11-29', 'later'],
    ['2026-11-23', '2026-11-29', 'not_yet'],
  ])('%s to %s is %s', (windowFrom, windowTo, expected) => {
    expect(urgencyOf({ windowFrom, windowTo }, '2026-11-22')).toBe(expected);
  });
});
