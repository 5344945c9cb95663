import { crc32 } from 'node:zlib';
import { newTenantToken, tenantOfToken } from '../one-time-token.js';

export type TokenKind = 'personal' | 'service';

const PREFIXES = { personal: 'whl_pat_', service: 'whl_svc_' } as const satisfies Record<TokenKind, string>;
const FORM = /^(whl_(?:pat|svc)_)([\w-]{64})([0-9a-z]{7})$/;

/**
 * A token of the form `whl_pat_<tenant and 256 random bits><checksum>`: scanners for leaked secrets know it by its prefix, and
 * by its checksum (CRC-32 in base 36) that it is no accident.
 */
export function newAccessToken(kind: TokenKind, tenantId: string): string {
  const head = PREFIXES[kind] + newTenantToken(tenantId);
  return head + checksum(head);
}

/** The tenant that such a token names; null for anything that is none, a mistyped one included. */
export function tenantOfAccessToken(token: string): string | null {
  const [, prefix, body, sum] = FORM.exec(token) ?? [];
  if (!prefix || !body || sum !== checksum(prefix + body)) return null;
  return tenantOfToken(body);
}

export const isAccessToken = (token: string): boolean => token.startsWith('whl_pat_') || token.startsWith('whl_svc_');

const checksum = (text: string): string => crc32(text).toString(36).padStart(7, '0');
