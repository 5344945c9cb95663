import { createHash, randomBytes } from 'node:crypto';

/** What is kept of a token: who reads the database cannot use it. */
export const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest();

/** 256 random bits for an address or a header. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** A token that also says which tenant it belongs to, so that its row is read inside that tenant and nowhere else. */
export const newTenantToken = (tenantId: string): string =>
  Buffer.concat([Buffer.from(tenantId.replaceAll('-', ''), 'hex'), randomBytes(32)]).toString('base64url');

/** The tenant of such a token; null for anything else. */
export function tenantOfToken(token: string): string | null {
  if (!/^[\w-]{64}$/.test(token)) return null;
  const hex = Buffer.from(token, 'base64url').subarray(0, 16).toString('hex');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
