import { DomainError, type LocalDate } from '@wheelhouse/kernel';

/** One stay under a parent on the days `from ≤ day < until`; `until` is null while it lasts. */
export interface Stay {
  id: string;
  parentId: string | null;
  from: LocalDate;
  until: LocalDate | null;
}

/** A stay of one of several units. */
export interface UnitStay extends Stay {
  unitId: string;
}

/** What a move writes into the history. */
export type MovePlan =
  | { kind: 'none' }
  /** The present stay ends on `from`, a new one begins. */
  | { kind: 'append'; close: string; from: LocalDate }
  /** The present stay began on the very day of the move: it never lasted, so it gets the new parent. */
  | { kind: 'replace'; stay: string; from: LocalDate }
  /** As `replace`, but back to where it hung before: that stay goes on as if nothing had happened. */
  | { kind: 'resume'; remove: string; reopen: string; from: LocalDate };

/**
 * Plans a move to `parentId` from the day `requested` on (default: today, or the start of a stay that is still ahead).
 * `stays` run from the oldest to the present one. Throws `ORG.MOVE_DATE` when the day lies before the present stay or in
 * the future.
 */
export function planMove(
  stays: Stay[],
  parentId: string,
  requested: LocalDate | undefined,
  today: LocalDate,
): MovePlan {
  const present = stays.at(-1);
  if (!present) throw new Error('Nothing hangs nowhere: the first placement is missing');
  if (present.parentId === parentId) return { kind: 'none' };
  const latest = present.from > today ? present.from : today;
  const from = requested ?? latest;
  if (from < present.from || from > latest) {
    const range = { min: present.from, max: latest };
    throw new DomainError('ORG.MOVE_DATE', { from: present.from }, [
      { field: 'from', code: 'FIELD.RANGE', params: range },
    ]);
  }
  if (from > present.from) return { kind: 'append', close: present.id, from };
  const before = stays.at(-2);
  if (before && before.parentId === parentId && before.until === present.from) {
    return { kind: 'resume', remove: present.id, reopen: before.id, from: before.from };
  }
  return { kind: 'replace', stay: present.id, from };
}

/** Each unit's parent on `day`. Before its first stay a unit counts as hanging where it was put first. */
export function parentsOn(stays: UnitStay[], day: LocalDate): Map<string, string | null> {
  const parents = new Map<string, string | null>();
  const oldestFirst = [...stays].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  for (const stay of oldestFirst) {
    if (stay.from <= day || !parents.has(stay.unitId)) parents.set(stay.unitId, stay.parentId);
  }
  return parents;
}

/** Whether `unitId` under `parentId` from `from` on would hang below itself, on that day or any day since. */
export function wouldCycle(stays: UnitStay[], unitId: string, parentId: string, from: LocalDate): boolean {
  const days = new Set([from, ...stays.filter((stay) => stay.from > from).map((stay) => stay.from)]);
  for (const day of days) {
    const parents = parentsOn(stays, day);
    const seen = new Set<string>();
    for (let at: string | null = parentId; at !== null && !seen.has(at); at = parents.get(at) ?? null) {
      if (at === unitId) return true;
      seen.add(at);
    }
  }
  return false;
}
