import type { ProofWay } from '@wheelhouse/contracts';

/** Minutes that a proof of who one is counts for what guards an account (OWASP ASVS 5, 7.5.1 and 7.5.2). */
export const PROOF_MINUTES = 10;

/** By how much the clocks of two machines may differ: one takes the proof, another may see the next request. */
const CLOCKS_DIFFER_MS = 60_000;

/** Until when a proof counts; null for one that is over, never was, or would lie in the future. */
export function proofUntil(provenAt: Date | null, now: Date): Date | null {
  if (!provenAt || provenAt.getTime() > now.getTime() + CLOCKS_DIFFER_MS) return null;
  const until = new Date(provenAt.getTime() + PROOF_MINUTES * 60_000);
  return now < until ? until : null;
}

/**
 * How somebody proves it anew: as they signed in. A session from a tenant's provider proves it there, because the account's
 * password is not that tenant's to ask for, and may be none.
 */
export const proofWay = (session: { tenantBound: boolean; secondFactor: boolean }): ProofWay =>
  session.tenantBound ? 'provider' : session.secondFactor ? 'password_and_code' : 'password';
