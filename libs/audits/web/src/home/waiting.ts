import type { AssignmentResponse, AuditSummary, HomeResponse } from '@wheelhouse/contracts';

/** One thing that waits for the reader: an assignment, a draft without one, or a review. */
export type Waiting =
  | { what: 'assignment'; id: string; assignment: AssignmentResponse; urgency: Urgency }
  | { what: 'draft'; id: string; draft: AuditSummary; urgency: Urgency }
  | { what: 'review'; id: string; review: AuditSummary; urgency: Urgency };

export type Urgency = 'late' | 'today' | 'later' | 'not_yet';

const ORDER: Record<Urgency, number> = { late: 0, today: 1, later: 2, not_yet: 3 };

/** How pressing an assignment is on a day: late after its window, today on its last day, not yet before its first. */
export function urgencyOf(
  { windowFrom, windowTo }: Pick<AssignmentResponse, 'windowFrom' | 'windowTo'>,
  today: string,
): Urgency {
  if (windowTo < today) return 'late';
  if (windowFrom > today) return 'not_yet';
  return windowTo === today ? 'today' : 'later';
}

/**
 * Everything that waits, the most pressing first: what is late, what ends today, what was begun, then by the day on which
 * it is due; what opens later comes last. A draft that belongs to an assignment stands there once, as the assignment.
 */
export function waitingList({ assignments, drafts, reviews }: HomeResponse, today: string): Waiting[] {
  const covered = new Set(assignments.flatMap(({ auditId }) => auditId ?? []));
  const rows: (Waiting & { due: string; begun: boolean })[] = [
    ...assignments.map((assignment) => ({
      what: 'assignment' as const,
      id: assignment.id,
      assignment,
      urgency: urgencyOf(assignment, today),
      due: assignment.windowTo,
      begun: assignment.auditId !== null,
    })),
    ...drafts
      .filter(({ id }) => !covered.has(id))
      .map((draft) => ({
        what: 'draft' as const,
        id: draft.id,
        draft,
        urgency: 'later' as const,
        due: draft.visitDate,
        begun: true,
      })),
    ...reviews.map((review) => ({
      what: 'review' as const,
      id: review.id,
      review,
      urgency: 'later' as const,
      due: review.visitDate,
      begun: false,
    })),
  ];
  return rows
    .sort(
      (a, b) =>
        ORDER[a.urgency] - ORDER[b.urgency] ||
        Number(b.begun) - Number(a.begun) ||
        (a.due < b.due ? -1 : a.due > b.due ? 1 : 0),
    )
    .map(({ due: _due, begun: _begun, ...row }) => row);
}
