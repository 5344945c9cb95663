import type { LocalDate } from '@wheelhouse/kernel';

/** How often the same shopper may come to the same outlet (formulas 2.19). */
export interface RotationRules {
  /** Months between two visits; exactly so many are enough. */
  cooldownMonths: number;
  maxVisitsSameOutlet: number;
}

export const ROTATION_RULES: RotationRules = { cooldownMonths: 6, maxVisitsSameOutlet: 2 };

export type RotationProblem = 'cooldown' | 'max_visits';

/** `date` moved back by whole calendar months; the day is clamped to the month's last. */
export function monthsBefore(date: LocalDate, months: number): LocalDate {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 - months, 1));
  const lastDay = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  return new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth(), Math.min(day, lastDay)))
    .toISOString()
    .slice(0, 10);
}

/**
 * Why a shopper may not visit an outlet on `visitDate`, in the order cooldown, max_visits; empty when eligible.
 * `history`: days of the shopper's visits (or planned visits) to that outlet.
 */
export function rotationProblems(
  visitDate: LocalDate,
  history: readonly LocalDate[],
  rules: RotationRules = ROTATION_RULES,
): RotationProblem[] {
  const since = monthsBefore(visitDate, rules.cooldownMonths);
  const problems: RotationProblem[] = [];
  if (history.some((day) => day > since)) problems.push('cooldown');
  if (history.length >= rules.maxVisitsSameOutlet) problems.push('max_visits');
  return problems;
}

/** The rules that a standard's `visit_rules` give, with the defaults of formulas 2.19 for what they leave out. */
export function rotationRulesOf(visitRules: Record<string, number | boolean> | undefined): RotationRules {
  const number = (key: string, otherwise: number) =>
    typeof visitRules?.[key] === 'number' ? visitRules[key] : otherwise;
  return {
    cooldownMonths: number('cooldown_months', ROTATION_RULES.cooldownMonths),
    maxVisitsSameOutlet: number('max_visits_same_outlet', ROTATION_RULES.maxVisitsSameOutlet),
  };
}
