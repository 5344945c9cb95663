import type { AssignmentStatus } from '@wheelhouse/contracts';
import type { LocalDate } from '@wheelhouse/kernel';

/** What can happen to an assignment. */
export type AssignmentEvent = 'start' | 'submit' | 'discard' | 'reject' | 'expire' | 'cancel';

/** The life cycle of an assignment: from which status an event leads where. What is not listed is refused. */
export const ASSIGNMENT_LIFE_CYCLE: Record<AssignmentStatus, Partial<Record<AssignmentEvent, AssignmentStatus>>> = {
  open: { start: 'in_progress', submit: 'done', expire: 'missed', cancel: 'cancelled' },
  in_progress: { start: 'in_progress', submit: 'done', discard: 'open', expire: 'missed', cancel: 'cancelled' },
  done: { reject: 'in_progress' },
  missed: {},
  cancelled: {},
};

/** Where `event` leads from `status`; null when it is not possible there. */
export function assignmentAfter(status: AssignmentStatus, event: AssignmentEvent): AssignmentStatus | null {
  return ASSIGNMENT_LIFE_CYCLE[status][event] ?? null;
}

/**
 * The status of an assignment on `today` (in the outlet's time zone): what is still waiting after its window's last day
 * was missed, whether or not a job has written that down. A shop that review sent back stays with its shopper.
 */
export function assignmentStatusOn(
  today: LocalDate,
  assignment: { status: AssignmentStatus; windowTo: LocalDate; sentBack?: boolean },
): AssignmentStatus {
  const over = today > assignment.windowTo && !assignment.sentBack;
  return over ? (assignmentAfter(assignment.status, 'expire') ?? assignment.status) : assignment.status;
}
