/**
 * Everything that is told to the outside, version 1: type → what its data holds. Thin: ids and what the API shows of them
 * to everybody who may read them. Nothing of a mystery shop before its release, and never who shopped.
 */
export interface EventData {
  'audit.submitted': {
    auditId: string;
    kind: string;
    outletId: string;
    visitDate: string;
    score: number | null;
    grade: string | null;
  };
  'audit.published': { auditId: string; outletId: string };
  'report.published': { editionId: string; period: string; audienceKind: string; number: number };
  'wave.released': { waveId: string; published: number };
  'cycle.advanced': { cycleId: string; from: string; to: string };
  'standard.published': { standardVersionId: string; code: string; version: string };
  'outlet.created': { outletId: string; code: string };
  'outlet.updated': { outletId: string; fields: string[] };
  'outlet.moved': { outletId: string; orgUnitId: string; from: string };
  'outlet.closed': { outletId: string; closedOn: string };
  'outlet.reopened': { outletId: string };
  'outlets.imported': { importId: string; created: number; updated: number };
  'member.added': { memberId: string };
}
export type EventType = keyof EventData;

export const EVENT_TYPES = [
  'audit.submitted',
  'audit.published',
  'report.published',
  'wave.released',
  'cycle.advanced',
  'standard.published',
  'outlet.created',
  'outlet.updated',
  'outlet.moved',
  'outlet.closed',
  'outlet.reopened',
  'outlets.imported',
  'member.added',
] as const satisfies EventType[];

/** Sent by hand to try an endpoint out; no endpoint asks for it. */
export const TEST_EVENT = 'webhook.test' as const;

/** One event as it is published within the house. */
export type HouseEvent = { [T in EventType]: { type: T; data: EventData[T] } }[EventType];

/** The body of a webhook. */
export interface WebhookBody {
  type: EventType | typeof TEST_EVENT;
  /** When it happened, ISO 8601 in UTC. */
  timestamp: string;
  /** Of the payloads: 1. A later one only adds fields. */
  version: 1;
  tenantId: string;
  data: Record<string, unknown>;
}
