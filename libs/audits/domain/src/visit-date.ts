import { addDays, type LocalDate } from '@wheelhouse/kernel';

/** A visit is entered at most so many days after it took place. */
export const VISIT_DATE_MAX_AGE_DAYS = 60;

export type VisitDateProblem = { code: 'AUDIT.VISIT_DATE'; earliest: LocalDate } | { code: 'AUDIT.OUTLET_CLOSED' };

/**
 * What is wrong with a visit date, or null. `today` is the outlet's own day: no visit lies in the future or more than 60
 * days back, and the outlet was open on that day (from `openedOn` until the day before `closedOn`).
 */
export function visitDateProblem(
  visitDate: LocalDate,
  today: LocalDate,
  outlet: { openedOn: LocalDate; closedOn: LocalDate | null },
): VisitDateProblem | null {
  const earliest = addDays(today, -VISIT_DATE_MAX_AGE_DAYS);
  if (visitDate > today || visitDate < earliest) return { code: 'AUDIT.VISIT_DATE', earliest };
  if (visitDate < outlet.openedOn || (outlet.closedOn !== null && visitDate >= outlet.closedOn))
    return { code: 'AUDIT.OUTLET_CLOSED' };
  return null;
}
