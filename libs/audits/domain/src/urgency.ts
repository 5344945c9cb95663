import type { LocalDate } from '@wheelhouse/kernel';

/** How pressing something with a window of days is. */
export type Urgency = 'late' | 'today' | 'later' | 'not_yet';

/** How pressing a window is on a day: late after it, today on its last day, not yet before its first. */
export function urgencyOf(
  { windowFrom, windowTo }: { windowFrom: LocalDate; windowTo: LocalDate },
  today: LocalDate,
): Urgency {
  if (windowTo < today) return 'late';
  if (windowFrom > today) return 'not_yet';
  return windowTo === today ? 'today' : 'later';
}
