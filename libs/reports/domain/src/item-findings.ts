import type { ScoreSource } from '@wheelhouse/contracts';
import type { LocalizedText } from '@wheelhouse/kernel';
import type { ItemFindings } from './edition.types.js';

/** How often one item failed at the outlets of one group (a region), most findings first. */
export interface GroupFindings {
  groupId: string | null;
  itemId: string;
  critical: boolean;
  count: number;
  outlets: number;
  worst: readonly { outletId: string; count: number }[];
}

/** The findings of several groups together, by item; the worst outlets of all are among the worst of each. */
export function itemFindings(
  groups: readonly GroupFindings[],
  isMine: (groupId: string | null) => boolean,
  textOf: (itemId: string) => LocalizedText | undefined,
): ItemFindings[] {
  const items = new Map<string, GroupFindings[]>();
  for (const one of groups) {
    if (!isMine(one.groupId)) continue;
    const list = items.get(one.itemId);
    if (list) list.push(one);
    else items.set(one.itemId, [one]);
  }
  return [...items].map(([itemId, list]) => ({
    itemId,
    text: textOf(itemId) ?? { en: itemId, zh: itemId },
    critical: list.some(({ critical }) => critical),
    count: list.reduce((sum, { count }) => sum + count, 0),
    outlets: list.reduce((sum, { outlets }) => sum + outlets, 0),
    worst: list.flatMap(({ worst }) => worst).sort((a, b) => b.count - a.count || (a.outletId < b.outletId ? -1 : 1)),
  }));
}

/** Items that failed equally often at an outlet in audits of one source. */
export interface RepeatedItems {
  outletId: string;
  source: ScoreSource;
  times: number;
  itemIds: readonly string[];
}

/**
 * How many items keep failing at each outlet: of those that failed often, the ones that failed in at least half of the
 * audits of their source. Bad luck over many audits is told apart from a habit that way.
 */
export function repeatedItems(
  repeated: readonly RepeatedItems[],
  auditsOf: (outletId: string, source: ScoreSource) => number,
): Map<string, number> {
  const items = new Map<string, Set<string>>();
  for (const { outletId, source, times, itemIds } of repeated) {
    if (2 * times < auditsOf(outletId, source)) continue;
    const known = items.get(outletId) ?? new Set();
    for (const id of itemIds) known.add(id);
    items.set(outletId, known);
  }
  return new Map([...items].map(([outletId, ids]) => [outletId, ids.size]));
}
