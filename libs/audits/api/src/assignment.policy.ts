import { assignmentAfter, assignmentStatusOn } from '@wheelhouse/audits-domain';
import { type Actor, type AssignmentStatus, SUBMIT_PERMISSION } from '@wheelhouse/contracts';
import { authorize, can, holds, type Place, WHOLE_TENANT } from '@wheelhouse/identity-domain';
import { DomainError, type LocalDate } from '@wheelhouse/kernel';
import type { AssignmentRow } from './audit.rows.js';

/** Whether the assignment exists for the actor. A mystery shop does for its shopper and for who runs the waves only. */
export function seesAssignment(actor: Actor, row: AssignmentRow, place: Place): boolean {
  if (isMine(actor, row)) return true;
  return row.kind === 'mystery_shop' ? can(actor, 'wave.manage', WHOLE_TENANT) : can(actor, 'assignment.read', place);
}

/** Whether the actor is the one to do it: named, or anybody who may where nobody is. */
export function isFor(actor: Actor, row: AssignmentRow, place: Place): boolean {
  if (row.kind === 'mystery_shop') return isMine(actor, row) && holds(actor, 'mystery_shop.submit');
  return (row.assigneeMemberId === null || isMine(actor, row)) && can(actor, SUBMIT_PERMISSION[row.kind], place);
}

/** Refuses whoever is not to do it: 404 where it does not exist for them, else 403. */
export function authorizeAssignee(actor: Actor, row: AssignmentRow, place: Place): void {
  if (isFor(actor, row, place)) return;
  if (!seesAssignment(actor, row, place)) throw new DomainError('NOT_FOUND');
  throw new DomainError('AUTH.FORBIDDEN');
}

/** Refuses whoever may not manage it. */
export function authorizeManager(actor: Actor, row: AssignmentRow, place: Place): void {
  if (mayManage(actor, row, place)) return;
  if (!seesAssignment(actor, row, place)) throw new DomainError('NOT_FOUND');
  if (row.kind === 'mystery_shop') throw new DomainError('AUTH.FORBIDDEN');
  authorize(actor, 'assignment.manage', place, 'assignment.read');
}

/** What the actor may do with it on `today` (the outlet's day). */
export function assignmentRights(
  actor: Actor,
  row: AssignmentRow,
  place: Place,
  today: LocalDate,
): { status: AssignmentStatus; start: boolean; cancel: boolean } {
  const status = assignmentStatusOn(today, row);
  return {
    status,
    start: status === 'open' && today >= row.windowFrom && isFor(actor, row, place),
    cancel: assignmentAfter(status, 'cancel') !== null && mayManage(actor, row, place),
  };
}

export const isMine = (actor: Actor, row: Pick<AssignmentRow, 'assigneeMemberId'>): boolean =>
  actor.memberId !== null && row.assigneeMemberId === actor.memberId;

function mayManage(actor: Actor, row: AssignmentRow, place: Place): boolean {
  return row.kind === 'mystery_shop' ? can(actor, 'wave.manage', WHOLE_TENANT) : can(actor, 'assignment.manage', place);
}
