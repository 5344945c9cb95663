import { describe, expect, it } from 'vitest';
import { readConfig } from '@wheelhouse/platform-config';
import { SecretBox } from './secret-box.js';

const boxOf = (WHEELHOUSE_SECRET_KEY?: string, WHEELHOUSE_SECRET_KEY_OLD?: string) => {
  const keys = { WHEELHOUSE_SECRET_KEY, WHEELHOUSE_SECRET_KEY_OLD };
  return new SecretBox(readConfig({ DATABASE_URL: 'postgres://x', ...keys }));
};
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

  it('is still read with the key before, and sealed with the present one', () => {
    const sealed = boxOf(KEY).seal('secret', 'webhook', 'w1');
    const box = boxOf('l'.repeat(43), KEY);
    expect(box.open(sealed, 'webhook', 'w1')).toBe('secret');
    const anew = box.seal('secret', 'webhook', 'w1');
    expect([sealed, anew].map((each) => each.startsWith(box.mark ?? '-'))).toEqual([false, true]);
    expect(boxOf('l'.repeat(43)).open(anew, 'webhook', 'w1')).toBe('secret');
    expect(() => boxOf('l'.repeat(43)).open(sealed, 'webhook', 'w1')).toThrow('SERVER.OTHER_SECRET_KEY');
    expect(boxOf().mark).toBeNull();
  });

  it('needs the installation’s key, which is long', () => {
    expect(() => boxOf().seal('x', 'second-factor', 'p')).toThrow('SERVER.NO_SECRET_KEY');
    expect(() => boxOf('short')).toThrow('WHEELHOUSE_SECRET_KEY');
  });
});
