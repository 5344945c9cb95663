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

/** `GET /api/v1/outlets`. Keyset-paged by code. */
export interface ListOutletsQuery {
  q?: string;
  orgUnitId?: string;
  peerGroupId?: string;
  kind?: string;
  includeClosed?: boolean;
  cursor?: string;
  /** 1–200, default 50. */
  limit?: number;
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
