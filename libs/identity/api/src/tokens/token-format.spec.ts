import { describe, expect, it } from 'vitest';
import { newId } from '@wheelhouse/kernel';
import fc from 'fast-check';
import { isAccessToken, newAccessToken, tenantOfAccessToken } from './token-format.js';

describe('an access token', () => {
  it.each(['personal', 'service'] as const)('%s: names its tenant and is known by its prefix', (kind) => {
    const tenantId = newId();
    const token = newAccessToken(kind, tenantId);
    expect(token).toMatch(kind === 'personal' ? /^whl_pat_[\w-]{71}$/ : /^whl_svc_[\w-]{71}$/);
    expect(tenantOfAccessToken(token)).toBe(tenantId);
    expect(isAccessToken(token)).toBe(true);
    expect(newAccessToken(kind, tenantId)).not.toBe(token);
  });

  it('is refused with any one character changed', () => {
    const token = newAccessToken('personal', newId());
    fc.assert(
      fc.property(fc.nat(token.length - 1), fc.constantFrom(...'abcXYZ019_-'), (at, other) => {
        const changed = token.slice(0, at) + other + token.slice(at + 1);
        expect(tenantOfAccessToken(changed) === null).toBe(changed !== token);
      }),
    );
  });

  it.each(['', 'whl_pat_', 'whl_pat_abc', 'Bearer x', `whl_xyz_${'a'.repeat(71)}`])('“%s” is none', (text) => {
    expect(tenantOfAccessToken(text)).toBeNull();
  });
});
