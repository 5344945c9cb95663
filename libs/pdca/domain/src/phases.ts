import type { CyclePhase } from '@wheelhouse/contracts';
import type { LocalizedText } from '@wheelhouse/kernel';

/** The one way round the wheel: from each phase to the next. */
const NEXT: Record<CyclePhase, CyclePhase | null> = {
  plan: 'do',
  do: 'check',
  check: 'act',
  act: 'closed',
  closed: null,
};

/** The phase after `phase`; null when the cycle is closed. */
export function nextPhase(phase: CyclePhase): CyclePhase | null {
  return NEXT[phase];
}

/** What each phase is called. */
export const PHASE_TEXTS: Record<CyclePhase, LocalizedText> = {
  plan: { en: 'Plan', zh: '计划' },
  do: { en: 'Do', zh: '执行' },
  check: { en: 'Check', zh: '检查' },
  act: { en: 'Act', zh: '处置' },
  closed: { en: 'Closed', zh: '已关闭' },
};

/** The fields of a cycle that can be changed by hand. */
export const CYCLE_FIELDS = ['name', 'standardVersionId', 'auditPlan', 'doFrom', 'doTo', 'conclusion'] as const;
export type CycleField = (typeof CYCLE_FIELDS)[number];

/** Which of them a phase still leaves open. What was agreed in the plan is not rewritten once the work has begun. */
export const OPEN_FIELDS: Record<CyclePhase, readonly CycleField[]> = {
  plan: CYCLE_FIELDS,
  do: ['auditPlan', 'doTo'],
  check: ['conclusion'],
  act: ['conclusion'],
  closed: [],
};

/** What can be done with a cycle's objectives, and the one phase in which it can. */
export const OBJECTIVE_ACTS = { change: 'plan', measure: 'check', decide: 'act' } as const satisfies Record<
  string,
  CyclePhase
>;
export type ObjectiveAct = keyof typeof OBJECTIVE_ACTS;

/** Until when a fact that a gate asks for may be taken back: once the gate is passed, it may be changed but not emptied. */
const EMPTIABLE: Partial<Record<CycleField, readonly CyclePhase[]>> = {
  standardVersionId: ['plan'],
  auditPlan: ['plan'],
  doFrom: ['plan'],
  doTo: ['plan'],
  conclusion: ['plan', 'check'],
};

/** Whether a field may be empty in a phase. */
export function mayBeEmpty(field: CycleField, phase: CyclePhase): boolean {
  return EMPTIABLE[field]?.includes(phase) ?? false;
}
