import type { CyclePhase } from '@wheelhouse/contracts';
import type { LocalizedText } from '@wheelhouse/kernel';
import type { CycleFacts, ObjectiveFacts } from './cycle-facts.js';
import { nextPhase } from './phases.js';
import { smartTests, type SmartProblem } from './smart-problems.js';

export type GateFactCode =
  | 'scope'
  | 'objective'
  | 'objective.baseline'
  | 'objective.target'
  | 'objective.due'
  | SmartProblem
  | 'standard'
  | 'audit_plan'
  | 'do_from'
  | 'do_to'
  | 'do_finished'
  | 'objective.measured'
  | 'conclusion'
  | 'objective.decision';

/** One fact that a gate asks for, and whether it is there. `subject` names the objective or thing that it is about. */
export interface Fact {
  code: GateFactCode;
  present: boolean;
  subject: LocalizedText | null;
}

type Rule = (cycle: CycleFacts) => Fact[];

const isWritten = (text: string | null) => text !== null && text.trim() !== '';

/** A fact about the cycle as a whole. */
const of =
  (
    code: GateFactCode,
    present: (cycle: CycleFacts) => boolean,
    subject: (cycle: CycleFacts) => LocalizedText | null = () => null,
  ): Rule =>
  (cycle) => [{ code, present: present(cycle), subject: subject(cycle) }];

/** The facts about each objective, objective by objective. */
const ofEach =
  (...codes: [GateFactCode, (objective: ObjectiveFacts) => boolean][]): Rule =>
  ({ objectives }) =>
    objectives.flatMap((objective) =>
      codes.map(([code, present]) => ({ code, present: present(objective), subject: objective.name })),
    );

const smart: Rule = ({ objectives, doFrom }) =>
  objectives.flatMap((objective) =>
    smartTests(objective, doFrom).map(({ code, holds }) => ({ code, present: holds, subject: objective.name })),
  );

/** What each gate asks for (product, life cycle of a cycle), by the phase that it leads out of. */
const GATES: Record<CyclePhase, Rule[]> = {
  plan: [
    of(
      'scope',
      (cycle) => cycle.scope !== null,
      (cycle) => cycle.scope,
    ),
    of('objective', (cycle) => cycle.objectives.length > 0),
    ofEach(
      ['objective.baseline', (objective) => objective.baseline !== null],
      ['objective.target', (objective) => objective.target !== null],
      ['objective.due', (objective) => objective.dueOn !== null],
    ),
    smart,
    of(
      'standard',
      (cycle) => cycle.standard?.status === 'published',
      (cycle) => cycle.standard?.name ?? null,
    ),
    of('audit_plan', (cycle) => isWritten(cycle.auditPlan)),
    of('do_from', (cycle) => cycle.doFrom !== null),
    of('do_to', (cycle) => cycle.doTo !== null),
  ],
  do: [of('do_finished', isDoFinished)],
  check: [
    ofEach(['objective.measured', (objective) => objective.measured]),
    of('conclusion', (cycle) => isWritten(cycle.conclusion)),
  ],
  act: [ofEach(['objective.decision', (objective) => objective.decision !== null])],
  closed: [],
};

/** The do phase is over on its last day, or earlier once there were assignments and each is done or missed. */
function isDoFinished({ today, doTo, assignments }: CycleFacts): boolean {
  return (doTo !== null && today >= doTo) || (assignments.total > 0 && assignments.settled === assignments.total);
}

/** Every fact that the next passage asks for, present or not, in the order in which a person reads them. */
export function gateFacts(cycle: CycleFacts): Fact[] {
  return GATES[cycle.phase].flatMap((rule) => rule(cycle));
}

const WHEEL = ['plan', 'do', 'check', 'act'] as const;

/** The four phases of the wheel with their facts: of a phase that was passed every fact was there, the others as now. */
export function phaseFacts(cycle: CycleFacts): { phase: (typeof WHEEL)[number]; facts: Fact[] }[] {
  const order = [...WHEEL, 'closed'];
  const passed = (phase: CyclePhase) => order.indexOf(phase) < order.indexOf(cycle.phase);
  return WHEEL.map((phase) => ({
    phase,
    facts: gateFacts({ ...cycle, phase }).map((fact) => ({ ...fact, present: fact.present || passed(phase) })),
  }));
}

/** The next passage of a cycle and what it asks for; null when the cycle is closed. */
export function gateOf(cycle: CycleFacts): { to: CyclePhase; facts: Fact[]; open: boolean } | null {
  const to = nextPhase(cycle.phase);
  if (!to) return null;
  const facts = gateFacts(cycle);
  return { to, facts, open: facts.every((fact) => fact.present) };
}
