import { describe, expect, it } from 'vitest';
import { normalQuery } from './same-query.js';

describe('normalQuery', () => {
  it.each([
    ['', ''],
    ['?', ''],
    ['?q=', ''],
    ['?b=2&a=1', 'a=1&b=2'],
    ['a=2&a=1', 'a=1&a=2'],
    ['?q=%E6%9D%AD%E5%B7%9E&tier=2', 'q=%E6%9D%AD%E5%B7%9E&tier=2'],
    ['?q=a%20b', 'q=a+b'],
  ])('%s → %s', (search, expected) => {
    expect(normalQuery(search)).toBe(expected);
  });

  it('writes nothing that the server refuses', () => {
    const all = Array.from({ length: 0x2000 }, (_, i) => String.fromCharCode(i + 32)).join('');
    expect(normalQuery(`?q=${encodeURIComponent(all)}`)).toMatch(/^[\w\-.~%!$&'()*+,;=:@/?]*$/);
  });
});
