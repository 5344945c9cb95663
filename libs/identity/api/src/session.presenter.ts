import type { GrantResponse, MemberSessionResponse, SessionResponse, TenantBrief } from '@wheelhouse/contracts';
import { deviceOf, permissionsOf } from '@wheelhouse/identity-domain';
import type { OwnSessionRow, SessionRow } from './sessions.repository.js';

/** What the browser learns of its session. */
export function presentSession(session: SessionRow, tenants: TenantBrief[], grants: GrantResponse[]): SessionResponse {
  return {
    person: { id: session.personId, email: session.email, name: session.personName, locale: session.locale },
    tenantBound: session.tenantBound,
    tenants: tenants
      .filter(({ id }) => !session.tenantBound || id === session.tenant?.id)
      .map((tenant) => (tenant.id === session.tenant?.id ? session.tenant : tenant)),
    tenant: session.tenant,
    memberId: session.memberId,
    grants,
    permissions: permissionsOf(session.grants),
    isOperator: session.isOperator,
  };
}

/** A sign-in in plain words: its device, from where and when. */
export function presentSignIn({ id, ip, userAgent, ...times }: OwnSessionRow): MemberSessionResponse {
  return {
    id,
    ...deviceOf(userAgent),
    ip,
    createdAt: times.createdAt.toISOString(),
    lastUsedAt: times.lastUsedAt.toISOString(),
    expiresAt: times.expiresAt.toISOString(),
  };
}
