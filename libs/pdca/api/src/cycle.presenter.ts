import type {
  CycleResponse,
  CycleSummary,
  CycleTurn,
  Effect,
  GateFact,
  Measurement,
  ObjectiveResponse,
} from '@wheelhouse/contracts';
import type { Locale } from '@wheelhouse/kernel';
import { type Fact, gateOf, gateText, phaseFacts } from '@wheelhouse/pdca-domain';
import type { CycleWithFacts } from './cycle-facts.loader.js';
import type { KeptBaseline } from './objective.entity.js';
import type { ObjectiveRow } from './objectives.repository.js';
import type { PassageRow } from './passages.repository.js';

/** One line of the list. */
export function presentSummary({ cycle, objectives, facts }: CycleWithFacts): CycleSummary {
  return {
    id: cycle.id,
    name: cycle.name,
    phase: cycle.phase,
    scope: { orgUnitId: cycle.orgUnitId, name: cycle.scopeName },
    doTo: cycle.doTo,
    gateMissing: gateOf(facts)?.facts.filter((fact) => !fact.present).length ?? 0,
    gateFacts: gateOf(facts)?.facts.length ?? 0,
    objectives: objectives.length,
    createdAt: cycle.createdAt.toISOString(),
  };
}

interface CycleParts extends CycleWithFacts {
  /** By objective; an objective without one shows none. */
  effects: Map<string, Effect>;
  passages: PassageRow[];
  successorId: string | null;
  turns: CycleTurn[];
  mayManage: boolean;
  locale: Locale;
}

/** A cycle with its objectives, its next gate and its history. */
export function presentCycle({
  cycle,
  objectives,
  facts,
  effects,
  passages,
  successorId,
  turns,
  mayManage,
  locale,
}: CycleParts): CycleResponse {
  const gate = gateOf(facts);
  return {
    id: cycle.id,
    name: cycle.name,
    phase: cycle.phase,
    scope: { orgUnitId: cycle.orgUnitId, name: cycle.scopeName },
    standardVersionId: cycle.standardVersionId,
    standardName: cycle.standardName,
    auditPlan: cycle.auditPlan,
    doFrom: cycle.doFrom,
    doTo: cycle.doTo,
    conclusion: cycle.conclusion,
    predecessorId: cycle.predecessorId,
    successorId,
    turns,
    objectives: objectives.map((objective) => presentObjective(objective, effects.get(objective.id) ?? null)),
    gate: gate && { ...gate, facts: gate.facts.map((fact) => presentFact(fact, locale)) },
    phases: phaseFacts(facts).map((one) => ({ ...one, facts: one.facts.map((fact) => presentFact(fact, locale)) })),
    passages: passages.map(({ from, to, at, byName, why }) => ({ from, to, at: at.toISOString(), byName, why })),
    createdAt: cycle.createdAt.toISOString(),
    can: { edit: mayManage && gate !== null, advance: mayManage && gate !== null },
  };
}

/** An objective; `effect` is what its figures say now. */
export function presentObjective(objective: ObjectiveRow, effect: Effect | null): ObjectiveResponse {
  const { id, revision, name, metric, direction, baseline, target, dueOn, measured, decision, decisionReason } =
    objective;
  const shown = { baseline: baseline && presentBaseline(baseline), target, dueOn, measured, effect };
  return { id, revision, name, metric, direction, ...shown, decision, decisionReason };
}

const presentBaseline = ({ value, low, high, n, from, to }: KeptBaseline): Measurement => ({
  value,
  low,
  high,
  n,
  from,
  to,
});

const presentFact = (fact: Fact, locale: Locale): GateFact => ({ ...fact, message: gateText(fact, locale) });
