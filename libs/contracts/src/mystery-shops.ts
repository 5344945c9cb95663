import type { LocalizedText } from '@wheelhouse/kernel';
import type { AssignmentStatus } from './audits.js';

export const WAVE_STATUSES = ['planned', 'running', 'released'] as const;
export type WaveStatus = (typeof WAVE_STATUSES)[number];

/** One round of mystery shops. Results stay under embargo until `releaseOn`. */
export interface WaveResponse {
  id: string;
  name: LocalizedText;
  standardVersionId: string;
  scenario: LocalizedText;
  windowFrom: string;
  windowTo: string;
  /** Day on which approved shops are published, in the tenant's time zone; after `windowTo`. */
  releaseOn: string;
  status: WaveStatus;
  counts: Record<AssignmentStatus, number>;
  inReview: number;
  approved: number;
  can: { manage: boolean; release: boolean };
}

/** `POST /api/v1/waves`. */
export interface CreateWaveBody {
  name: LocalizedText;
  standardVersionId: string;
  scenario: LocalizedText;
  windowFrom: string;
  windowTo: string;
  releaseOn: string;
}

/** `POST /api/v1/waves/:id/assignments`: who shops where. All or nothing. */
export interface AssignShopsBody {
  shops: { outletId: string; shopperMemberId: string }[];
}
