import type { GrantBody, GrantResponse } from './identity.js';
import type { Permission } from './permissions.js';

/** Days that a token holds: at most, and if nothing is said. */
export const TOKEN_DAYS_MAX = 365;
export const TOKEN_DAYS_DEFAULT = 90;
/** Requests that a token may make within one minute. */
export const TOKEN_REQUESTS_PER_MINUTE = 600;
/** Tokens of one member, and service accounts of one tenant. */
export const TOKENS_MAX = 20;
export const SERVICE_ACCOUNTS_MAX = 50;

/** `POST /api/v1/auth/tokens`, and `POST /api/v1/service-accounts/:id/tokens`. */
export interface CreateTokenBody {
  name: string;
  /** What it may do, at most; what its owner may not do, it may not do either. */
  permissions: Permission[];
  /** 1–365; 90 when absent. */
  expiresInDays?: number;
}

/** A personal or service token, without its secret. */
export interface AccessTokenResponse {
  id: string;
  name: string;
  kind: 'personal' | 'service';
  owner: { memberId: string; name: string };
  /** The last characters, by which one knows it again. */
  hint: string;
  permissions: Permission[];
  createdAt: string;
  expiresAt: string;
  /** Exact to five minutes; null when it was never used. */
  lastUsedAt: string | null;
  lastUsedIp: string | null;
}

/** The one time that a token is told; afterwards only its hash is known. */
export interface AccessTokenWithSecret extends AccessTokenResponse {
  token: string;
}

/** `GET /api/v1/auth/token`: who the token is that asks, and what it may. */
export interface CurrentTokenResponse extends AccessTokenResponse {
  tenantId: string;
  /** Its owner's grants: where it may do what it carries. */
  grants: GrantResponse[];
}

/** `POST /api/v1/service-accounts`: a principal of its own, for a program. */
export interface CreateServiceAccountBody {
  name: string;
  /** As a member's; a service account is no mystery shopper. */
  grants: GrantBody[];
}

/** `PUT /api/v1/service-accounts/:id`. */
export interface UpdateServiceAccountBody extends CreateServiceAccountBody {
  status: 'active' | 'inactive';
}

/** `GET /api/v1/service-accounts`, by name. */
export interface ServiceAccountResponse {
  /** Its member id: it stands in audits and in the trail as a member does. */
  id: string;
  name: string;
  status: 'active' | 'inactive';
  grants: GrantResponse[];
  tokens: AccessTokenResponse[];
}
