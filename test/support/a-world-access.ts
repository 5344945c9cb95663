import type { Caller } from '@wheelhouse/identity-api/testing';
import { ok } from './call.js';

/** By which programs work in a world. */
export interface Access {
  /** A service account of quality's, and its token. */
  serviceAccountId: string;
  serviceTokenId: string;
  /** A personal token of the administrator's. */
  ownTokenId: string;
}

export async function anAccess(admin: Caller, tag: string): Promise<Access> {
  const grants = [{ role: 'quality_manager', scopeKind: 'tenant' }];
  const account = await ok<{ id: string }>(admin.post('/api/v1/service-accounts', { name: `Service ${tag}`, grants }));
  const wish = { name: `Token ${tag}`, permissions: ['org.read'] };
  const token = await ok<{ id: string }>(
    admin.post(`/api/v1/service-accounts/${account.id}/tokens`, wish).set('Idempotency-Key', `the-token-of-${tag}`),
  );
  const own = await ok<{ id: string }>(admin.post('/api/v1/auth/tokens', wish));
  return { serviceAccountId: account.id, serviceTokenId: token.id, ownTokenId: own.id };
}
