import type { LocalDate } from '@wheelhouse/kernel';
import type { ObjectiveFacts } from './cycle-facts.js';

export type SmartProblem = 'objective.target_better' | 'objective.due_after_start';

/** A SMART test of an objective: whether what it compares is there, and whether it holds. */
interface SmartTest {
  code: SmartProblem;
  applies: (objective: Pick<ObjectiveFacts, SmartField>, doFrom: LocalDate | null) => boolean;
  holds: (objective: Pick<ObjectiveFacts, SmartField>, doFrom: LocalDate | null) => boolean;
}

type SmartField = 'direction' | 'baseline' | 'target' | 'dueOn';

const TESTS: SmartTest[] = [
  {
    code: 'objective.target_better',
    applies: ({ baseline, target }) => baseline !== null && target !== null,
    holds: ({ baseline, target, direction }) => (direction === 'up' ? target! > baseline! : target! < baseline!),
  },
  {
    code: 'objective.due_after_start',
    applies: ({ dueOn }, doFrom) => dueOn !== null && doFrom !== null,
    holds: ({ dueOn }, doFrom) => dueOn! > doFrom!,
  },
];

/**
 * The SMART tests that can be made on what an objective has so far (formulas 2.24): the target is better than the
 * baseline in the objective's direction (a challenge), and its due date lies after the first day of the do phase.
 */
export function smartTests(
  objective: Pick<ObjectiveFacts, SmartField>,
  doFrom: LocalDate | null,
): { code: SmartProblem; holds: boolean }[] {
  return TESTS.filter((test) => test.applies(objective, doFrom)).map(({ code, holds }) => ({
    code,
    holds: holds(objective, doFrom),
  }));
}

/** What keeps an objective from being SMART; what is still missing altogether is the gate's business, not listed here. */
export function smartProblems(objective: Pick<ObjectiveFacts, SmartField>, doFrom: LocalDate | null): SmartProblem[] {
  return smartTests(objective, doFrom)
    .filter((test) => !test.holds)
    .map((test) => test.code);
}
