import { describe, expect, it } from 'vitest';
import { contrast, readable } from './theme.js';

describe('a tenant’s accent', () => {
  it.each(['#0b5d57', '#ffd400', '#ff0000', '#e6f7ff', '#000000', '#ffffff', '#3f7d20'])(
    '%s is readable on light and dark',
    (accent) => {
      expect(contrast(readable(accent, '#ffffff'), '#ffffff')).toBeGreaterThanOrEqual(4.5);
      expect(contrast(readable(accent, '#1f2925'), '#1f2925')).toBeGreaterThanOrEqual(4.5);
    },
  );

  it('stays as it is where it reads already', () => {
    expect(readable('#0b5d57', '#ffffff')).toBe('#0b5d57');
  });
});
