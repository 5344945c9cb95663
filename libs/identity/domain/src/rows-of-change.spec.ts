import { describe, expect, it } from 'vitest';
import { rowsOfChange } from './rows-of-change.js';

const say = (value: unknown) =>
  value === null ? '—' : typeof value === 'object' && 'en' in value ? String(value.en) : null;

describe('rowsOfChange', () => {
  it('leaves out what stayed', () => {
    expect(rowsOfChange({ a: 1, b: 'x' }, { a: 2, b: 'x' }, say)).toEqual([{ field: 'a', before: '1', after: '2' }]);
  });

  it('goes into lists and objects, and counts as people do', () => {
    expect(
      rowsOfChange(null, { grants: [{ role: 'viewer', scopeId: null }], name: { en: 'East', zh: '华东' } }, say),
    ).toEqual([
      { field: 'grants[1].role', before: '—', after: 'viewer' },
      { field: 'name', before: '—', after: 'East' },
    ]);
  });

  it('shows what came and what went', () => {
    expect(rowsOfChange({ gone: true }, { come: false }, say)).toEqual([
      { field: 'gone', before: 'true', after: '—' },
      { field: 'come', before: '—', after: 'false' },
    ]);
  });

  it.each([
    [undefined, undefined],
    [null, null],
    [{}, {}],
  ])('has nothing to say of %j and %j', (before, after) => {
    expect(rowsOfChange(before, after, say)).toEqual([]);
  });

  it('says a plain value by itself', () => {
    expect(rowsOfChange('a', 'b', say)).toEqual([{ field: '·', before: 'a', after: 'b' }]);
  });
});
