import type { Effect } from '@wheelhouse/contracts';
import { displayRound } from '@wheelhouse/kernel';
import { smartAttainment } from '@wheelhouse/scoring-domain';
import { differenceOf } from './difference.js';
import { measurementOf, type Sample, valueOf, type Window } from './sample.js';

/** A sample and the days it covers; null before that time has come. */
export type Observed = { sample: Sample; window: Window } | null;

export interface EffectInput {
  before: Observed;
  after: Observed;
  controlBefore: Observed;
  controlAfter: Observed;
  target: number | null;
  direction: 'up' | 'down';
  trend: Effect['trend'];
}

/**
 * Before against after in the cycle's scope, beside the same in the control group: the change with its 95 % interval
 * (Welch for means, Newcombe for rates), whether the target is reached, and how much of the way was gone.
 * Without a single audit outside the scope there is no control group.
 */
export function effect({ before, after, controlBefore, controlAfter, target, direction, trend }: EffectInput): Effect {
  const change = differenceOf(before?.sample ?? null, after?.sample ?? null);
  const controlChange = differenceOf(controlBefore?.sample ?? null, controlAfter?.sample ?? null);
  const controlBeforeSeen = seen(controlBefore);
  const controlAfterSeen = seen(controlAfter);
  const from = figure(before);
  const to = figure(after);
  return {
    before: seen(before),
    after: seen(after),
    change: change?.change ?? null,
    changeLow: change?.low ?? null,
    changeHigh: change?.high ?? null,
    control:
      controlBeforeSeen || controlAfterSeen
        ? { before: controlBeforeSeen, after: controlAfterSeen, change: controlChange?.change ?? null }
        : null,
    reached: to === null || target === null ? null : isReached(to, target, direction),
    attainment: from === null || to === null || target === null ? null : attainmentOf(from, to, target, direction),
    trend,
  };
}

/** Whether a measured figure is at the target or better, both as they are shown (two decimals). */
export function isReached(value: number, target: number, direction: 'up' | 'down'): boolean {
  const shown = displayRound(value);
  return direction === 'up' ? shown >= displayRound(target) : shown <= displayRound(target);
}

/**
 * The share of the way from baseline to target that was gone, 0–1.2: `smartAttainment` (formulas 2.24) of the improvement
 * made against the improvement wanted. Null when the target is no better than the baseline.
 */
export function attainmentOf(baseline: number, value: number, target: number, direction: 'up' | 'down'): number | null {
  const better = direction === 'up' ? 1 : -1;
  const { score } = smartAttainment({
    actual: better * (value - baseline),
    target: better * (target - baseline),
    direction: 'up',
  });
  return score === null ? null : score / 100;
}

/** Whether an effect says enough to pass the gate: before and after, and the interval of the change. */
export function isMeasured(measured: Effect | null): boolean {
  return measured !== null && measured.before !== null && measured.after !== null && measured.changeLow !== null;
}

const figure = (observed: Observed) => (observed && observed.sample.n > 0 ? valueOf(observed.sample) : null);
const seen = (observed: Observed) => (observed ? measurementOf(observed.sample, observed.window) : null);
