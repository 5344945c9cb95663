import type { Caller, TestTenant } from '@wheelhouse/identity-api/testing';
import { newId } from '@wheelhouse/kernel';
import { ok } from './call.js';

/** By which programs work in a world. */
export interface Access {
  /** A service account of quality's, and its token. */
  serviceAccountId: string;
  serviceTokenId: string;
  /** A personal token of the administrator's. */
  ownTokenId: string;
}

/** A provider with somebody linked and a sign-in under way. */
async function aProviderOf(t: TestTenant, admin: Caller): Promise<void> {
  const at = [t.id, newId()];
  await t.sql(
    `INSERT INTO sign_in_providers (tenant_id, issuer, client_id, client_secret) VALUES ($1, $2, $2, 'v1.x')`,
    [t.id, `https://${t.slug}.test`],
  );
  await t.sql(`INSERT INTO sign_in_domains (owner_id, domain) VALUES ($1, $2)`, [t.id, `${t.slug}.test`]);
  await t.sql(
    `INSERT INTO external_identities (tenant_id, id, person_id, issuer, subject) VALUES ($1, $2, $3, $4, $4)`,
    [...at, admin.personId, t.slug],
  );
  await t.sql(
    `INSERT INTO sso_attempts (tenant_id, id, state_hash, browser_hash, nonce, code_verifier, next, expires_at)
     VALUES ($1, $2, '\x01', '\x01', $3, 'v1.x', '/', now() + interval '1 day')`,
    [...at, t.slug],
  );
}

export async function anAccess(t: TestTenant, admin: Caller, tag: string): Promise<Access> {
  await aProviderOf(t, admin);
  // The story took weeks; its people have just proved again who they are.
  await t.app.source.query(`UPDATE sessions SET proven_at = $2 WHERE tenant_id = $1`, [t.id, t.app.clock.now()]);
  const grants = [{ role: 'quality_manager', scopeKind: 'tenant' }];
  const account = await ok<{ id: string }>(admin.post('/api/v1/service-accounts', { name: `Service ${tag}`, grants }));
  const wish = { name: `Token ${tag}`, permissions: ['org.read'] };
  const token = await ok<{ id: string }>(
    admin.post(`/api/v1/service-accounts/${account.id}/tokens`, wish).set('Idempotency-Key', `the-token-of-${tag}`),
  );
  const own = await ok<{ id: string }>(admin.post('/api/v1/auth/tokens', wish));
  return { serviceAccountId: account.id, serviceTokenId: token.id, ownTokenId: own.id };
}
