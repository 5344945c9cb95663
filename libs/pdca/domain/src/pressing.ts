import type { LocalDate } from '@wheelhouse/kernel';
import type { CycleFacts } from './cycle-facts.js';
import { gateOf } from './gates.js';

/** The day by which a cycle's phase should be over: do begins, do ends, or the first objective is due; null without one. */
export function pressingDay({ phase, doFrom, doTo, objectives }: CycleFacts): LocalDate | null {
  switch (phase) {
    case 'plan':
      return doFrom;
    case 'do':
      return doTo;
    case 'closed':
      return null;
    default:
      return objectives.flatMap(({ dueOn }) => dueOn ?? []).sort()[0] ?? null;
  }
}

/** What a cycle asks of who manages it: null when its gate is shut and no day of it has passed or comes up to `until`. */
export function waitingPhase(
  facts: CycleFacts,
  until: LocalDate,
): { ready: boolean; missing: number; dueOn: LocalDate | null } | null {
  const gate = gateOf(facts);
  if (!gate) return null;
  const dueOn = pressingDay(facts);
  if (!gate.open && (dueOn === null || dueOn > until)) return null;
  return { ready: gate.open, missing: gate.facts.filter(({ present }) => !present).length, dueOn };
}
