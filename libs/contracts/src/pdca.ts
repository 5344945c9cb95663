import type { LocalizedText } from '@wheelhouse/kernel';
import type { ScoreSource } from './scheme.js';

export const CYCLE_PHASES = ['plan', 'do', 'check', 'act', 'closed'] as const;
export type CyclePhase = (typeof CYCLE_PHASES)[number];

/** What an objective measures: the mean score, or the pass rate of one item, over the cycle's scope. */
export const METRIC_KINDS = ['source_score', 'section_score', 'item_pass_rate'] as const;
export type MetricKind = (typeof METRIC_KINDS)[number];

export interface Metric {
  kind: MetricKind;
  /** Which audits count. */
  source: ScoreSource;
  /** For `section_score`. */
  sectionId?: string;
  /** For `item_pass_rate`: share of audits in which the item had no finding, in percent. */
  itemId?: string;
}

/** A measured figure with its sample. All values in percent or points, 0–100. */
export interface Measurement {
  value: number;
  low: number | null;
  high: number | null;
  n: number;
  from: string;
  to: string;
}

/** Before against after, in the scope and in the control group (all other outlets). Interval at 95 %. */
export interface Effect {
  before: Measurement | null;
  after: Measurement | null;
  change: number | null;
  changeLow: number | null;
  changeHigh: number | null;
  control: { before: Measurement | null; after: Measurement | null; change: number | null } | null;
  /** The objective's target reached by the measured value. */
  reached: boolean | null;
  /** Share of the way from baseline to target, as `smart_attainment` (0–1.2); null without figures. */
  attainment: number | null;
  trend: { period: string; value: number | null; n: number }[];
}

export const OBJECTIVE_DECISIONS = ['standardise', 'adjust', 'drop'] as const;
export type ObjectiveDecision = (typeof OBJECTIVE_DECISIONS)[number];

export interface ObjectiveResponse {
  id: string;
  /** Counts the changes by hand; sent back with the next one. */
  revision: number;
  name: LocalizedText;
  metric: Metric;
  direction: 'up' | 'down';
  baseline: Measurement | null;
  target: number | null;
  dueOn: string | null;
  measured: Effect | null;
  /** The same computed now, not yet fixed. */
  effect: Effect | null;
  decision: ObjectiveDecision | null;
  decisionReason: string | null;
}

/** One fact that a gate asks for, and whether it is there. */
export interface GateFact {
  /** e.g. `objective.baseline`; texts are in the catalogue under `gate.<code>`. */
  code: string;
  present: boolean;
  /** Name of the objective or thing that it is about. */
  subject: LocalizedText | null;
  message: string;
}

export interface CycleResponse {
  id: string;
  name: LocalizedText;
  phase: CyclePhase;
  scope: { orgUnitId: string; name: LocalizedText };
  standardVersionId: string | null;
  standardName: LocalizedText | null;
  /** What is to be done, how and by whom: the plan in words. */
  auditPlan: string | null;
  doFrom: string | null;
  doTo: string | null;
  conclusion: string | null;
  predecessorId: string | null;
  successorId: string | null;
  /** The turns of this wheel, the oldest first: those that led to this one, itself, and those that followed. */
  turns: CycleTurn[];
  objectives: ObjectiveResponse[];
  /** The next passage and what it asks for; null when closed. */
  gate: { to: CyclePhase; facts: GateFact[]; open: boolean } | null;
  /** The facts of each of the four phases as they are now: what its gate asked for, asks for, or will ask for. */
  phases: { phase: Exclude<CyclePhase, 'closed'>; facts: GateFact[] }[];
  passages: { from: CyclePhase; to: CyclePhase; at: string; byName: string; why: string }[];
  createdAt: string;
  can: { edit: boolean; advance: boolean };
}

/** One turn of the same wheel, with what came of it. */
export interface CycleTurn {
  id: string;
  name: LocalizedText;
  phase: CyclePhase;
  /** When it was closed. */
  closedAt: string | null;
  /** Its objectives in their order: whether the measured value reached the target (null: not measured, or no target). */
  objectives: { name: LocalizedText; reached: boolean | null; decision: ObjectiveDecision | null }[];
}

export interface CycleSummary {
  id: string;
  name: LocalizedText;
  phase: CyclePhase;
  scope: { orgUnitId: string; name: LocalizedText };
  doTo: string | null;
  gateMissing: number;
  /** Facts that the next gate asks for; 0 when closed. */
  gateFacts: number;
  objectives: number;
  createdAt: string;
}

/** `POST /api/v1/cycles`. */
export interface CreateCycleBody {
  name: LocalizedText;
  orgUnitId: string;
  standardVersionId?: string;
  auditPlan?: string;
  doFrom?: string;
  doTo?: string;
  predecessorId?: string;
}

/** `PATCH /api/v1/cycles/:id`: what the phase still leaves open. */
export interface UpdateCycleBody {
  name?: LocalizedText;
  standardVersionId?: string | null;
  auditPlan?: string | null;
  doFrom?: string | null;
  doTo?: string | null;
  conclusion?: string | null;
}

/** `POST /api/v1/cycles/:id/objectives`; the baseline is computed over the 8 weeks before `doFrom` (or today). */
export interface ObjectiveBody {
  name: LocalizedText;
  metric: Metric;
  direction: 'up' | 'down';
  target?: number | null;
  dueOn?: string | null;
}

/** `PATCH /api/v1/objectives/:id`: what is given is changed; null takes a target or a due date back. */
export interface UpdateObjectiveBody extends Partial<ObjectiveBody> {
  /** The revision that was read: 409 CONFLICT.STALE when somebody has changed it since. Without it the last one wins. */
  revision?: number;
}

export interface DecideObjectiveBody {
  decision: ObjectiveDecision;
  reason: string;
}

/** `POST /api/v1/cycles/:id/advance`: passes the gate to the next phase. 409 lists the missing facts. */
export interface AdvanceCycleBody {
  to: CyclePhase;
  why: string;
}
