import { CYCLE_PHASES, type CyclePhase } from '@wheelhouse/contracts';

/** The four quadrants of the wheel. */
export const QUADRANTS = ['plan', 'do', 'check', 'act'] as const;
export type Quadrant = (typeof QUADRANTS)[number];

/** Where a quadrant stands when the cycle is in `phase`. */
export function stateOf(quadrant: Quadrant, phase: CyclePhase): 'done' | 'now' | 'later' {
  const [at, now] = [CYCLE_PHASES.indexOf(quadrant), CYCLE_PHASES.indexOf(phase)];
  return at < now ? 'done' : at === now ? 'now' : 'later';
}

/** Whole days from one day to another. */
export const daysFrom = (from: string, to: string) => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
