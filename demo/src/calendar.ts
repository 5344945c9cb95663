import {
  addDays,
  lastClosedWeek,
  shiftWeek,
  weekOf,
  localDateIn,
  weekClosesAt,
  type Week,
  type WeekCutoff,
  type Weekday,
} from '@wheelhouse/kernel';
import type { DemoNetwork } from './network.types.js';
import { WEEKS } from './truths.js';

/** The half year of a demo tenant: its closed weeks, oldest first, and the moments that things happen at. */
export interface Calendar {
  cutoff: WeekCutoff;
  weeks: Week[];
  /** First day of each week. */
  starts: string[];
  /** The week of today; between its first midnight and the cut-off, the one before is over but not closed yet. */
  current: Week;
  closesAt(week: number): Date;
  /** Early on the first day of a week, in UTC. */
  opens(week: number): Date;
}

/** The weeks up to the newest that is closed at `now`. */
export function calendarFor(network: DemoNetwork, now: Date): Calendar {
  const weekStart = network.tenant.weekStart as Weekday;
  const cutoff: WeekCutoff = { weekStart, cutoffWeekday: weekStart, cutoffHour: 6, timeZone: network.tenant.timeZone };
  const last = lastClosedWeek(now, cutoff);
  const weeks = Array.from({ length: WEEKS }, (_, i) => shiftWeek(last, i - WEEKS + 1, weekStart));
  const week = (i: number) => weeks[i] ?? last;
  return {
    cutoff,
    weeks,
    starts: weeks.map((w) => w.start),
    current: weekOf(localDateIn(now, network.tenant.timeZone), weekStart),
    closesAt: (i) => weekClosesAt(week(i), cutoff),
    opens: (i) => new Date(`${week(i).start}T03:00:00Z`),
  };
}

export const dayOf = (week: Week | undefined, day: number): string => addDays(week?.start ?? '', day);
