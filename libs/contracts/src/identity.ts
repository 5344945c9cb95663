import type { Locale, LocalizedText } from '@wheelhouse/kernel';
import type { Permission, Role, ScopeKind } from './permissions.js';

/** `POST /api/v1/auth/login`. Throttled; the answer to a wrong e-mail and to a wrong password is the same. */
export interface LoginBody {
  email: string;
  password: string;
}

/**
 * Signed in. A browser (which sends `X-Wheelhouse: 1`) gets an httpOnly cookie and no token; a program gets a short bearer token
 * and a refresh token.
 */
export interface LoginResponse {
  accessToken?: string;
  refreshToken?: string;
  /** When the access token ends, or the cookie. */
  expiresAt: string;
  session: SessionResponse;
}

/** `GET /api/v1/auth/session`: who I am, where I am, what I may. */
export interface SessionResponse {
  person: PersonResponse;
  /** Tenants that the person belongs to, by name. */
  tenants: TenantBrief[];
  /** The tenant that this session works in; null for an operator without membership. */
  tenant: TenantBrief | null;
  memberId: string | null;
  grants: GrantResponse[];
  /** Union of the grants' permissions: what menus show. Each object's `can` decides. */
  permissions: Permission[];
  isOperator: boolean;
  /** Begun at the tenant's own provider: it reaches this tenant alone, and not the account's password and second factor. */
  tenantBound: boolean;
}

export interface PersonResponse {
  id: string;
  email: string;
  name: string;
  locale: Locale;
}

export interface TenantBrief {
  id: string;
  slug: string;
  name: LocalizedText;
  timeZone: string;
  weekStart: number;
  /** Accent colour `#rrggbb`. */
  accent: string;
  /** Address of the logo, a PNG of at most 512 × 160; null without one, and for tenants that the session does not work in. */
  logo: string | null;
}

/** Where a tenant's members get its logo; the hash names the picture, so an answer never goes stale. */
export const LOGO_PATH = '/api/v1/settings/logo/';

export interface GrantResponse {
  id: string;
  role: Role;
  scopeKind: ScopeKind;
  scopeId: string | null;
  /** Name of the org unit or outlet; null for the tenant and for `own`. */
  scopeName: LocalizedText | null;
}

/** `PATCH /api/v1/auth/me`. */
export interface UpdateMeBody {
  name?: string;
  locale?: Locale;
}

/** `POST /api/v1/auth/password`. */
export interface ChangePasswordBody {
  currentPassword: string;
  newPassword: string;
}

/** `POST /api/v1/auth/tenant`: go on in another of my tenants. */
export interface SwitchTenantBody {
  tenantId: string;
}

/** `GET /api/v1/setup`: whether this installation still waits for its first person. */
export interface SetupStateResponse {
  needed: boolean;
  /** True where the demo is loaded: the sign-in page then names its accounts. */
  demo?: boolean;
}

/** `POST /api/v1/setup`: creates the operator, the first tenant and its administrator. Works once. */
export interface SetupBody {
  operator: { email: string; name: string; password: string };
  tenant: CreateTenantBody;
}

/** `POST /api/v1/tenants` (operator). */
export interface CreateTenantBody {
  slug: string;
  name: LocalizedText;
  timeZone: string;
  /** ISO weekday on which the tenant's week begins, 1–7. */
  weekStart: number;
  /** Whoever signs in needs a second factor, from the first administrator on. The forms propose it; absent: not. */
  requireSecondFactor?: boolean;
  admin: { email: string; name: string; password: string };
}

/** `GET /api/v1/tenants` (operator): no content, only that it exists. */
export interface TenantResponse extends Omit<TenantBrief, 'logo'> {
  status: 'active' | 'suspended' | 'closing';
  /** When everything of a closing tenant is deleted for good. */
  deleteAt: string | null;
  createdAt: string;
  members: number;
}

/** `PATCH /api/v1/tenants/:id` (operator). */
export interface UpdateTenantBody {
  status: 'active' | 'suspended';
}

/** `GET /api/v1/members`. */
export interface MemberResponse {
  id: string;
  person: { email: string; name: string };
  status: 'active' | 'inactive';
  grants: GrantResponse[];
  can: { manage: boolean };
}

/** `POST /api/v1/members`: takes a person into the tenant; makes the person when the e-mail is new. */
export interface CreateMemberBody {
  email: string;
  name: string;
  password: string;
  grants: GrantBody[];
}

export interface GrantBody {
  role: Role;
  scopeKind: ScopeKind;
  scopeId?: string;
}

/** `PATCH /api/v1/members/:id`. */
export interface UpdateMemberBody {
  status: 'active' | 'inactive';
}

/** `GET /api/v1/trail`: one entry of the append-only audit trail. */
export interface TrailEntryResponse {
  id: string;
  at: string;
  /** Null where nobody was signed in, and for what the house does by itself. */
  actorPersonId: string | null;
  actorName: string | null;
  ip: string | null;
  userAgent: string | null;
  /** The user agent in words; null for what the house does by itself. */
  device: { browser: string | null; system: string | null; kind: 'phone' | 'tablet' | 'computer' | 'program' } | null;
  sessionId: string | null;
  /** As in the logs. */
  requestId: string | null;
  action: string;
  objectType: string;
  objectId: string | null;
  /** The object's name of today, or what the entry itself calls it. */
  objectName: LocalizedText | null;
  before: unknown;
  after: unknown;
  /** Names of today for the ids in `before` and `after`. */
  names: Record<string, LocalizedText>;
}

/** `GET /api/v1/trail/kinds`: what the filters of the trail offer. */
export interface TrailKindsResponse {
  actions: string[];
  objectTypes: string[];
  /** Everybody who did something, with the name that they had last. */
  people: { personId: string; name: string }[];
}
