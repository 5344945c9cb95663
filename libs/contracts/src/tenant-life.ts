import type { TenantResponse } from './identity.js';

/** What a tenant may use; null: as much as it likes. */
export interface PlanLimits {
  /** Open outlets. */
  outlets: number | null;
  /** Megabytes (10^6 bytes) of everything that the tenant keeps. Reaching it stops new files, never an audit. */
  storageMb: number | null;
  /** Requests of all its people and programs together. */
  requestsPerMinute: number | null;
}

/** The plans that an operator sells. None of them gates single sign-on, the second factor or the export. */
export const PLANS = {
  starter: { outlets: 50, storageMb: 1_000, requestsPerMinute: 1_200 },
  growth: { outlets: 1_000, storageMb: 20_000, requestsPerMinute: 6_000 },
  enterprise: { outlets: null, storageMb: null, requestsPerMinute: null },
} as const satisfies Record<string, PlanLimits>;
export type PlanName = keyof typeof PLANS;
export const PLAN_NAMES = Object.keys(PLANS) as PlanName[];

/** The limits that hold: those of the plan, each replaced by what was agreed with this tenant. */
export function limitsOf(plan: PlanName, agreed: Partial<PlanLimits> | null): PlanLimits {
  return { ...PLANS[plan], ...agreed };
}

export interface TenantUsage {
  /** Open outlets today. */
  outlets: number;
  /** Bytes as the database keeps them, without indexes; null before the first measurement. */
  storageBytes: number | null;
  /** When storage was measured. */
  measuredAt: string | null;
  /** The busiest minute of the last 24 hours. */
  peakRequestsPerMinute: number;
}

/** A tenant's plan as its own headquarters sees it. */
export interface PlanResponse {
  plan: PlanName;
  limits: PlanLimits;
  usage: TenantUsage;
}

/** A tenant as the operator sees one: how large it is, nothing of what is in it. */
export interface TenantDetailResponse extends TenantResponse, PlanResponse {
  /** What was agreed beside the plan. */
  agreed: Partial<PlanLimits> | null;
  /** The newest finished export. */
  lastExportAt: string | null;
  entries: OperatorEntry[];
}

export const OPERATOR_ACTIONS = [
  'tenant.create',
  'tenant.suspend',
  'tenant.resume',
  'tenant.plan',
  'tenant.close',
  'tenant.keep',
  'tenant.delete',
] as const;
export type OperatorAction = (typeof OPERATOR_ACTIONS)[number];

/** Something that an operator did. Kept also when the tenant is gone. */
export interface OperatorEntry {
  id: string;
  at: string;
  by: string | null;
  action: OperatorAction;
  slug: string;
  detail: Record<string, unknown> | null;
}

export interface UpdatePlanBody {
  plan: PlanName;
  /** Limits that differ from the plan's; a null is no limit. */
  agreed?: Partial<PlanLimits>;
}

export const GRACE_DAYS = { least: 7, usual: 30, most: 365 } as const;

export interface CloseTenantBody {
  /** The tenant's slug, typed, so that nobody closes the wrong one. */
  slug: string;
  /** Days until everything is deleted; 30 when left out. */
  graceDays?: number;
}

export const EXPORT_STATES = ['waiting', 'running', 'done', 'failed'] as const;
export type ExportState = (typeof EXPORT_STATES)[number];

/** One archive of everything that a tenant has. */
export interface TenantExportResponse {
  id: string;
  state: ExportState;
  /** 0…1 */
  progress: number;
  requestedBy: string | null;
  createdAt: string;
  finishedAt: string | null;
  /** Until when it can be fetched. */
  expiresAt: string | null;
  bytes: number | null;
  /** SHA-256 of the archive, in hex. */
  sha256: string | null;
}
