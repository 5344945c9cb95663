/** Thirteen weeks of a network, with the ends of their intervals. */
export const TREND = [83.9, 83.9, 83.8, 83.8, 83.6, 83.4, 83.1, 83.3, 83.8, 84, 84.1, 84.1, 84.2].map((value, i) => ({
  week: `2026-W${34 + i}`,
  value,
  low: value - 0.7,
  high: value + 0.8,
  other: 86 - Math.abs(6 - i) * 0.3,
}));

const FAILURES = [
  { item: 'a', count: 236 },
  { item: 'b', count: 204 },
  { item: 'c', count: 121 },
  { item: 'd', count: 67 },
  { item: 'e', count: 22 },
] as const;
const total = FAILURES.reduce((sum, { count }) => sum + count, 0);

/** Findings by item, most first, with the share of all up to there. */
export const PARETO = FAILURES.map((one, i) => ({
  ...one,
  share: FAILURES.slice(0, i + 1).reduce((sum, { count }) => sum + count, 0) / total,
}));

/** Scores of four regions by four sections. */
export const REGIONS = ['east', 'north', 'west', 'south'] as const;
export const SECTIONS = ['a', 'b', 'c', 'd'] as const;
export const HEAT = [
  [88, 84, 79, 91],
  [82, 77, 74, 86],
  [71, 80, 83, 78],
  [90, 87, 76, 69],
];
