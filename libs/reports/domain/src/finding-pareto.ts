import type { ParetoRow } from '@wheelhouse/contracts';
import type { LocalizedText } from '@wheelhouse/kernel';
import { vitalFew } from '@wheelhouse/scoring-domain';
import type { ItemFindings } from './edition.types.js';

/** Weeks up to the period's end whose findings the Pareto counts. */
export const PARETO_WEEKS = 4;
const WORST = 5;

/** Which few items make up 80 % of what failed (formulas 2.13), each with the outlets where it failed most. */
export function findingPareto(
  findings: readonly ItemFindings[],
  outletName: (outletId: string) => LocalizedText | undefined,
): ParetoRow[] {
  const items = new Map(findings.map((item) => [item.itemId, item]));
  const { rows } = vitalFew(findings.map(({ itemId, count }) => ({ key: itemId, count })));
  return rows.flatMap(({ key, count, percent, cumulativePercent, vital }): ParetoRow[] => {
    const item = items.get(key);
    if (!item) return [];
    const worst = item.worst.flatMap(({ outletId, count: times }) => {
      const name = outletName(outletId);
      return name ? [{ outletId, name, count: times }] : [];
    });
    return [
      {
        itemId: key,
        text: item.text,
        count,
        outlets: item.outlets,
        worst: worst.slice(0, WORST),
        percent,
        cumulativePercent,
        vital,
        critical: item.critical,
      },
    ];
  });
}
