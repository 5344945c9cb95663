import type { DemoOutlet } from './network.types.js';
import { Random } from './random.js';

/**
 * What is really so in the demo network, and what the product should bring to light from the audits alone. Nothing else
 * reads these: they only shape the answers.
 */
export interface OutletTruth {
  /** Chance that an ordinary item is met in full, 0–1. */
  quality: number;
  /** Added to `quality` when the outlet checks itself. */
  selfFlattery: number;
  /** Opened so late that a single audit is all there is. */
  newcomer: boolean;
  /** Everything changed in the last week, as three visits then show: a new manager, for better or worse. */
  lastWeekQuality: number | null;
  /** Crosses a red line of the rule `fail` at its last supervisor audit. */
  failsRedLine: boolean;
}

/** Weeks of history, the last closed week being number WEEKS - 1. */
export const WEEKS = 26;

/** Items that the demo plays with, by standard. */
export const TRUTHS = {
  'AS-4S': {
    /** Fails everywhere: the customer is not told when a job takes longer. */
    weakItem: { id: 'AS-4S-F-06', chance: 0.35 },
    /** What the East region's cycle is about: the customer signs the estimate. */
    cycleItem: { id: 'AS-4S-E-02', before: 0.5, after: 0.88 },
    redLineItem: 'AS-4S-F-02',
  },
  TEA: { weakItem: { id: 'TEA-D-03', chance: 0.4 }, cycleItem: null, redLineItem: 'TEA-C-02' },
} as const;

/** The region that turns the wheel, and the week in which its cycle's do-phase begins and ends. */
export const CYCLE = { region: 'E', startWeek: 12, endWeek: 19 };

/** How much better the lenient auditor finds everything. */
export const LENIENCY = 0.09;

/** One truth for each outlet, by code. */
export function truthsOf(outlets: DemoOutlet[], seed: number): Map<string, OutletTruth> {
  const random = new Random(seed);
  const byArea = new Map<string, number>();
  const truths = outlets.map((outlet): [string, OutletTruth] => {
    const area = byArea.get(outlet.area) ?? random.normal(0, 0.02);
    byArea.set(outlet.area, area);
    const tier = outlet.tier === '1' ? 0.02 : outlet.tier === '4' ? -0.015 : 0;
    const quality = Math.min(0.95, Math.max(0.42, random.normal(0.73, 0.09) + area + tier));
    return [outlet.code, { quality, selfFlattery: 0.02, newcomer: false, lastWeekQuality: null, failsRedLine: false }];
  });
  const codes = truths.map(([code]) => code);
  const map = new Map(truths);
  const set = (code: string | undefined, change: Partial<OutletTruth>) => {
    const truth = code ? map.get(code) : undefined;
    if (code && truth) map.set(code, { ...truth, ...change });
  };
  const at = (share: number) => codes[Math.floor(share * codes.length)];
  for (const share of [0.115, 0.64]) set(at(share), { quality: 0.56, selfFlattery: 0.4 });
  for (const share of [0.07, 0.31, 0.52, 0.73, 0.86, 0.97]) set(at(share), { newcomer: true });
  set(at(0.21), { quality: 0.8, lastWeekQuality: 0.2 });
  set(at(0.44), { quality: 0.5, lastWeekQuality: 0.97 });
  for (const share of [0.03, 0.58]) set(at(share), { failsRedLine: true, quality: 0.7 });
  return map;
}

/** A mild season: the summer is busy and everything slips a little. `weekOfYear` 1–53. */
export const season = (weekOfYear: number): number => 0.02 * Math.cos((2 * Math.PI * (weekOfYear - 4)) / 52);
