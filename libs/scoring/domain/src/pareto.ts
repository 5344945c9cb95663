export interface ParetoCount {
  key: string;
  /** Findings, or a sum weighted by severity or cost. */
  count: number;
}

export interface ParetoShare extends ParetoCount {
  percent: number;
  cumulativePercent: number;
  /** One of the few that make up 80 %. */
  vital: boolean;
}

/**
 * Which few causes make up 80 % of the whole (formulas 2.13; Juran): by count descending, then key ascending; a cause is
 * vital while the share *before* it is below 80 %, so exactly 80 % stops. Counts of 0 are left out.
 */
export function vitalFew(counts: readonly ParetoCount[]): { total: number; rows: ParetoShare[] } {
  const filled = counts.filter(({ count }) => count > 0);
  const total = filled.reduce((sum, { count }) => sum + count, 0);
  let before = 0;
  const rows = filled
    .toSorted((a, b) => b.count - a.count || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ key, count }) => {
      const vital = before < 0.8 * total - 1e-9 * total;
      before += count;
      return { key, count, percent: (100 * count) / total, cumulativePercent: (100 * before) / total, vital };
    });
  return { total, rows };
}
