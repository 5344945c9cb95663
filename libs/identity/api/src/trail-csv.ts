import { TRAIL_ACTIONS, type TrailEntryResponse } from '@wheelhouse/contracts';
import { trailChanges } from '@wheelhouse/identity-domain';
import { csvCell, type CsvColumns, csvOf, type Locale, localize } from '@wheelhouse/kernel';

const json = (value: unknown) => (value === null ? null : JSON.stringify(value));

/** `action_text` and `changes` are in the reader's language; all others are for programs. */
const columns = (locale: Locale): CsvColumns<TrailEntryResponse> => ({
  id: (entry) => entry.id,
  at: (entry) => entry.at,
  actor: (entry) => entry.actorName,
  actor_person_id: (entry) => entry.actorPersonId,
  ip: (entry) => entry.ip,
  user_agent: (entry) => entry.userAgent,
  session_id: (entry) => entry.sessionId,
  request_id: (entry) => entry.requestId,
  action: (entry) => entry.action,
  action_text: ({ action }) => localize(TRAIL_ACTIONS[action] ?? { en: action, zh: action }, locale),
  object_type: (entry) => entry.objectType,
  object_id: (entry) => entry.objectId,
  object_name: ({ objectName }) => (objectName ? localize(objectName, locale) : null),
  changes: (entry) =>
    trailChanges(entry, locale)
      .map(({ field, before, after }) => (entry.before ? `${field}: ${before} → ${after}` : `${field}: ${after}`))
      .join('\n'),
  before: ({ before }) => json(before),
  after: ({ after }) => json(after),
});

/** The first line, with the byte-order mark. */
export const trailHeadings = (): string => csvOf(columns('en'), []);

export function trailLines(entries: readonly TrailEntryResponse[], locale: Locale): string {
  const cells = Object.values(columns(locale));
  return entries.map((entry) => `${cells.map((of) => csvCell(of(entry))).join(',')}\r\n`).join('');
}
