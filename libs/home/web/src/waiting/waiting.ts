import { urgencyOf } from '@wheelhouse/audits-domain';
import type {
  AssignmentResponse,
  AuditSummary,
  HomeResponse,
  WaitingCycle,
  WaitingKind,
  WaitingStandard,
  WaitingWave,
} from '@wheelhouse/contracts';
import { addDays } from '@wheelhouse/kernel';

/** How pressing a thing is: its day has passed, is today, comes within a week, or later. */
export const URGENCIES = ['late', 'today', 'soon', 'later'] as const;
export type Urgency = (typeof URGENCIES)[number];

type Of<K extends WaitingKind, T> = { kind: K; id: string; due: string | null; urgency: Urgency; item: T };

/** One thing that waits for the reader. `due` is the day by which it should be done, null when nothing says so. */
export type Waiting =
  | Of<'assignment', AssignmentResponse>
  | Of<'draft', AuditSummary>
  | Of<'review', AuditSummary>
  | Of<'cycle', WaitingCycle>
  | Of<'wave', WaitingWave>
  | Of<'standard', WaitingStandard>;

type Lists = Pick<HomeResponse, 'today' | 'assignments' | 'drafts' | 'reviews' | 'cycles' | 'waves' | 'standards'>;

const SOON_DAYS = 7;
/** Among things equally pressing: what was begun, then what others wait for, then what only I wait for. */
const KIND_ORDER: Record<WaitingKind, number> = { draft: 0, assignment: 1, review: 2, cycle: 3, wave: 4, standard: 5 };

/** How pressing a day is on `today`; what has no day counts as `soon`. */
export function urgencyOfDay(due: string | null, today: string): Urgency {
  if (due === null) return 'soon';
  if (due < today) return 'late';
  if (due === today) return 'today';
  return due <= addDays(today, SOON_DAYS) ? 'soon' : 'later';
}

/**
 * Everything that waits, the most pressing first: late, today, within a week, later; in each the earliest day first, what
 * has no day after those that have one. What is not open yet does not wait (see `comingLater`). A draft that belongs to
 * an assignment stands there once, as the assignment.
 */
export function waitingList(lists: Lists): Waiting[] {
  const { today, assignments, drafts, reviews, cycles, waves, standards } = lists;
  const begun = new Set(assignments.flatMap(({ auditId }) => auditId ?? []));
  const row = <K extends WaitingKind, T>(kind: K, id: string, due: string | null, item: T): Of<K, T> => ({
    kind,
    id,
    due,
    urgency: urgencyOfDay(due, today),
    item,
  });
  const rows: Waiting[] = [
    ...assignments
      .filter((assignment) => urgencyOf(assignment, today) !== 'not_yet')
      .map((assignment) => row('assignment', assignment.id, assignment.windowTo, assignment)),
    ...drafts.filter(({ id }) => !begun.has(id)).map((draft) => row('draft', draft.id, null, draft)),
    ...reviews.map((review) => row('review', review.id, null, review)),
    ...cycles.map((cycle) => row('cycle', cycle.id, cycle.dueOn, cycle)),
    ...waves.map((wave) => row('wave', wave.id, wave.missed > 0 ? wave.windowTo : wave.releaseOn, wave)),
    ...standards.map((draft) => row('standard', draft.versionId, null, draft)),
  ];
  return rows.sort(pressing);
}

/** Assignments whose window opens later, the next one first. */
export function comingLater({ assignments, today }: Pick<Lists, 'assignments' | 'today'>): AssignmentResponse[] {
  return assignments
    .filter((assignment) => urgencyOf(assignment, today) === 'not_yet')
    .sort((a, b) => compare(a.windowFrom, b.windowFrom) || compare(a.id, b.id));
}

/** How many of each kind wait, in the order of the list's kinds; kinds of which nothing waits are left out. */
export function countsByKind(rows: readonly Waiting[]): { kind: WaitingKind; count: number }[] {
  const counts = new Map<WaitingKind, number>();
  for (const { kind } of rows) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].map(([kind, count]) => ({ kind, count })).sort((a, b) => KIND_ORDER[a.kind] - KIND_ORDER[b.kind]);
}

function pressing(a: Waiting, b: Waiting): number {
  return (
    URGENCIES.indexOf(a.urgency) - URGENCIES.indexOf(b.urgency) ||
    compare(a.due ?? '9999', b.due ?? '9999') ||
    KIND_ORDER[a.kind] - KIND_ORDER[b.kind] ||
    compare(began(a), began(b)) ||
    compare(a.id, b.id)
  );
}

/** What orders things of one kind without a day: the oldest first. */
function began(row: Waiting): string {
  switch (row.kind) {
    case 'draft':
    case 'review':
      return row.item.visitDate;
    case 'standard':
      return row.item.savedAt;
    default:
      return '';
  }
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
