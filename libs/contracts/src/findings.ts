import type { LocalizedText } from '@wheelhouse/kernel';
import type { AuditKind } from './audits.js';

/** Weeks back, this visit's day included, within which the same item failing at the same outlet is counted as repeated. */
export const REPEAT_WEEKS = 26;

/** Which findings of published audits; every filter narrows. */
export interface FindingFilter {
  /** Part of an item’s text in either language or of its code, or of an outlet’s name or code. */
  q?: string;
  outletId?: string;
  /** The unit and everything below it. */
  orgUnitId?: string;
  /** All versions of a standard. */
  standardId?: string;
  sectionId?: string;
  itemId?: string;
  /** Visit date, both inside. */
  from?: string;
  to?: string;
  /** Only those whose audit was published at this moment or later. */
  changedSince?: string;
  /** Only red-line items, or only the others. */
  critical?: boolean;
  kind?: AuditKind;
}

export const FINDING_SORTS = ['visit', 'lost'] as const;
export type FindingSort = (typeof FINDING_SORTS)[number];

/** `GET /api/v1/findings`. */
export interface ListFindingsQuery extends FindingFilter {
  /** Default `visit`; `lost` are the points that it cost. */
  sort?: FindingSort;
  /** Default `desc`. */
  direction?: 'asc' | 'desc';
  cursor?: string;
  limit?: number;
}

/** One answer of a published audit that failed: the unit of Pareto and of correction. Who did the audit is not told. */
export interface FindingResponse {
  /** `<audit id>.<item id>`. */
  id: string;
  auditId: string;
  auditKind: AuditKind;
  outlet: { id: string; code: string; name: LocalizedText };
  standardId: string;
  standardVersionId: string;
  standardName: LocalizedText;
  sectionId: string;
  sectionName: LocalizedText;
  itemId: string;
  /** The item's question, as the version that was used asks it. */
  itemText: LocalizedText;
  /** The item is a red line … */
  critical: boolean;
  /** … and this answer crossed it. */
  triggered: boolean;
  /** Points of the total that it cost, before red-line caps. */
  pointsLost: number;
  note: string | null;
  visitDate: string;
  /** How often the item failed at this outlet in the 26 weeks up to this visit, this time included; 1: the first time. */
  repeated: number;
}

/** `GET /api/v1/findings/summary`: what fails most. */
export interface FindingSummaryResponse {
  /** All findings that the filter leaves, and at how many outlets. */
  findings: number;
  outlets: number;
  /** Published audits that the filter leaves (item, section, red line and a search that finds items aside), whether or not something failed in them. */
  audits: number;
  /** Most frequent first, at most 100. */
  items: FindingSummaryItem[];
}

export interface FindingSummaryItem {
  standardId: string;
  standardName: LocalizedText;
  sectionId: string;
  sectionName: LocalizedText;
  itemId: string;
  itemText: LocalizedText;
  critical: boolean;
  findings: number;
  outlets: number;
  /** Of all findings that the filter leaves, 0–1. */
  share: number;
  /** Audits whose form has the item. `findings / audits` is the share of audits in which it failed. */
  audits: number;
}
