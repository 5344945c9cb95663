import type { TrailEntryResponse } from '@wheelhouse/contracts';
import { deviceOf } from '@wheelhouse/identity-domain';
import type { LocalizedText } from '@wheelhouse/kernel';
import { idsIn } from './trail-names.js';

/** An entry as it is kept. */
export interface TrailRow {
  id: string;
  at: Date;
  actorPersonId: string | null;
  actorName: string | null;
  ip: string | null;
  userAgent: string | null;
  sessionId: string | null;
  requestId: string | null;
  action: string;
  objectType: string;
  objectId: string | null;
  before: unknown;
  after: unknown;
}

/** With the device in words, and today's names of what the entry names. */
export function presentTrailEntry(row: TrailRow, names: Map<string, LocalizedText>): TrailEntryResponse {
  const { at, before, after, objectId, ...rest } = row;
  const named = [...idsIn([before, after])].flatMap((id) => {
    const name = names.get(id);
    return name ? [[id, name] as const] : [];
  });
  return {
    ...rest,
    at: at.toISOString(),
    device: row.userAgent === null ? null : deviceOf(row.userAgent),
    objectId,
    objectName: (objectId && names.get(objectId)) || nameIn(after) || nameIn(before),
    before,
    after,
    names: Object.fromEntries(named),
  };
}

/** What an entry itself calls its object, where that is gone or has no name of its own. */
function nameIn(state: unknown): LocalizedText | null {
  if (typeof state !== 'object' || state === null) return null;
  const { name, code, email, fileName } = state as Record<string, unknown>;
  if (typeof name === 'object' && name !== null && 'en' in name && 'zh' in name) return name as LocalizedText;
  const text = [name, code, email, fileName].find((each) => typeof each === 'string' && each !== '');
  return typeof text === 'string' ? { en: text, zh: text } : null;
}
