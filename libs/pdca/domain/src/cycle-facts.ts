import type { CyclePhase, ObjectiveDecision, StandardVersionStatus } from '@wheelhouse/contracts';
import type { LocalDate, LocalizedText } from '@wheelhouse/kernel';

/** All that the gates of a cycle look at. */
export interface CycleFacts {
  phase: CyclePhase;
  /** The tenant's day. */
  today: LocalDate;
  scope: LocalizedText | null;
  standard: { name: LocalizedText; status: StandardVersionStatus } | null;
  auditPlan: string | null;
  doFrom: LocalDate | null;
  doTo: LocalDate | null;
  conclusion: string | null;
  /** The assignments on the cycle's standard in its scope and do phase; `settled` are done or missed. */
  assignments: { total: number; settled: number };
  objectives: ObjectiveFacts[];
}

export interface ObjectiveFacts {
  name: LocalizedText;
  direction: 'up' | 'down';
  baseline: number | null;
  target: number | null;
  dueOn: LocalDate | null;
  /** Before and after are fixed, with the interval of the change. */
  measured: boolean;
  decision: ObjectiveDecision | null;
}
