import { describe, expect, it } from 'vitest';
import { readConfig } from '@wheelhouse/platform-config';
import { SecretBox } from './secret-box.js';

const boxOf = (key?: string) =>
  new SecretBox(readConfig({ DATABASE_URL: 'postgres://x', ...(key ? { WHEELHOUSE_SECRET_KEY: key } : {}) }));
const KEY = 'k'.repeat(43);

describe('a secret in the box', () => {
  it('comes out as it went in, and looks different each time', () => {
    const box = boxOf(KEY);
    const sealed = box.seal('JBSWY3DP 密钥', 'second-factor', 'p1');
    expect(box.open(sealed, 'second-factor', 'p1')).toBe('JBSWY3DP 密钥');
    expect(sealed).not.toContain('JBSWY3DP');
    expect(box.seal('JBSWY3DP 密钥', 'second-factor', 'p1')).not.toBe(sealed);
  });

  it('is not read with another key, for another purpose, about another row or changed', () => {
    const box = boxOf(KEY);
    const sealed = box.seal('secret', 'second-factor', 'p1');
    expect(() => boxOf('l'.repeat(43)).open(sealed, 'second-factor', 'p1')).toThrow();
    expect(() => box.open(sealed, 'sign-in-provider', 'p1')).toThrow();
    expect(() => box.open(sealed, 'second-factor', 'p2')).toThrow();
    expect(() => box.open(`${sealed.slice(0, -4)}AAAA`, 'second-factor', 'p1')).toThrow();
  });

  it('needs the installation’s key, which is long', () => {
    expect(() => boxOf().seal('x', 'second-factor', 'p')).toThrow('SERVER.NO_SECRET_KEY');
    expect(() => boxOf('short')).toThrow('WHEELHOUSE_SECRET_KEY');
  });
});
