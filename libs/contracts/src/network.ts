import type { LocalizedText } from '@wheelhouse/kernel';
import type { RankingScheme } from './scheme.js';

export const ORG_UNIT_KINDS = ['hq', 'region', 'area'] as const;
export type OrgUnitKind = (typeof ORG_UNIT_KINDS)[number];

/** `GET /api/v1/org-units`: the part of the tree inside my scope, parents before children. */
export interface OrgUnitResponse {
  id: string;
  parentId: string | null;
  kind: OrgUnitKind;
  code: string;
  name: LocalizedText;
  /** 0 for the root. */
  depth: number;
  /** Open outlets at or below this unit. */
  outlets: number;
  can: { manage: boolean };
}

export interface CreateOrgUnitBody {
  parentId: string;
  kind: OrgUnitKind;
  code: string;
  name: LocalizedText;
}

export interface UpdateOrgUnitBody {
  code?: string;
  name?: LocalizedText;
  kind?: OrgUnitKind;
}

/** `POST /api/v1/org-units/:id/move` and `/outlets/:id/move`. Reports of periods before `from` keep the old place. */
export interface MoveBody {
  /** The new parent org unit. */
  orgUnitId: string;
  /** First day in the new place; default: today in the tenant's time zone. Not before the current place began. */
  from?: string;
}

export const CITY_TIERS = ['1', '2', '3', '4'] as const;
export type CityTier = (typeof CITY_TIERS)[number];

export interface OutletResponse {
  id: string;
  code: string;
  name: LocalizedText;
  /** e.g. `4s`, `tea_shop`. */
  kind: string;
  orgUnitId: string;
  orgUnitName: LocalizedText;
  peerGroupId: string | null;
  peerGroupName: LocalizedText | null;
  cityTier: CityTier | null;
  city: LocalizedText | null;
  latitude: number | null;
  longitude: number | null;
  timeZone: string;
  openedOn: string;
  /** The first day on which it is no longer open; null while it is. */
  closedOn: string | null;
  attributes: Record<string, string | number | boolean>;
  can: { manage: boolean };
}

/** One stay of an outlet (or org unit) under a parent; `until` is exclusive, null while it lasts. */
export interface PlacementResponse {
  orgUnitId: string;
  orgUnitName: LocalizedText;
  from: string;
  until: string | null;
}

export interface CreateOutletBody {
  code: string;
  name: LocalizedText;
  kind: string;
  orgUnitId: string;
  peerGroupId?: string | null;
  cityTier?: CityTier | null;
  city?: LocalizedText | null;
  latitude?: number | null;
  longitude?: number | null;
  /** Default: the tenant's. */
  timeZone?: string;
  /** Default: today. */
  openedOn?: string;
  attributes?: Record<string, string | number | boolean>;
}

export type UpdateOutletBody = Partial<Omit<CreateOutletBody, 'orgUnitId'>> & { closedOn?: string | null };

/** Closed means: on or before today in the tenant's time zone. */
export const OUTLET_STATUSES = ['open', 'closed', 'all'] as const;
export type OutletStatus = (typeof OUTLET_STATUSES)[number];

export const OUTLET_SORTS = ['code', 'name', 'city', 'openedOn'] as const;
export type OutletSort = (typeof OUTLET_SORTS)[number];

/** `GET /api/v1/outlets`. Keyset-paged; `total` counts what the filter leaves, on the first page only. */
export interface ListOutletsQuery {
  /** Part of the code, of a name or of the city, in either language. */
  q?: string;
  /** At or below this org unit. */
  orgUnitId?: string;
  peerGroupId?: string;
  kind?: string;
  cityTier?: CityTier;
  /** Default `open`. */
  status?: OutletStatus;
  /** The older form of `status=all`. */
  includeClosed?: boolean;
  /** Only what was opened, changed, moved or closed at this moment or later. */
  changedSince?: string;
  /** Default `code`. Names and cities sort in the reader's language. */
  sort?: OutletSort;
  direction?: 'asc' | 'desc';
  cursor?: string;
  /** 1–200, default 50. */
  limit?: number;
}

/** `GET /api/v1/outlets/kinds`: the kinds in use in my scope, most used first. */
export interface OutletKindResponse {
  kind: string;
  outlets: number;
}

/** `POST /api/v1/outlets/move`: hangs several outlets elsewhere, puts them into a peer group, or both; all or none. */
export interface MoveOutletsBody {
  /** 1–500. */
  outletIds: string[];
  /** The new parent org unit; absent: they stay where they are. */
  orgUnitId?: string;
  /** As in `MoveBody`. */
  from?: string;
  /** Null takes them out of their peer group; absent: they stay in it. */
  peerGroupId?: string | null;
}

export interface MoveOutletsResponse {
  /** In the order of the request; both false for one that stood there already. */
  results: { outletId: string; code: string; moved: boolean; regrouped: boolean }[];
}

/** The roles that answer for an outlet, in the order in which they are listed. */
export const OUTLET_ROLES = ['franchise_manager', 'outlet_staff', 'supervisor'] as const;
export type OutletRole = (typeof OUTLET_ROLES)[number];

/** `GET /api/v1/outlets/:id/people`: who answers for the outlet. Name and role only; never a mystery shopper. */
export interface OutletPersonResponse {
  name: string;
  role: OutletRole;
  /** The unit that a supervisor looks after; null for people of the outlet itself. */
  orgUnitName: LocalizedText | null;
}

export interface PeerGroupResponse {
  id: string;
  code: string;
  name: LocalizedText;
  outlets: number;
}

export interface PeerGroupBody {
  code: string;
  name: LocalizedText;
}

/** `GET`/`PATCH /api/v1/settings`: what the tenant decides for itself. */
export interface TenantSettingsResponse {
  name: LocalizedText;
  accent: string;
  /** As in `TenantBrief`. */
  logo: string | null;
  timeZone: string;
  weekStart: number;
  /** The week closes on this ISO weekday … */
  cutoffWeekday: number;
  /** … at this full hour (0–23) in the tenant's time zone, the first time after the week's last day. */
  cutoffHour: number;
  scheme: RankingScheme;
  can: { manage: boolean };
}

/** `PUT /api/v1/settings/logo`: the body is the picture itself (PNG, JPEG or WebP, at most 1 MiB) with its content type. */
export interface LogoResponse {
  logo: string;
  /** Pixels of what was kept, at most 512 × 160. */
  width: number;
  height: number;
}

export interface UpdateSettingsBody {
  name?: LocalizedText;
  accent?: string;
  cutoffWeekday?: number;
  cutoffHour?: number;
  scheme?: Omit<RankingScheme, 'version'>;
}
