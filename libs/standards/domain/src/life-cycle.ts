import type { StandardVersionStatus } from '@wheelhouse/contracts';

export const STANDARD_VERBS = ['edit', 'publish', 'discard', 'copy', 'retire'] as const;
export type StandardVerb = (typeof STANDARD_VERBS)[number];

/**
 * The life of a standard version, draft → published → retired: what each verb makes of a version in each status; a verb
 * that is not listed is refused. `discard` deletes the draft; `copy` leaves the version as it is and opens a new draft.
 */
export const STANDARD_LIFE_CYCLE = {
  draft: { edit: 'draft', publish: 'published', discard: 'gone' },
  published: { copy: 'published', retire: 'retired' },
  retired: { copy: 'retired' },
} as const satisfies Record<StandardVersionStatus, Partial<Record<StandardVerb, StandardVersionStatus | 'gone'>>>;

/** Whether a version in this status can be edited, published, discarded, copied or retired. */
export function canTransition(status: StandardVersionStatus, verb: StandardVerb): boolean {
  return Object.hasOwn(STANDARD_LIFE_CYCLE[status], verb);
}
