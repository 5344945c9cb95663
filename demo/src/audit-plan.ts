import type { AuditKind } from '@wheelhouse/contracts';
import { addDays } from '@wheelhouse/kernel';
import type { Random } from './random.js';
import { type OutletTruth, WEEKS } from './truths.js';

/** One visit that took place, before it is filled in. `week` counts from 0 (oldest) to WEEKS - 1 (last closed). */
export interface PlannedAudit {
  kind: AuditKind;
  week: number;
  visitDate: string;
  /** The hidden last audit of an outlet that crosses a red line. */
  missesRedLine: boolean;
}

export interface PlanSettings {
  /** First day of each week, oldest first. */
  weekStarts: string[];
  selfCheckShare: number;
  /** Weeks between two supervisor audits. */
  supervisorEvery: number;
  /** Windows of mystery waves as week numbers, both inside. */
  waves: [number, number][];
  /** Share of outlets that headquarters itself looks at, once. */
  hqShare: number;
}

/** Which audits an outlet had: self-checks most weeks, a supervisor's visit now and then, one shop in each wave. */
export function planAudits(index: number, truth: OutletTruth, settings: PlanSettings, random: Random): PlannedAudit[] {
  const planned: PlannedAudit[] = [];
  const add = (kind: AuditKind, week: number, missesRedLine = false) =>
    planned.push({ kind, week, visitDate: addDays(settings.weekStarts[week] ?? '', random.int(6)), missesRedLine });
  if (truth.newcomer) {
    add('supervisor_audit', WEEKS - 2 - random.int(3));
    return planned;
  }
  for (let week = 0; week < WEEKS; week++) if (random.chance(settings.selfCheckShare)) add('self_check', week);
  const offset = index % settings.supervisorEvery;
  for (let week = offset; week < WEEKS; week += settings.supervisorEvery) {
    const slip = random.chance(0.15) ? 1 : 0;
    if (random.chance(0.93) && week + slip < WEEKS) add('supervisor_audit', week + slip);
  }
  for (const [from, to] of settings.waves) add('mystery_shop', from + random.int(to - from + 1));
  if (random.chance(settings.hqShare)) add('hq_audit', 3 + random.int(WEEKS - 4));
  if (truth.lastWeekQuality !== null) for (let visit = 0; visit < 3; visit++) add('supervisor_audit', WEEKS - 1);
  if (truth.failsRedLine) add('supervisor_audit', WEEKS - 1, true);
  return planned;
}
