import { describe, expect, it } from 'vitest';
import { newId } from '@wheelhouse/kernel';
import { hashToken, newTenantToken, newToken, tenantOfToken } from './one-time-token.js';

describe('one-time tokens', () => {
  it('carry 32 random bytes and are never the same', () => {
    expect(Buffer.from(newToken(), 'base64url')).toHaveLength(32);
    expect(newToken()).not.toBe(newToken());
  });

  it('of a tenant name it beside 32 random bytes', () => {
    const tenant = newId();
    const tokens = [newTenantToken(tenant), newTenantToken(tenant)];
    expect(tokens[0]).not.toBe(tokens[1]);
    expect(tokens.map(tenantOfToken)).toEqual([tenant, tenant]);
    expect(Buffer.from(String(tokens[0]), 'base64url')).toHaveLength(48);
  });

  it.each([['', 'a'.repeat(63), 'a'.repeat(65), '%'.repeat(64), newToken()]])(
    'of another form name none',
    (...texts) => {
      expect(texts.map(tenantOfToken)).toEqual(texts.map(() => null));
    },
  );

  it('are kept as their SHA-256', () => {
    expect(hashToken('abc').toString('hex')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });
});
